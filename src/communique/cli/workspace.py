"""The one door to the clock and the environment: what a command tells the phases of them."""

from datetime import UTC, date, datetime

import click

from communique.cli.places import HERE, source_date_epoch
from communique.model.clock import Clock
from communique.model.workspace import Workspace


def opened() -> Workspace:
    """The workspace in this folder, today."""
    from communique.read.workspace import open_workspace

    epoch = _epoch(source_date_epoch())
    return open_workspace(HERE, epoch.date() if epoch else date.today(), epoch)  # noqa: DTZ011  the desk's own day


def _epoch(told: str) -> datetime | None:
    if not told:
        return None
    try:
        return datetime.fromtimestamp(int(told), UTC)
    except (ValueError, OverflowError, OSError):
        message = f'SOURCE_DATE_EPOCH is "{told}", and has to be a number of seconds since 1970'
        raise click.UsageError(message) from None


def moment() -> datetime:
    """When something is made: SOURCE_DATE_EPOCH when set, else now."""
    return _epoch(source_date_epoch()) or datetime.now(UTC)


def clock() -> Clock:
    """The real clock, for what waits and what leaves the house: no setting moves it."""
    from time import sleep

    return Clock(lambda: datetime.now(UTC), sleep)
