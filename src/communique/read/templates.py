"""Template files to their texts: the workspace's own before the shipped ones."""

from communique.diagnostics.span import Source
from communique.model.templates import Templates
from communique.model.workspace import Workspace
from communique.read.sources import read_source

MAIL = "covering-mail.txt"


def read_templates(workspace: Workspace) -> Templates:
    """Every template and partial, by its name below the folder it stands in.

    A file of the workspace hides the shipped one of the same name. Themes are read elsewhere.
    """
    files: dict[str, Source] = {}
    for folder in reversed(workspace.templates):
        for path in sorted(folder.rglob("*.html")):
            name = path.relative_to(folder).as_posix()
            if not name.startswith("themes/"):
                shown = path.relative_to(workspace.root) if path.is_relative_to(workspace.root) else f"templates/{name}"
                files[name] = read_source(path, str(shown), folder)
    return Templates(tuple(sorted(files.items(), key=lambda item: item[0])))


def read_mail_template(workspace: Workspace) -> Source:
    """The template of the covering mail, the workspace's own before the shipped one."""
    folders = [folder for folder in workspace.templates if (folder / MAIL).is_file()]
    folder = folders[0] if folders else workspace.templates[-1]
    return read_source(folder / MAIL, f"templates/{MAIL}", folder)
