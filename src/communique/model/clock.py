"""The clock, as a value made in `cli`: no phase looks at one for itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` is the moment, with its time zone; `pause` waits for so many seconds."""

    now: Callable[[], datetime]
    pause: Callable[[float], None]
