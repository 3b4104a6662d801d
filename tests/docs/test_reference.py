"""The pages that are made from the code say what the code says."""

import sys

import pytest

from communique.cli.app import COMMANDS
from desk import ROOT

sys.path.insert(0, str(ROOT / "docs"))

import reference

PAGES = reference.pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name, accept):
    if accept:
        (reference.DOCS / name).write_text(PAGES[name], encoding="utf-8", newline="")
    assert (reference.DOCS / name).read_text(encoding="utf-8") == PAGES[name], "make docs writes it anew"


def test_every_command_has_its_place_with_what_it_does():
    for name in COMMANDS:
        assert f"\n## communique {name}\n" in PAGES["commands.md"]
    assert "| `--final` | For handing out" in PAGES["commands.md"]


def test_a_row_tells_kind_default_and_meaning():
    assert '| `page` | one of `A4`, `Letter` | `"A4"` | The size of the paper. |' in PAGES["files.md"]
    assert "| `name` | words | **needed** | In full, as it is to be printed. |" in PAGES["files.md"]
