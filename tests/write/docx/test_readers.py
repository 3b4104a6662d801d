"""What other programs read in our Word files: mammoth and python-docx, every word, in order."""

from io import BytesIO

import docx
import mammoth
import pytest
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph
from lxml import html

import editions
from communique.model.page_facts import PageFacts
from communique.render.sheet import render
from communique.write.docx.writer import write_docx
from sheet_making import make_sheet
from write.docx import torture
from write.docx.opened import Opened, W


@pytest.fixture(scope="module", params=["torture", "statement", "podium", "talking-points", "briefing-pack"])
def data(request):
    if request.param == "torture":
        sheet = make_sheet(torture.BODY, torture.CSS, pictures={"map.png": torture.PNG})
    else:
        sheet = render(
            editions.FULL, kind_of(request.param), editions.ENGLISH, editions.PLAIN, editions.SIZES, editions.TEMPLATES
        )
    return write_docx(sheet, PageFacts(9))[0]


def kind_of(name):
    return next(kind for kind in editions.KINDS if kind.name == name)


def closed_up(text):
    return "".join(text.split())


def written(part):
    """The words of a part as they stand in it, without spaces."""
    return closed_up("".join(node.text or "" for node in part.iter(W + "t")))


def notes(data):
    file = Opened(data)
    known = file.root("footnotes") if "word/footnotes.xml" in file.names else ()
    return [written(note) for note in known if not note.get(W + "type")]


def test_mammoth_reads_every_word_in_order(data):
    assert closed_up(mammoth.extract_raw_text(BytesIO(data)).value) == written(Opened(data).root())


def test_mammoth_finds_every_note(data):
    page = html.fromstring(mammoth.convert_to_html(BytesIO(data)).value)
    found = [closed_up(item.text_content()) for item in page.iter("li") if item.get("id", "").startswith("footnote-")]
    assert [text.removesuffix("↑") for text in found] == notes(data)


def test_python_docx_reads_every_word_in_order(data):
    document = docx.Document(BytesIO(data))
    paragraphs = [Paragraph(element, document) for element in document.element.body.iter() if isinstance(element, CT_P)]
    assert closed_up("".join(paragraph.text for paragraph in paragraphs)) == written(document.element.body)
    assert all(paragraph.style is not None for paragraph in paragraphs)
