"""Splice: a finished PDF gets the first page of another: what it paints, its fonts, and its tags.

Everything else stays as it is: the other pages and their tags, outline, labels, metadata, attachments. The tags of the
first page are those of the new one, so that on every page each marked content has the one tag that knows it; to swap
contents alone would pass every validator and be wrong wherever a name takes two lines.
"""

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name

Object: TypeAlias = Any
"""A pikepdf object; its dictionaries answer with whatever the file holds."""

BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/Rotate")
OWN = frozenset({"/Type", "/S", "/P", "/Pg", "/K"})
"""The keys of a structure element that are written anew; all others are copied (ISO 32000-1, table 323)."""


def splice(base: bytes, cover: bytes) -> bytes:
    """The base with the first page of `cover`; the same two give the same bytes.

    `objection` has to have nothing against them.
    """
    return _spliced(base, cover, pikepdf.ObjectStreamMode.generate)


def fingerprint(data: bytes, cover: bytes) -> str:
    """SHA-256 in hex of a PDF with `cover` for its first page: two files have one when all else in them is the same.

    How objects are packed depends on how many the first page had, so they are laid side by side here.
    """
    return sha256(_spliced(data, cover, pikepdf.ObjectStreamMode.disable)).hexdigest()


def _spliced(base: bytes, cover: bytes, packing: pikepdf.ObjectStreamMode) -> bytes:
    with pikepdf.open(BytesIO(base)) as whole, pikepdf.open(BytesIO(cover)) as front:
        page, new = whole.pages[0].obj, front.pages[0].obj
        page.Contents = whole.copy_foreign(new.Contents)
        page.Resources = whole.copy_foreign(front.make_indirect(new.Resources))
        _graft(whole, front)
        written = BytesIO()
        whole.save(
            written,
            object_stream_mode=packing,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return written.getvalue()


def objection(base: bytes, cover: bytes) -> str:
    """Why the first page of a base may not be replaced by covers like this one, which is its own; or nothing.

    `cover` was laid out alone from the same words: when it paints another page than the base has, what is printed there
    depends on the pages behind it.
    """
    with pikepdf.open(BytesIO(base)) as whole, pikepdf.open(BytesIO(cover)) as front:
        if len(front.pages) != 1:
            return "its cover runs over the page"
        page, alone = whole.pages[0].obj, front.pages[0].obj
        if any(page.get(box) != alone.get(box) for box in BOXES if box in page or box in alone):
            return "its cover alone has another size of page"
        if page.Contents.read_bytes() != alone.Contents.read_bytes():
            return "its cover prints what only the whole document knows, such as the number of pages"
        if len(whole.pages) == 1:
            return ""
        if "/Annots" in page or "/Annots" in alone:
            return "its cover holds a link"
        if len(list(_leading(whole))) != len(_document(front).K):
            return "a part of it begins on the cover and goes on behind it"
        if any("/ID" in element for element in _below(_document(front))):
            return "its cover holds a table or a note"
    return ""


def _graft(whole: pikepdf.Pdf, front: pikepdf.Pdf) -> None:
    """Put the elements of the new first page in the place of the old ones, and have the ParentTree know them."""
    document, page = _document(whole), whole.pages[0].obj
    old = list(_leading(whole))
    grown: dict[tuple[int, int], Object] = {}
    new = [_copied(element, document, page, whole, grown) for element in _document(front).K.as_list()]
    document.K = Array([*new, *document.K.as_list()[len(old) :]])
    slots = [grown[slot.objgen] if isinstance(slot, Dictionary) else None for slot in _slots(front)]
    _set_slots(whole, Array(slots))


def _copied(
    element: Object, parent: Object, page: Object, whole: pikepdf.Pdf, grown: dict[tuple[int, int], Object]
) -> Object:
    """An element of another file with all below it, on that page and under that parent."""
    own = {key: _parsed(value) for key, value in element.items() if key not in OWN}
    node = whole.make_indirect(
        Dictionary({"/Type": Name.StructElem, "/S": element.S, "/P": parent, "/Pg": page, **own})
    )
    grown[element.objgen] = node
    node.K = Array([_copied_kid(kid, node, page, whole, grown) for kid in _kids(element)])
    return node


def _copied_kid(
    kid: Object, node: Object, page: Object, whole: pikepdf.Pdf, grown: dict[tuple[int, int], Object]
) -> Object:
    if isinstance(kid, int):
        return kid
    if "/MCID" in kid:
        return Dictionary({"/Type": Name.MCR, "/Pg": page, "/MCID": kid.MCID})
    return _copied(kid, node, page, whole, grown)


def _parsed(value: Object) -> Object:
    return pikepdf.Object.parse(value.unparse(resolved=True))


def _document(opened: pikepdf.Pdf) -> Object:
    """The one element below the root of the structure tree."""
    return opened.Root.StructTreeRoot.K[0]


def _leading(opened: pikepdf.Pdf) -> Iterator[Object]:
    """The elements that begin on the first page, up to the first that does not."""
    first = opened.pages[0].obj.objgen
    for element in _document(opened).K.as_list():
        if element.get("/Pg") is None or element.Pg.objgen != first:
            return
        yield element


def _below(element: Object) -> Iterator[Object]:
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _kids(element: Object) -> list[Object]:
    inside = element.get("/K", Array())
    return list(inside.as_list()) if isinstance(inside, Array) else [inside]


def _slots(opened: pikepdf.Pdf) -> list[Object]:
    """By MCID, the elements that know the marked contents of the first page (ISO 32000-1, 14.7.4.4)."""
    numbers, at = _numbers(opened)
    return list(numbers[at].as_list())


def _set_slots(opened: pikepdf.Pdf, slots: Array) -> None:
    numbers, at = _numbers(opened)
    numbers[at] = opened.make_indirect(slots)


def _numbers(opened: pikepdf.Pdf) -> tuple[Object, int]:
    """The ParentTree as WeasyPrint writes it, in one array, and where in it the first page is."""
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    wanted = int(opened.pages[0].obj.StructParents)
    return numbers, next(at + 1 for at in range(0, len(numbers), 2) if int(numbers[at]) == wanted)
