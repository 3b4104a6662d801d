"""Writes docs/template-names.md: what a template may use, with examples from the example of the repository."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from communique.cli.templates.describe import given_of
from communique.read.templates import read_templates
from communique.read.workspace import open_workspace
from communique.render.description import Section, description

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "docs" / "template-names.md"
HEADER = """# What a template may use

Made by `make docs` from the model itself; a test holds it current. `communique templates describe` shows the same with
examples from your own content. How to use it: [Change the look](change-the-look.md).

What is *if known* may be unknown: ask with `{% if ... %}` before it is printed. Lines of words go through the filter
`inline`, blocks through `text.blocks` of `_partials/blocks.html`.
"""


def main() -> int:
    """Write the page."""
    PLACE.write_text(page(), encoding="utf-8")
    print(PLACE.name)
    return 0


def page() -> str:
    """The whole page."""
    workspace = open_workspace(ROOT, date(2012, 9, 1))
    sections = description(given_of(workspace), read_templates(workspace))
    return HEADER + "".join("\n" + "\n".join(_section(section)) + "\n" for section in sections)


def _section(section: Section) -> Iterator[str]:
    title = f"`{section.title}`" if "/" in section.title else section.title
    yield f"## {title}\n"
    yield "| name | is | such as |"
    yield "| --- | --- | --- |"
    for entry in section.entries:
        yield f"| `{entry.name}` | {entry.type} | {_cell(entry.example)} |"


def _cell(words: str) -> str:
    return words.replace("|", "¦").replace("{", "&#123;").replace("<", "&lt;")


if __name__ == "__main__":
    raise SystemExit(main())
