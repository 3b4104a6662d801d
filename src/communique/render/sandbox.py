"""The sandbox of templates: no way to Python's insides, nothing that multiplies without end, and an end to all work.

Bounds: a value has at most a million characters or items, a template five seconds of reckoning in which it prints a
page; the longest shipped one needs a twentieth of a second.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from jinja2 import Template, TemplateRuntimeError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

LONGEST = 1_000_000
SECONDS = 5.0
PLAIN_METHODS = frozenset({
    "capitalize", "casefold", "count", "endswith", "find", "isdigit", "isupper", "lower", "lstrip", "partition",
    "removeprefix", "removesuffix", "rpartition", "rstrip", "split", "splitlines", "startswith", "strip", "title",
    "upper",
})  # fmt: skip
"""What words may be asked in a template: what gives no more than there is."""


class Excessive(TemplateRuntimeError):
    """A template would fill the memory, or never end."""


class PatientTemplate(Template):
    """A template that is given so much time and depth, and no more."""

    def render(self, *arguments: Any, **named: Any) -> str:  # noqa: ANN401 - as Jinja has it
        """The words; Excessive, with the line that was being printed, when there is no end to them."""
        try:
            with _patience():
                return super().render(*arguments, **named)
        except RecursionError as fault:
            raise Excessive("templates call one another without end").with_traceback(fault.__traceback__) from None
        except MemoryError as fault:
            raise Excessive("it fills the memory").with_traceback(fault.__traceback__) from None


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which a few signs cannot ask for gigabytes either."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    template_class = PatientTemplate

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """The result of an operator, if it is a number of a sane size, or two things side by side."""
        if operator == "+" and hasattr(left, "__len__") and hasattr(right, "__len__"):
            _bound(len(left) + len(right))
        elif not isinstance(left, int | float) or not isinstance(right, int | float):
            raise Excessive(f"{operator} is for numbers")
        elif operator == "**" or max(abs(left), abs(right)) > LONGEST**2:
            raise Excessive("such numbers are not reckoned with here")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - as Jinja has it
        """Whether a template may ask for it."""
        return super().is_safe_attribute(obj, attr, value) and (not isinstance(obj, str) or attr in PLAIN_METHODS)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401 - as Jinja has it
        """No format of words: a width in it may ask for gigabytes, and labels fill their places by themselves."""
        if super().wrap_str_format(value) is not None:
            raise SecurityError("the format of words")


def bounded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja's that refuses to make more than `LONGEST` of what it is given."""
    if name not in SIZES:
        return function
    first = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as the filter gives
        value = list(arguments[first]) if name == "join" else arguments[first]
        others = (*arguments[first + 1 :], *named.values())
        _bound(SIZES[name](value, others))
        return function(*arguments[:first], value, *arguments[first + 1 :], **named)

    return call


def _joined(value: list[Any], others: tuple[Any, ...]) -> int:
    return sum(len(item) if isinstance(item, str) else 20 for item in value) + len(value) * sum(
        len(other) for other in others if isinstance(other, str)
    )


def _replaced(value: Any, others: tuple[Any, ...]) -> int:  # noqa: ANN401 - whatever a template gives
    return (len(str(value)) + 1) * max((len(other) for other in others if isinstance(other, str)), default=0)


def _counted(_: Any, others: tuple[Any, ...]) -> int:  # noqa: ANN401 - whatever a template gives
    return max((other for other in others if isinstance(other, int)), default=0)


SIZES: dict[str, Callable[[Any, tuple[Any, ...]], int]] = {
    "join": _joined,
    "replace": _replaced,
    "batch": _counted,
    "slice": _counted,
}
"""The filters that can make much of little, and how much at most."""


def _bound(size: int) -> None:
    if size > LONGEST:
        raise Excessive(f"it would make more than {LONGEST:,} characters".replace(",", " "))


@contextmanager
def _patience() -> Iterator[None]:
    """At most `SECONDS` of reckoning (not of waiting: a busy machine changes nothing); in the main thread alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def out_of_time(*_: object) -> None:
        raise Excessive(f"it took more than {SECONDS:.0f} seconds")

    before = signal.signal(signal.SIGVTALRM, out_of_time)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
