"""The preview at work in a real browser: for the tests, and for the pictures of docs/preview.md (`make docs`)."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
SPEECH = "content/ccm-3msp/universalization/speech.md"
WIDE, NARROW = (1280, 800), (390, 800)
PATIENCE = 60_000
"""Milliseconds in which anything has to appear; the first page takes the longest."""


class Preview:
    """`communique preview` in a workspace, as a terminal starts it."""

    def __init__(self, workspace: Path, *arguments: str, **environment: str) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in {"FONTCONFIG_FILE", "DISPLAY"}}
        self.workspace = workspace
        self.process = subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, "-m", "communique", "preview", "--no-browser", *arguments],
            cwd=workspace,
            env={**kept, "PYTHONPATH": str(ROOT / "src"), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        first = self.process.stdout.readline() if self.process.stdout else ""
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]+)", first)
        if not found:
            self.process.kill()
            raise RuntimeError(first + self.process.communicate()[0])
        self.address, self.port, self.token = found[0], int(found[1]), found[2]

    def end(self, by: signal.Signals = signal.SIGINT) -> str:
        """What it said until Ctrl-C, or another signal, ended it."""
        self.process.send_signal(by)
        try:
            return self.process.communicate(timeout=40)[0]
        finally:
            self.process.kill()


class Reader:
    """Somebody at the page, with the text open in an editor beside it. `slips`: what the browser complained of."""

    def __init__(self, preview: Preview, page: Page) -> None:
        self.preview, self.page = preview, page
        self.slips: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.slips.append(str(error)))
        page.on("response", self._response)
        page.set_default_timeout(PATIENCE)

    def open(self) -> None:
        """Open the address that the terminal shows, and wait for the first page."""
        self.page.goto(self.preview.address)
        self.page.wait_for_selector("html[data-shown]")

    def write(self, old: str, new: str, file: str = SPEECH) -> None:
        """Change the text and save it."""
        path = self.preview.workspace / file
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"{old!r} is not in {file}")
        path.write_text(text.replace(old, new), encoding="utf-8")

    def sees(self, words: str) -> None:
        """Wait until a page has these words for reading and selecting."""
        self.page.locator("#sheets .words span", has_text=words).first.wait_for(state="attached")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.slips.append(message.text)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.slips.append(f"{response.status} {response.url}")


def workspace(folder: Path) -> Path:
    """The example in a folder of its own."""
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


@contextmanager
def browsing() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def reading(
    browser: Browser, preview: Preview, size: tuple[int, int] = WIDE, looks: str = "light", sharp: int = 1
) -> Iterator[Reader]:
    """Somebody at the first page of a preview."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if looks == "dark" else "light",
        device_scale_factor=sharp,
        reduced_motion="reduce",
    )
    try:
        reader = Reader(preview, page)
        reader.open()
        yield reader
    finally:
        page.close()


def main() -> int:
    """The pictures of docs/preview.md, made anew."""
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        preview = Preview(workspace(Path(folder)))
        try:
            for name, data in taken(browser, preview):
                place = PICTURES / f"{name}.png"
                Image.open(BytesIO(data)).convert("RGB").quantize(128).save(place, optimize=True)
                print(place.relative_to(ROOT))
        finally:
            preview.end()
    return 0


def taken(browser: Browser, preview: Preview) -> Iterator[tuple[str, bytes]]:
    """Each picture by its name: at work, with an error in the text, and on a narrow screen in the dark."""
    with reading(browser, preview, sharp=2) as reader:
        yield "preview", reader.page.screenshot()
        reader.write("title: Universalization", "title: [Universalization")
        reader.page.wait_for_selector("#notice .finding")
        yield "preview-error", reader.page.screenshot()
        reader.write("title: [Universalization", "title: Universalization")
        reader.page.wait_for_selector("#notice", state="hidden")
    with reading(browser, preview, NARROW, "dark", sharp=2) as reader:
        yield "preview-narrow", reader.page.screenshot()


if __name__ == "__main__":
    sys.exit(main())
