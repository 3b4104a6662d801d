"""The one exception that stops a build for a reason a person can mend."""

from collections.abc import Iterable

from communique.diagnostics.diagnostic import Diagnostic


class Refused(Exception):
    """A build was refused; `diagnostics` are all the reasons. Crosses processes whole."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All the reasons, in the order they were found."""
        return self.args

    def __str__(self) -> str:
        return "; ".join(f"{d.code.number} {d.message}" for d in self.diagnostics)


def refuse_errors(diagnostics: Iterable[Diagnostic]) -> None:
    """Raise `Refused` with all the findings when one of them is an error."""
    found = tuple(diagnostics)
    if any(finding.is_error for finding in found):
        raise Refused(*found)
