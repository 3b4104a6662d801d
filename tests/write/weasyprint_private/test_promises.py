"""Whatever we lean on of WeasyPrint's private side stands in one folder, each module with its contract test."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[3] / "src" / "communique"
PRIVATE = SOURCE / "write" / "weasyprint_private"
PUBLIC = {
    "weasyprint": {"CSS", "HTML", "Document", "Attachment"},
    "weasyprint.text.fonts": {"FontConfiguration"},
    "weasyprint.urls": {"URLFetcher", "URLFetcherResponse"},
    "weasyprint.css.counters": {"CounterStyle"},
}
"""What WeasyPrint documents for its users (API reference, "Common Use Cases"), and so may be used anywhere."""


def taken(module):
    """(module, name) of all that a file takes from WeasyPrint by name."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "weasyprint":
            yield from ((node.module, alias.name) for alias in node.names)


def test_nothing_private_is_used_outside_its_folder():
    strangers = {
        f"{module.relative_to(SOURCE)}: {place}.{name}"
        for module in SOURCE.rglob("*.py")
        if not module.is_relative_to(PRIVATE)
        for place, name in taken(module)
        if name not in PUBLIC.get(place, set())
    }
    assert strangers == set()


def test_every_module_that_leans_on_the_private_side_has_its_contract():
    modules = {module.stem for module in PRIVATE.glob("[!_]*.py")}
    contracts = {test.stem.removeprefix("test_") for test in Path(__file__).parent.glob("test_*.py")}
    assert modules - contracts == set()


def test_every_contract_says_which_promise_it_holds():
    for test in Path(__file__).parent.glob("test_*.py"):
        assert ast.get_docstring(ast.parse(test.read_text(encoding="utf-8"))), f"{test.name} names no promise"
