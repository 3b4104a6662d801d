"""The server as a whole: it watches, it listens on this machine alone, and it ends when it is told to."""

import asyncio
import signal
import socket
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from communique.preview.server import PortTaken, listen
from communique.preview.watching import watch
from desk import communique, desk, typed

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))

from preview_pictures import Preview


def asked(preview, path):
    request = urllib.request.Request(f"http://127.0.0.1:{preview.port}{path}")
    request.add_header("x-communique-token", preview.token)
    return urllib.request.urlopen(request, timeout=60)


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGHUP], ids=["ctrl-c", "terminal-closed"])
def test_it_ends_while_somebody_looks_and_leaves_nothing(tmp_path, by):
    (tmp_path / "aside").mkdir()
    preview = Preview(desk(tmp_path / "desk", settings="editor = 'code'\n"), TMPDIR=str(tmp_path / "aside"))
    with asked(preview, "/events") as stream:
        assert [stream.readline() for _ in range(4)][::3] == [b"event: making\n", b"event: table\n"]
        assert b'"editor": true' in stream.readline()
        before = time.monotonic()
        assert len(list((tmp_path / "aside").iterdir())) == 1
        told = preview.end(by)
        assert stream.read().endswith(b"\n\n")
    assert time.monotonic() - before < 30
    assert (preview.process.returncode, told.strip().splitlines()[-1]) == (0, "The preview is closed.")
    assert "Traceback" not in told
    assert "Exception" not in told
    assert list((tmp_path / "aside").iterdir()) == []


def test_it_listens_on_this_machine_alone():
    with listen(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
        with pytest.raises(PortTaken, match="cannot be used"):
            listen(listener.getsockname()[1])


def test_a_port_that_is_taken_is_a_slip_of_the_hand(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        told = communique(desk(tmp_path), "preview", "--no-browser", "--port", str(other.getsockname()[1]))
    assert told.returncode == 2
    assert "cannot be used: address already in use" in told.stderr
    assert "Traceback" not in told.stderr


def test_without_texts_there_is_nothing_to_look_at(tmp_path):
    told = typed(tmp_path, "preview", "--no-browser")
    assert told.returncode == 2
    assert "no folder content/" in told.stderr


def test_saves_are_noticed_also_in_a_folder_that_came_later(tmp_path):
    async def seen() -> list[str]:
        noticed, saved, closed = [], asyncio.Event(), asyncio.Event()
        watching = asyncio.create_task(watch(tmp_path, saved.set, closed))

        async def after(name, change, patience=5.0) -> None:
            change()
            try:
                await asyncio.wait_for(saved.wait(), patience)
                noticed.append(name)
            except TimeoutError:
                pass
            await asyncio.sleep(0.2)
            saved.clear()

        await asyncio.sleep(0.5)
        await after("text", lambda: (tmp_path / "content" / "hello.md").write_text("Hello.\n"))
        await after("settings", lambda: (tmp_path / "communique.toml").write_text("page = 'A4'\n"))
        await after("folder", lambda: (tmp_path / "templates" / "themes").mkdir(parents=True))
        await after("theme", lambda: (tmp_path / "templates" / "themes" / "base.css").write_text("p { }\n"))
        (tmp_path / "build").mkdir()
        await after("built", lambda: (tmp_path / "build" / "hello.pdf").write_bytes(b"%PDF"), 0.5)
        await after("swap", lambda: (tmp_path / "content" / ".hello.md.swp").write_bytes(b"b0VIM"), 0.5)
        closed.set()
        await asyncio.wait_for(watching, 5)
        return noticed

    (tmp_path / "content").mkdir()
    assert asyncio.run(seen()) == ["text", "settings", "folder", "theme"]
