"""The desk at which papers are made while somebody writes: what lies on it, and the last good pages of each.

Everything here happens in one thread: neither WeasyPrint nor PDFium is made for two.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from communique.deliver.names import folder_of, name_of
from communique.diagnostics.codes.read import UNKNOWN_PATH
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused, refuse_errors
from communique.engine.job import Job
from communique.engine.order import Order
from communique.engine.press import Press, Pull
from communique.engine.survey import kinds_on_offer
from communique.model.artefact import Artefact
from communique.model.audience import Audience
from communique.model.carried import carried
from communique.model.dossier import Dossier
from communique.model.kind import Format, Kind
from communique.model.workspace import Workspace
from communique.preview.gaps import gaps
from communique.preview.picture import page_sizes
from communique.preview.places import places, texts_of
from communique.preview.view import Meter, Offer, Pages, State, Table, View
from communique.preview.words import read_words
from communique.read.interventions import Place, find
from communique.withhold.edition import withhold

KEPT = 48
"""Papers whose last good pages are remembered: more than a writer turns between."""


class Desk:
    """Makes the papers that somebody looks at. `opened` gives the workspace as it is now."""

    def __init__(self, opened: Callable[[], Workspace]) -> None:
        self._opened = opened
        self._press: Press | None = None
        self._good: dict[View, State] = {}
        self._table = Table()

    def table(self) -> Table:
        """What there is; where that cannot be read now, what there was."""
        try:
            workspace = self._opened()
            folders = tuple(folder_of(place.meeting, place.name) for place in find(workspace))
            self._table = Table(folders, tuple(_offer(kind) for kind in kinds_in_order(workspace)))
        except Refused:
            pass
        return self._table

    def look(self, view: View) -> State:
        """The paper of a view made from the files as they are now; with an error in them, the last good one."""
        try:
            state = self._made(view)
        except Refused as refused:
            state = State(view, findings=refused.diagnostics)
        if state.pages:
            self._remember(view, state)
            return state
        good = self._good.get(view) or self._good.get(state.view) or self._of_another_audience(state.view)
        if good is None:
            return replace(state, is_held=True)
        return replace(good, findings=state.findings, is_held=True)

    def pages(self, digest: str) -> Pages | None:
        """Pages that are shown now or were before, by the digest of their PDF."""
        states = (state.pages for state in tuple(self._good.values()))
        return next((pages for pages in states if pages and pages.digest == digest), None)

    def file(self, view: View, form: Format) -> Artefact:
        """The paper of a view in a format, from the files as they are now; Refused when they have an error."""
        _, place, kind = self._found(view)
        pulled = self._pulled(place, kind, view.language, form)
        refuse_errors(_findings(pulled))
        return pulled.proofs[0].artefacts[0]

    def _of_another_audience(self, view: View) -> State | None:
        """The last good pages of the same paper; without the gaps and facts that another audience was shown."""
        for audience in Audience:
            good = self._good.get(replace(view, audience=audience))
            if good and good.pages:
                return replace(good, view=view, pages=replace(good.pages, gaps=()), facts=())
        return None

    def _made(self, view: View) -> State:
        workspace, place, kind = self._found(view)
        pulled = self._pulled(place, kind, view.language, Format.PDF)
        seen = replace(view, folder=folder_of(place.meeting, place.name), kind=kind.name)
        if not pulled.dossiers:
            return State(seen, findings=pulled.findings)
        dossier = pulled.dossiers[0]
        language = view.language if view.language in dossier.languages else dossier.languages[0]
        seen = replace(seen, language=language)
        edition = withhold(dossier, view.audience, language)[0]
        slot = dossier.venue.minutes if dossier.venue else None
        venue = dossier.venue.title if dossier.venue else None
        return State(
            view=seen,
            title=edition.particulars.title or edition.particulars.full_title,
            languages=dossier.languages,
            findings=_findings(pulled),
            pages=self._pages(seen, workspace, dossier, pulled),
            meter=Meter(edition.words, edition.minutes, edition.words_per_minute, slot, venue),
            facts=edition.facts,
        )

    def _pulled(self, place: Place, kind: Kind, language: str, form: Format) -> Pull:
        """A kind of an intervention in a language, else in the first that it has; pulled by a press that stays warm."""
        self._press = self._press or Press(self._opened)

        def choose(jobs: tuple[Job, ...]) -> tuple[Job, ...]:
            return tuple(job for job in jobs if job.language == language) or jobs[:1]

        return self._press.pull(Order(paths=place.files[:1], kinds=(kind.name,), formats=(form,)), choose)

    def _found(self, view: View) -> tuple[Workspace, Place, Kind]:
        """The workspace, the intervention and the kind of a view, or those that come first."""
        workspace = self._opened()
        every = {folder_of(place.meeting, place.name): place for place in find(workspace)}
        kinds = {kind.name: kind for kind in kinds_in_order(workspace) if view.audience.may_read(kind.audience)}
        if not every or not kinds:
            raise Refused(UNKNOWN_PATH.at(None, "there is no speech to look at yet", "write content/hello.md"))
        place = every.get(view.folder) or next(iter(every.values()))
        return workspace, place, kinds.get(view.kind) or next(iter(kinds.values()))

    def _pages(self, view: View, workspace: Workspace, dossier: Dossier, pulled: Pull) -> Pages | None:
        """The PDF with all that is known of its words; nothing where an error holds it back."""
        if any(finding.is_error for finding in _findings(pulled)):
            return None
        proof = pulled.proofs[0]
        kind, data = proof.kind, proof.artefacts[0].data
        edition = carried(proof.edition, kind)
        digest = sha256(data).hexdigest()
        known = self.pages(digest)
        words = known.words if known else read_words(data)
        found = places(words, texts_of(edition, dossier.sources))
        hatched = view.audience is Audience.DELEGATION
        fields = {"kind": kind.name, "intervention": dossier.name, "meeting": dossier.meeting}
        return Pages(
            name=name_of(workspace.settings.name, language=view.language, **fields),
            digest=digest,
            data=data,
            sizes=page_sizes(data),
            words=words,
            places=found,
            gaps=gaps(dossier.speech(view.language), edition, found, words) if hatched else (),
            formats=kind.formats,
        )

    def _remember(self, view: View, state: State) -> None:
        """Keep the good pages of the views that were looked at last."""
        for name in (view, state.view):
            self._good.pop(name, None)
            self._good[name] = state
        while len(self._good) > KEPT:
            self._good.pop(next(iter(self._good)))


def kinds_in_order(workspace: Workspace) -> list[Kind]:
    """The kinds of which there are pages to look at, those for the room first."""
    offered = (kind for kind in kinds_on_offer(workspace) if Format.PDF in kind.formats)
    return sorted(offered, key=lambda kind: (kind.audience, kind.name))


def _offer(kind: Kind) -> Offer:
    return Offer(kind.name, kind.title, kind.audience)


def _findings(pulled: Pull) -> tuple[Diagnostic, ...]:
    """Those of the text, then those of the paper."""
    return (*pulled.findings, *(finding for proof in pulled.proofs for finding in proof.findings))
