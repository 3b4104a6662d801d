"""The manual of findings: one page of Markdown made from the codes themselves (docs/diagnostics.md)."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from communique.diagnostics.codes import every_code
from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

PHASES = {
    "1": "Reading",
    "2": "Checking",
    "3": "Withholding",
    "4": "Rendering",
    "5": "Writing",
    "6": "Guarding",
    "7": "Delivering and the order of the work",
}
OPENING = """\
# What communique finds

Each finding has a code that never changes. `communique explain CQ203` prints the page of one. This
page is made from the codes by `make docs`.

An **error** stops the papers of its intervention. A **warning** is shown; with `--final`, those marked
*not in print* stop the papers too. A **note** tells what was assumed. What CQ2xx warns of can be
graded anew for a workspace in `communique.toml`; errors cannot:

```toml
[checks]
CQ225 = "off"        # or "note", "warning", "error"
```
"""
GRADES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def manual(codes: Iterable[Code] | None = None) -> str:
    """The whole manual, by phase and number; without codes, of all there are."""
    listed = sorted(every_code() if codes is None else codes, key=lambda code: code.number)
    chapters = (_chapter(phase, tuple(found)) for phase, found in groupby(listed, key=lambda code: code.number[2]))
    return "\n".join([OPENING, *chapters])


def page(code: Code) -> str:
    """What one finding means, why it matters, and an example of wrong and right."""
    return "\n".join(_paragraphs(code))


def _chapter(phase: str, codes: tuple[Code, ...]) -> str:
    return "\n".join([f"## {PHASES[phase]}: CQ{phase}xx\n", *map(page, codes)])


def _paragraphs(code: Code) -> Iterator[str]:
    print_too = ", not in print" if code.stops_print else ""
    yield f"### {code.number} {code.name}\n\n*{GRADES[code.severity]}{print_too}*\n"
    yield " ".join(filter(None, (code.what, code.why))) + "\n"
    for title, example in (("Wrong", code.wrong), ("Right", code.right)):
        if example:
            yield f"{title}:\n\n{_fenced(example)}\n"


def _fenced(example: str) -> str:
    """The example between backticks, one more than any it holds itself."""
    fence = "````" if "```" in example else "```"
    return f"{fence}text\n{example}\n{fence}"
