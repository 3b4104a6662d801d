"""What the validators do not look for: identities given twice, unbalanced fields, missing names and words."""

import re
from collections import Counter

from write.docx.opened import W, at

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def faults(opened):
    """Every fault found, as short lines."""
    return [*_package(opened), *_identities(opened), *_fields(opened), *_names(opened), *_headings(opened)]


def _twice(what, values):
    return [f"{what} {value} twice" for value, count in Counter(values).items() if count > 1 and value]


def _package(opened):
    yield from _twice("member", [name.lower() for name in opened.names])
    if opened.dates != {(1980, 1, 1, 0, 0, 0)}:
        yield f"dates {opened.dates}"
    if opened.names != sorted(opened.names, key=lambda name: (name != "[Content_Types].xml", name)):
        yield "members out of order"


def _identities(opened):
    texts = opened.parts("document", "header", "footer", "footnotes").values()
    starts = [mark for root in texts for mark in root.iter(W + "bookmarkStart")]
    names = [mark.get(W + "name") for mark in starts]
    yield from _twice("bookmark name", [name.lower() for name in names])
    yield from (f"bookmark name {name}" for name in names if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", name))
    opens = [mark.get(W + "id") for mark in starts]
    closes = [mark.get(W + "id") for root in texts for mark in root.iter(W + "bookmarkEnd")]
    yield from _twice("bookmark id", opens)
    yield from (f"bookmark id {ident} unpaired" for ident in set(opens) ^ set(closes))
    yield from _twice("sdt", [at(control, "sdtPr/id") for root in texts for control in root.iter(W + "sdt")])
    yield from _twice("paraId", [p.get(W14 + "paraId") for root in texts for p in root.iter(W + "p")])
    yield from _twice("drawing", [drawing.get("id") for root in texts for drawing in root.iter(WP + "docPr")])
    known = {mark.lower() for mark in names}
    for root in texts:
        anchors = [link.get(W + "anchor") for link in root.iter(W + "hyperlink")]
        yield from (f"link to {name}" for name in anchors if name and name.lower() not in known)


def _fields(opened):
    for name, root in opened.parts("document", "header", "footer", "footnotes").items():
        depth = 0
        for mark in root.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if depth < 0:
                yield f"field closed too early in {name}"
        if depth:
            yield f"field left open in {name}"


def _names(opened):
    core = opened.members["docProps/core.xml"].decode()
    if not re.search(r"<dc:title>[^<]+", core):
        yield "no title"
    if opened.root("styles").find(f".//{W}rPrDefault//{W}lang") is None:
        yield "no language"
    document = opened.root()
    for drawing in document.iter(WP + "docPr"):
        if not drawing.get("descr") and drawing.find(f".//{DECORATIVE}") is None:
            yield f"picture {drawing.get('id')} without words"
    styles = {style.get(W + "styleId") for style in opened.root("styles").iter(W + "style")}
    for root in opened.parts("document", "header", "footer", "footnotes").values():
        used = {e.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle") for e in root.iter(W + tag)}
        yield from (f"style {ident} is not there" for ident in used - styles)


def _headings(opened):
    level_of = {
        style.get(W + "styleId"): int(at(style, "name")[8:])
        for style in opened.root("styles").iter(W + "style")
        if re.fullmatch(r"heading \d", at(style, "name"))
    }
    last = 0
    for style, text in opened.styled():
        level = level_of.get(style)
        if level and level > last + 1:
            yield f"heading level {level} after {last}: {text}"
        last = level or last
