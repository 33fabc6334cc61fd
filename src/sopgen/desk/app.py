"""The desk as a web application: every screen's routes behind the guard, and the files of the page itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sopgen.desk import help as guide
from sopgen.desk import own_faults
from sopgen.desk.approval import screen as approval
from sopgen.desk.changes import bases
from sopgen.desk.changes import screen as changes
from sopgen.desk.door import screen as door
from sopgen.desk.door.entry import FrontDoor
from sopgen.desk.door.porch import porch
from sopgen.desk.flow import files as chart_files
from sopgen.desk.flow import routes as flow
from sopgen.desk.guard import COOKIE, Guard, policy
from sopgen.desk.incoming import old, packages, word
from sopgen.desk.language import Spoken, words
from sopgen.desk.laws import screen as laws
from sopgen.desk.letters import routes as letters
from sopgen.desk.look import screen as look
from sopgen.desk.manuscript import routes as manuscript
from sopgen.desk.running import Running
from sopgen.desk.schedule import screen as schedule
from sopgen.desk.session import routes as session
from sopgen.desk.start import screen as start
from sopgen.desk.unit import screen as unit
from sopgen.jobs.guide import DESK, guide_file

STATIC: Final = Path(__file__).parent / "static"
PAGE: Final = STATIC / "index.html"

# The screens, in the order of the menu.
SCREENS: Final[Sequence[Callable[[], Sequence[BaseRoute]]]] = (
    start.routes,
    letters.routes,
    session.routes,
    manuscript.routes,
    flow.routes,
    chart_files.routes,
    approval.routes,
    changes.routes,
    bases.routes,
    word.routes,
    old.routes,
    packages.routes,
    door.routes,
    unit.routes,
    laws.routes,
    look.routes,
    schedule.routes,
    guide.routes,
)


def make_app(token: str, hosts: frozenset[str], record: Running, entry: FrontDoor | None = None) -> ASGIApp:
    """Return the desk; `hosts` are the names that it is called by; with an `entry` for other computers."""
    page = PAGE.read_text("utf-8")
    routes: list[BaseRoute] = [
        Route("/", lambda _: HTMLResponse(page)),
        Route("/api/kata", words),
        Mount("/static", Fresh(directory=STATIC)),
        Mount("/gambar", Fresh(directory=guide_file(DESK).parent / "gambar")),
        *(route for screen in SCREENS for route in screen()),
    ]
    app = Starlette(routes=routes, exception_handlers={Exception: own_faults.told, 404: _absent, 405: _absent})
    before = Spoken(porch(entry, COOKIE)) if entry else None
    return Guard(Spoken(app), hosts, token, record.opens, policy(page), entry, before)


async def _absent(_: Request, __: Exception) -> Response:
    return JSONResponse({"faults": []}, 404)


class Fresh(StaticFiles):
    """The files of the page; a browser asks anew whether they changed, since another version may run tomorrow."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a file."""

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"cache-control", b"no-cache"))
            await send(message)

        await super().__call__(scope, receive, marked)
