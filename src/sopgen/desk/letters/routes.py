"""The routes of the screen Surat Perintah."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from sopgen.desk.letters import giving, people


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [*giving.routes(), *people.routes()]
