"""Bantuan: the guide of the desk, and that of the command line for who needs it."""

from collections.abc import Sequence
from typing import Literal

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Nothing, Values, reading
from sopgen.jobs.guide import guide_parts
from sopgen.messages import translated
from sopgen.tools.doctor import tools


class Guide(Values):
    """Which guide is read."""

    panduan: Literal["meja", "perintah"] = "meja"


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [reading("/api/bantuan", Guide, guide), reading("/api/bantuan/program", Nothing, programs)]


def guide(asked: Guide) -> Answer:
    """Return a guide, part by part."""
    parts = guide_parts(asked.panduan)
    return {"bagian": [{"judul": one.title, "isi": one.html} for one in parts]}


def programs(_: Nothing) -> Answer:
    """Return what sopgen uses from outside: its name, its job, whether it is there and needed."""
    found = [(one.name, translated(one.job), bool(one.place), one.needed) for one in tools()]
    return {"program": [dict(zip(("nama", "guna", "ada", "perlu"), one, strict=True)) for one in found]}
