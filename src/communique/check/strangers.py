"""Checks of third parties: functions named by the entry point group `communique.checks`."""

from functools import cache
from importlib.metadata import entry_points

from communique.check.reading import Check

GROUP = "communique.checks"


@cache
def strangers_checks() -> tuple[Check, ...]:
    """The checks that installed packages bring, by name; looked up once, when first asked for."""
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return tuple(point.load() for point in points)
