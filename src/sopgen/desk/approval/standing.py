"""Where an edition stands, as Pengesahan shows it."""

from collections.abc import Iterator

from sopgen.desk.calls import Answer, shown
from sopgen.desk.office import edition_name
from sopgen.jobs.check import problems
from sopgen.jobs.life.day import today_at
from sopgen.jobs.life.officials import APPROVER, SIGNATORY, approvers, officers_of
from sopgen.jobs.signing.to_sign import files_to_sign, folder_of
from sopgen.model.life.record import FINAL, Decision, LifeEvent, Signature
from sopgen.model.life.state import uncancelled
from sopgen.model.sop import Status
from sopgen.read.load import Edition, load_others


def standing(edition: Edition) -> dict[str, object]:
    """Return an edition's state, its history, its officials, the files made of it and the signatures on them."""
    sop, life = edition.sop, edition.life
    effective = sop.identitas.tanggal_efektif.nilai
    return {
        "nama": edition_name(edition.path),
        "judul": sop.judul,
        "edisi": sop.edisi,
        "keadaan": sop.status.value,
        "contoh": sop.contoh,
        "terbit": sop.sebagaimana_terbit,
        "berlaku": effective.isoformat() if effective else "",
        "hari_ini": today_at(edition.unit).isoformat(),
        "disetujui": life.released,
        "pegang": _event(life.approval) if life.approval else None,
        "gugur": {**_event(life.voided), "bagian": life.changes} if life.voided else None,
        "pindaian_kurang": life.unproven,
        "wajib": [shown(one) for one in problems(edition.path) if one.severity == "error"],
        "riwayat": list(_history(edition)),
        "pejabat": _officials(edition),
        "berkas": files_to_sign(edition),
        "folder": folder_of(edition).as_posix(),
        "tanda_tangan": [_signature(one) for one in _signatures(edition)],
        "berakhir": [
            {"edisi": one.sop.edisi, "judul": one.sop.judul} for one in load_others(edition) if _ends(edition, one)
        ],
    }


def _ends(edition: Edition, other: Edition) -> bool:
    """Tell whether another edition in force ends on the day on which this one takes effect."""
    day = edition.sop.identitas.tanggal_efektif.nilai
    return bool(day and other.sop.status is Status.IN_FORCE and other.sop.day < day)


def _event(event: LifeEvent) -> dict[str, str]:
    return {
        "keadaan": event.keadaan.value,
        "keputusan": event.keputusan.value,
        "tanggal": event.tanggal.isoformat(),
        "oleh": event.oleh.nama,
        "jabatan": event.oleh.jabatan,
        "catatan": event.catatan or "",
    }


def _history(edition: Edition) -> Iterator[Answer]:
    """Yield the events in their order; one that was cancelled, or cancels, counts no more."""
    counted = {id(one) for one in uncancelled(edition.events)}
    for event in edition.events:
        yield {**_event(event), "dihitung": id(event) in counted and event.keputusan is not Decision.CANCELLED}


def _officials(edition: Edition) -> list[Answer]:
    """Return who may decide, by the ids; the approver of the SOP only where he is another than the signatory."""
    known = officers_of(edition.unit)
    for one in approvers(edition):
        if one.nrp != known[SIGNATORY].nrp:
            known[APPROVER] = one
    return [
        {"id": name, "nama": one.nama, "pangkat": one.pangkat, "jabatan": one.jabatan} for name, one in known.items()
    ]


def _signatures(edition: Edition) -> list[Signature]:
    return [one for one in edition.record.file.tanda_tangan if one.berkas == FINAL] if edition.record else []


def _signature(one: Signature) -> Answer:
    return {
        "oleh": one.oleh.nama,
        "tanggal": one.tanggal.isoformat(),
        "cara": one.cara.value,
        "di": one.tersimpan or "",
    }
