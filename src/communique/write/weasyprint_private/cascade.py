"""WeasyPrint's cascade: the computed style of elements, pseudo-elements and pages.

Private, and so only here: `get_all_computed_styles`, the `cascaded` declarations it leaves on a
style, `PageType` with `set_page_type_computed_styles`, and `CounterStyle`. Each promise that is
leaned on stands in `tests/write/weasyprint_private/test_cascade.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML
from weasyprint.css import get_all_computed_styles
from weasyprint.css.counters import CounterStyle
from weasyprint.layout.page import PageType, set_page_type_computed_styles
from weasyprint.text.constants import get_lang_quotes
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

__all__ = ["Cascade", "Computed", "Element", "Page", "PagePlace", "is_element", "quotation_marks"]

Computed: TypeAlias = Mapping[str, Any]
"""The computed values of one element, by property name with `_` for `-`; lengths in CSS px."""

MARGIN_BOXES = tuple(f"@{edge}-{side}" for edge in ("top", "bottom") for side in ("left", "center", "right"))
"""The margin boxes that have a place in a Word header or footer."""

LATER = 7
"""The index of some page that is not a first one: no rule we can follow names the eighth page."""


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Which page is asked for: its name, its side, and whether it is the first of its name or of all."""

    name: str = ""
    side: str = "right"
    first_of_name: bool = False
    first_of_all: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The computed style of a page, of its margin boxes that have content, and of the place of its notes."""

    style: Computed
    boxes: Mapping[str, Computed]
    notes: Computed


class Cascade:
    """The computed styles of one HTML document under one stylesheet."""

    def __init__(self, html: str, css: str, medium: str = "docx") -> None:
        rules = _parsed(css, medium)
        self._html = HTML(string=html, media_type=medium, url_fetcher=_nothing())
        self._style_of = get_all_computed_styles(
            self._html,
            [rules.sheet],
            presentational_hints=True,  # `start` of a list is one
            font_config=rules.fonts,
            counter_style=rules.counter_style,
            color_profiles={},
            page_rules=[],
            layers=[],
        )
        self._page_rules = rules.sheet.page_rules
        self.counter_style: Any = rules.counter_style
        self.root: Element = self._html.etree_element
        self._pages: dict[PagePlace, Page] = {}

    def style(self, element: Element) -> Computed:
        """The computed style of an element."""
        style: Computed = self._style_of(element)
        return style

    def pseudo(self, element: Element, name: str) -> Computed | None:
        """The computed style of `::name` of an element, when any rule speaks of it."""
        style: Computed | None = self._style_of(element, name)
        return style

    def own(self, element: Element, custom: str, pseudo: str | None = None) -> str | None:
        """The value of a custom property declared for exactly this element.

        Custom properties inherit; what an ancestor says about itself is no answer here.
        """
        style = self._style_of(element, pseudo)
        name = custom.replace("-", "_")
        return _words(style[name]) if style is not None and name in style.cascaded else None

    def inherited(self, element: Element, custom: str) -> str | None:
        """The value of a custom property, an ancestor's when the element has none."""
        return _words(self._style_of(element)[custom.replace("-", "_")])

    def parent(self, element: Element) -> Element | None:
        """The element around an element; None around the root."""
        return self._parents.get(element)

    def ancestors(self, element: Element) -> Iterator[Element]:
        """The elements around an element, the nearest first."""
        around = self._parents.get(element)
        while around is not None:
            yield around
            around = self._parents.get(around)

    def matches(self, element: Element, selector: Any) -> bool:  # noqa: ANN401 - cssselect2 ships no types
        """True when a compiled selector fits the element."""
        return selector.pseudo_element is None and any(selector.test(node) for node in self._wrapped(element))

    def page(self, place: PagePlace) -> Page:
        """The style of a page, of its margin boxes with content (css-page-3, 5) and of its notes (css-gcpm-3, 2.3)."""
        if place not in self._pages:
            index = 0 if place.first_of_all else LATER
            group = (place.name, 0 if place.first_of_name else LATER)
            page = PageType(place.side, blank=False, name=place.name, index=index, groups=(group,))
            set_page_type_computed_styles(page, self._html, self._style_of)
            boxes = {box: self._style_of(page, box) for box in MARGIN_BOXES}
            self._pages[place] = Page(
                self._style_of(page),
                {box: style for box, style in boxes.items() if _has_content(style)},
                self._style_of(page, "@footnote"),
            )
        return self._pages[place]

    def has_first(self, name: str) -> bool:
        """True when a rule speaks of the nth page of this name: `@page :nth(1 of name)`."""
        return any(
            selector.index is not None and selector.index[2] == name
            for _, selectors, _ in self._page_rules
            for _, _, selector in selectors
        )

    @cached_property
    def _parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.root.iter() for child in parent}

    def _wrapped(self, element: Element) -> Iterator[Any]:
        wrappers = self._html.wrapper_element.iter_subtree()
        return (wrapper for wrapper in wrappers if wrapper.etree_element is element)


def is_element(node: Element) -> bool:
    """False for a comment, which stands in the tree like an element but has no style."""
    return isinstance(node.tag, str)


@dataclass(frozen=True, slots=True)
class _Rules:
    """A stylesheet made ready for matching."""

    sheet: Any
    fonts: Any
    counter_style: Any


@lru_cache(maxsize=16)
def _parsed(css: str, medium: str) -> _Rules:
    """The stylesheet, parsed once for all the documents that wear it."""
    fonts, counter_style = FontConfiguration(), CounterStyle()
    sheet = CSS(
        string=css,
        media_type=medium,
        font_config=fonts,
        counter_style=counter_style,
        url_fetcher=_nothing(),
    )
    return _Rules(sheet, fonts, counter_style)


def quotation_marks(style: Computed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The opening and the closing marks of a style by depth: its own, else those of its language."""
    own = style["quotes"]
    if own == "none":
        return (), ()
    opening, closing = get_lang_quotes(style["lang"]) if own == "auto" else own
    return tuple(opening), tuple(closing)


def _nothing() -> URLFetcher:
    """Fetches nothing: a computed style needs neither fonts nor pictures."""
    return URLFetcher(allowed_protocols=())


def _has_content(style: Computed | None) -> bool:
    return style is not None and style["content"] not in {"normal", "none", "inhibit", "contents"}


def _words(tokens: Any) -> str | None:  # noqa: ANN401 - tinycss2 ships no types
    """The value of a custom property as text; strings lose their quotation marks."""
    if not tokens:
        return None
    return "".join(token.value if token.type in {"string", "ident"} else token.serialize() for token in tokens).strip()
