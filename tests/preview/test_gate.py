"""Nobody comes in who has not the token, calls this machine by another name, or acts from another page."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from communique.preview.gate import REFUSED, Keys, walls
from preview.calling import call

KEYS = Keys(token="right", once="single")
COOKIE = "communique-8765=right"


@pytest.fixture
def app():
    async def said(request):
        return PlainTextResponse("inside")

    routes = [Route(path, said, methods=["GET", "POST"]) for path in ("/", "/words")]
    return Starlette(routes=routes, middleware=walls(KEYS, 8765))


@pytest.mark.parametrize(
    "shown",
    [{}, {"cookie": "communique-8765=wrong"}, {"cookie": "communique-8764=right"}, {"x_communique_token": ""}]
    + [{"x_communique_token": wrong} for wrong in ("Right", "righ", "right ", "rightt", "ríght")],
)
def test_without_the_token_nothing_is_answered(app, shown):
    for path in ("/", "/words", "/?token=wrong", "/?token=", "/?once=", "/?token=righ%74t"):
        answer = call(app, path, **shown)
        assert (answer.status, answer.body.decode()) == (403, REFUSED), path


def test_the_token_in_the_address_counts_once_for_the_page_and_then_the_cookie_does(app):
    first = call(app, "/?token=right")
    assert first.body == b"inside"
    assert first.headers["set-cookie"] == f"{COOKIE}; Path=/; HttpOnly; SameSite=Strict"
    assert call(app, "/words", cookie=f"other=1; {COOKIE}").body == b"inside"
    assert call(app, "/words", x_communique_token="right").body == b"inside"
    assert call(app, "/words?token=right").status == 403


def test_the_key_on_a_command_line_opens_a_single_time(app):
    assert call(app, "/?once=single").body == b"inside"
    assert call(app, "/?once=single").status == 403
    assert call(app, "/?token=right").body == b"inside"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8765", "evil.example:8765", "[::1]x", ""])
def test_a_foreign_name_for_this_machine_is_refused(app, host):
    """DNS rebinding: a page of evil.example whose name now leads to 127.0.0.1."""
    answer = call(app, "/?token=right", host=host, cookie=COOKIE)
    assert answer.status == 400
    assert b"inside" not in answer.body
    assert call(app, "/?token=right", host="localhost:8765").body == b"inside"


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8765"])
def test_only_the_own_page_may_do_something(app, origin):
    assert call(app, "/words", "POST", cookie=COOKIE, origin=origin).status == 403
    assert call(app, "/words", "POST", cookie=COOKIE).status == 403
    assert call(app, "/words", "POST", cookie=COOKIE, origin="http://127.0.0.1:8765").body == b"inside"


@pytest.mark.parametrize("path", ["/?token=right", "/nowhere", "/?token=wrong"])
def test_every_answer_forbids_what_comes_from_outside_and_stays_on_no_disk(app, path):
    answer = call(app, path, x_communique_token="right" if path == "/nowhere" else "")
    policy = dict(rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; "))
    assert policy.pop("default-src") == "'none'"
    assert set(policy.values()) == {"'self'", "'none'"}
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers
