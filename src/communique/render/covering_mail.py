"""The words of a covering mail, from a template of plain text: the sandbox of papers, without HTML."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import TemplateError, TemplateRuntimeError

from communique.diagnostics.codes.mail import BAD_MAIL_TEMPLATE
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.model.addressee import Addressee
from communique.model.labels import PLACE, Labels, UnfilledPlace
from communique.model.meeting import Meeting
from communique.model.templates import Templates
from communique.render.environment import PRINT, NothingPrinted, Unknown, sandbox
from communique.render.faults import diagnose

SUBJECT = "Subject:"
FILTERS = ("length", "upper", "lower", "capitalize", "first", "last")
RAISED = (TemplateError, UnfilledPlace, TypeError, ValueError, AttributeError, LookupError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class Words:
    """The subject and the text of a mail."""

    subject: str
    text: str


def covering_mail(
    template: Source, labels: Labels, meeting: Meeting, recipient: Addressee, papers: Iterable[str]
) -> Words:
    """The mail to one recipient; `papers` are the names of the attached files. Refused, for a fault in the template."""
    templates = Templates(((template.path, template),))
    jinja = sandbox(templates, FILTERS, {PRINT: _printed}, {}, autoescape=False)
    given = {"meeting": meeting, "recipient": recipient, "papers": tuple(papers), "labels": PlainLabels(labels)}
    try:
        filled = jinja.get_template(template.path).render(given)
    except RAISED as fault:
        finding = diagnose(fault, jinja, templates)
        if finding is None:
            raise
        raise Refused(finding) from None
    subject, _, text = filled.strip().partition("\n")
    if not subject.startswith(SUBJECT) or not subject.removeprefix(SUBJECT).strip():
        message = "the covering mail does not begin with a line Subject: and words"
        raise Refused(BAD_MAIL_TEMPLATE.at(template.line_span(1), message, "write it before everything else"))
    return Words(" ".join(subject.removeprefix(SUBJECT).split()), text.strip() + "\n")


class PlainLabels:
    """The labels of a mail: words without markup."""

    __slots__ = ("_labels",)

    def __init__(self, labels: Labels) -> None:
        self._labels = labels

    def __call__(self, wording: str, /, **places: object) -> str:
        """The wording in the language, its named places filled; a place that nobody fills is an `UnfilledPlace`."""
        text = self._labels.wording(wording)
        if missing := [name for name in PLACE.findall(text) if places.get(name) is None]:
            raise UnfilledPlace(missing[0])
        return PLACE.sub(lambda place: str(places[place[1]]), text)


def _printed(value: object, number: int) -> object:
    if value is None:
        raise NothingPrinted(number)
    if isinstance(value, bool) or not isinstance(value, (str, int, Unknown)):
        raise TemplateRuntimeError(f"this is no word and no number, but a {type(value).__name__}")
    return value
