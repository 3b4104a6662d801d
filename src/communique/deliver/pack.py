"""A pack: the finished papers of one intervention, and the places they go to."""

from dataclasses import dataclass
from hashlib import sha256

from communique.model.artefact import Artefact


@dataclass(frozen=True, slots=True)
class Provenance:
    """What decides the bytes of a paper beside its words: versions, and digests of font files, by name."""

    versions: tuple[tuple[str, str], ...] = ()
    fonts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished artefact, its place below `build/` (forward slashes), and the digest of its edition."""

    artefact: Artefact
    place: str
    edition: str
    provenance: Provenance = Provenance()

    @property
    def sha256(self) -> str:
        """The digest of its bytes, in hex."""
        return sha256(self.artefact.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Pack:
    """The papers to be put in place below `folder`, and the places that its papers may have at all.

    What is recorded as made by communique and has no place among `expected` any more is cleared away.
    """

    folder: str
    papers: tuple[Paper, ...] = ()
    expected: tuple[str, ...] = ()
