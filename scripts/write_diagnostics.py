"""Writes docs/diagnostics.md, the manual of all findings, from their codes."""

from pathlib import Path

from communique.diagnostics.show.manual import manual

if __name__ == "__main__":
    (Path(__file__).parents[1] / "docs" / "diagnostics.md").write_text(manual(), encoding="utf-8")
