"""The order of a distribution, on one page: read, build, number, make, hand over, enter in the register.

Started again at any moment, it makes what is missing and nothing twice: what lies in place as it would be made is left
alone, and the register takes the same files a second time for the first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from communique.deliver.parcel import hand_over
from communique.deliver.register import Register, open_register
from communique.diagnostics.codes import distribution as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused, refuse_errors
from communique.engine.circumstances import circumstances
from communique.engine.crew import cores
from communique.engine.errand import DISTRIBUTION, Errand, is_personal
from communique.engine.errands import COVERING_NOTE, Texts, errand_of, faults, sets
from communique.engine.inputs import Inputs
from communique.engine.job import Job
from communique.engine.lists import lists_in
from communique.engine.order import Order
from communique.engine.packing import Packing
from communique.engine.plan import Watch, build, prepare
from communique.engine.survey import stock_of, undertake
from communique.engine.undertaking import Undertaking
from communique.model.audience import Audience
from communique.model.file_names import alike
from communique.model.kind import Scope
from communique.model.recipient import Recipient
from communique.model.workspace import Workspace
from communique.read.interventions import find
from communique.read.kinds import kinds
from communique.read.labels import read_labels
from communique.read.meetings import read_meeting


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a distribution. `hands`: processes at most, 0 = all cores.

    `draft`: texts that are drafts go out too. `keep_going`: rows that are well are served though others are not.
    """

    meeting: str
    draft: bool = False
    keep_going: bool = False
    hands: int = 0


@dataclass(frozen=True, slots=True)
class Handed:
    """One parcel: for whom, its place below `build/`, how many papers are in it, and whether it was made now."""

    name: str
    place: str
    papers: int
    made_now: bool


@dataclass(frozen=True, slots=True)
class Distributed:
    """What came of a distribution."""

    handed: tuple[Handed, ...]
    findings: tuple[Diagnostic, ...]


def distribute(workspace: Workspace, asked: Asked, inputs: Inputs, moment: datetime, watch: Watch) -> Distributed:
    """Everything that the recipients of a meeting are to be given, in place and in the register; or Refused."""
    meeting = read_meeting(workspace, asked.meeting)
    undertakings = _undertaken(workspace, asked)
    texts = Texts.of(asked.meeting, undertakings, kinds(workspace))
    recipients, in_lists = _served(workspace, asked, texts)
    findings = (*(finding for one in undertakings for finding in one.findings), *in_lists)
    _built(workspace, asked, inputs, texts, recipients, watch)
    prepare(workspace)
    with open_register(workspace, asked.meeting) as register:
        numbers = register.number(recipients)
        errands = [errand_of(one, texts, numbers.get(one.name)) for one in recipients]
        errands += sets(texts, workspace.settings, read_labels(workspace, workspace.settings.languages[0]))
        languages = (*texts.languages, *(errand.language for errand in errands))
        stock = stock_of(workspace, languages, circumstances())
        names = tuple(one.name for one in recipients)
        packing = Packing(workspace, meeting, stock, names, _jobs(undertakings), asked.hands or cores())
        done = list(_handed_over(packing, errands, register, register.run("distribute", moment), watch))
    told = (*findings, *(finding for _, found in done for finding in found))
    return Distributed(tuple(one for one, _ in done if one), tuple(dict.fromkeys(told)))


def _undertaken(workspace: Workspace, asked: Asked) -> list[Undertaking]:
    """Every intervention of the meeting, read and checked; Refused unless all of them may go out."""
    places = find(workspace, (workspace.content / asked.meeting,))
    if any(alike(place.name) == DISTRIBUTION for place in places):
        message = f'the intervention "{DISTRIBUTION}" would lie where the parcels of {asked.meeting} do'
        raise Refused(codes.RESERVED_NAME.at(None, message, help="rename its folder in content/"))
    personal = [kind for kind in kinds(workspace).values() if is_personal(kind) and kind.name != COVERING_NOTE]
    order = Order(final=not asked.draft)
    undertakings = [undertake(workspace, place, personal, order, "") for place in places]
    if any(one.is_refused for one in undertakings):
        raise Refused(*(finding for one in undertakings for finding in one.findings), _unfinished(asked.meeting))
    return undertakings


def _served(workspace: Workspace, asked: Asked, texts: Texts) -> tuple[list[Recipient], list[Diagnostic]]:
    """The rows that can be served, and what is wrong with the others; Refused for these unless it is to be gone on."""
    rolls = lists_in(workspace, asked.meeting, texts.languages)
    wrong = {one.name: found for one in rolls.recipients if (found := list(faults(one, texts)))}
    findings = [*rolls.findings, *(finding for found in wrong.values() for finding in found)]
    recipients = [one for one in rolls.recipients if one.name not in wrong]
    if not asked.keep_going:
        refuse_errors(findings)
    if not recipients:
        message = f"{asked.meeting} has no recipient who can be served"
        raise Refused(*findings, codes.NOTHING_TO_DISTRIBUTE.at(None, message, help=codes.NOTHING_TO_DISTRIBUTE.right))
    left = sum(finding.is_error for finding in findings)
    if left:
        message = f"{left} faults in the lists of {asked.meeting}: whoever they are about was given nothing"
        findings.append(codes.LEFT_OUT.at(None, message, help=codes.LEFT_OUT.right))
    return recipients, findings


def _built(
    workspace: Workspace, asked: Asked, inputs: Inputs, texts: Texts, recipients: Iterable[Recipient], watch: Watch
) -> None:
    """See that every paper that is the same for all lies in build/ as it should be; Refused when one cannot."""
    public = {kind.name for kind in texts.kinds.values() if kind.audience is Audience.PUBLIC}
    wanted = {name for one in recipients for name in one.kinds} | public
    shared = sorted(
        name for name in wanted if texts.kinds[name].scope is Scope.INTERVENTION and not is_personal(texts.kinds[name])
    )
    order = Order((workspace.content / asked.meeting,), tuple(shared), final=not asked.draft, hands=asked.hands)
    outcome = build(workspace, order, inputs, watch)
    if any(result.is_refused for result in outcome.results):
        raise Refused(*outcome.findings, _unfinished(asked.meeting))


def _jobs(undertakings: Iterable[Undertaking]) -> dict[tuple[str, str, str], Job]:
    """What patterns are made of, by folder, kind and language."""
    return {(job.folder, job.kind.name, job.language): job for one in undertakings for job in one.jobs}


def _handed_over(
    packing: Packing, errands: Sequence[Errand], register: Register, run: int, watch: Watch
) -> Iterator[tuple[Handed | None, tuple[Diagnostic, ...]]]:
    """Each parcel in its place and in the register, as soon as it is made; a fault in one holds back that one."""
    for number, packed in enumerate(packing.packed(errands), start=1):
        watch(number, len(errands), packed.errand.name)
        if packed.is_refused:
            yield None, packed.findings
            continue
        if packed.parcel is not None:
            packing.remember(packed, hand_over(packed.parcel, packing.workspace.build))
        if packed.errand.recipient is not None:
            register.record(run, packed.errand.name, packed.copies)
        papers = len(packed.copies)
        yield Handed(packed.errand.name, packed.errand.place, papers, packed.parcel is not None), packed.findings


def _unfinished(meeting: str) -> Diagnostic:
    message = f"nothing of {meeting} was distributed"
    return codes.UNFINISHED_INTERVENTION.at(None, message, help=codes.UNFINISHED_INTERVENTION.right)
