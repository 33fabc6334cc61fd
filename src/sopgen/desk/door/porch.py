"""What a computer sees before it entered: a page that asks for the name and the PIN, and nothing of the office."""

import json
from html import escape
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sopgen.desk.calls import faults
from sopgen.desk.door.entry import FrontDoor, RefusedEntry
from sopgen.messages import language, say

STATIC: Final = Path(__file__).parents[1] / "static"
SEEN: Final = ("style.css", "styles/door.css", "icon.svg", "door.js")
PATHS: Final = frozenset({"/", "/masuk", *(f"/static/{name}" for name in SEEN)})
LARGEST: Final = 2048


def porch(entry: FrontDoor, cookie: str) -> ASGIApp:
    """Return the porch of a door; who enters gets a cookie of that name."""

    async def enter(request: Request) -> Response:
        try:
            told = json.loads(await _small(request))
            name, pin = str(told["nama"]), str(told["pin"])
        except (ValueError, KeyError, TypeError):
            return Response("400", 400)
        computer = request.client.host if request.client else ""
        try:
            token = await run_in_threadpool(entry.enter, name, pin, computer)
        except RefusedEntry as error:
            return JSONResponse({"faults": list(faults(error))}, 429 if error.wait else 401)
        answer = JSONResponse({})
        answer.set_cookie(cookie, token, httponly=True, samesite="strict")
        return answer

    files = [Route(f"/static/{name}", _file(STATIC / name)) for name in SEEN]
    return Starlette(routes=[Route("/", _page), Route("/masuk", enter, methods=["POST"]), *files])


async def _small(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return b""
    return body


def _file(path: Path):  # type: ignore[no-untyped-def]  # what Starlette takes for an endpoint
    async def sent(_: Request) -> Response:
        return FileResponse(path)

    return sent


async def _page(_: Request) -> Response:
    words = {
        "lang": language(),
        "title": say("Enter the desk"),
        "name": say("Name"),
        "pin": say("PIN"),
        "enter": say("Enter"),
        "hint": say("Whoever keeps sopgen in your office gives you the PIN."),
        "silent": say("sopgen does not answer"),
    }
    return HTMLResponse(PAGE.format(**{key: escape(text) for key, text in words.items()}))


PAGE: Final = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - sopgen</title>
<link rel="icon" href="/static/icon.svg">
<link rel="stylesheet" href="/static/style.css">
<link rel="stylesheet" href="/static/styles/door.css">
<body class="door"><main><h1>{title}</h1><form id="masuk" data-silent="{silent}">
<div class="field"><label for="nama">{name}</label><input id="nama" autocomplete="username" required autofocus></div>
<div class="field"><label for="pin">{pin}</label>
<input id="pin" type="password" autocomplete="current-password" required></div>
<p class="hint">{hint}</p><p id="salah" class="faulted" role="alert"></p>
<button class="button main">{enter}</button></form></main>
<script type="module" src="/static/door.js"></script>
"""
