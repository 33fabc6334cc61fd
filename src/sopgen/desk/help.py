"""Bantuan: the guide of the desk, and that of the command line for who needs it."""

from collections.abc import Sequence
from typing import Literal

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Values, reading
from sopgen.jobs.guide import guide_parts


class Guide(Values):
    """Which guide is read."""

    panduan: Literal["meja", "perintah"] = "meja"


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [reading("/api/bantuan", Guide, guide)]


def guide(asked: Guide) -> Answer:
    """Return a guide, part by part."""
    parts = guide_parts(asked.panduan)
    return {"bagian": [{"judul": one.title, "isi": one.html} for one in parts]}
