import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from communique.write.layout import lay_out
from communique.write.pdf.structure_checks import CHECKS, structure_findings
from communique.write.pdf.writer import write_pdf
from sheet_making import PLAIN, make_sheet

pytestmark = pytest.mark.xdist_group("breakages")

BODY = """
<h1>Title</h1><h2>Part</h2><p>Words<span class="fn">A note.</span> and <a href="https://example.org/">a link</a>.</p>
<ul><li>One</li></ul>
<table><thead><tr><th>Name</th><th>Value</th></tr></thead>
<tbody><tr><th scope="row">A</th><td>1</td></tr></tbody></table>
<p><img src="pictures/map.png" alt="A map"></p>"""

SECOND_RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'


@pytest.fixture(scope="module")
def good(picture):
    css = PLAIN + ".fn { float: footnote } @page { @top-left { content: counter(page) } }"
    sheet = make_sheet(BODY, css, pictures={"map.png": picture})
    data, found = write_pdf(sheet, lay_out(sheet))
    assert found == ()
    assert structure_findings(data) == ()
    return data


def first(pdf, role):
    """The first element of a role."""
    return next(thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/S") == Name(f"/{role}"))


def numbers(pdf):
    return pdf.Root.StructTreeRoot.ParentTree.Nums


def annotation(pdf):
    return pdf.pages[0].obj.Annots[0]


def font(pdf):
    return next(thing for thing in pdf.objects if isinstance(thing, Dictionary) and "/DescendantFonts" in thing)


def image(pdf):
    return next(
        thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
    )


def rewrite(pdf, old, new, times=-1):
    contents = pdf.pages[0].obj.Contents
    assert old in contents.read_bytes()
    contents.write(contents.read_bytes().replace(old, new, times))


def packet(pdf, old, new):
    stream = pdf.Root.Metadata
    text = stream.read_bytes()
    assert old in text
    pdf.Root.Metadata = pikepdf.Stream(pdf, text.replace(old, new))


def drop(thing, *keys):
    for key in keys:
        del thing[key]


def swap_note(pdf):
    kids = first(pdf, "Note").P.K
    kids.insert(0, kids[next(n for n, kid in enumerate(kids) if getattr(kid, "S", None) == "/Note")])


def move_up(pdf):
    first(pdf, "L").P.K.append(pdf.make_indirect(Dictionary(S=Name.Link, K=Array([first(pdf, "Link")]))))
    first(pdf, "Link").P = first(pdf, "L").P.K[-1]


BREAKAGES = {
    "alternative text removed": ("CQ564", lambda pdf: drop(first(pdf, "Figure"), "/Alt")),
    "alternative text blank": ("CQ564", lambda pdf: setattr(first(pdf, "Figure"), "Alt", String(" "))),
    "figure off the page": ("CQ564", lambda pdf: setattr(first(pdf, "Figure").A, "BBox", Array([0, 0, 9999, 1]))),
    "heading skipped": ("CQ568", lambda pdf: setattr(first(pdf, "H2"), "S", Name.H3)),
    "first heading not of the first level": ("CQ568", lambda pdf: setattr(first(pdf, "H1"), "S", Name.H2)),
    "scope removed": ("CQ565", lambda pdf: drop(first(pdf, "TH").A, "/Scope")),
    "no such header": ("CQ565", lambda pdf: setattr(first(pdf, "TD").A, "Headers", Array([String("other")]))),
    "list without numbering": ("CQ573", lambda pdf: drop(first(pdf, "L"), "/A")),
    "paragraph in a list": ("CQ573", lambda pdf: setattr(first(pdf, "LI"), "S", Name.P)),
    "cell outside a row": ("CQ573", lambda pdf: setattr(first(pdf, "TR"), "S", Name.TD)),
    "note without identifier": ("CQ566", lambda pdf: drop(first(pdf, "Note"), "/ID")),
    "note before its reference": ("CQ566", swap_note),
    "two elements with one identifier": ("CQ566", lambda pdf: setattr(first(pdf, "Note"), "ID", first(pdf, "TH").ID)),
    "link without words": ("CQ567", lambda pdf: drop(annotation(pdf), "/Contents")),
    "link tagged as something else": ("CQ567", lambda pdf: setattr(first(pdf, "Link"), "S", Name.Span)),
    "link inside a link": ("CQ567", move_up),
    "null in the parent tree": ("CQ562", lambda pdf: numbers(pdf)[1].__setitem__(2, None)),
    "element cut off": ("CQ562", lambda pdf: first(pdf, "H2").P.K.__delitem__(1)),
    "content promised but not painted": ("CQ562", lambda pdf: first(pdf, "H1").K.append(999)),
    "content number gone astray": ("CQ562", lambda pdf: rewrite(pdf, b"/MCID 2>>", b"/MCID 3>>", 1)),
    "parent tree swapped": ("CQ562", lambda pdf: numbers(pdf)[1].__setitem__(2, first(pdf, "H2"))),
    "painted without a tag": ("CQ561", lambda pdf: rewrite(pdf, b"BT", b"EMC BT", 1)),
    "a line drawn outside": ("CQ561", lambda pdf: pdf.pages[0].contents_add(b"0 0 m 9 9 l S")),
    "an artefact that is tagged": ("CQ561", lambda pdf: rewrite(pdf, b"/Span", b"/Artifact", 1)),
    "no language": ("CQ571", lambda pdf: drop(pdf.Root, "/Lang")),
    "not marked": ("CQ571", lambda pdf: drop(pdf.Root, "/MarkInfo")),
    "title not shown": ("CQ571", lambda pdf: drop(pdf.Root, "/ViewerPreferences")),
    "no title": ("CQ571", lambda pdf: drop(pdf.docinfo, "/Title")),
    "no output intent": ("CQ571", lambda pdf: drop(pdf.Root, "/OutputIntents")),
    "no order of tabulation": ("CQ571", lambda pdf: drop(pdf.pages[0].obj, "/Tabs")),
    "no structure tree": ("CQ571", lambda pdf: drop(pdf.Root, "/StructTreeRoot")),
    "no metadata": ("CQ569", lambda pdf: drop(pdf.Root, "/Metadata")),
    "metadata broken": ("CQ569", lambda pdf: packet(pdf, b"</rdf:RDF>", b"")),
    "RDF doubled": ("CQ569", lambda pdf: packet(pdf, b"</rdf:RDF>", b"</rdf:RDF>" + SECOND_RDF)),
    "not PDF/UA by its own words": ("CQ569", lambda pdf: packet(pdf, b"<pdfuaid:part>1<", b"<pdfuaid:part>2<")),
    "another title in the metadata": ("CQ569", lambda pdf: packet(pdf, b">Universalization<", b">Other<")),
    "font not embedded": ("CQ570", lambda pdf: drop(font(pdf).DescendantFonts[0].FontDescriptor, "/FontFile2")),
    "font without characters": ("CQ570", lambda pdf: drop(font(pdf), "/ToUnicode")),
    "font keyed by CID": ("CQ570", lambda pdf: setattr(font(pdf).DescendantFonts[0], "Subtype", Name.CIDFontType0)),
    "picture smoothed": ("CQ572", lambda pdf: setattr(image(pdf), "Interpolate", True)),
}  # fmt: skip


@pytest.mark.parametrize(("number", "break_it"), BREAKAGES.values(), ids=BREAKAGES.keys())
def test_a_deliberate_breakage_is_found(good, number, break_it):
    with pikepdf.open(io.BytesIO(good)) as pdf:
        break_it(pdf)
        broken = io.BytesIO()
        pdf.save(broken, fix_metadata_version=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert number in {finding.code.number for finding in structure_findings(broken.getvalue())}


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # WeasyPrint leaves its colour profile open
def test_what_weasyprint_writes_by_itself_is_found_wanting(picture):
    layout = lay_out(make_sheet(BODY, PLAIN + ".fn { float: footnote }", pictures={"map.png": picture}))
    found = {finding.message for finding in structure_findings(layout.document.write_pdf(pdf_variant="pdf/a-3a"))}
    assert found >= {
        "the metadata are compressed",
        "the metadata do not say pdfuaid:part 1 once",
        "a list does not say how it is numbered",
        "page 1: a header cell has no scope",
        "a picture asks to be smoothed",
    }


def test_text_made_transparent_is_found():
    sheet = make_sheet('<h1>Title</h1><p style="opacity: 0.5">words</p>')
    found = structure_findings(write_pdf(sheet, lay_out(sheet))[0])
    assert "CQ563" in {finding.code.number for finding in found}


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_one_finding(data):
    assert [finding.code.number for finding in structure_findings(data)] == ["CQ560"]


def test_every_check_says_what_it_holds():
    assert all(check.__doc__ for check in CHECKS)
