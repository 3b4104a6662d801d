"""Catalogs to Labels: gettext .po files as translators write them, without compiling.

For `pt-BR` the catalogs `pt` and `pt-BR` are read, shipped ones first, so that the nearest wording
wins: the more exact language, then the workspace's own.
"""

from io import StringIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source, start_of
from communique.model.labels import Labels
from communique.model.workspace import Workspace
from communique.read.sources import read_source

SHIPPED = Path(__file__).parents[1] / "data" / "labels"


def read_labels(workspace: Workspace, language: str) -> Labels:
    """The labels in a language; those without a translation keep their English wording."""
    wordings: dict[str, str] = {}
    parts = language.split("-")
    for folder, within, shown in (
        (SHIPPED, SHIPPED, "data/labels"),
        (workspace.root / "labels", workspace.root, "labels"),
    ):
        for length in range(1, len(parts) + 1):
            name = f"{'-'.join(parts[:length])}.po"
            if (folder / name).is_file():
                wordings |= _wordings(read_source(folder / name, f"{shown}/{name}", within))
    return Labels(language, tuple(sorted(wordings.items())))


def translated(workspace: Workspace) -> tuple[str, ...]:
    """Every language that has a catalog, shipped or the workspace's own."""
    folders = (SHIPPED, workspace.root / "labels")
    return tuple(sorted({catalog.stem for folder in folders for catalog in folder.glob("*.po")}))


def _wordings(source: Source) -> dict[str, str]:
    try:
        catalog = read_po(StringIO(source.text), abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None)
        place = source.line_span(line + 1) if isinstance(line, int) else start_of(source.path)
        advice = 'each label is a msgid "..." and a msgstr "..."'
        raise Refused(codes.BAD_CATALOG.at(place, f"this catalog cannot be read: {error}", advice)) from None
    messages = [message for message in catalog if message.id and message.string and not message.fuzzy]
    if faults := [fault for message in messages for fault in _faults(message, source)]:
        raise Refused(*faults)
    return {str(message.id): str(message.string) for message in messages}


def _faults(message: Message, source: Source) -> list[Diagnostic]:
    place = source.line_span(message.lineno or 1)
    if not isinstance(message.id, str) or not isinstance(message.string, str):
        return [codes.BAD_CATALOG.at(place, "plural forms are not used here", "write one msgid and one msgstr")]
    wanted, given = _places(message.id), _places(message.string)
    if wanted == given:
        return []
    listed = ", ".join(f"{{{name}}}" for name in sorted(wanted or {"none"}))
    message_text = f'"{message.string}" has not the places of its label'
    return [codes.BAD_CATALOG.at(place, message_text, f"write these, each as it stands: {listed}")]


def _places(wording: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}
    except ValueError:
        return {wording}
