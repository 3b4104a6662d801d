"""The pages of a Word file as LibreOffice lays them out: made aside, so that nothing waits for them."""

import asyncio
import os
import shutil
import signal
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

LONGEST = 60
"""Seconds after which LibreOffice is given up; its first start on a slow machine takes ten."""
KEPT = 8
PROGRAMS = ("soffice", "libreoffice")


class NotDrawn(Exception):
    """LibreOffice is absent or made no pages; the message says so to the reader."""


class WordPages:
    """Draws one file at a time, in a folder that is the caller's alone, and remembers the last few."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
        self._free = asyncio.Lock()
        self._drawn: dict[str, bytes] = {}

    @property
    def can_draw(self) -> bool:
        """True where LibreOffice is installed."""
        return self._program is not None

    def pdf(self, digest: str) -> bytes | None:
        """A PDF that was drawn before, by the digest of the Word file."""
        return self._drawn.get(digest)

    async def draw(self, docx: bytes) -> str:
        """Lay a Word file out; its digest, under which `pdf` has the pages. NotDrawn when there are none."""
        digest = sha256(docx).hexdigest()
        async with self._free:
            if digest not in self._drawn:
                self._drawn[digest] = await self._converted(docx)
                while len(self._drawn) > KEPT:
                    self._drawn.pop(next(iter(self._drawn)))
        return digest

    async def _converted(self, docx: bytes) -> bytes:
        if self._program is None:
            raise NotDrawn("LibreOffice is not installed on this machine.")
        source, made = self._folder / "paper.docx", self._folder / "paper.pdf"
        source.write_bytes(docx)
        made.unlink(missing_ok=True)
        process = await asyncio.create_subprocess_exec(
            self._program,
            f"-env:UserInstallation={(self._folder / 'office').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(self._folder)),
            str(source),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            await asyncio.wait_for(process.wait(), LONGEST)
        except TimeoutError:
            raise NotDrawn(f"LibreOffice did not answer within {LONGEST} seconds.") from None
        finally:
            await _ended(process)
        try:
            return made.read_bytes()
        except OSError:
            raise NotDrawn("LibreOffice made no pages of this Word file.") from None
        finally:
            source.unlink(missing_ok=True)
            made.unlink(missing_ok=True)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Take the process and its children away, if they are still there."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
