"""Writes docs/css-to-word.md: what each property of CSS becomes in a Word file, as the compiler says it now."""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.kind import Kind
from communique.model.page_facts import PageFacts
from communique.model.sheet import Properties, Sheet
from communique.model.theme import Theme
from communique.write.docx.styles_part import styles_xml
from communique.write.docx.writer import write_docx
from communique.write.docx.xml import part
from communique.write.style.limits import LIMITS
from communique.write.style.stylebook import stylebook

PLACE = Path(__file__).resolve().parent / "css-to-word.md"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GROUND = (
    '@page { size: A4; margin: 20mm } html { font: 12pt/18pt "Liberation Serif"; color: #000; hyphens: manual } '
    "p { margin: 0 } body { margin: 0 } "
)


class Said(NamedTuple):
    """A declaration for text or a block, and where Word stops following."""

    css: str
    limits: str = ""


class Built(NamedTuple):
    """Something of a document: its CSS, a piece of HTML, the element of Word it becomes, in which part."""

    css: str
    html: str
    element: str
    part: str = "document"
    limits: str = ""


TEXT = (
    Said("font-family: Carlito, 'Noto Naskh Arabic'", "the first family of each script, by the name its Word twin has"),
    Said("font-size: 10pt", "half points"),
    Said("font-weight: bold", "regular or bold: 600 and more is bold"),
    Said("font-style: italic"),
    Said("color: #17456b", "no transparency: laid on white"),
    Said("letter-spacing: 0.8pt", "twentieths of a point"),
    Said("text-transform: uppercase", "capitalize and lowercase change the words themselves"),
    Said("font-variant-caps: small-caps"),
    Said("text-decoration: underline double", "solid, double, dotted, dashed, wavy"),
    Said("text-decoration: line-through"),
    Said("visibility: hidden", "as hidden text: it takes no room in Word"),
)
BLOCKS = (
    Said("text-align: center"),
    Said("text-align: end", "by the direction of the paragraph"),
    Said("text-align: justify"),
    Said("text-indent: 10mm"),
    Said("text-indent: -10mm"),
    Said("margin: 6pt 0 9.5pt", "neighbours collapse as in CSS; a negative one is 0"),
    Said("margin: 0 10mm 0 20mm"),
    Said("padding-left: 9pt", "an indent where nothing is drawn"),
    Said("line-height: 27.6pt", "a multiple of the natural line of the font"),
    Said("line-height: 20pt; --docx-line: atLeast", "exact, atLeast"),
    Said(
        "border-left: 2.25pt solid #a00; padding-left: 9pt", "at most 31 pt from the text; groove and ridge are lines"
    ),
    Said("background: #eef3f7", "a colour; padded by a border of its own colour"),
    Said("break-after: avoid"),
    Said("break-inside: avoid"),
    Said("break-before: page"),
    Said("orphans: 1; widows: 1", "2 lines or none"),
    Said("hyphens: auto", "switched on for the document, off by style"),
    Said("bookmark-level: 2"),
    Said("--docx-tabs: 'right . 100%'", "leaders: dots, underscores, hyphens"),
    Said("direction: rtl"),
)
LETTERS = "ol { list-style-type: lower-alpha }"
COUNTED = (
    '.n { --docx-style: "Numbered"; counter-increment: n } .n::before { content: counter(n) ". "; '
    "display: inline-block; width: 10mm }"
)
DRAWING = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'/%3E"
STRUCTURES = (
    Built("vertical-align: super", "<p>1<sup>st</sup></p>", '<w:rStyle w:val="Raised"/>', "document",
          "Word sets raised text smaller by itself"),
    Built("list-style-type: disc", "<ul><li>a</li></ul>", '<w:numFmt w:val="bullet"/>', "numbering", "five levels"),
    Built(LETTERS, "<ol><li>a</li></ol>", '<w:numFmt w:val="lowerLetter"/>', "numbering",
          "decimal, alpha, roman, hebrew and such; other kinds: each item carries its own mark"),
    Built("counter-reset: list-item 3", '<ol style="counter-reset: list-item 3"><li>a</li></ol>',
          '<w:startOverride w:val="4"/>', "numbering"),
    Built(COUNTED, '<p class="n">a</p>', '<w:pStyle w:val="Numbered"/>', "numbering", "one counter a style"),
    Built('figcaption::before { content: "Figure " counter(fig) } figcaption { counter-increment: fig }',
          "<figure><figcaption>a</figcaption></figure>", "SEQ fig", "document", "decimal, alpha and roman"),
    Built("thead", "<table><thead><tr><th>a</th></tr></thead><tr><td>b</td></tr></table>", "<w:tblHeader/>"),
    Built("tr { break-inside: avoid }", "<table><tr><td>b</td></tr></table>", "<w:cantSplit/>"),
    Built("colspan", '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>',
          '<w:gridSpan w:val="2"/>'),
    Built("rowspan", '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
          '<w:vMerge w:val="restart"/>'),
    Built("width of columns", "<table><tr><td>a</td></tr></table>", "<w:gridCol ", "document", "as the PDF sets them"),
    Built("table { width: 50% }", "<table><tr><td>a</td></tr></table>", '<w:tblW w:w="2500" w:type="pct"/>', "document",
          "in the body; elsewhere as wide as in the PDF"),
    Built("table { break-before: page }", "<p>a</p><table><tr><td>b</td></tr></table>", "<w:pageBreakBefore/>"),
    Built("vertical-align: middle; padding; border in a table", "<table><tr><td>a</td></tr></table>", "<w:tblCellMar>",
          "styles", "no collapsing of different borders"),
    Built("caption-side: top", "<table><caption>Figures</caption><tr><td>a</td></tr></table>",
          '<w:tblCaption w:val="Figures"/>'),
    Built("span.fn { float: footnote }", '<p>a<span class="fn">b</span></p>', "<w:footnoteReference "),
    Built("a[href]", '<p id="x"><a href="#x">a</a></p>', '<w:hyperlink w:anchor="_x"'),
    Built("a::after { content: target-counter(attr(href), page) }", '<p id="x"><a href="#x">a</a></p>', "PAGEREF _x"),
    Built(".n { counter-increment: n; --docx-style: 'N' } .n::before { content: counter(n) } "
          "a::after { content: target-counter(attr(href), n) }", '<p class="n" id="x">a</p><p><a href="#x">b</a></p>',
          "REF _x \\r", "document", "where Word prints the same number; else the number in words"),
    Built("a::after { content: target-text(attr(href)) }", '<p id="x">b <a href="#x">a</a></p>', "REF _x"),
    Built("nav { --docx-field: 'TOC \\\\o \"1-1\"' }",
          '<nav><ol><li><a href="#x">a</a></li></ol></nav><h1 id="x">a</h1>',
          "TOC \\o", "document", "filled with the pages of the PDF"),
    Built("hr", "<hr>", '<w:pStyle w:val="Rule"/>'),
    Built("section { page: wide } @page wide { size: A4 landscape }", "<section><p>a</p></section>",
          'w:orient="landscape"', "document", "first, left and right pages by :first, :nth(1 of name), :left"),
    Built(".h { position: running(h) } @page { @top-left { content: element(h) } }", '<p class="h">a</p><p>b</p>',
          ">a</w:t>", "header1", "six of sixteen margin boxes; another element of that name begins with a page"),
    Built(".w { --docx-watermark: behind; color: #ddd; font-size: 80pt; transform: rotate(-45deg) }",
          '<div class="w">DRAFT</div><p>a</p>', 'string="DRAFT"', "header1", "its words, font, size, colour and slant"),
    Built("img { width: 20mm }", f'<p><img src="{DRAWING}" alt="a"></p>', "<asvg:svgBlip ", "document",
          "PNG, JPEG, and SVG with a PNG beside it; the size is that of the PDF"),
    Built("@page { @bottom-right { content: counter(page) } }", "<p>b</p>", " PAGE ", "footer1"),
    Built("h1 { string-set: s content() } @page { @top-left { content: string(s) } }", "<h1>a</h1>", "STYLEREF 1",
          "header1"),
    Built("lang", '<p lang="fr">a</p>', '<w:lang w:val="fr-FR"/>'),
)  # fmt: skip

