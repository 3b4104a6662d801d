"""One thing that a file of anybody's holds, as data."""

from dataclasses import dataclass

from communique.diagnostics.diagnostic import Code


@dataclass(frozen=True, slots=True)
class Finding:
    """In which file, where in it, what it is, what it says. No source, and so no line: the file is all there is."""

    code: Code
    file: str
    place: str
    what: str
    text: str
