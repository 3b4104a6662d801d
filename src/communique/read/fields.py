"""The kinds of values that a key may take, each strict: what a person may misread is refused."""

import re
from datetime import date, datetime
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from communique.read.sources import CONTROL

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})")
WHOLE = re.compile(r"0|[1-9]\d{0,8}")
AMOUNT = re.compile(r"(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?")
LANGUAGE_TAG = re.compile(  # RFC 5646, 2.1: language, script, region, variants, private use
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(?:-x(?:-[A-Za-z0-9]{1,8})+)?"
)
FACT_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")
MARKUP = re.compile(r"\]\{|[{}]|:{2,}|<!--|-->|\]\(|\[\^")
"""What would be a mark in a text: in a title or a fact it would be printed, private words and all."""
LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")

T = TypeVar("T")


def words(value: object) -> str:
    """One line of words, or a complaint."""
    if not isinstance(value, str):
        raise _refusal("words", "words are expected here, not a list, a table or a number")
    line = LINE_END.sub(" ", value.strip())
    if not line:
        raise _refusal("words", "this has no words")
    if CONTROL.search(line):
        raise _refusal("words", "a control character stands here")
    if any(mark in line for mark in ("{{", "}}", "{%", "%}", "{#", "#}")):
        raise _refusal("words", "a look-up or template code stands here, where nothing is looked up")
    if mark := MARKUP.search(line):
        raise _refusal("words", f"{mark.group()!r} marks nothing here: the words would be printed as they are")
    return line


def day(value: object) -> date:
    """A day of the calendar, year-month-day."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _refusal("day", f"{value} is no day of the calendar") from None
    raise _refusal("day", f"{_shown(value)} is not a date: write year-month-day, such as 2012-09-11")


def moment(value: object) -> datetime:
    """A moment with its time zone, as the distance from UTC: 2012-09-11T10:00+02:00."""
    if isinstance(value, str) and ISO_MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise _refusal("day", f"{value} is no moment of the calendar") from None
    advice = "write day, time and distance from UTC, such as 2012-09-11T10:00+02:00"
    raise _refusal("day", f"{_shown(value)} is no moment with a time zone: {advice}")


def period(value: object) -> tuple[date, date]:
    """One day, or the first and the last of several: 2012-09-11/2012-09-14."""
    parts = value.split("/") if isinstance(value, str) else [value]
    if len(parts) > 2:
        raise _refusal("day", f"{_shown(value)} is not one day or two: write 2012-09-11/2012-09-14")
    first, last = day(parts[0]), day(parts[-1])
    if last < first:
        raise _refusal("day", f"the last day ({last}) is before the first ({first})")
    return first, last


def tag(value: object) -> str:
    """A well-formed BCP 47 tag in its usual case."""
    if not isinstance(value, str) or not LANGUAGE_TAG.fullmatch(value):
        raise _refusal("tag", f"{_shown(value)} is not a language tag: write en, fr, nb, pt-BR, zh-Hant")
    first, *rest = value.split("-")
    return "-".join((first.lower(), *(_cased(part) for part in rest)))


def _cased(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def truth(value: object) -> bool:
    """True or false, in these words only."""
    if value in {True, "true"}:
        return True
    if value in {False, "false"}:
        return False
    raise _refusal("truth", f"{_shown(value)} is neither true nor false: write true or false")


def whole(value: object) -> int:
    """A whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and WHOLE.fullmatch(value):
        return int(value)
    raise _refusal("whole", f"{_shown(value)} is not a whole number such as 2")


def amount(value: object) -> float:
    """A number of minutes and the like."""
    if isinstance(value, str) and AMOUNT.fullmatch(value):
        return float(value)
    raise _refusal("amount", f"{_shown(value)} is not a number such as 8 or 2.5")


def fact_name(value: object) -> str:
    """The name of a fact: letters, digits and underscores."""
    if isinstance(value, str) and FACT_NAME.fullmatch(value):
        return value
    raise _refusal("fact_name", f"{_shown(value)} cannot name a fact: use letters, digits and _, a letter first")


def some(values: tuple[T, ...]) -> tuple[T, ...]:
    """A list that is not empty."""
    if not values:
        raise _refusal("some", "this list is empty")
    return values


def _refusal(kind: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "{message}", {"message": message})


def _shown(value: object) -> str:
    text = str(value) if isinstance(value, str | int | float) else "this"
    return f'"{text[:40]}"' if text != "this" else text


Days = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$")]
"""A period as one writes it: what an editor is told of it."""

Words = Annotated[str, BeforeValidator(words, json_schema_input_type=str | int | float)]
Day = Annotated[date, BeforeValidator(day)]
Moment = Annotated[datetime, BeforeValidator(moment)]
Period = Annotated[tuple[date, date], BeforeValidator(period, json_schema_input_type=Days)]
Tag = Annotated[str, BeforeValidator(tag)]
Truth = Annotated[bool, BeforeValidator(truth)]
Whole = Annotated[int, BeforeValidator(whole)]
Amount = Annotated[float, BeforeValidator(amount)]
FactName = Annotated[str, BeforeValidator(fact_name)]
