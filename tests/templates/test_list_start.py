"""A numbered list that begins elsewhere than at 1 does so in both formats."""

from dataclasses import replace
from io import BytesIO

import pypdfium2

import editions
from communique.model.block import NumberedList, Paragraph
from communique.model.inline import Text
from communique.render.sheet import render
from communique.write.docx.writer import write_docx
from communique.write.layout import lay_out
from write.docx.opened import Opened, W, at

ITEMS = tuple((Paragraph((Text(words),)),) for words in ("fourth", "fifth"))
EDITION = replace(editions.BARE, speech=(NumberedList(items=ITEMS, start=4),))


def test_both_formats_begin_where_the_text_does():
    sheet = render(EDITION, editions.STATEMENT, editions.ENGLISH, editions.PLAIN, editions.SIZES, editions.TEMPLATES)
    layout = lay_out(sheet)
    pdf = pypdfium2.PdfDocument(BytesIO(layout.document.write_pdf()))
    printed = pdf[0].get_textpage().get_text_bounded().split()
    assert [word for word in printed if word in {"1.", "2.", "4.", "5."}] == ["4.", "5."]
    opened = Opened(write_docx(sheet, layout.facts)[0])
    starts = [at(level, "startOverride") for level in opened.root("numbering").iter(W + "lvlOverride")]
    assert starts == ["4"]
