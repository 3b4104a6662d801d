"""Every page a test lays out is set in the fonts that we know, before anything loads WeasyPrint."""

import tempfile
from pathlib import Path

from communique.write import fonts

fonts.configure(Path(tempfile.gettempdir()) / "communique-fonts")
