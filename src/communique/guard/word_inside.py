"""A Word file read back: the words of all its text parts, and everything else that it holds."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, TypeAlias

from lxml import etree

from communique.guard.picture_inside import legible, picture_inside
from communique.guard.reading import Hidden, Reading, Stands, Voice
from communique.guard.word_text import Part, W, read_part, vanishing_styles
from communique.guard.zip_members import Member, Unreadable, members

Element: TypeAlias = Any
"""An lxml element."""

ATTRIBUTE = re.compile(rb"""=\s*(?:"([^"]*)"|'([^']*)')""")
REMARK = re.compile(rb"<!--(.*?)-->|<\?(?!xml )(.*?)\?>", re.DOTALL)
PROSE_ATTRIBUTES = {
    "descr": "alternative text",
    "title": "title of a picture",
    "alt": "alternative text",
    "tooltip": "tooltip",
    "tblCaption": "title of a table",
    "tblDescription": "alternative text",
}
NAME_ATTRIBUTES = {"name": "name of a picture", "author": "author", "initials": "initials", "alias": "name of a field"}
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".emf", ".wmf", ".svg", ".webp")
FLOW = re.compile(r"word/(document|document\d+)\.xml")
MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
NOTES = re.compile(r"word/(footnotes|endnotes)\.xml")
COMMENTS = re.compile(r"word/comments.*\.xml")
PROPERTIES = re.compile(r"docProps/(core|app|custom)\.xml")
STANDARD = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app|custom)\.xml|word/_rels/[\w.]+\.rels|word/theme/theme\d*\.xml|"
    r"word/(?:document|styles|settings|fontTable|numbering|webSettings|footnotes|endnotes|header\d*|footer\d*)\.xml|"
    r"word/media/(?:image|picture)\d+\.\w+"
)
"""Names that every Word file has."""
ATTACHED = re.compile(r"word/(?:embeddings|activeX|vbaProject|afchunk)|docProps/thumbnail", re.IGNORECASE)
NUMBERED = re.compile(r"\w+(?: \w+)? ?\d+")
"""The name that a program gives a picture: Picture 1, Text Box 2."""
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False, load_dtd=False)


def read_word(name: str, data: bytes) -> Reading:
    """Every text of a Word file; Unreadable when it is none, or its XML is broken."""
    held = {member.name: member for member in members(data)}
    if not any(FLOW.fullmatch(part) for part in held):
        raise Unreadable("it holds no Word document")
    styles = held.get("word/styles.xml")
    vanishing = vanishing_styles(_parsed(styles)) if styles and b"vanish" in styles.data else frozenset()
    parts = [
        Part(member.name, stands, vanishing) for member in held.values() if (stands := _stands(member.name)) is not None
    ]
    order = {Stands.FLOW: 0, Stands.NOTE: 1, Stands.MARGIN: 2}
    hidden: list[Hidden] = []
    for part in sorted(parts, key=lambda part: (order[part.stands], part.where)):
        root = _parsed(held[part.where])
        read_part(root, part)
        hidden += _attributes(root, part.where)
    for member in held.values():
        hidden += _member(member)
    visible = tuple(piece for part in parts for piece in part.visible)
    return Reading(name, visible, tuple(hidden + [text for part in parts for text in part.hidden]))


def _stands(name: str) -> Stands | None:
    """Where the words of a part stand; None when it is no part of the text."""
    for pattern, stands in ((FLOW, Stands.FLOW), (MARGIN, Stands.MARGIN), (NOTES, Stands.NOTE)):
        if pattern.fullmatch(name):
            return stands
    return None


def _parsed(member: Member) -> Element:
    try:
        return etree.fromstring(member.data, PARSER)
    except etree.XMLSyntaxError as fault:
        raise Unreadable(f"{member.name} is damaged: {fault}") from fault


