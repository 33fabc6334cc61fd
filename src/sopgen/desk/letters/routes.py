"""The routes of the screens Surat Perintah and Buku agenda."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from sopgen.desk.letters import after, book, giving, people


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the two screens."""
    return [*giving.routes(), *people.routes(), *book.routes(), *after.routes()]
