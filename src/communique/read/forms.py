"""What a front matter and a meeting.yaml may say: every key, and the kind of its value."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from communique.model.particulars import Delivery, Status
from communique.read.fields import Day, FactName, Moment, Period, Tag, Truth, Whole, Words
from communique.read.typed import Form


class FactForm(Form):
    """A fact: `name: value`, or `name: {value, label, source, as_of, public}`."""

    value: Words
    label: Words | None = None
    source: Words | None = None
    as_of: Day | None = None
    public: Truth = False


def _long(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    return {"value": value} if isinstance(value, str) else value


Facts = dict[FactName, Annotated[FactForm, BeforeValidator(_long, json_schema_input_type=Words | FactForm)]]


class Shared(Form):
    """What both may say."""

    place: Words | None = None
    delegation: Words | None = None
    venue: Words | None = None
    principal: Words | None = None
    marking: Words | None = None
    delivery: Delivery | None = None
    agenda_item: Words | None = None
    contact: Words | None = None
    origin: Words | None = None
    facts: Facts = Field(default_factory=dict)


class FrontMatter(Shared):
    """The front matter of a speech or a brief."""

    title: Words | None = None
    full_title: Words | None = None
    language: Tag | None = None
    status: Status | None = None
    revision: Whole | None = None
    speaker: Words | None = None
    speaker_title: Words | None = None
    delivered_by: Words | None = None
    meeting: Words | None = None
    date: Day | None = None
    symbol: Words | None = None
    circulated: Day | None = None


class MeetingForm(Shared):
    """meeting.yaml; `dates` is one day or two: 2012-09-11/2012-09-14. Nothing is sent before `release_at`."""

    name: Words
    short_name: Words | None = None
    dates: Period | None = None
    source: Words | None = None
    release_at: Moment | None = None
