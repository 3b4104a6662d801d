"""One finding, as data; how it looks lives in `show/`."""

from dataclasses import dataclass, field

from communique.diagnostics.severity import Severity
from communique.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding.

    `number` is stable for ever ("CQ203"), its first digit the phase (DESIGN 4): 1 read, 2 check,
    3 withhold, 4 render, 5 write, 6 guard, 7 deliver. `name` reads well after "allow".
    `what`, `why`, `wrong` and `right` are its manual page (`communique explain`).
    `stops_print`: a warning that becomes an error under `--final`.
    """

    number: str
    name: str
    severity: Severity
    what: str
    why: str = ""
    wrong: str = ""
    right: str = ""
    stops_print: bool = False

    def at(self, span: Span | None, message: str, help: str = "", related: tuple["Related", ...] = ()) -> "Diagnostic":
        """This finding at a place; `message` says what is wrong, `help` what to do."""
        return Diagnostic(self, message, span, help, related)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, and why."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing a person should know, where it stands, and what to do."""

    code: Code
    message: str
    span: Span | None = None
    help: str = ""
    related: tuple[Related, ...] = ()
    regraded: Severity | None = field(default=None)

    @property
    def severity(self) -> Severity:
        """The severity in force: the workspace's own grade, else that of the code."""
        return self.regraded or self.code.severity

    @property
    def is_error(self) -> bool:
        """True when this finding stops a build."""
        return self.severity is Severity.ERROR
