"""Ways to break a good PDF: what each damages, and the number of the finding that says so."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

SECOND_RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'

BODY = """
<h1>Title</h1><h2>Part</h2><p>Words<span class="fn">A note.</span> and <a href="https://example.org/">a link</a>.</p>
<ul><li>One</li></ul>
<table><thead><tr><th>Name</th><th>Value</th></tr></thead>
<tbody><tr><th scope="row">A</th><td>1</td></tr></tbody></table>
<p><img src="pictures/map.png" alt="A map"></p>"""
"""A body with one of everything that can be broken."""

CSS = ".fn { float: footnote } @page { @top-left { content: counter(page) } }"


def broken(data, break_it):
    """The bytes of a PDF after the damage."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        break_it(pdf)
        saved = io.BytesIO()
        pdf.save(saved, fix_metadata_version=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return saved.getvalue()


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
