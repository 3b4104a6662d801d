"""`communique new --recipients`: the two lists of a meeting, empty, to be filled in."""

from pathlib import Path

import click

RECIPIENTS = (
    "# One row for each delegation or office; only its name is needed. Everyone here is given public papers only."
)
DELEGATION = (
    "# One row for each of our own missions and members. Without an audience a row is given public papers only."
)


def begin_lists(folder: Path) -> int:
    """Write the lists that are not there yet into the folder of a meeting, named whole or below content/."""
    from communique.cli.places import CONTENT
    from communique.deliver.folders import refusing
    from communique.diagnostics.codes.read import UNKNOWN_PATH
    from communique.diagnostics.nearest import did_you_mean
    from communique.diagnostics.refused import Refused
    from communique.read.recipients import AUDIENCE, COLUMNS

    meeting = folder if folder.is_dir() else CONTENT / folder
    if not (meeting / "meeting.yaml").is_file():
        known = [file.parent.as_posix() for file in sorted(CONTENT.glob("*/meeting.yaml"))]
        advice = did_you_mean(f"content/{folder.name}", known) or f"there is: {', '.join(known) or 'none'}"
        raise Refused(UNKNOWN_PATH.at(None, f"{folder} is no folder of a meeting", advice))
    name, *others = COLUMNS
    for file, columns, remark in (
        ("recipients.csv", COLUMNS, RECIPIENTS),
        ("delegation.csv", (name, AUDIENCE, *others), DELEGATION),
    ):
        kept = any((meeting / file).with_suffix(ending).exists() for ending in (".csv", ".xlsx"))
        if not kept:
            with refusing(meeting / file):
                (meeting / file).write_text(f"{','.join(columns)}\n{remark}\n", encoding="utf-8")
        click.echo(f"{meeting / file} " + ("is there already and was left alone." if kept else "is ready."))
    return 0
