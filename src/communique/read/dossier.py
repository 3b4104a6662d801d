"""An intervention's files to its Dossier: everything that was written for it, or every reason why not."""

from communique.model.dossier import Dossier
from communique.model.workspace import Workspace
from communique.read.interventions import Place


def read_dossier(workspace: Workspace, place: Place) -> Dossier:
    """All that was read for an intervention; `findings` holds its warnings and notes.

    Refused, with every error of every file, when there is one.
    """
    raise NotImplementedError
