"""The lists of recipients in their workspace: what they may ask for is known from templates and texts."""

from collections.abc import Iterable, Iterator

from communique.diagnostics.diagnostic import Diagnostic
from communique.engine.undertaking import Undertaking
from communique.model.recipient import Roll, Rolls
from communique.model.workspace import Workspace
from communique.read.kinds import kinds
from communique.read.recipients import lists_of, read_recipients


def lists_in(workspace: Workspace, meeting: str, languages: Iterable[str] = ()) -> Rolls:
    """Both lists of a meeting; `languages` are those its texts are written in, none: not looked at."""
    return read_recipients(workspace, meeting, kinds(workspace), languages)


def check_lists(workspace: Workspace, undertakings: Iterable[Undertaking]) -> Iterator[Diagnostic]:
    """What is wrong in the lists of the meetings that these interventions belong to."""
    written: dict[str, set[str]] = {}
    unread: set[str] = set()
    for one in undertakings:
        meeting = one.folder.rpartition("/")[0]
        if one.dossier is None:
            unread.add(meeting)
        written.setdefault(meeting, set()).update(one.dossier.languages if one.dossier else ())
    for meeting, languages in sorted(written.items()):
        if meeting and any(lists_of(workspace, meeting, roll) for roll in Roll):
            known = () if meeting in unread else sorted(languages)
            yield from lists_in(workspace, meeting, known).findings
