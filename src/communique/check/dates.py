"""Dates: the day of a speech against those of its meeting."""

from collections.abc import Iterator

from communique.check.reading import Reading
from communique.diagnostics.codes.check import DATE_OUTSIDE_MEETING
from communique.diagnostics.diagnostic import Diagnostic, Related


def dates_outside_the_meeting(reading: Reading) -> Iterator[Diagnostic]:
    """A day of the speech before the meeting begins, or after it ends."""
    told = reading.speech.particulars
    if told.date is None or told.begins is None or told.ends is None or told.begins <= told.date <= told.ends:
        return
    side = "before the meeting begins" if told.date < told.begins else "after the meeting ends"
    day = told.begins if told.date < told.begins else told.ends
    message = f"the speech is dated {told.date}, {side} ({day})"
    advice = "correct date: in the front matter, or dates: in meeting.yaml"
    places = reading.speech.places
    related = (Related(places["begins"], "the meeting's days stand here"),) if "begins" in places else ()
    yield DATE_OUTSIDE_MEETING.at(places.get("date"), message, advice, related)
