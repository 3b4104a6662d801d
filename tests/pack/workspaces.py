"""Workspaces to build in, and what came out of them: real commands in real folders."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass
class Bench:
    """A workspace in a folder of its own, with the example's content in it."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @classmethod
    def with_example(cls, root: Path, **environment: str) -> "Bench":
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "communique.toml", root)
        return cls(root, environment)

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not say {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, *arguments: str, expect: int | None = 0) -> subprocess.CompletedProcess[str]:
        """Run `communique` here; the exit code must be as expected."""
        done = subprocess.run(
            [sys.executable, "-m", "communique", *arguments],
            cwd=self.root,
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert expect is None or done.returncode == expect, done.stdout + done.stderr
        return done

    def paper(self, name: str, intervention: str = "ccm-3msp/universalization") -> bytes:
        return (self.root / "build" / intervention / name).read_bytes()

    def papers(self) -> dict[str, bytes]:
        """Every PDF and Word file that was built, by its path below build/."""
        build = self.root / "build"
        found = sorted(path for path in build.rglob("*") if path.suffix in {".pdf", ".docx"})
        return {path.relative_to(build).as_posix(): path.read_bytes() for path in found}
