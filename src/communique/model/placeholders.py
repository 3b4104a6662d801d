"""Placeholders of a letterhead: what a ministry may write between two braces, and what stands there on paper."""

PLACEHOLDERS = {
    "title": "the title on the page, or what the paper is",
    "full_title": "the title of the document properties",
    "kind": "what the paper is: Statement, Briefing pack",
    "delegation": "whose paper it is",
    "speaker": "who speaks",
    "speaker_title": "the title of the speaker",
    "delivered_by": "who reads it out for the speaker",
    "meeting": "the name of the meeting",
    "meeting_short": "its short name",
    "agenda_item": "the item of the agenda",
    "place": "where the meeting is",
    "date": "the day of the speech, else the days of the meeting",
    "symbol": "the document symbol",
    "circulated": "the day of circulation",
    "revision": "the number of the revision",
    "contact": "whom to ask",
    "marking": "for whom the paper is, on internal papers alone",
    "draft": "the word DRAFT, while it is one",
}
"""Each name with what it stands for; `{{ body }}`, the text itself, is not among them. What is unknown is empty."""

Fields = tuple[tuple[str, str], ...]
"""Names of placeholders, each with its words."""


def filled(fields: Fields) -> dict[str, str]:
    """The words of every placeholder; nothing for those that are not given."""
    return {**dict.fromkeys(PLACEHOLDERS, ""), **dict(fields)}
