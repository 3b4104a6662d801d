"""Speaking time: the words of the speech against the slot of its venue."""

from collections.abc import Iterator

from communique.check.line import Line
from communique.check.reading import Reading
from communique.check.sentences import spoken_words
from communique.diagnostics.codes.check import AGED_VENUE, OVER_TIME
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.pace import WORDS_PER_MINUTE

A_YEAR = 365


def over_time(reading: Reading) -> Iterator[Diagnostic]:
    """More words than the slot holds, at the place where it ends."""
    venue, words = reading.dossier.venue, words_of_the_slot(reading)
    if venue is None or words is None:
        return
    said = [(line, place) for line in _speech(reading) for place in spoken_words(line, 0, len(line.text))]
    if len(said) > words:
        line, place = said[words]
        slot = f"{_clock(venue.minutes)} = {words} words" if venue.minutes else f"{words} words"
        message = f"You have {slot}; you are at {len(said)}; over by {len(said) - words}"
        advice = "the slot ends here; shorten, or mark what is only circulated as ::: written"
        yield OVER_TIME.at(line.span(*place), message, advice)


def aged_venue(reading: Reading) -> Iterator[Diagnostic]:
    """Rules of a venue that were looked up more than a year before the meeting."""
    venue = reading.dossier.venue
    if venue and (reading.day - venue.checked).days > A_YEAR:
        message = f"the rules of {venue.title} were last looked up on {venue.checked}"
        yield AGED_VENUE.at(reading.speech.places.get("venue"), message, f"compare them with {venue.source}")


def words_of_the_slot(reading: Reading) -> int | None:
    """How many words fit into the slot: at the speaker's pace, else as the venue says, else at a slow pace."""
    venue, principal = reading.dossier.venue, reading.dossier.principal
    if venue is None:
        return None
    own = principal.words_per_minute if principal else None
    if venue.words and not (own and venue.minutes):
        return venue.words
    return round(venue.minutes * (own or venue.words_per_minute or WORDS_PER_MINUTE)) if venue.minutes else None


def _speech(reading: Reading) -> Iterator[Line]:
    return (line for line in reading.spoken if line.aside is None)


def _clock(minutes: float) -> str:
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"
