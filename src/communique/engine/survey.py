"""What there is to make: everything is read and checked before the first page is laid out."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from communique.check import check
from communique.deliver.names import collisions, folder_collisions, folder_of, name_faults, name_of, place_of
from communique.diagnostics.codes.engine import DRAFT_AS_FINAL
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused, refuse_errors
from communique.engine.circumstances import circumstances
from communique.engine.grading import in_force
from communique.engine.inputs import Inputs
from communique.engine.job import Job, Stock
from communique.engine.order import Misordered, Order
from communique.engine.remember import Record, RememberedPaper, recall
from communique.engine.undertaking import Survey, Undertaking
from communique.model.dossier import Dossier
from communique.model.kind import Format, Kind, Scope
from communique.model.particulars import Status
from communique.model.workspace import Workspace
from communique.read.dossier import read_dossier
from communique.read.interventions import Place, find
from communique.read.kinds import kinds
from communique.read.labels import read_labels
from communique.read.templates import read_templates
from communique.read.themes import read_theme
from communique.withhold.edition import withhold

DRAFT = re.compile(r"^status:[ \t]*[\"']?(draft)\b", re.MULTILINE)


def survey(workspace: Workspace, order: Order, inputs: Inputs) -> Survey:
    """Look at everything the order is about; Refused for what concerns all of it, Misordered for a slip."""
    every = find(workspace)
    folders = [folder_of(place.meeting, place.name) for place in every]
    refuse_errors(folder_collisions(folders))
    chosen = find(workspace, order.paths) if order.paths else every
    offered = kinds_on_offer(workspace)
    refuse_unknown("kind", order.kinds, (kind.name for kind in offered))
    refuse_unknown("format", order.formats, (form.value for form in Format))
    current, due = [], []
    for place in chosen:
        digest = inputs.of(place.meeting, _names(workspace, place))
        record = recall(workspace.store, folder_of(place.meeting, place.name))
        if record and not order.force and record.wanted(order) and record.is_current(digest, order, workspace.build):
            current.append((folder_of(place.meeting, place.name), record))
        else:
            due.append(undertake(workspace, place, offered, order, digest))
    _refuse_unknown_languages(order, current, due)
    return Survey(_stock(workspace, due), offered, tuple(due), tuple(current), tuple(folders))


def kinds_on_offer(workspace: Workspace) -> tuple[Kind, ...]:
    """The kinds that are made of an intervention: all, or those the settings name."""
    known = kinds(workspace).values()
    named = workspace.settings.kinds
    return tuple(kind for kind in known if kind.scope is Scope.INTERVENTION and (not named or kind.name in named))


def undertake(workspace: Workspace, place: Place, offered: Iterable[Kind], order: Order, inputs: str) -> Undertaking:
    """Read and check one intervention, and say which papers it can have."""
    folder = folder_of(place.meeting, place.name)
    try:
        dossier = read_dossier(workspace, place)
        papers = tuple(_papers(dossier, folder, offered, workspace.settings.name))
        refuse_errors(_misnamed(papers))
    except Refused as refused:
        return Undertaking(folder, inputs, findings=refused.diagnostics)
    found = in_force((*dossier.findings, *check(dossier, workspace.today, workspace.settings)), final=order.final)
    drafts = tuple(_drafts(dossier)) if order.final else ()
    return Undertaking(folder, inputs, dossier, papers, tuple(_jobs(dossier, folder, offered, order)), found + drafts)


def _drafts(dossier: Dossier) -> Iterator[Diagnostic]:
    for speech in dossier.speeches:
        if speech.particulars.status is Status.DRAFT:
            places = [source.span(*said.span(1)) for source in dossier.sources if (said := DRAFT.search(source.text))]
            message = f"{dossier.name} ({speech.language}) is a draft, and a final print was asked for"
            yield DRAFT_AS_FINAL.at(next(iter(places), None), message, "once it is released, write status: final")


def _papers(dossier: Dossier, folder: str, offered: Iterable[Kind], pattern: str) -> Iterator[RememberedPaper]:
    for language in dossier.languages:
        for kind in offered:
            fields = {"kind": kind.name, "intervention": dossier.name, "meeting": dossier.meeting}
            name = name_of(pattern, language=language, **fields)
            for form in kind.formats:
                place = place_of(folder, kind.audience, name, form)
                yield RememberedPaper(place, kind.name, language, form, str(kind.audience))


def _misnamed(papers: Iterable[RememberedPaper]) -> Iterator[Diagnostic]:
    places = [paper.place for paper in papers]
    yield from name_faults(place.split("/", place.count("/"))[-1] for place in places)
    yield from collisions(places)


def _jobs(dossier: Dossier, folder: str, offered: Iterable[Kind], order: Order) -> Iterator[Job]:
    """What is to be made: here the words part from all that was read, and go on as what each audience may see."""
    for_whom = cache(partial(withhold, dossier))
    for language in dossier.languages:
        for kind in offered:
            formats = tuple(form for form in kind.formats if order.wants(kind.name, language, form))
            if formats:
                yield Job(folder, *for_whom(kind.audience, language), kind, formats)


def _stock(workspace: Workspace, due: Iterable[Undertaking]) -> Stock:
    """What the jobs share; nothing of this machine is asked when there are none."""
    languages = [language for one in due if one.dossier for language in one.dossier.languages]
    return stock_of(workspace, languages, circumstances() if due else ())


def stock_of(workspace: Workspace, languages: Iterable[str], around: tuple[tuple[str, str], ...]) -> Stock:
    """What jobs share, with the labels in these languages; `around` are the circumstances that count for keys."""
    return Stock(
        settings=workspace.settings.on_paper,
        theme=read_theme(workspace, workspace.settings.theme),
        templates=read_templates(workspace),
        labels=tuple(read_labels(workspace, language) for language in dict.fromkeys(languages)),
        protected=workspace.settings.protected,
        circumstances=around,
    )


def refuse_unknown(what: str, asked: Iterable[str], known: Iterable[str]) -> None:
    """Say which of the things asked for is not known, and which was probably meant."""
    known = sorted(set(known))
    for word in asked:
        if word not in known:
            advice = did_you_mean(word, known) or f"there is: {', '.join(known)}"
            raise Misordered(f'there is no {what} "{word}"; {advice}')


def _refuse_unknown_languages(order: Order, current: list[tuple[str, Record]], due: list[Undertaking]) -> None:
    """Languages are known by reading; where a text could not be read, its errors come first."""
    if all(one.dossier for one in due):
        papers = [paper for _, record in current for paper in record.papers]
        papers += [paper for one in due for paper in one.papers]
        refuse_unknown("text in", order.languages, (paper.language for paper in papers))


def _names(workspace: Workspace, place: Place) -> list[str]:
    return [file.relative_to(workspace.root).as_posix() for file in place.files]