def _attributes(root: Element, where: str) -> Iterator[Hidden]:
    """What people wrote into attributes: alternative texts, names, authors."""
    for element in root.iter(
        "{*}docPr",
        "{*}cNvPr",
        "{*}tblCaption",
        "{*}tblDescription",
        "{*}alias",
        "{*}hyperlink",
        "{*}shape",
        "{*}comment",
        "{*}bookmarkStart",
    ):
        for key, value in element.attrib.items():
            local, tag = etree.QName(key).localname, etree.QName(element).localname
            if tag in PROSE_ATTRIBUTES and local == "val":
                yield Hidden(PROSE_ATTRIBUTES[tag], where, value)
            elif tag == "bookmarkStart" and local == "name":
                yield Hidden("bookmark", where, value, Voice.MACHINE)
            elif local in PROSE_ATTRIBUTES:
                yield Hidden(PROSE_ATTRIBUTES[local], where, value)
            elif local in NAME_ATTRIBUTES or tag == "alias":
                voice = Voice.MACHINE if NUMBERED.fullmatch(value) else Voice.NAME
                yield Hidden(NAME_ATTRIBUTES.get(local, "name of a field"), where, value, voice)


def _member(member: Member) -> Iterator[Hidden]:
    """What one member of the package holds besides the words of the page."""
    name, where = member.name, member.name or "container"
    if name:
        yield Hidden("name of a member", where, name, Voice.MACHINE if STANDARD.fullmatch(name) else Voice.NAME)
    if ATTACHED.match(name):
        yield Hidden("attached file", where, name, Voice.NAME)
    if member.remark:
        yield Hidden("remark in the container", where, member.remark)
    if name.lower().endswith(PICTURES):
        yield from picture_inside(member.data, where)
    elif name.endswith((".xml", ".rels", ".vml")):
        yield from _xml(member)
    elif name and not name.endswith("/"):
        yield Hidden("binary part", where, legible(member.data), Voice.BYTES)


def _xml(member: Member) -> Iterator[Hidden]:
    """Texts and attributes of any XML part, each once; those of the text parts were read with the text."""
    name = member.name
    if name.endswith(".rels"):
        yield from _relations(member)
    elif COMMENTS.fullmatch(name):
        yield from _comments(member)
    elif PROPERTIES.fullmatch(name):
        yield from _properties(member)
    elif _stands(name) is None:
        texts = " ".join(text for text in _parsed(member).itertext() if text.strip())
        if texts:
            voice = Voice.PROSE if name.startswith(("customXml/", "word/glossary")) else Voice.MACHINE
            yield Hidden("custom XML" if voice is Voice.PROSE else "text of a part", name, texts, voice)
    values = {one or other for one, other in ATTRIBUTE.findall(member.data)}
    yield Hidden(
        "attributes", name, unescape("\n".join(sorted(v.decode("utf-8", "replace") for v in values))), Voice.MACHINE
    )
    for one, other in REMARK.findall(member.data):
        yield Hidden("remark in the XML", name, (one or other).decode("utf-8", "replace"))


def _relations(member: Member) -> Iterator[Hidden]:
    for relation in _parsed(member):
        target = relation.get("Target") or ""
        if relation.get("TargetMode") == "External":
            yield Hidden("address of a relation", member.name, target, Voice.NAME)


def _comments(member: Member) -> Iterator[Hidden]:
    for comment in _parsed(member).iter(f"{W}comment"):
        author = comment.get(f"{W}author") or "nobody"
        yield Hidden(f"comment by {author}", member.name, "".join(comment.itertext(f"{W}t")))


def _properties(member: Member) -> Iterator[Hidden]:
    """The properties of the document; each by its own name."""
    for element in _parsed(member).iter():
        if isinstance(element.tag, str) and element.text and element.text.strip():
            local = etree.QName(element).localname
            holder = element.getparent()
            named = holder.get("name") if holder is not None else None
            yield Hidden(f"property {named or local}", member.name, element.text, _voice(local))


MACHINE_PROPERTIES = frozenset({
    "Application", "AppVersion", "TotalTime", "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines",
    "Paragraphs", "DocSecurity", "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged", "Template", "created",
    "modified", "revision", "version", "language", "i4", "bool", "filetime",
})  # fmt: skip
NAME_PROPERTIES = frozenset(["creator", "lastModifiedBy", "Manager", "Company"])


def _voice(local: str) -> Voice:
    return Voice.MACHINE if local in MACHINE_PROPERTIES else Voice.NAME if local in NAME_PROPERTIES else Voice.PROSE
