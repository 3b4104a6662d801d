"""`communique explain`: what a finding means, why it matters, and how it is mended."""

import textwrap

import click

from communique.diagnostics.diagnostic import Code


@click.command
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Say what a finding means: CODE is its number (CQ203) or its name. Without one, list all."""
    from communique.cli.table import show_table
    from communique.diagnostics.codes import every_code
    from communique.diagnostics.nearest import did_you_mean

    codes = every_code()
    if code is None:
        show_table(("code", "severity", "name"), [(one.number, one.severity.value, one.name) for one in codes])
        return 0
    known = {name: one for one in codes for name in (one.number.lower(), one.name)}
    if code.lower() not in known:
        advice = did_you_mean(code.upper(), (one.number for one in codes)) or did_you_mean(code.lower(), known)
        raise click.UsageError(f'there is no finding "{code}"; {advice or "communique explain lists all"}')
    click.echo(_page(known[code.lower()]))
    return 0


def _page(code: Code) -> str:
    """The manual page of a finding."""
    final = " (an error with --final)" if code.stops_print else ""
    parts = [f"{code.number} {code.name}: {code.severity}{final}", *map(_filled, filter(None, (code.what, code.why)))]
    if code.wrong:
        parts += [f"wrong:\n{textwrap.indent(code.wrong, '    ')}", f"right:\n{textwrap.indent(code.right, '    ')}"]
    return "\n\n".join(parts)


def _filled(words: str) -> str:
    return textwrap.fill(words, 90)
