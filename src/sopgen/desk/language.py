"""In which language the desk speaks with a browser: Indonesian, or English by the switch."""

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sopgen.messages import CATALOGUES, language, spoken

COOKIE: Final = "sopgen-bahasa"
CATALOGUE: Final = Path(CATALOGUES) / "id" / "LC_MESSAGES" / "meja.mo"


class Spoken:
    """Have what is said in a request be said in the language of its browser."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with spoken("en" if Request(scope).cookies.get(COOKIE) == "en" else "id"):
            await self.app(scope, receive, send)


async def words(_: Request) -> Response:
    """Answer with what the page says, by its English words; none where English is spoken."""
    return JSONResponse({"bahasa": language(), "kata": _catalogue() if language() == "id" else {}})


def _catalogue() -> dict[str, str]:
    from gettext import GNUTranslations

    with CATALOGUE.open("rb") as file:
        found = GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # there is no other way to list it
    return {key: text for key, text in found.items() if key}
