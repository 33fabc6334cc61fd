"""Perubahan, naskah dasar: what units say otherwise than their bases, and what a base that moved on brings them."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from starlette.routing import BaseRoute

from sopgen.compare.changes import Change
from sopgen.desk.calls import Answer, FileAnswer, Nothing, Values, faults, reading, sending, writing
from sopgen.desk.noted import noted
from sopgen.desk.office import edition_files, edition_name
from sopgen.desk.session.opened import opened, those_open
from sopgen.desk.session.writing import leaves
from sopgen.desk.wording import place_at_the_desk
from sopgen.errors import SopgenError, path_text, with_fix
from sopgen.jobs.office.log import LoggedAct
from sopgen.jobs.overlays.bases import base_name
from sopgen.jobs.overlays.clashes import OverlayClash
from sopgen.jobs.overlays.deviations import DeviatingUnit, deviations, workbook
from sopgen.jobs.overlays.told import why
from sopgen.jobs.overlays.update import NotAllFollow, OverlayUpdate, UpdateRequest, brought_over, updates
from sopgen.messages import say
from sopgen.splice.overlay.plain import MISSING


class Settled(Values):
    """How clashes are settled, each by its unit and its place (`polres-a:judul`)."""

    tetap: tuple[str, ...] = ()
    ambil: tuple[str, ...] = ()


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    return [
        reading("/api/dasar", Nothing, told),
        writing("/api/dasar/pembaruan", Settled, noted(LoggedAct.UPDATED, applied, lambda _, answer: _names(answer))),
        sending("/api/dasar/penyimpangan", Nothing, list_file),
    ]


def told(_: Nothing) -> Answer:
    """Return what units say otherwise than their bases, and what comes to them of bases that moved on."""
    _all_kept()
    found = deviations((), ())
    moved = [one for one in updates(UpdateRequest()) if one.made is not None or one.trouble]
    return {
        "satuan": [_unit(one) for one in found.units],
        "salah": list(faults(found.faults)) if found.faults else [],
        "pembaruan": [_update(one) for one in moved],
    }


def list_file(_: Nothing) -> FileAnswer:
    """Return the workbook of `sopgen deviations`."""
    _all_kept()
    found = deviations((), ())
    if found.faults:
        raise found.faults
    return FileAnswer("penyimpangan.xlsx", workbook(found.units))


def applied(asked: Settled) -> Answer:
    """Bring over every edition without a clash that is open, as `sopgen update --apply` does; say which stayed."""
    _all_kept()
    found = updates(UpdateRequest(keep=asked.tetap, take=asked.ambil))
    own = {path.absolute(): name for name, path in edition_files().items()}
    names = [(path, own[path]) for path in (one.path.absolute() for one in found if one.follows) if path in own]
    with ExitStack() as turns:
        # Open, so that undo brings the former text back.
        sessions = {path: opened(name).session for path, name in names}
        for session in sessions.values():
            turns.enter_context(session.turn)
        left: list[Mapping[str, object]] = []
        try:
            written = brought_over(found)
        except NotAllFollow as error:
            written, left = list(error.written), list(faults(error.cause))
        for path in written:
            if path.absolute() in sessions:
                sessions[path.absolute()].take_theirs()
    return {**told(Nothing()), "dibawa": [path.as_posix() for path in written], "tinggal": left}


def _names(answer: Answer) -> str:
    written: Any = answer["dibawa"]
    return ", ".join(f"{Path(one).parent.name}/{Path(one).stem}" for one in written)


def _all_kept() -> None:
    """Have the files hold what is typed; raise SopgenError where one can not be saved yet."""
    for session in (one.session for one in those_open()):
        with session.turn:
            session.rest()
            session.keep()
            if not session.is_kept:
                what = say("{edition} holds what can not be saved yet", edition=edition_name(session.path))
                raise SopgenError(with_fix(what, say("mend it in Manuscript first")))


def _unit(one: DeviatingUnit) -> Mapping[str, object]:
    return {
        "satuan": one.unit,
        "judul": one.sop.judul,
        "edisi": one.sop.edisi,
        "dasar": one.base,
        "beda": [_change(change) for change in one.changes],
    }


def _change(change: Change) -> Mapping[str, object]:
    return {
        "bagian": change.part,
        "jenis": change.kind.value,
        "semula": list(change.old),
        "menjadi": list(change.new),
        "alasan": change.reason,
    }


def _update(one: OverlayUpdate) -> Mapping[str, object]:
    return {
        "satuan": one.unit,
        "edisi": f"{one.path.parent.name}/{one.path.stem}",
        "dasar": base_name(Path(one.base.file)),
        "ikut": one.follows,
        "datang": [_change(change) for change in one.comes],
        "bentrok": [_clash(one.unit, clash) for clash in one.clashes],
        "kendala": list(faults(one.trouble)) if one.trouble else [],
    }


def _clash(unit: str, clash: OverlayClash) -> Mapping[str, object]:
    loc = tuple(part for part in clash.loc if isinstance(part, str))
    return {
        "tempat": f"{unit}:{clash.place}",
        "bagian": place_at_the_desk(path_text(loc)),
        "sebab": why(clash.kind),
        "dulu": _words(clash.was),
        "dasar": _words(clash.theirs),
        "satuan": _words(clash.ours),
    }


def _words(value: object) -> str:
    """Return what stands at a place as one reads it: of a part with several texts all of them."""
    if value is None or value is MISSING:
        return ""
    return "; ".join(str(text) for text in leaves(value).values() if text is not None)
