"""`communique schema`: what the files of a workspace may say, as JSON Schema for editors."""

import json
from pathlib import Path

import click

FOLDER = "schemas"
"""Where a workspace keeps them."""


@click.command
@click.argument("name", required=False)
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Write all of them there."
)
def schema(name: str | None, into: Path | None) -> int:
    """Print the JSON Schema called NAME; without a name, list them."""
    from communique.diagnostics.nearest import did_you_mean
    from communique.read.schemas import FORMS, SCHEMAS
    from communique.read.schemas import schema as made

    if into is not None:
        write_schemas(into)
        click.echo(f"{into}: {', '.join(f'{each}.json' for each in SCHEMAS)}")
    elif name is None:
        for each in SCHEMAS:
            click.echo(f"{each:14}{FORMS[each][1] if each in FORMS else made(each)['title']}")
    elif name in SCHEMAS:
        click.echo(json.dumps(made(name), indent=2, ensure_ascii=False))
    else:
        advice = did_you_mean(name, SCHEMAS) or f"there are {', '.join(SCHEMAS)}"
        raise click.UsageError(f'there is no schema "{name}"; {advice}')
    return 0


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder, as NAME.json."""
    from communique.deliver.folders import refusing
    from communique.read.schemas import SCHEMAS
    from communique.read.schemas import schema as made

    with refusing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for each in SCHEMAS:
            text = json.dumps(made(each), indent=2, ensure_ascii=False) + "\n"
            (folder / f"{each}.json").write_text(text, encoding="utf-8")
