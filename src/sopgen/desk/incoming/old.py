"""Impor: an old SOP becomes a draft, whose doubts are settled one by one beside the old pages."""

import re
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from starlette.routing import BaseRoute

from sopgen.desk.calls import (
    Answer,
    FileAnswer,
    HandedFile,
    Nothing,
    Values,
    reading,
    receiving_for,
    sending,
    writing,
)
from sopgen.desk.incoming.held import as_file
from sopgen.desk.noted import who
from sopgen.desk.office import edition_file, edition_files, edition_name
from sopgen.desk.session.acts import ACTS, Act, EditCall
from sopgen.desk.session.edition import Session
from sopgen.desk.session.findings import findings_of
from sopgen.desk.session.opened import opened
from sopgen.desk.session.routes import NamedEdition, all_of, changed_in
from sopgen.desk.wording import place_at_the_desk
from sopgen.errors import Loc, SopgenError, with_fix
from sopgen.jobs.office.log import LoggedAct, log
from sopgen.jobs.old.doubts.kept import keep_pages, kept_pages, with_boxes
from sopgen.jobs.old.doubts.remarks import left_over_in, open_doubts, settled
from sopgen.jobs.old.importing import ImportRequest, imported
from sopgen.jobs.old.notes import Doubt, place_of
from sopgen.jobs.old.pictures import page_picture, page_sizes
from sopgen.messages import say
from sopgen.read.source import parse

# The maker of the pictures is one for all, and serves one at a time.
_PICTURES: Final = threading.Lock()
# How a draft that was imported says what is to be settled.
MARK: Final = b"# periksa:"
# How a spot names a line of a text (a draft is Indonesian).
LINE: Final = re.compile(r"baris (\d+)")


class OldSopAsked(Values):
    """The name of the edition; none for the year that the old SOP says."""

    edisi: str = ""


class AskedOldPage(Values):
    """A page of the file that a draft was made of, counted from 1."""

    nama: str
    halaman: int


def _settled(session: Session, asked: EditCall) -> Loc:
    """Take a remark out, as `sopgen doubts --done` does."""
    session.change(lambda source: settled(source, asked.kode, asked.index), asked.loc)
    return asked.loc


OLD_ACTS: Final[Mapping[str, Act]] = {**ACTS, "settle": _settled}


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/impor", Nothing, under_way),
        receiving_for("/api/impor", OldSopAsked, handed),
        reading("/api/impor/naskah", NamedEdition, whole),
        writing("/api/impor/ubah", EditCall, edited),
        sending("/api/impor/halaman", AskedOldPage, page),
    ]


def under_way(_: Nothing) -> Answer:
    """Return the drafts that have doubts still, and how many."""
    marked = [(name, path) for name, path in edition_files().items() if MARK in path.read_bytes()]
    return {"draf": [{"nama": name, "ragu": count} for name, path in marked if (count := _count(path))]}


def _count(path: Path) -> int:
    try:
        return len(open_doubts(parse(path)))
    except SopgenError:  # Beranda tells what is wrong with it
        return 0


def handed(asked: OldSopAsked, file: HandedFile) -> Answer:
    """Make the draft of an old file that is handed in, as `sopgen import` does, and keep its pages beside it."""
    with as_file(file) as path:
        made = imported(ImportRequest(path, asked.edisi.strip()))
        name = edition_name(made.path)
        log(Path(), who(), LoggedAct.IMPORT, name)
        keep_pages(Path(), made.path, path, file.name, made.draft.doubts)
    return {"edisi": name, "ragu": len(made.draft.doubts)}


def whole(asked: NamedEdition) -> Answer:
    """Return a draft as it is written now, with its doubts and the pages of the file that it was made of."""
    one = opened(asked.nama)
    kept = kept_pages(Path(), edition_file(asked.nama))
    with one.session.turn:
        told = {"nama": asked.nama, **all_of(one, asked.jendela), "temuan": findings_of(one.session.seen)}
        left = [one.text for one in left_over_in(one.session.source)]
        doubts = _doubts(asked.nama, one.session)
    with _PICTURES:
        sizes = page_sizes(kept.pdf.read_bytes()) if kept and kept.pdf else []
    first = len(kept.doubts) if kept else len(doubts)
    return {
        **told,
        "ragu": doubts,
        "semula": first,
        "lain": left,
        "berkas": kept.name if kept else "",
        "lembar": sizes,
        "teks": kept.lines if kept else (),
    }


def edited(asked: EditCall) -> Answer:
    """Do what a window asks, and return the doubts that are left."""
    one = opened(asked.nama)
    told = changed_in(one, asked, OLD_ACTS)
    if told.get("basi") or asked.do == "set":
        return told
    with one.session.turn:
        return {**told, "ragu": _doubts(asked.nama, one.session)}


def _doubts(name: str, session: Session) -> Sequence[Mapping[str, Any]]:
    found = with_boxes(open_doubts(session.source), kept_pages(Path(), edition_file(name)))
    return [_doubt(one) for one in found]


def _doubt(one: Doubt) -> Mapping[str, Any]:
    return {
        "path": one.path,
        "bagian": place_at_the_desk(one.path),
        "baris": one.line,
        "kata": one.text,
        "letak": place_of(one.spot),
        "garis": int(line[1]) if (line := LINE.fullmatch(one.spot.name)) else 0,
        "halaman": one.spot.page,
        "kotak": one.spot.box,
    }


def page(asked: AskedOldPage) -> FileAnswer:
    """Send a page of the file that a draft was made of, as a picture."""
    kept = kept_pages(Path(), edition_file(asked.nama))
    if kept is None or kept.pdf is None:
        raise SopgenError(
            with_fix(say("the pages of the old file are not kept here"), say("look into the file itself"))
        )
    with _PICTURES:
        return FileAnswer("halaman.png", page_picture(kept.pdf.read_bytes(), asked.halaman).png, shown=True)
