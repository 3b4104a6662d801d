"""Identities given anew: of two files in one, no two bookmarks and no two drawings may have the same."""

from itertools import count

from communique.write.letterhead.package import Element, Package, W, dump
from communique.write.letterhead.travel import text_parts

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
LAST_EDIT = "_GoBack"
"""The bookmark at which Word's last user stopped."""


def count_anew(package: Package) -> Package:
    """The package with its drawings and bookmarks counted through, part by part."""
    drawings, bookmarks = count(1), 0
    names: set[str] = set()
    for part in text_parts(package):
        root = package.tree(part)
        for drawing in root.iter(f"{WP}docPr"):
            drawing.set("id", str(next(drawings)))
        bookmarks = _count_bookmarks(root, bookmarks, names)
        package = package.with_part(part, dump(root))
    return package


def _count_bookmarks(root: Element, last: int, names: set[str]) -> int:
    """Give each bookmark its number, by pairs; one that is there twice, or tells of an edit, goes."""
    opened: dict[str, Element] = {}
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        ident = mark.get(f"{W}id")
        if mark.tag == f"{W}bookmarkStart":
            opened.pop(ident, None)
            name = mark.get(f"{W}name") or ""
            if name == LAST_EDIT or name.lower() in names:
                mark.getparent().remove(mark)
                continue
            names.add(name.lower())
            opened[ident] = mark
        elif ident in opened:
            last += 1
            opened.pop(ident).set(f"{W}id", str(last))
            mark.set(f"{W}id", str(last))
        else:
            mark.getparent().remove(mark)
    return last
