"""Naskah: the known laws, the unit's emblem, the changes that have no reason."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, FileAnswer, HandedFile, Values, reading, receiving, sending
from sopgen.desk.noted import noted
from sopgen.desk.session.opened import opened
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.compare.former import reason_entry, since_former
from sopgen.jobs.edit.emblem import emblem_put
from sopgen.jobs.office.approvals import approved_in
from sopgen.jobs.office.log import LoggedAct
from sopgen.messages import say
from sopgen.model.law.regulation import Regulation
from sopgen.read.emblem import JPEG
from sopgen.read.load import Edition


class OfEdition(Values):
    """An edition, as the page calls it."""

    nama: str


class EmblemPicture(OfEdition):
    """The emblem of an edition's unit."""

    # Another one with each change, so that the browser asks anew.
    ke: int = 0


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/naskah/peraturan", OfEdition, laws),
        reading("/api/naskah/alasan", OfEdition, open_reasons),
        receiving("/api/naskah/lambang", noted(LoggedAct.EMBLEM, emblem, _picture_name)),
        sending("/api/naskah/lambang/gambar", EmblemPicture, emblem_picture),
    ]


def _picture_name(file: HandedFile, _: Answer) -> str:
    return file.name or "-"


def emblem(file: HandedFile) -> Answer:
    """Take a picture over as the unit's emblem, as `sopgen emblem` does."""
    _refuse_where_approved()
    emblem_put(Path(), file.content)
    return {}


def _refuse_where_approved() -> None:
    """Raise SopgenError where another picture would take approvals away: only the page of the unit asks before."""
    names = ", ".join(one.sop.judul for one in approved_in(Path("spec")))
    if names:
        what = say("the emblem stands on approved SOPs, too: {names}", names=names)
        raise SopgenError(with_fix(what, say("choose it on the page Unit, which asks before an approval is lost")))


def emblem_picture(asked: EmblemPicture) -> FileAnswer:
    """Send the picture that is printed now, of the edition's unit."""
    one = opened(asked.nama)
    with one.session.turn:
        emblems = one.session.seen.emblems
    picture = emblems.own or b""
    return FileAnswer("lambang.jpg" if picture.startswith(JPEG) else "lambang.png", picture, shown=True)


def laws(asked: OfEdition) -> Answer:
    """Return the known laws, with their standing on the day of the edition, and which items of it they are."""
    one = opened(asked.nama)
    with one.session.turn:
        one.session.look_around()  # the list may just have got another law
        edition = one.session.seen
    return {"peraturan": [*_cited(edition), *(_law(edition, law) for law in edition.regulations.known)]}


def _law(edition: Edition, law: Regulation) -> Mapping[str, object]:
    day = edition.sop.identitas.tanggal_efektif.nilai
    return {
        "id": law.id,
        "sebutan_resmi": law.official(day),
        "status": law.standing(day).value,
        "pengganti": edition.regulations.successor(law, day) if law.diganti_oleh else None,
    }


def _cited(edition: Edition) -> Iterator[Mapping[str, object]]:
    """Yield the laws that items of the legal basis name in words, each with the number of its item."""
    for n, text in enumerate(edition.sop.dasar_hukum.isi):
        if law := edition.regulations.cited(text):
            yield {**_law(edition, law), "id": f"{law.id}@{n}", "di": n}


def open_reasons(asked: OfEdition) -> Answer:
    """Return what is other than in the former edition, with the reasons that are given."""
    one = opened(asked.nama)
    with one.session.turn:
        edition = one.session.seen
    since = since_former(edition)
    if since is None:
        return {"sebelumnya": None, "perubahan": []}
    told = [
        {
            "kunci": f"{n}:{change.path}",
            "bagian": change.part,
            "di": change.path,
            "semula": "\n".join(change.old),
            "menjadi": "\n".join(change.new),
            "alasan": change.reason,
            "untuk": {key: value for key, value in reason_entry(change).items() if key != "alasan"},
        }
        for n, change in enumerate(since.changes)
    ]
    return {"sebelumnya": since.former.edisi, "perubahan": told}
