"""Settings and fonts joined: the letterhead's, and what our text cannot do without (ECMA-376-1, 17.15, 17.8)."""

from copy import deepcopy

from communique.write.docx.settings import ORDER
from communique.write.letterhead.carry import put_part
from communique.write.letterhead.package import Element, Package, W, dump

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NEEDED = ("autoHyphenation", "footnotePr")


def join_settings(package: Package, ours: Package) -> Package:
    """The letterhead's settings with hyphenation and the separators of notes as our text has them."""
    wanted = ours.tree(ours.related("settings"))
    known = package.related("settings")
    settings = package.tree(known) if known else wanted
    for name in NEEDED:
        setting = wanted.find(W + name)
        if setting is not None and settings.find(W + name) is None:
            _insert(settings, _notes_of(package) if name == "footnotePr" else deepcopy(setting))
    return put_part(package, "settings", "word/settings.xml", dump(settings), f"{WORD}settings+xml")


def join_fonts(package: Package, ours: Package) -> Package:
    """The letterhead's table of fonts, and behind it those that our styles name besides."""
    wanted = ours.tree(ours.related("fontTable"))
    known = package.related("fontTable")
    fonts = package.tree(known) if known else wanted
    names = {font.get(f"{W}name", "").lower() for font in fonts}
    for font in list(wanted) if known else ():
        if font.get(f"{W}name", "").lower() not in names:
            fonts.append(font)
    for charset in fonts.iter(f"{W}charset"):
        charset.attrib.pop(f"{W}characterSet", None)  # LibreOffice's, from the Strict kind; w:val says it too
    return put_part(package, "fontTable", "word/fontTable.xml", dump(fonts), f"{WORD}fontTable+xml")


def _notes_of(package: Package) -> Element:
    """`w:footnotePr` with the separators that the notes have."""
    notes = package.tree(package.related("footnotes"))
    properties = notes.makeelement(f"{W}footnotePr")
    for note in notes:
        if note.get(f"{W}type") in {"separator", "continuationSeparator"}:
            separator = notes.makeelement(f"{W}footnote")
            separator.set(f"{W}id", note.get(f"{W}id"))
            properties.append(separator)
    return properties


def _insert(settings: Element, child: Element) -> None:
    """Put a setting where the schema wants it."""
    before = {W + name for name in ORDER[: ORDER.index(child.tag.removeprefix(W))]}
    settings.insert(sum(1 for known in settings if known.tag in before), child)
