"""The filters of the templates: inline words, dates, numbers and lists by language.

None of them touches the world. Each gets the printing as its first argument and what it is put
behind as its second.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial, wraps
from typing import Any, TypeVar

from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit
from jinja2 import TemplateRuntimeError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from communique.model import sentences as model_sentences
from communique.model.block import Block
from communique.model.edition import Edition
from communique.model.inline import Inline, plain
from communique.render import dates, ordinals
from communique.render import inline as writing
from communique.render.printing import Printing, locale_of

Value = TypeVar("Value")

ENDS = ".!?:;…。！？؟۔"
"""Marks after which a lead-in needs no full stop."""


def inline(printing: Printing, line: tuple[Inline, ...], language: str | None = None) -> Markup:
    """The words of a line as HTML; `language` when it is not that of the edition."""
    return writing.inline(_given(line, tuple), printing, language)


def lead_in(printing: Printing, line: tuple[Inline, ...]) -> Markup:
    """The words of a title that runs into the text behind it, closed by a full stop."""
    words = plain(_given(line, tuple)).rstrip()
    stop = "" if words.endswith(tuple(ENDS)) else "。" if printing.language.startswith(("zh", "ja")) else "."
    return writing.inline(line, printing) + stop


def sentences(
    printing: Printing, line: tuple[Inline, ...], language: str | None = None
) -> tuple[tuple[Inline, ...], ...]:
    """The sentences of a line, each a line of its own."""
    return model_sentences.sentences(_given(line, tuple), language or printing.language)


def numbers(printing: Printing, ids: Iterable[str]) -> list[tuple[str, int]]:
    """The paragraphs of these ids that have a number: (id, ¶)."""
    return [(name, printing.numbers[name]) for name in ids if name in printing.numbers]


def anchor(printing: Printing, identity: str) -> Markup:  # noqa: ARG001 - every filter is called alike
    """The id of a paragraph in the document."""
    return writing.anchor(_given(identity, str))


def language_of(printing: Printing, block: Block) -> Markup:
    """The attributes of a block in another language than the edition's."""
    return writing.language_attributes(getattr(block, "language", None), printing.language)


def long_date(printing: Printing, day: date) -> str:
    """11 September 2012, by language."""
    return printing.generate(dates.long_date(_given(day, date), printing.locale))


def full_date(printing: Printing, day: date) -> str:
    """Tuesday, 11 September 2012, by language."""
    return printing.generate(dates.full_date(_given(day, date), printing.locale))


def short_date(printing: Printing, day: date) -> str:
    """11 Sept 2012, by language."""
    return printing.generate(dates.short_date(_given(day, date), printing.locale))


def date_range(printing: Printing, begins: date, ends: date | None = None) -> str:
    """11-14 September 2012, by language; one day when the end is not known."""
    last = begins if ends is None else ends
    return printing.generate(dates.date_range(_given(begins, date), last, printing.locale))


def number(printing: Printing, value: float) -> str:
    """A number as the language writes it, with one decimal at most."""
    return printing.generate(format_decimal(_given(value, (int, float)), "#,##0.#", locale=printing.locale))


def ordinal(printing: Printing, value: int) -> str:
    """3rd, 3e, 3.: a whole number as an ordinal, by language."""
    return printing.generate(ordinals.ordinal(_given(value, int), printing.language))


def duration(printing: Printing, minutes: float) -> str:
    """4 minutes, 55 seconds: minutes as one says them, by language."""
    whole, seconds = divmod(round(_given(minutes, (int, float)) * 60), 60)
    said = [(amount, unit) for amount, unit in ((whole, "minute"), (seconds, "second")) if amount] or [(0, "minute")]
    return printing.generate(", ".join(format_unit(amount, unit, locale=printing.locale) for amount, unit in said))


def unbroken(printing: Printing, words: str) -> str:
    """A name that stays on one line: every space in it holds both sides together."""
    return printing.typeset(_given(words, str)).replace(" ", "\u00a0")


def listed(printing: Printing, words: Iterable[str]) -> str:
    """Norway, Chile and Kenya: words joined as the language joins them."""
    return printing.generate(format_list([_given(word, str) for word in words], locale=printing.locale))


def language_name(printing: Printing, tag: str) -> str:
    """What a language is called in the language of the paper; a tag that nobody knows stays as it is."""
    known = locale_of(_given(tag, str)).get_language_name(printing.locale)
    return printing.generate(known or tag)


def document_title(printing: Printing, edition: Edition) -> Markup:
    """The title in the properties: the full title; of an internal paper with the name of its kind."""
    return Markup.escape(title_of(printing, edition))


def title_of(printing: Printing, edition: Edition) -> str:
    """The same as plain text."""
    full = edition.particulars.full_title
    return f"{full} – {printing.labels.wording(printing.kind.title)}" if printing.kind.internal else full


FILTERS = (
    inline,
    lead_in,
    sentences,
    numbers,
    anchor,
    language_of,
    long_date,
    full_date,
    short_date,
    date_range,
    number,
    ordinal,
    duration,
    unbroken,
    listed,
    language_name,
    document_title,
)
"""What communique adds; a template names them as they are named here."""

JINJA_FILTERS = (
    "abs",
    "batch",
    "capitalize",
    "count",
    "dictsort",
    "e",
    "escape",
    "first",
    "groupby",
    "int",
    "items",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "slice",
    "sort",
    "sum",
    "title",
    "trim",
    "unique",
    "upper",
)
"""What stays of Jinja's own: nothing that draws lots, prints Python, or stops the escaping."""


def filters_for(printing: Printing) -> dict[str, Callable[..., Any]]:
    """Our filters by name, each bound to the printing."""
    return {function.__name__: never_folded(partial(function, printing)) for function in FILTERS}


def knowing(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja's that refuses what is unknown; left alone it would make the word None of it."""

    @wraps(function)
    def call(*arguments: object, **named: object) -> Any:  # noqa: ANN401 - as the filter gives
        value = arguments[1 if hasattr(function, "jinja_pass_arg") else 0]
        if value is None or (isinstance(value, (list, tuple)) and function.__name__.endswith("join") and None in value):
            raise TemplateRuntimeError("wants something, not nothing")
        try:
            return function(*arguments, **named)
        except (TypeError, ValueError, AttributeError) as error:
            raise TemplateRuntimeError(str(error)) from error

    return call


def never_folded(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, run at every printing: Jinja would work out a constant once, for whichever came first."""

    @pass_context
    def call(_: Context, *arguments: object, **named: object) -> Any:  # noqa: ANN401 - as the filter gives
        try:
            return function(*arguments, **named)
        except TypeError as error:
            if error.__traceback__ and error.__traceback__.tb_next is None:  # it was never begun: wrong arguments
                raise TemplateRuntimeError(str(error)) from error
            raise

    return call


def _given(value: Value, wanted: type | tuple[type, ...]) -> Value:
    if not isinstance(value, wanted):
        names = " or ".join(kind.__name__ for kind in (wanted if isinstance(wanted, tuple) else (wanted,)))
        raise TemplateRuntimeError(f"wants {names}, not {'nothing' if value is None else type(value).__name__}")
    return value
