"""Addresses in stylesheets and templates that nothing may be fetched from, each with its place."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from communique.diagnostics.codes.write import REFUSED_ADDRESS, REFUSED_ELEMENT, UNSAFE_LINK
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source, Span
from communique.model.sheet import Sheet

FETCHING = frozenset({"link", "base", "object", "embed", "iframe"})
"""Elements that fetch or attach a file, or change where others fetch from."""

SAFE_LINKS = ("https:", "http:", "mailto:", "tel:", "#")
BESIDE_THEME = 'put the file beside the theme.css, or beside the text as "pictures/NAME"'


def refused_addresses(sheet: Sheet, root: Element, refused: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A finding for each address that the fetcher refused; `refused` tells why, by address."""
    for address, reason in refused.items():
        words = _short(unquote(address))
        span = _place(sheet.theme.stylesheets, address) or _place((sheet.kind.template,), address)
        element = _element_with(root, address)
        where = "" if span or element is None else f", asked for by {element}"
        yield REFUSED_ADDRESS.at(span, f'"{words}" is not fetched{where}: {reason}', help=BESIDE_THEME)


def refused_elements(sheet: Sheet, root: Element) -> Iterator[Diagnostic]:
    """A finding for each element that would fetch or attach a file, and for each link to a file."""
    for element in root.iter():
        attaches = element.tag == "a" and "attachment" in element.get("rel", "").lower().split()
        if element.tag in FETCHING or attaches:
            span = _place((sheet.kind.template,), f"<{element.tag}")
            message = f"{shown(element)} fetches or attaches a file"
            yield REFUSED_ELEMENT.at(span, message, help="take the element out of the template")
        elif element.tag == "a" and not (address := element.get("href", "#")).strip().lower().startswith(SAFE_LINKS):
            span = _place((sheet.kind.template,), address)
            message = f'the link "{_short(address)}" leads to a file or runs a script'
            yield UNSAFE_LINK.at(span, message, help="write https://…, mailto:… or #an-id")


def shown(element: Element) -> str:
    """The start tag of an element, as a template owner would recognise it."""
    names = " ".join(f'{name}="{_short(value)}"' for name, value in sorted(element.attrib.items()))
    return f"<{element.tag.rpartition('}')[2]}{' ' if names else ''}{names}>"


def _place(sources: tuple[Source, ...], words: str) -> Span | None:
    """Where the words stand, percent-encoded or not."""
    for source in sources:
        for spelling in (words, unquote(words)):
            start = source.text.find(spelling) if spelling else -1
            if start >= 0:
                return source.span(start, start + len(spelling))
    return None


def _element_with(root: Element, address: str) -> str | None:
    """The start tag of the first element that names the address."""
    for element in root.iter():
        if any(unquote(address) in unquote(value) for value in element.attrib.values()):
            return shown(element)
    return None


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[:most] + "…"
