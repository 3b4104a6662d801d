"""One file on its own into `build/`: written beside and moved into place, readable by whom it is for."""

from pathlib import Path, PurePosixPath

from communique.deliver.folders import open_audience, open_build, refusing
from communique.model.audience import Audience


def put(build: Path, place: str, data: bytes, audience: Audience) -> Path:
    """Put a file to its place below `build/`; above the public, it and its folder are their owner's alone."""
    open_build(build)
    path = open_audience(build, str(PurePosixPath(place).parent), audience) / PurePosixPath(place).name
    beside = path.with_name(f".{path.name}.new")
    with refusing(path):
        beside.unlink(missing_ok=True)
        beside.touch(mode=0o644 if audience is Audience.PUBLIC else 0o600)
        beside.write_bytes(data)
        beside.replace(path)
    return path
