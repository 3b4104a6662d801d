"""`communique doctor`: what this machine has and lacks, and what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from communique.engine.system_parts import PARTS, Font, Part, Stage


@dataclass(frozen=True)
class Finding:
    """One line of the table. `fatal`: without it nothing can be built."""

    name: str
    there: bool
    detail: str
    fatal: bool = False
    part: Part | None = None


@click.command
def doctor() -> None:
    """Show what this machine has, what it lacks, and what to do."""
    findings = list(examine(stylesheets(Path("templates"))))
    show(findings)
    raise SystemExit(1 if any(finding.fatal for finding in findings) else 0)


def examine(css: str) -> Iterator[Finding]:
    """Everything that building and testing need, in the order in which it would be missed."""
    yield from _python()
    others = [part for part in PARTS if not isinstance(part.what, Font)]
    yield from (_part(part) for part in others if part.stage is Stage.BUILD)
    yield from _fonts(css)
    yield from (_part(part) for part in others if part.stage is Stage.TEST)


def stylesheets(*folders: Path) -> str:
    """The stylesheets of all themes: the workspace's own, and the shipped ones."""
    from communique import shipped

    places = (*folders, shipped.folder("templates"))
    sheets = [sheet for place in places for sheet in sorted(place.glob("themes/**/*.css"))]
    return "\n".join(sheet.read_text(encoding="utf-8", errors="replace") for sheet in sheets)


def _python() -> Iterator[Finding]:
    """Python, communique, and WeasyPrint, which loads only when its libraries do."""
    import platform
    from importlib.metadata import version

    yield Finding("Python", there=True, detail=platform.python_version())
    yield Finding("communique", there=True, detail=version("communique"))
    failure = _loads_weasyprint()
    if failure:
        yield Finding("WeasyPrint", there=False, detail=f"does not load: {failure}", fatal=True)
    else:
        yield Finding("WeasyPrint", there=True, detail=version("weasyprint"))


def _loads_weasyprint() -> str:
    """Why WeasyPrint does not load; nothing when it does. Its own page of advice is kept off the table."""
    import contextlib
    import io
    import warnings

    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(action="ignore"):
        try:
            import weasyprint  # noqa: F401 - whether it loads is all that is asked
        except OSError as error:
            return str(error).partition("\n")[0]
    return ""


def _part(part: Part) -> Finding:
    if part.what.is_there():
        return Finding(part.what.title, there=True, detail=part.what.version())
    building = part.stage is Stage.BUILD
    reason = "missing" if building else "missing; only `make test` needs it"
    return Finding(part.what.title, there=False, detail=reason, fatal=building, part=part)


def _fonts(css: str) -> Iterator[Finding]:
    """Each family the themes ask for, and those that `make` brings for the shipped ones."""
    from communique.write.fonts import font_files
    from communique.write.style.families import families, stacks

    parts = {part.what.title: part for part in PARTS if isinstance(part.what, Font)}
    asked = tuple(dict.fromkeys((*parts, *families(css))))
    usable = {family for family in asked if font_files([family])}
    for family in asked:
        lists = [stack for stack in stacks(css) if family in stack]
        stand_ins = [next((name for name in stack if name in usable), "") for stack in lists]
        yield _font(Font(family), parts.get(family), stand_ins, usable=family in usable)


def _font(font: Font, part: Part | None, stand_ins: list[str], *, usable: bool) -> Finding:
    """A family, and what is printed instead wherever a theme asks for it: nothing where it is fatal."""
    if usable:
        return Finding(font.title, there=True, detail=font.version())
    state = "not a family communique prints with" if font.is_there() else "missing"
    if not stand_ins:
        return Finding(font.title, there=False, detail=f"{state}; no theme here asks for it", part=part)
    if all(stand_ins):
        return Finding(font.title, there=False, detail=f"{state}; {stand_ins[0]} stands in for it", part=part)
    remedy = state if part else f"{state}; bring it with @font-face, or name another in theme.css"
    return Finding(font.title, there=False, detail=remedy, fatal=True, part=part)


def show(findings: Iterable[Finding]) -> None:
    """The table, in colour on a terminal and in plain columns elsewhere, and the remedy below it."""
    from communique.engine.system_parts import advice

    findings = list(findings)
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        mark = click.style("ok", fg="green") if finding.there else click.style("--", fg="red", bold=finding.fatal)
        click.echo(f"{mark}  {finding.name.ljust(width)}  {finding.detail}".rstrip())
    lacking = [finding.part for finding in findings if finding.part is not None]
    if lacking:
        click.echo("\n" + advice(lacking), nl=False)
