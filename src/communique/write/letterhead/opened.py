"""A letterhead opened: a package of Word's that can be built on, or one clear line why it cannot."""

from collections.abc import Iterator
from typing import NoReturn

from lxml.etree import XMLSyntaxError

from communique.diagnostics.codes import letterhead as codes
from communique.diagnostics.diagnostic import Code
from communique.diagnostics.refused import Refused
from communique.model.damaged import DAMAGED
from communique.model.theme import Asset
from communique.write.letterhead.package import ROOT, Package, R, W, parse, reachable, read_package

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old formats of Office begin, and every file that is locked with a password ([MS-CFB], 2.2)."""
STRICT = "http://purl.oclc.org/ooxml/"
LARGEST = 50 * 1024 * 1024
"""The bytes a letterhead may have."""

Found = tuple[Code, str, str]
"""A code, what is wrong, and what to do."""


class Unusable(Exception):
    """A letterhead that cannot be built on."""

    def __init__(self, code: Code, message: str, advice: str) -> None:
        super().__init__(message)
        self.code, self.advice = code, advice


def open_letterhead(letterhead: Asset, theme: str) -> Package:
    """The package of a letterhead; Refused with one line when it is none."""
    try:
        package = _opened(letterhead.data)
        _look_through(package)
    except Unusable as fault:
        raise Refused(fault.code.at(None, f"{place(theme, letterhead)}: {fault}", fault.advice)) from None
    return package


def place(theme: str, letterhead: Asset) -> str:
    """Where a letterhead stands, as findings name it."""
    return f"templates/themes/{theme}/{letterhead.name}"


def _opened(data: bytes) -> Package:
    if data.startswith(COMPOUND):
        message = "it is locked with a password, or a file of the old Word (.doc)"
        raise Unusable(codes.LOCKED_LETTERHEAD, message, codes.LOCKED_LETTERHEAD.right)
    if len(data) > LARGEST:
        _refuse_as_damaged(f"it is larger than {LARGEST // 1024 // 1024} MB", "make its pictures smaller")
    if not data.startswith(b"PK"):
        told = "it is empty" if not data else "it is no Word file"
        raise Unusable(codes.NOT_A_WORD_FILE, told, codes.NOT_A_WORD_FILE.right)
    try:
        return read_package(data)
    except KeyError:
        message = "it is a container, but no Word file"
        raise Unusable(codes.NOT_A_WORD_FILE, message, codes.NOT_A_WORD_FILE.right) from None
    except (XMLSyntaxError, *DAMAGED) as fault:
        _refuse_as_damaged(f"it cannot be read: {fault}")


def _look_through(package: Package) -> None:
    """That it is a Word file of the usual kind, and whole."""
    if any(one.type.startswith(STRICT) for one in package.of(ROOT)):
        message = 'it was saved as "Strict Open XML Document"'
        raise Unusable(
            codes.STRICT_LETTERHEAD, message, f"save it {codes.STRICT_LETTERHEAD.right.removeprefix('saved ')}"
        )
    main = package.main
    if main and main not in package.parts:
        _refuse_as_damaged(f"its text, {main}, is missing")
    if "wordprocessingml" not in package.types.get(main, "") and "ms-word" not in package.types.get(main, ""):
        message = "it is a file of Office, but not of Word" if main else "it is a container, but no Word file"
        raise Unusable(codes.NOT_A_WORD_FILE, message, codes.NOT_A_WORD_FILE.right)
    for owner in (main, *reachable(package)):
        for message in _gaps(package, owner):
            _refuse_as_damaged(message)
    root = parse(package.parts[main])
    if root.tag.startswith("{" + STRICT):
        raise Unusable(codes.STRICT_LETTERHEAD, "it is a Strict Open XML Document", codes.STRICT_LETTERHEAD.right)
    if root.find(f"{W}body") is None:
        _refuse_as_damaged(f"{main} holds no text")
    if not package.related("styles"):
        _refuse_as_damaged("it has no styles")


def _gaps(package: Package, owner: str) -> Iterator[str]:
    """What a part names and does not have."""
    held = package.of(owner)
    for one in held:
        if not one.external and one.target not in package.parts and one.kind != "NULL":
            yield f"{owner} names {one.target}, which is not in the file"
        if one.external and one.kind == "image":
            message = f"{owner} shows a picture that is not in the file but at {one.target}"
            raise Unusable(codes.LINKED_PICTURE, message, codes.LINKED_PICTURE.right)
    if not owner.endswith((".xml", ".vml")):
        return
    try:
        root = parse(package.parts[owner])
    except XMLSyntaxError as fault:
        yield f"{owner} is damaged: {fault}"
        return
    known = {one.id for one in held}
    for element in root.iter():
        for name in ("id", "embed", "link", "pict"):
            ident = element.get(R + name)
            if ident and ident not in known:
                yield f"{owner} names the relation {ident}, which is not in the file"


def _refuse_as_damaged(message: str, advice: str = codes.DAMAGED_LETTERHEAD.right) -> NoReturn:
    raise Unusable(codes.DAMAGED_LETTERHEAD, message, advice)
