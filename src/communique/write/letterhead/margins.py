"""What must stand in the margins of every page, whether or not the letterhead has a place for it."""

from collections.abc import Iterable, Sequence

from communique.write.letterhead.package import OFFICE, Element, Package, R, Relation, W, dump, parse
from communique.write.letterhead.placeholders import names_in

KINDS = ("header", "footer")
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
ROOTS = {"header": "hdr", "footer": "ftr"}


def put_in_margins(
    package: Package, sections: Sequence[Element], words: Iterable[tuple[str, str, str]], letterhead: Package
) -> Package:
    """Our running words for which the letterhead has no placeholder, as last lines of its headers and footers.

    `words` are the placeholder, the identifier of the style, and the words: the marking stands at the top
    and the foot, everything else at the top. `sections`: all of the document, in order; they are changed.
    """
    margins = [one.target for one in letterhead.of(letterhead.main) if one.kind in KINDS]
    named = frozenset[str]().union(*(names_in(letterhead.tree(part)) for part in margins))
    left = [(name, style, said) for name, style, said in words if said and name not in named]
    for kind in KINDS:
        lines = [(style, said) for name, style, said in left if kind == "header" or name == "marking"]
        if lines:
            package = _with_lines(package, sections, kind, lines)
    return package


def _with_lines(package: Package, sections: Sequence[Element], kind: str, lines: Sequence[tuple[str, str]]) -> Package:
    """The lines at the end of each header or footer that the sections show."""
    target = {one.id: one.target for one in package.of(package.main)}
    left_pages = {"even"} if _has_left_pages(package) else set[str]()
    done: set[str] = set()
    shown: set[str] = set()
    for section in sections:
        here = {one.get(f"{W}type") or "default": one.get(f"{R}id") for one in section.iterfind(f"{W}{kind}Reference")}
        for part in sorted({target[ident] for ident in here.values()} - done):
            package = package.with_part(part, _extended(package.parts[part], lines))
            done.add(part)
        shown |= set(here)  # a section without a header has that of the one before (17.10.1)
        first_page = {"first"} if section.find(f"{W}titlePg") is not None else set[str]()
        for variant in sorted(({"default"} | first_page | left_pages) - shown):
            package, made = _with_new(package, kind, lines)
            _refer(section, kind, variant, made)
            shown.add(variant)
    return package


def _extended(part: bytes, lines: Sequence[tuple[str, str]]) -> bytes:
    root = parse(part)
    for style, words in lines:
        root.append(_line(root, style, words))
    return dump(root)


def _with_new(package: Package, kind: str, lines: Sequence[tuple[str, str]]) -> tuple[Package, str]:
    """A header or footer of our own, and its relation."""
    root = parse(f'<w:{ROOTS[kind]} xmlns:w="{W[1:-1]}"/>'.encode())
    for style, words in lines:
        root.append(_line(root, style, words))
    name = package.free(f"word/{kind}9.xml")
    ident = f"cqMargin{sum(one.id.startswith('cqMargin') for one in package.of(package.main))}"
    package = package.with_part(name, dump(root), CONTENT.format(kind))
    return package.relating(package.main, Relation(ident, OFFICE + kind, name)), ident


def _refer(section: Element, kind: str, variant: str, ident: str) -> None:
    reference = section.makeelement(f"{W}{kind}Reference")
    reference.set(f"{W}type", variant)
    reference.set(f"{R}id", ident)
    section.insert(0, reference)


def _has_left_pages(package: Package) -> bool:
    settings = package.related("settings")
    return bool(settings) and package.tree(settings).find(f"{W}evenAndOddHeaders") is not None


def _line(root: Element, style: str, words: str) -> Element:
    paragraph = root.makeelement(f"{W}p")
    properties = _below(paragraph, "pPr")
    _below(properties, "pStyle").set(f"{W}val", style)
    _below(properties, "jc").set(f"{W}val", "center")
    _below(_below(paragraph, "r"), "t").text = words
    return paragraph


def _below(parent: Element, name: str) -> Element:
    child = parent.makeelement(W + name)
    parent.append(child)
    return child
