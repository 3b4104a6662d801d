"""meeting.yaml to Meeting, for what is about the whole meeting: what is sent out, and when it may be."""

from communique.diagnostics.codes import read as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.model.meeting import Meeting
from communique.model.workspace import Workspace
from communique.read.forms import MeetingForm
from communique.read.names import fault_in_name
from communique.read.sources import read_source
from communique.read.typed import fill
from communique.read.yaml_tree import parse_mapping

FILE_NAME = "meeting.yaml"


def read_meeting(workspace: Workspace, folder: str) -> Meeting:
    """The meeting of a folder in `content/`; Refused, when there is none or its file has faults."""
    path = workspace.content / folder / FILE_NAME
    if not folder or fault_in_name(folder) or not path.parent.is_dir():
        known = [file.parent.name for file in sorted(workspace.content.glob(f"*/{FILE_NAME}"))]
        advice = did_you_mean(folder, known) or f"there is: {', '.join(known) or 'none'}"
        raise Refused(codes.UNKNOWN_PATH.at(None, f'there is no meeting "{folder}" in content/', advice))
    source = read_source(path, path.relative_to(workspace.root).as_posix(), workspace.root)
    form = fill(MeetingForm, parse_mapping(source))
    standing = {default.key: default.value for default in workspace.settings.defaults}
    begins, ends = form.dates or (None, None)
    return Meeting(
        folder=folder,
        name=form.name,
        short_name=form.short_name,
        place=form.place or standing.get("place"),
        begins=begins,
        ends=ends,
        delegation=form.delegation or standing.get("delegation"),
        contact=form.contact or standing.get("contact"),
        release_at=form.release_at,
    )
