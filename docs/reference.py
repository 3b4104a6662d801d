"""Writes docs/files.md and docs/commands.md: what each file may say and what each command can do, from the code."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import click

from communique.cli.app import COMMANDS, app
from communique.read.schemas import SCHEMAS, schema

Json: TypeAlias = Any
"""What a JSON Schema says."""

DOCS = Path(__file__).resolve().parent
FILES = """# What each file may say

Made by `make docs` from the program itself; a test holds it current. `communique schema` gives the same to editors,
which then complete keys and mark slips while one types; a workspace that `communique new` made has it already.

A key that is not here is an error, with its line and the key that was probably meant. All but what is
*needed* may be left out: unknown stays absent, nothing is invented. The speech wins over its meeting, the meeting
over the settings.
"""
COMMAND_PAGE = """# The commands

Made by `make docs` from the program itself; a test holds it current. `--help` after any of them says the same. Each
ends with 0 (done), 1 (refused: something has to be mended), 2 (not understood) or 70 (a fault of communique's own).
"""
PLACES = {
    "front-matter": "The front matter of `speech.md` and `brief.md`",
    "meeting": "`content/<meeting>/meeting.yaml`",
    "venue": "`venues/<name>.yaml`",
    "principal": "`principals/<name>.yaml`",
    "settings": "`communique.toml`",
    "kind": "The front matter of a template",
    "recipients": "`content/<meeting>/recipients.csv` and `delegation.csv`",
}
"""What stands above the table of each."""
INNER = {"FactForm": "The keys of a fact", "MailForm": "The keys of `[mail]`"}
"""What stands above the table of a table."""
SHAPES = {
    "date": "day, `2012-09-11`",
    "date-time": "moment, `2012-09-11T10:00+02:00`",
    r"^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$": "a day or two, `2012-09-11/2012-09-14`",
}
"""Words that have a form, in words."""


def main() -> int:
    """Write both pages."""
    for name, page in pages().items():
        (DOCS / name).write_text(page, encoding="utf-8")
        print(name)
    return 0


def pages() -> dict[str, str]:
    """Both pages by the names of their files."""
    return {"files.md": files(), "commands.md": commands()}


def files() -> str:
    """The page about files."""
    return FILES + "".join("\n" + "\n".join(_file(name)) + "\n" for name in SCHEMAS)


def _file(name: str) -> Iterator[str]:
    whole = schema(name)
    yield f"## {PLACES[name]}\n"
    yield from _table(whole, whole)
    for inner in whole.get("$defs", {}).values():
        if "properties" in inner:
            yield f"\n{INNER[inner['title']]}:\n"
            yield from _table(inner, whole)


def _table(keys: Json, whole: Json) -> Iterator[str]:
    yield "| key | is | by itself | what it says |"
    yield "| --- | --- | --- | --- |"
    for key, told in keys["properties"].items():
        stated = json.dumps(told["default"]) if "default" in told else ""
        usual = "**needed**" if key in keys.get("required", ()) else f"`{stated}`" if stated else ""
        yield f"| `{key}` | {_kind(told, whole)} | {usual} | {_cell(told['description'])} |"


def _kind(told: Json, whole: Json) -> str:
    """The kind of value of a key, in words."""
    if "$ref" in told:
        inner = whole["$defs"][told["$ref"].rpartition("/")[2]]
        return "keys" if "properties" in inner else _kind(inner, whole)
    if "enum" in told:
        return "one of " + ", ".join(f"`{choice}`" for choice in told["enum"])
    if "const" in told:
        return f"`{told['const']}`"
    match told.get("type"):
        case "array":
            return f"list of {_kind(told['items'], whole)}"
        case "object":
            return "keys"
        case "string" if "format" in told or "pattern" in told:
            return SHAPES[told.get("format") or told["pattern"]]
        case str(kind):
            return {"boolean": "`true` or `false`", "integer": "whole number", "number": "number"}.get(kind, "words")
    return "words"


def commands() -> str:
    """The page about commands."""
    with click.Context(app, info_name="communique") as context:
        sections = [_command(name, app.get_command(context, name), context) for name in COMMANDS]
    return COMMAND_PAGE + "".join("\n" + "\n".join(lines) + "\n" for section in sections for lines in section)


def _command(name: str, command: click.Command | None, above: click.Context) -> Iterator[list[str]]:
    """A command, and those below it."""
    if command is None:
        raise LookupError(name)
    with click.Context(command, info_name=name, parent=above) as context:
        yield [*_said(command, context)]
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                yield from _command(inner, command.get_command(context, inner), context)


def _said(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"{'#' * (2 if context.parent and context.parent.parent is None else 3)} {context.command_path}\n"
    yield f"`{' '.join((context.command_path, *command.collect_usage_pieces(context)))}`\n"
    yield " ".join((command.help or "").split())
    options = [
        option.get_help_record(context) or ("", "") for option in command.params if isinstance(option, click.Option)
    ]
    if options:
        yield "\n| option | what it does |\n| --- | --- |"
    for written, told in options:
        yield f"| `{_cell(written)}` | {_cell(told)} |"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "¦")


if __name__ == "__main__":
    raise SystemExit(main())
