"""Who may ask: this computer's own page, and with --lan who entered by a PIN; nothing comes from anywhere else."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from secrets import compare_digest
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sopgen.desk.door.entry import FrontDoor
from sopgen.desk.door.porch import PATHS as PORCH
from sopgen.desk.noted import asked_by

COOKIE: Final = "sopgen-meja"
# The value of the address that the browser is opened with: it opens the desk once.
ONCE: Final = "buka"
# What only who sits at this computer does: other folders, the end of the desk, who may enter.
OWN: Final = ("/api/folder", "/api/tutup", "/api/orang")
LEAVE: Final = "/api/keluar"
IMPORT_MAP: Final = re.compile(r'<script type="importmap">(.*?)</script>', re.DOTALL)


def policy(page: str) -> str:
    """Return the Content-Security-Policy for the page: its own files, and its import map by its digest."""
    found = IMPORT_MAP.search(page)
    digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode() if found else ""
    return (
        f"default-src 'none'; script-src 'self' 'sha256-{digest}'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self' blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )


@dataclass(frozen=True)
class Guard:
    """Let a request through that names this desk, brings its cookie, and writes from its own page only.

    `opens` tells whether a key opens the desk now; each one does so once. With an `entry` people of other computers
    are let in by their PINs, see the `porch` before that, and not what is this computer's own.
    """

    app: ASGIApp
    hosts: frozenset[str]
    token: str
    opens: Callable[[str], bool]
    policy: str
    entry: FrontDoor | None = None
    porch: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403, or hand the request on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        person = self._person(headers)
        answer = self._answer(scope, headers, person)
        with asked_by(person or ""):
            await (answer or self.app)(scope, receive, self._marked(send))

    def _person(self, headers: Headers) -> str | None:
        """Return who asks: empty for this computer's own user, None for a stranger."""
        token = _cookies(headers).get(COOKIE, "")
        if compare_digest(token.encode(), self.token.encode()):
            return ""
        return self.entry.person(token) if self.entry else None

    def _answer(self, scope: Scope, headers: Headers, person: str | None) -> ASGIApp | None:
        """Return what is answered to a person in the place of the desk; None where the desk may answer."""
        if headers.get("host") not in self.hosts:
            return Response("403", 403)
        key = _value(scope["query_string"].decode("latin-1"), ONCE)
        if key and scope["path"] == "/" and self.opens(key):
            return self._opened()
        if scope["method"] not in ("GET", "HEAD") and not self._own_page(headers):
            return Response("403", 403)
        if person is None:
            return self.porch if self.porch and scope["path"] in PORCH else Response("403", 403)
        if person and scope["path"].startswith(OWN):
            return Response("403", 403)
        if person and self.entry and scope["path"] == LEAVE:
            self.entry.leave(_cookies(headers).get(COOKIE, ""))
            return JSONResponse({})
        return None

    def _own_page(self, headers: Headers) -> bool:
        return headers.get("origin", "").removeprefix("http://") in self.hosts

    def _opened(self) -> Response:
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, self.token, httponly=True, samesite="strict")
        return answer

    def _marked(self, send: Send) -> Send:
        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = self.policy
                headers["x-content-type-options"] = "nosniff"
                headers["referrer-policy"] = "no-referrer"
                headers["cross-origin-opener-policy"] = "same-origin"
                headers["cross-origin-resource-policy"] = "same-origin"
                headers.setdefault("cache-control", "no-store")
            await send(message)

        return marked


def _cookies(headers: Headers) -> Mapping[str, str]:
    pairs = (one.strip().partition("=") for one in headers.get("cookie", "").split(";"))
    return {name: value for name, _, value in pairs}


def _value(query: str, name: str) -> str:
    pairs = (one.partition("=") for one in query.split("&"))
    return next((value for key, _, value in pairs if key == name), "")
