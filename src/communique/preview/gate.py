"""Who may come in: a browser of this machine that knows the token of this run. Everybody else gets a refusal.

Three walls, one behind the other. The server listens on the loopback address alone. The Host header has
to name this machine, so that a foreign page cannot reach it through a name of its own (DNS rebinding).
And every call has to show the token: in the address once, then in a cookie or a header.
"""

import hmac
import secrets
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "x-communique-token"
HOSTS = ("127.0.0.1", "localhost")
NOTHING_OUTSIDE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The page may load from this server and from nowhere else (CSP Level 3), and stand in no frame."""

HEADERS = {
    "content-security-policy": NOTHING_OUTSIDE,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
"""On every answer. `no-store`: the delegation's pages do not stay on the disk of a browser."""

REFUSED = "This is a preview of somebody's papers. Use the address that communique preview printed in its terminal.\n"


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens the gate of one run.

    `once` opens it a single time: any user of this machine can read with which words a browser is started.
    """

    token: str
    once: str


def cut_keys() -> Keys:
    """Keys that nobody guesses."""
    return Keys(secrets.token_urlsafe(32), secrets.token_urlsafe(32))


def walls(keys: Keys, port: int) -> list[Middleware]:
    """The three of them but the first, outermost first."""
    return [
        Middleware(Sealed),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS), www_redirect=False),
        Middleware(Gate, keys=keys, port=port),
    ]


def cookie_name(port: int) -> str:
    """Browsers know no ports in cookies: two previews side by side need two names."""
    return f"communique-{port}"


class Sealed:
    """Puts the headers on every answer, refusals too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a call on, and its answer back with the headers."""

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, sealed if scope["type"] == "http" else send)


class Gate:
    """Lets in whoever shows the token; a call that does something has to come from our own page too."""

    def __init__(self, app: ASGIApp, keys: Keys, port: int) -> None:
        self.app, self.token, self.once, self.cookie = app, keys.token, keys.once, cookie_name(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass; the first call, with the token in its address, gets the cookie."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http" or not self._may_pass(scope):
            await PlainTextResponse(REFUSED, status_code=403)(scope, receive, send)
            return
        if self._in_address(scope):
            self.once = ""
            send = self._with_cookie(send)
        await self.app(scope, receive, send)

    def _may_pass(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        if scope["method"] not in {"GET", "HEAD"} and headers.get("origin") != f"http://{headers.get('host')}":
            return False
        jar = SimpleCookie(headers.get("cookie", ""))
        shown = (headers.get(HEADER, ""), jar[self.cookie].value if self.cookie in jar else "")
        return any(map(self._is_ours, shown)) or self._in_address(scope)

    def _in_address(self, scope: Scope) -> bool:
        """True of the first call: the token counts in the address of the page itself only."""
        if scope["path"] != "/":
            return False
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        once = any(_equal(shown, self.once) for shown in asked.get("once", ()))
        return once or any(map(self._is_ours, asked.get("token", ())))

    def _is_ours(self, shown: str) -> bool:
        return _equal(shown, self.token)

    def _with_cookie(self, send: Send) -> Send:
        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                cookie = f"{self.cookie}={self.token}; Path=/; HttpOnly; SameSite=Strict"
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        return send_with_cookie


def _equal(shown: str, key: str) -> bool:
    """True for the key itself, in a time that tells nothing; a key that was used up is empty and equals nothing."""
    return bool(key) and hmac.compare_digest(shown.encode("utf-8", "replace"), key.encode())
