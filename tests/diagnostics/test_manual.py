from pathlib import Path

from communique.diagnostics.codes import every_code
from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity
from communique.diagnostics.show.manual import manual, page

DOCS = Path(__file__).parents[2] / "docs" / "diagnostics.md"


def test_the_manual_in_docs_is_current(accept):
    if accept:
        DOCS.write_text(manual(), encoding="utf-8", newline="")
    assert DOCS.read_text(encoding="utf-8") == manual(), "make docs renews it"


def test_every_code_has_its_page_once():
    text = manual()
    for code in every_code():
        assert text.count(f"### {code.number} {code.name}\n") == 1


def test_an_example_with_backticks_keeps_its_fence():
    told = page(Code("CQ299", "a-name", Severity.WARNING, "What.", "Why.", "```\na\n```", "b", stops_print=True))
    assert "````text\n```\na\n```\n````" in told
    assert "*warning, not in print*" in told
