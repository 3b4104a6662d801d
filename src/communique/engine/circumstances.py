"""What decides the bytes of a paper beside what stands in the workspace."""

from functools import cache

from communique.engine.inputs import joined, program
from communique.engine.machine import machine


@cache
def circumstances() -> tuple[tuple[str, str], ...]:
    """Two digests, each by the name that a person gives it.

    Looked at once a process: fonts, libraries and program are loaded only once, too.
    """
    return (
        ("the fonts or programs of this machine", joined(machine())),
        ("communique itself", joined(program())),
    )