HEADER = """# What CSS becomes in Word

Made by `make docs`; a test holds it current. Styles are compiled from the theme alone; `--docx-style` names them,
`@media docx { }` says what shall differ.

"""


def main() -> int:
    """Write the page."""
    PLACE.write_text(page(), encoding="utf-8")
    print(PLACE.name)
    return 0


def page() -> str:
    """The whole page."""
    return HEADER + "\n".join((
        "## Text and blocks: in the definition of the style\n",
        _table(("CSS", "Word", "limits"), [(f"`{row.css}`", _code(construct(row.css)), row.limits)
                                           for row in (*TEXT, *BLOCKS)]),
        "## What a document is built of\n",
        _table(("CSS or HTML", "Word", "limits"), [(f"`{row.css}`", _code(row.element), row.limits)
                                                   for row in STRUCTURES]),
        "## What Word has not\n\nEach is a finding (CQ523) at the line of the CSS, silenced by `@media docx`.\n",
        _table(("CSS", "what is done instead"), [(", ".join(f"`{name}`" for name in limit.properties), limit.instead)
                                                 for limit in LIMITS]),
    ))  # fmt: skip


def construct(css: str) -> str:
    """What a declaration adds to the definition of a style."""
    rule = GROUND + f'.trial {{ --docx-style: "Trial"; --docx-based-on: "Normal"; {css} }}'
    book = stylebook((Source("theme.css", rule),), "en", "ltr")
    root = etree.fromstring(part("styles", styles_xml(book)))
    style = next(s for s in root.iter(W + "style") if s.get(W + "styleId") == "Trial")
    said = [child for kind in ("pPr", "rPr") for child in style.findall(f"{W}{kind}/*")]
    return " ".join(_bare(etree.tostring(child, encoding="unicode")) for child in said)


def part_of(row: Built) -> str:
    """The part of a Word file made from the piece of HTML."""
    declared = row.css if "{" in row.css else ""
    theme = Theme("trial", (Source("theme.css", f"{GROUND} .fn {{ float: footnote }} {declared}"),))
    kind = Kind("statement", Audience.PUBLIC, (), "Statement", (), template=Source("statement.html", ""))
    html = f'<!doctype html><html lang="en"><head><title>a</title></head><body>{row.html}</body></html>'
    sheet = Sheet(kind, "en", "ltr", html, theme, Properties("a", "en"))
    return _part(write_docx(sheet, PageFacts(1))[0], row.part)


def _part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(f"word/{name}.xml").decode()


def _bare(markup: str) -> str:
    return re.sub(r' xmlns:\w+="[^"]*"', "", markup)


def _code(markup: str) -> str:
    return f"`{markup.replace('|', '¦')}`"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(cell.replace("\n", " ") for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    raise SystemExit(main())
