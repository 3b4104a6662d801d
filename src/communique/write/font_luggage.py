"""Fonts that travel: another machine sets the same pages only with the very same font files.

They are known by their digests. What the other machine has itself is used there; the rest is brought along.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from communique.write.fonts import configure, installed

Digest = str
"""SHA-256 in hex."""


@cache
def fonts_here() -> dict[Digest, Path]:
    """Every font file of this machine that may stand on a page, by its digest; read once a process."""
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in installed()}


def packed(here: Mapping[Digest, Path], absent: Iterable[Digest]) -> dict[Digest, tuple[str, bytes]]:
    """Of the files of this machine those that another one lacks: name and bytes of each."""
    return {digest: (here[digest].name, here[digest].read_bytes()) for digest in sorted(absent)}


def unpack(folder: Path, wanted: Collection[Digest], luggage: Mapping[Digest, tuple[str, bytes]]) -> None:
    """Put exactly the wanted fonts in force in this process, before it loads WeasyPrint.

    Those of this machine are taken where they lie, the others are laid below `folder`. RuntimeError when
    WeasyPrint was loaded with other fonts; KeyError for a font that is neither here nor in the luggage.
    """
    here = fonts_here()
    configure(folder, [here.get(digest) or _laid_out(folder, digest, *luggage[digest]) for digest in wanted])


def _laid_out(folder: Path, digest: Digest, name: str, data: bytes) -> Path:
    path = folder.absolute() / "fonts" / digest / Path(name).name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
