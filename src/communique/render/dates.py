"""Dates in words, by language."""

import re
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton

DAY = re.compile(r"(?<!')d+(?!')")
"""The day in a date pattern such as "d. MMMM y"."""


def long_date(day: date, locale: Locale) -> str:
    """11 September 2012."""
    return str(format_date(day, "long", locale=locale)).replace("\u202f", "\u00a0")


def full_date(day: date, locale: Locale) -> str:
    """Tuesday, 11 September 2012."""
    return str(format_date(day, "full", locale=locale)).replace("\u202f", "\u00a0")


def short_date(day: date, locale: Locale) -> str:
    """11 Sept 2012."""
    return str(format_date(day, "medium", locale=locale)).replace("\u202f", "\u00a0")


def date_range(begins: date, ends: date, locale: Locale) -> str:
    """11-14 September 2012; 29 September - 2 October 2012 with spaces round the dash."""
    if begins == ends:
        return long_date(begins, locale)
    if (begins.year, begins.month) == (ends.year, ends.month):
        pattern = locale.date_formats["long"].pattern
        days = f"{begins.day}{'.' if DAY.search(pattern + ' ') and 'd.' in pattern else ''}–{ends.day}"
        return str(format_date(ends, DAY.sub(f"'{days}'", pattern, count=1), locale=locale)).replace("\u202f", "\u00a0")
    if begins.year != ends.year:
        return f"{long_date(begins, locale)} – {long_date(ends, locale)}"
    if locale.date_formats["long"].pattern.startswith("y"):
        return f"{long_date(begins, locale)} – {format_skeleton('MMMMd', ends, locale=locale)}"
    return f"{format_skeleton('MMMMd', begins, locale=locale)} – {long_date(ends, locale)}"
