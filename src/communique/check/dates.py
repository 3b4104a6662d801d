"""Dates: the day of a speech against those of its meeting."""

import re
from collections.abc import Iterator

from communique.check.reading import Reading
from communique.diagnostics.codes.check import DATE_OUTSIDE_MEETING
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Span


def dates_outside_the_meeting(reading: Reading) -> Iterator[Diagnostic]:
    """A day of the speech before the meeting begins, or after it ends."""
    told = reading.speech.particulars
    if told.date is None or told.begins is None or told.ends is None or told.begins <= told.date <= told.ends:
        return
    side = "before the meeting begins" if told.date < told.begins else "after the meeting ends"
    day = told.begins if told.date < told.begins else told.ends
    message = f"the speech is dated {told.date}, {side} ({day})"
    advice = "correct date: in the front matter, or dates: in meeting.yaml"
    yield DATE_OUTSIDE_MEETING.at(_given(reading), message, advice)


def _given(reading: Reading) -> Span | None:
    """Where the day is given."""
    for source in reading.sources.values():
        if source.path.endswith(".md") and (found := DAY.search(source.text)):
            return source.span(*found.span())
    return None


DAY = re.compile(r"^date:[^\r\n#]*\d", re.MULTILINE)
