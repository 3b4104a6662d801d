"""What of a letterhead travels with the papers: its looks and furniture, nothing that tells of people or machines."""

from collections.abc import Iterator

from communique.write.letterhead.hidden import hidden_runs, hidden_styles, take_hidden_away
from communique.write.letterhead.package import ROOT, Element, Package, R, Relation, W, dump, only, parse, reachable

LOOKS = frozenset({"styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes"})
"""Parts that Word finds by the kind of their relation alone."""

LEFT = {
    "vbaProject": "macros",
    "attachedTemplate": "the template that it is attached to",
    "comments": "comments",
    "commentsExtended": "comments",
    "commentsIds": "comments",
    "commentsExtensible": "comments",
    "people": "names of people",
    "customXml": "hidden data (custom XML)",
    "custom-properties": "properties of the file",
    "glossaryDocument": "building blocks",
    "keyMapCustomizations": "keyboard and toolbar settings",
    "mailMergeSource": "the source of a mail merge",
    "mailMergeHeaderSource": "the source of a mail merge",
    "recipientData": "the recipients of a mail merge",
    "thumbnail": "a thumbnail",
    "classificationlabels": "a sensitivity label",
    "control": "ActiveX controls",
    "oleObject": "embedded objects",
    "package": "embedded files",
}
"""Relations that do not travel, and how a person calls what they lead to."""

CHANGES = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
           "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge")  # fmt: skip
MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", "permStart", "permEnd",
         "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "annotationRef",
         "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
         "lastRenderedPageBreak", "dataBinding", "showingPlcHdr", "control", "object")  # fmt: skip
GONE = tuple(f"{W}{name}" for name in (*CHANGES, *MARKS, "del", "moveFrom"))
UNWRAPPED = tuple(f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml"))

SETTINGS = ("attachedTemplate", "mailMerge", "docVars", "rsids", "revisionView", "trackRevisions", "documentProtection",
            "writeProtection", "updateFields", "linkStyles", "proofState", "attachedSchema", "schemaLibrary",
            "saveThroughXslt", "activeWritingStyle", "documentType", "hideSpellingErrors", "hideGrammaticalErrors",
            "readModeInkLockDown", "docId", "chartTrackingRefBased")  # fmt: skip
"""Settings that belong to the letterhead's author, or would lock or alter the papers."""

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
RELATED = (f"{R}id", f"{R}embed", f"{R}link", f"{R}pict", f"{R}dm", f"{R}lo", f"{R}qs", f"{R}cs")


def fit_to_travel(package: Package) -> Package:
    """The letterhead as a plain document without what is not for others."""
    document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    package = package.with_part(package.main, package.parts[package.main], document)
    hiding = hidden_styles(package)
    for name in text_parts(package):
        package = package.with_part(name, dump(take_hidden_away(_without_traces(package.tree(name)), hiding)))
    if settings := package.related("settings"):
        package = package.with_part(settings, dump(_own_settings(package.tree(settings))))
    relations = {owner: tuple(_kept(package, owner)) for owner in package.relations}
    package = Package(package.parts, package.types, relations)
    return only(package, reachable(package))


def left_behind(package: Package) -> tuple[str, ...]:
    """What does not travel, as a person calls it, each once."""
    found = [LEFT[one.kind] for held in package.relations.values() for one in held if one.kind in LEFT]
    hiding = hidden_styles(package)
    for name in text_parts(package):
        root = package.tree(name)
        if hidden_runs(root, hiding):
            found.append("hidden text")
        if (
            next(root.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo", f"{W}rPrChange", f"{W}pPrChange"), None)
            is not None
        ):
            found.append("tracked changes")
    if settings := package.related("settings"):
        found += _locks(package.tree(settings))
    return tuple(dict.fromkeys(found))


def text_parts(package: Package) -> tuple[str, ...]:
    """The parts with words: the text, headers and footers, notes."""
    kinds = {"header", "footer", "footnotes", "endnotes"}
    related = (one.target for one in package.of(package.main) if one.kind in kinds and not one.external)
    return (package.main, *sorted(dict.fromkeys(related)))


def _locks(settings: Element) -> Iterator[str]:
    if settings.find(f"{W}documentProtection") is not None:
        yield "the protection against editing"
    if settings.find(f"{W}docVars") is not None:
        yield "document variables"


def _without_traces(root: Element) -> Element:
    """The part with its changes accepted, and no comment, session number or bound data in it."""
    for mark in list(root.iter(f"{W}del", f"{W}ins")):
        if mark.getparent().tag in {f"{W}rPr", f"{W}trPr"}:
            _accept_mark(mark)
    for element in list(root.iter(*GONE)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in list(root.iter(*UNWRAPPED)):
        _unwrap(element)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith((f"{W}rsid", f"{W14}paraId", f"{W14}textId"))]:
            del element.attrib[name]
    return root


def _accept_mark(mark: Element) -> None:
    """The mark of a paragraph or row that was put in or taken away; a row taken away goes whole."""
    holder = mark.getparent()
    if holder.tag == f"{W}trPr" and mark.tag == f"{W}del":
        row = holder.getparent()
        row.getparent().remove(row)
    else:
        holder.remove(mark)


def _unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    at = parent.index(element)
    inside = [child for child in element if not child.tag.endswith(("smartTagPr", "customXmlPr"))]
    parent.remove(element)
    parent[at:at] = inside


def _own_settings(settings: Element) -> Element:
    for element in list(settings):
        if element.tag.rpartition("}")[2] in SETTINGS:
            settings.remove(element)
    return settings


def _kept(package: Package, owner: str) -> Iterator[Relation]:
    """The relations of a part that travel: those its looks need, and those that its XML names."""
    named: set[str] = set()
    if owner in package.parts and owner.endswith((".xml", ".vml")):
        root = parse(package.parts[owner])
        named = {value for element in root.iter() for name in RELATED if (value := element.get(name))}
    for one in package.of(owner):
        if owner == ROOT:
            travels = one.kind == "officeDocument"
        else:
            travels = one.kind in LOOKS or (one.id in named and one.kind not in LEFT)
        if travels:
            yield one
