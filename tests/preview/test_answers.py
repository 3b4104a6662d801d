"""What the server answers, called without a browser: its own files, no other file, and no file of anybody else."""

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette

from communique.cli.say import Sources
from communique.preview.answers import PAGE, Answers
from communique.preview.desk import Desk
from communique.preview.server import routes
from communique.preview.sitting import Sitting
from communique.preview.word_pages import WordPages
from preview.calling import call

STARTED = "started.json"


@pytest.fixture
def app(tmp_path):
    """A server over an empty desk; its editor writes down with which words it was started."""
    root = tmp_path / "my speeches"
    (root / "content").mkdir(parents=True)
    (root / "content" / "it's $(here).md").write_text("Hello.\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("not for you", encoding="utf-8")
    (root / "content" / "link.md").symlink_to(tmp_path / "secret.txt")
    script = f"import json, sys; open({str(tmp_path / STARTED)!r}, 'w').write(json.dumps(sys.argv[1:]))"
    words = ("python3", "-c", script, "--at={line}:{column}", "{file}")
    sitting = Sitting(Desk(lambda: pytest.fail("no paper was asked for")))
    answers = Answers(sitting, WordPages(tmp_path), Sources, (root,), lambda: words)
    yield Starlette(routes=routes(answers))
    sitting.close()


@pytest.mark.parametrize("file", sorted(PAGE.iterdir()), ids=lambda file: file.name)
def test_the_page_consists_of_its_own_files(app, file):
    answer = call(app, f"/page/{file.name}")
    assert (answer.status, answer.body) == (200, file.read_bytes())
    assert b"http://" not in answer.body.replace(b'xmlns="http://www.w3.org/2000/svg"', b"")
    assert b"https://" not in answer.body
    assert b"style=" not in answer.body, "the policy forbids styles in the markup"
    assert not any(word in answer.body for word in (b"innerHTML", b"outerHTML", b"insertAdjacent", b"eval(")), (
        "what comes out of a text is set as text"
    )


@pytest.mark.parametrize(
    "path",
    [
        "/page/../answers.py",
        "/page/..%2fanswers.py",
        "/page/%2e%2e/answers.py",
        "/page//etc/passwd",
        "/page/" + "../" * 12 + "etc/passwd",
        "/page/",
        "/page/.",
        "/page/main.js\x00.css",
        "/page/C:\\main.js",
        "/content/hello.md",
        "/picture/nothing/0/800/0/1",
        "/words/nothing/0",
        "/words/../0",
    ],
)
def test_no_path_leads_out_of_it(app, path):
    answer = call(app, path)
    assert answer.status == 404
    assert b"root:" not in answer.body
    assert b"Starlette" not in answer.body


def opened(app, **place):
    body = json.dumps({"line": 3, "column": 9, **place}).encode()
    return call(app, "/open", "POST", body, content_type="application/json")


def test_a_place_is_opened_as_words_and_never_through_a_shell(app, tmp_path):
    name = "content/it's $(here).md"
    assert opened(app, path=name).status == 200
    for _ in range(200):
        if (tmp_path / STARTED).is_file() and (tmp_path / STARTED).read_text():
            break
        __import__("time").sleep(0.02)
    assert json.loads((tmp_path / STARTED).read_text()) == ["--at=3:9", str(tmp_path / "my speeches" / name)]


@pytest.mark.parametrize(
    "path", ["../secret.txt", "content/../../secret.txt", "content/link.md", "/etc/passwd", "", "content", "a\x00b"]
)
def test_only_files_of_the_workspace_are_opened(app, tmp_path, path):
    path = path if path != "/etc/passwd" else str(Path("/etc/passwd"))
    assert opened(app, path=path).status == 404
    assert not (tmp_path / STARTED).exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"path": "content/hello.md", "line": "one", "column": 1}'])
def test_what_names_no_place_opens_nothing(app, tmp_path, body):
    assert call(app, "/open", "POST", body).status == 400
    assert call(app, "/open").status == 405
    assert not (tmp_path / STARTED).exists()
