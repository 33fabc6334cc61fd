"""The routes of Perubahan."""

from collections.abc import Sequence
from typing import Literal

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, FileAnswer, Values, reading, sending, writing
from sopgen.desk.noted import noted
from sopgen.desk.office import edition_file
from sopgen.desk.session.opened import opened
from sopgen.errors import SopgenError
from sopgen.jobs.compare.editions import Comparison, compared, edition_line, matrix, matrix_name, tracked
from sopgen.jobs.compare.reasons import with_reason
from sopgen.jobs.office.log import LoggedAct
from sopgen.messages import say


class Pair(Values):
    """Two editions by the names that the page gives them."""

    lama: str
    baru: str


class MatrixAsked(Pair):
    """The matrix of changes, as a Word file or a PDF."""

    bentuk: Literal["docx", "pdf"]


class ReasonAsked(Pair):
    """Why something changed: the place and kind of the change, and the words; none take the reason out."""

    path: str
    jenis: str
    alasan: str


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/perubahan", Pair, told),
        sending("/api/perubahan/matriks", MatrixAsked, matrix_file),
        sending("/api/perubahan/terlacak", Pair, tracked_file),
        writing("/api/perubahan/alasan", ReasonAsked, noted(LoggedAct.REASON, reasoned, lambda asked, _: asked.baru)),
    ]


def told(asked: Pair) -> Answer:
    """Return every change, with what stood there, what stands there, and why."""
    found = _compared(asked)
    session = opened(asked.baru).session
    return {
        "lama": edition_line(found.old.sop),
        "baru": edition_line(found.new.sop),
        "boleh_ubah": session.may_change and found.old.sop.id == found.new.sop.id,
        "perubahan": [
            {
                "no": n,
                "bagian": one.part,
                "path": one.path,
                "jenis": one.kind.value,
                "bentuk": one.layout,
                "semula": list(one.old),
                "menjadi": list(one.new),
                "alasan": one.reason,
            }
            for n, one in enumerate(found.changes, 1)
        ],
        "alasan_lain": [one.alasan for one in found.unused_reasons],
    }


def matrix_file(asked: MatrixAsked) -> FileAnswer:
    """Return the matrix of changes."""
    found = _compared(asked)
    return FileAnswer(matrix_name(found, asked.bentuk).name, matrix(found, asked.bentuk))


def tracked_file(asked: Pair) -> FileAnswer:
    """Return the new edition in Word, with tracked changes against the old one."""
    found = _compared(asked)
    return FileAnswer(f"perubahan-terlacak-{found.new.sop.name}.docx", tracked(found))


def reasoned(asked: ReasonAsked) -> Answer:
    """Write a reason into the draft, as a step of its session; return the changes as they are told then."""
    found, session = _compared(asked), opened(asked.baru).session
    if not session.may_change:
        raise SopgenError(
            say("this edition is no draft: its words stay as they are. fix: begin a new edition from it")
        )
    with session.turn:
        session.change(
            lambda now: with_reason(now, found, asked.path, asked.jenis, asked.alasan), ("alasan_perubahan",)
        )
        session.keep()
    return told(asked)


def _compared(asked: Pair) -> Comparison:
    """Return both editions side by side as their files have them; what is typed at the desk is there first."""
    for name in (asked.lama, asked.baru):
        session = opened(name).session
        with session.turn:
            session.rest()
            session.keep()
    return compared(str(edition_file(asked.lama)), str(edition_file(asked.baru)), None)
