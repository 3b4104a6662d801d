"""From a finding to its line in the writer's own editor.

A command is a list of words, never a string for a shell, and a path stands in it as one word. A
workspace may come from somebody else, so `editor` in communique.toml can only choose among the editors
below; a command of one's own stands in the environment, as COMMUNIQUE_EDITOR.
"""

import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from communique.model.editor import Editor

EDITORS = {
    Editor.CODE: ("code", "--goto", "{file}:{line}:{column}"),
    Editor.CODIUM: ("codium", "--goto", "{file}:{line}:{column}"),
    Editor.ZED: ("zed", "{file}:{line}:{column}"),
    Editor.SUBLIME: ("subl", "{file}:{line}:{column}"),
    Editor.KATE: ("kate", "--line", "{line}", "--column", "{column}", "{file}"),
    Editor.GEDIT: ("gedit", "+{line}:{column}", "{file}"),
    Editor.GNOME: ("gnome-text-editor", "{file}"),
    Editor.EMACS: ("emacsclient", "--no-wait", "+{line}:{column}", "{file}"),
    Editor.GVIM: ("gvim", "--remote-silent", "+{line}", "{file}"),
}
"""How each of the editors that communique.toml can name opens a file at a line."""


def command(own: str, named: Editor | None) -> tuple[str, ...]:
    """The words of the command in force: `own` from the environment, else the editor that was `named`.

    ValueError when `own` has a quotation mark without its partner.
    """
    if own.strip():
        words = tuple(shlex.split(own))
        return words if any("{file}" in word for word in words) else (*words, "{file}")
    return EDITORS[named] if named else ()


def filled(words: Sequence[str], file: Path, line: int, column: int) -> list[str]:
    """The words with the place in them; a name that looks like a placeholder stays as it is."""
    told = {"{file}": str(file), "{line}": str(line), "{column}": str(column)}
    return [_filled(word, told) for word in words]


def _filled(word: str, told: dict[str, str]) -> str:
    parts = []
    while word:
        at, name = min(((word.find(name), name) for name in told if name in word), default=(len(word), ""))
        parts += [word[:at], told.get(name, "")]
        word = word[at + len(name) :]
    return "".join(parts)


def launch(words: Sequence[str]) -> str:
    """Start it and leave it alone; what went wrong, or nothing."""
    program = shutil.which(words[0])
    if program is None:
        return f"{words[0]} is not installed"
    try:
        started = subprocess.Popen(  # noqa: S603  the writer's own command, as words
            [program, *words[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"{words[0]} does not start: {(error.strerror or str(error)).lower()}"
    Thread(target=started.wait, daemon=True).start()  # nobody waits for an editor, but its end is to be noticed
    return ""


def place_of(path: str, homes: Sequence[Path]) -> Path | None:
    """The file that a finding names, below the first of the homes that has it; None for what lies outside them."""
    if not path or "\x00" in path:
        return None
    for home in homes:
        file = (home / path).resolve()
        if file.is_relative_to(home.resolve()) and file.is_file():
            return file
    return None
