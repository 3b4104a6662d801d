"""Where things stand in a workspace, and what the environment says: all that a build with nothing to do needs."""

import os
from pathlib import Path

HERE = Path()
BUILD = HERE / "build"
STORE = HERE / ".communique"
CONTENT = HERE / "content"
SETTINGS = HERE / "communique.toml"


def source_date_epoch() -> str:
    """SOURCE_DATE_EPOCH as it was given, or nothing."""
    return os.environ.get("SOURCE_DATE_EPOCH", "")
