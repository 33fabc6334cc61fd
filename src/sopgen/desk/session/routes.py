"""How the page reaches an edition that is written: read it, change it, hear what is new, have it saved."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Outdated, Values, faults, reading, shown, writing
from sopgen.desk.manuscript.based import based_on
from sopgen.desk.session.acts import ACTS, LOOKS_ONLY, Acts, EditCall, S
from sopgen.desk.session.findings import findings_of
from sopgen.desk.session.opened import OpenEdition, OpenText, opened
from sopgen.desk.session.state import TextSession
from sopgen.desk.session.writing import ChangedOutside, leaves
from sopgen.errors import SopgenError, SpecError, path_text
from sopgen.messages import say


class NamedEdition(Values):
    """An edition, and the window that asks."""

    nama: str
    jendela: str = ""


class News(NamedEdition):
    """What a window knows: the version of the edition that it shows."""

    versi: int = 0


def routes() -> Sequence[BaseRoute]:
    """Return the routes."""
    return [
        reading("/api/naskah", NamedEdition, whole),
        writing("/api/naskah/ubah", EditCall, changed),
        reading("/api/naskah/temuan", NamedEdition, found),
        writing("/api/naskah/simpan", NamedEdition, saved),
        reading("/api/naskah/kabar", News, news),
        writing("/api/naskah/tutup", NamedEdition, left),
    ]


def whole(asked: NamedEdition) -> Answer:
    """Return all of an edition, as its file has it and as it is written now."""
    one = opened(asked.nama)
    with one.session.turn:
        told = {"nama": asked.nama, **all_of(one, asked.jendela), "temuan": findings_of(one.session.seen)}
        return {**told, "halaman": one.patch(asked.jendela, {}, anew=True)}


def all_of(one: OpenEdition, window: str) -> dict[str, Any]:
    """Return what a window is told of an edition when it opens it."""
    session = one.session
    sop = session.seen.sop
    return {
        "judul": sop.judul,
        "keadaan": session.seen.life.state.value,
        "boleh_ubah": session.may_change,
        "menulis": one.writes(window),
        "penulis": one.windows.person,
        "isi": session.data,
        "dasar": based_on(session.source),
        "satuan": session.seen.unit_source.data,
        "jurnal": offered(session),
        **state_of(session),
    }


def state_of(session: TextSession) -> dict[str, Any]:
    """Return what a window is told after each act."""
    return {
        "versi": session.version,
        "urung": len(session.history.past) + bool(session.typed),
        "ulang": len(session.history.future),
        "tersimpan": session.is_kept,
        "salah": [*map(shown, session.faults), *(faults(session.trouble) if session.trouble else ())],
    }


def offered(session: TextSession) -> Mapping[str, object] | None:
    """Return whether the journal holds more, and of another file; None where it does not."""
    kept = session.offered()
    return {"berkas_lain": kept.file != session.file.digest} if kept else None


def changed(asked: EditCall) -> Answer:
    """Do what a window asks; where it asked for something newer meanwhile, show nothing of it."""
    one = opened(asked.nama)
    answer = changed_in(one, asked, ACTS)
    if asked.lihat and not answer.get("basi"):
        with one.session.turn:
            answer["halaman"] = one.patch(asked.jendela, asked.lihat, anew=bool(asked.lihat.get("anew")))
    return answer


def changed_in(one: OpenText[S], asked: EditCall, acts: Acts[S]) -> dict[str, Any]:
    """Do what a window asks to a file that is open, one of `acts`."""
    one.asked(asked.jendela, asked.n)
    with one.session.turn:
        if asked.do == "take":
            one.take(asked.jendela)
        if asked.do not in LOOKS_ONLY:
            _refuse(one, asked, acts)
            one.note(asked.nama)
        wrong, at = _done(one.session, asked, acts)
        if one.is_late(asked.jendela, asked.n):
            return {"n": asked.n, "basi": True}
        answer = {"n": asked.n, "di": list(at), **state_of(one.session)}
        answer["salah"] = [*answer["salah"], *wrong]
        if asked.do not in ("set", "rest", "show"):
            answer["isi"] = one.session.data
            answer["dasar"] = based_on(one.session.source)
        return answer


def _done(session: S, asked: EditCall, acts: Acts[S]) -> tuple[list[Mapping[str, object]], Sequence[str | int]]:
    if asked.do in LOOKS_ONLY:
        return [], ()
    try:
        return [], acts[asked.do](session, asked)
    except LookupError:  # a field of a list that is shorter by now, nothing left to undo
        return [], asked.loc
    except SpecError as error:
        return [{**one, "path": path_text(asked.loc)} for one in faults(error)], asked.loc


def _refuse(one: OpenText[S], asked: EditCall, acts: Acts[S]) -> None:
    """Refuse what would change an edition that stays as it is, or what another window writes."""
    if asked.do not in acts:
        raise SopgenError(say("the page and the desk do not understand each other ({places})", places=asked.do))
    if not one.session.may_change:
        raise SopgenError(
            say("this edition is no draft: its words stay as they are. fix: begin a new edition from it")
        )
    one.refuse_watcher(asked.jendela)


def found(asked: NamedEdition) -> Answer:
    """Return what the rules find."""
    one = opened(asked.nama)
    with one.session.turn:
        version, edition = one.session.version, one.session.seen
    # The rules take longer than a keystroke, which does not wait for them.
    return {"versi": version, "temuan": findings_of(edition)}


def saved(asked: NamedEdition) -> Answer:
    """Have all that is an SOP in the file now; where somebody else wrote it meanwhile, tell what differs (409)."""
    return saved_in(opened(asked.nama))


def saved_in(one: OpenText[S]) -> Answer:
    """Have all that is valid in the file now; where somebody else wrote it meanwhile, tell what differs (409)."""
    with one.session.turn:
        try:
            one.session.rest()
            one.session.keep()
        except ChangedOutside as error:
            raise Outdated(str(error), {"beda": differing(one.session, error.text)}) from error
        return state_of(one.session)


def differing(session: TextSession, theirs: str) -> list[Mapping[str, object]]:
    """Return the fields in which what is written here and what the file holds now differ."""
    try:
        other = leaves(session.source.reread(theirs).data)
    except SpecError:  # what stands there is no YAML at all
        return [{"path": "", "di_sini": None, "di_berkas": None}]
    own = leaves(session.data)
    paths = [path for path in {**own, **other} if own.get(path) != other.get(path)]
    return [{"path": path, "di_sini": own.get(path), "di_berkas": other.get(path)} for path in paths]


def news(asked: News) -> Answer:
    """Return what a window does not know yet: that it is written elsewhere, or by another program."""
    one = opened(asked.nama)
    with one.session.turn:
        told = news_in(one, asked.jendela, asked.versi)
        return {**told, "satuan": one.session.seen.unit_source.data} if "isi" in told else told


def news_in(one: OpenText[S], window: str, version: int) -> dict[str, Any]:
    """Return what a window that knows a version of a file does not know yet."""
    with one.session.turn:
        session = one.session
        session.look_around()
        outside = session.file.is_changed
        if outside and session.is_kept and session.may_change:
            session.take_theirs()
            outside = False
        writes = one.writes(window)
        who = {"menulis": writes, "boleh_ubah": session.may_change, "penulis": one.windows.person}
        answer = {**who, "berkas_lain": outside, **state_of(session)}
        return (
            {**answer, "isi": session.data, "dasar": based_on(session.source)}
            if version != session.version
            else answer
        )


def left(asked: NamedEdition) -> Answer:
    """Keep all when a window is closed."""
    return left_by(opened(asked.nama), asked.jendela)


def left_by(one: OpenText[S], window: str) -> Answer:
    """Keep all of a file when a window is closed."""
    with one.session.turn:
        one.windows.leave(window)
        if one.lock.is_ours:
            one.session.rest()
            one.session.keep()
        if not one.windows.heard:
            one.lock.let_go()
    return {}
