"""`communique new`: a workspace of one's own, without questions."""

import shutil
import sys
from pathlib import Path
from shlex import quote

import click

from communique.cli import first_words, say

NAMES = {"gitignore": ".gitignore"}
"""Files that are shipped under a name which no tool takes for its own."""


@click.command
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--theme", metavar="NAME", default="plain", help="The looks of the papers: plain, modern or formal.")
@click.option("--meeting", default="", metavar="NAME", help="Begin with this meeting instead of the example.")
@click.option("--delegation", default="", metavar="NAME", help="Who speaks, in all texts of the workspace.")
@click.option("--language", default="", metavar="TAG", help="The language of texts that do not say theirs [en].")
@click.option("--from", "draft", type=click.Path(path_type=Path), metavar="FILE", help="Begin with this draft (.txt).")
@click.option("--recipients", is_flag=True, help="DIR is a meeting: begin its two lists of recipients, empty.")
def new(
    folder: Path, theme: str, meeting: str, delegation: str, language: str, draft: Path | None, *, recipients: bool
) -> int:
    """Start a workspace in DIR: an example to change or a draft of one's own, settings, a Makefile, a README."""
    if recipients:
        from communique.cli.lists import begin_lists

        return begin_lists(folder)
    from communique.cli.schema import FOLDER
    from communique.deliver.folders import refusing
    from communique.diagnostics.codes.engine import OCCUPIED_FOLDER
    from communique.diagnostics.refused import Refused
    from communique.shipped import HERE
    from communique.shipped import folder as shipped

    _refuse_unknown(theme)
    if language:
        language = _tag(language)
    body, doubts = first_words.taken_over(draft) if draft else ("", ())
    folder = folder.expanduser()
    with refusing(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(
                OCCUPIED_FOLDER.at(None, f"{folder} is not an empty folder", "name one that is not there yet")
            )
        if draft or meeting:
            speech = first_words.begin(folder / "content", meeting, draft, language, body)
        else:
            speech = None
            shutil.copytree(shipped("content"), folder / "content", ignore=shutil.ignore_patterns(".*", "__pycache__"))
        for file in sorted((HERE / "data" / "workspace").iterdir()):
            shutil.copyfile(file, folder / NAMES.get(file.name, file.name))
        _name_this_communique(folder / "Makefile")
        settings = folder / "communique.toml"
        text = first_words.settled(settings.read_text(encoding="utf-8"), theme, delegation, language)
        settings.write_text(f"#:schema {FOLDER}/settings.json\n{text}", encoding="utf-8")
        _tell_editors(folder)
    if draft:
        say.show(doubts)
        click.echo(f"The words of {draft} are in {speech}. Compare them with the draft once.")
    elif speech:
        click.echo(f"The speech is to be written in {speech}.")
    click.echo(f"{folder} is ready. Next:\n\n    cd {quote(str(folder))}\n    make\n")
    return 0


def _name_this_communique(makefile: Path) -> None:
    """Let the Makefile call the communique that made it: it need not be on the PATH."""
    program = f"{quote(sys.executable)} -m communique".replace("$", "$$")
    text = makefile.read_text(encoding="utf-8")
    makefile.write_text(text.replace("COMMUNIQUE ?= communique", f"COMMUNIQUE ?= {program}"), encoding="utf-8")


def _tag(language: str) -> str:
    """A language tag in its usual case; a slip of the hand when it is none."""
    from pydantic_core import PydanticCustomError

    from communique.read.fields import tag

    try:
        return tag(language)
    except PydanticCustomError as fault:
        raise click.BadParameter(fault.message(), param_hint="--language") from None


def _refuse_unknown(theme: str) -> None:
    """Refuse a theme that no communique brings along, before anything is written."""
    from communique.diagnostics.codes.read import UNKNOWN_THEME
    from communique.diagnostics.nearest import did_you_mean
    from communique.diagnostics.refused import Refused
    from communique.read.themes import theme_names
    from communique.shipped import folder as shipped

    known = theme_names([shipped("templates") / "themes"])
    if theme not in known:
        advice = did_you_mean(theme, known) or f"there are {', '.join(known)}"
        raise Refused(UNKNOWN_THEME.at(None, f'there is no theme "{theme}"', advice))


def _tell_editors(folder: Path) -> None:
    """Give editors the schemas, and each meeting.yaml a first line that names its own."""
    from communique.cli.schema import FOLDER, write_schemas

    write_schemas(folder / FOLDER)
    for meeting in sorted((folder / "content").glob("*/meeting.yaml")):
        line = f"# yaml-language-server: $schema=../../{FOLDER}/meeting.json\n"
        meeting.write_text(line + meeting.read_text(encoding="utf-8"), encoding="utf-8")
