"""What a front matter and a meeting.yaml may say: every key, and the kind of its value."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from communique.model.particulars import Delivery, Status
from communique.read.fields import Day, FactName, Moment, Period, Tag, Truth, Whole, Words
from communique.read.typed import Form


class FactForm(Form):
    """A fact: `name: value`, or `name: {value, label, source, as_of, public}`."""

    value: Words
    """What `{{ name }}` becomes in a text."""
    label: Words | None = None
    """What it is, in the table of facts."""
    source: Words | None = None
    """Where you have it from."""
    as_of: Day | None = None
    """The day on which it was so."""
    public: Truth = False
    """Whether the public may see its source and day."""


def _long(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    return {"value": value} if isinstance(value, str) else value


Facts = dict[FactName, Annotated[FactForm, BeforeValidator(_long, json_schema_input_type=Words | FactForm)]]


class Shared(Form):
    """What both may say."""

    place: Words | None = None
    """Where the meeting is."""
    delegation: Words | None = None
    """Whose paper it is."""
    venue: Words | None = None
    """The rules of the place: a file of `venues/`, or one that is shipped."""
    principal: Words | None = None
    """The wishes of who speaks: a file of `principals/`."""
    marking: Words | None = None
    """The words at top and bottom of papers that are not public. A label; it protects nothing."""
    delivery: Delivery | None = None
    """Check against delivery, read out verbatim, or neither."""
    agenda_item: Words | None = None
    """Its number or name; the words "Agenda item" are printed before it."""
    contact: Words | None = None
    """Whom to ask."""
    origin: Words | None = None
    """The originating department, at the end of the briefing pack."""
    facts: Facts = Field(default_factory=dict)
    """Each by its name: a value, or keys as below."""


class FrontMatter(Shared):
    """The front matter of a speech or a brief."""

    title: Words | None = None
    """On the page."""
    full_title: Words | None = None
    """In the document properties and the running head; else the title."""
    language: Tag | None = None
    """Of the text; else the first of the settings."""
    status: Status | None = None
    """`draft` prints DRAFT, and `--final` refuses it."""
    revision: Whole | None = None
    """The number of this version of the text."""
    speaker: Words | None = None
    """Who speaks."""
    speaker_title: Words | None = None
    """As what."""
    delivered_by: Words | None = None
    """Who reads it out, if that is another."""
    meeting: Words | None = None
    """The name of the meeting; else that of its `meeting.yaml`."""
    date: Day | None = None
    """The day of the speech."""
    symbol: Words | None = None
    """The document symbol."""
    circulated: Day | None = None
    """The day on which it was handed out."""


class MeetingForm(Shared):
    """meeting.yaml; `dates` is one day or two: 2012-09-11/2012-09-14. Nothing is sent before `release_at`."""

    name: Words
    """In full, as it is to be printed."""
    short_name: Words | None = None
    """As the running head has it."""
    dates: Period | None = None
    """One day, or the first and the last."""
    source: Words | None = None
    """Where you have all this from."""
    release_at: Moment | None = None
    """Before this moment nothing is sent."""
