"""The routes of the screens Surat Perintah and Buku agenda."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from sopgen.desk.letters import after, book, giving, office_keys, people, upkeep


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the two screens."""
    rooms = (giving, people, book, after, upkeep, office_keys)
    return [route for room in rooms for route in room.routes()]
