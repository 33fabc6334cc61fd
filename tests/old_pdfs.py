"""What differs between an edition and what was read back out of its own PDF."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.model.flow import Step, Symbol, arrows
from sopgen.model.quality import Quality
from sopgen.model.sections import STANDARD
from sopgen.model.sop import Activity, Layout, Sop
from sopgen.read.load import load_edition
from sopgen.read.old.found import Found, FoundActivity, FoundStep, OldSop

ROOT = Path(__file__).parents[1]
# A difference: where, what the spec says, what was read, and the doubt that it carries.
Difference = tuple[str, object, object, str]


def own_files(spec: Path) -> dict[str, bytes]:
    """Return the document of an edition in both formats."""
    return dict(document(Work(load_edition(spec), ROOT / "templates")))


def own_pdf(spec: Path, folder: Path) -> Path:
    """Write the PDF of an edition into a folder; return its path."""
    path = folder / "sop.pdf"
    path.write_bytes(own_files(spec)["sop.pdf"])
    return path


def bare(text: str) -> str:
    """Return a text without blanks: where a line ends is not part of it."""
    return re.sub(r"\s+", "", text)


def differences(sop: Sop, old: OldSop) -> list[Difference]:
    """Return what differs; where the items of a list begin is compared with doubt only, its words to the letter."""
    return [*_front(sop, old), *_flows(sop, old)]


def silent(found: Sequence[Difference]) -> list[Difference]:
    """Return the differences that no doubt tells of."""
    return [one for one in found if not one[3]]


def _text(where: str, wanted: str, found: Found | None, doubt: str = "") -> Iterator[Difference]:
    read = found.text if found else ""
    if bare(wanted) != bare(read):
        yield where, wanted, read, (found.doubt if found else "") or doubt


def _list(where: str, wanted: Sequence[str], found: Sequence[Found]) -> Iterator[Difference]:
    read = [one.text for one in found]
    if bare("".join(wanted)) != bare("".join(read)):
        yield where, wanted, read, "".join(one.doubt for one in found)


def _front(sop: Sop, old: OldSop) -> Iterator[Difference]:
    for key in STANDARD:
        section = getattr(sop, key)
        yield from _list(key, [str(one) for one in section.isi], old.lists.get(key, ()))
    identity = sop.identitas
    for key in ("nomor_sop", "nama_sop", "disahkan_oleh"):
        yield from _text(key, getattr(identity, key).nilai, old.texts.get(f"identitas.{key}.nilai"))
    for key in ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"):
        yield from _text(key, getattr(identity, key).printed, old.texts.get(f"identitas.{key}.nilai"))
    yield from _text("pengesah", identity.pengesah.nama, old.texts.get("identitas.pengesah.nama"))
    yield from _text("satuan_kerja", identity.satuan_kerja, old.texts.get("identitas.satuan_kerja"))
    if sop.sampul:
        yield from _list("sampul.judul", sop.sampul.judul, old.lists.get("sampul.judul", ()))
        yield from _list("sampul.instansi", sop.sampul.instansi, old.lists.get("sampul.instansi", ()))


def _flows(sop: Sop, old: OldSop) -> Iterator[Difference]:
    if old.layout is not sop.tata_letak or len(old.activities) != len(sop.kegiatan):
        yield "tata_letak", (sop.tata_letak, len(sop.kegiatan)), (old.layout, len(old.activities)), ""
        return
    for activity, read in zip(sop.kegiatan, old.activities, strict=True):
        yield from _list(f"{activity.id} pelaksana", [lane.label for lane in sop.pelaksana], read.lanes)
        yield from _text(f"{activity.id} judul", activity.judul, read.title)
        for key in ("maksud", "tujuan"):
            items = read.sections[key].items if key in read.sections else ()
            yield from _list(f"{activity.id} {key}", getattr(activity, key).isi, items)
        if sop.tata_letak is Layout.PER_ACTIVITY:
            yield from _standard(activity.id, activity.mutu_baku, read)
        yield from _steps(sop, activity, read)


def _standard(where: str, quality: Quality, read: FoundActivity | FoundStep) -> Iterator[Difference]:
    yield from _list(f"{where} kelengkapan", quality.kelengkapan, read.materials)
    yield from _text(f"{where} waktu", quality.time, read.time)
    yield from _list(f"{where} keluaran", quality.keluaran, read.outputs)


def _steps(sop: Sop, activity: Activity, read: FoundActivity) -> Iterator[Difference]:
    if len(activity.alur) != len(read.steps):
        yield f"{activity.id} alur", len(activity.alur), len(read.steps), read.doubt
        return
    lanes = {lane.id: n for n, lane in enumerate(sop.pelaksana)}
    places = {step.id: n for n, step in enumerate(activity.alur)}
    exits: dict[int, set[tuple[int, str]]] = {}
    for arrow in arrows(activity.alur):
        exits.setdefault(places[arrow.source], set()).add((places[arrow.target], arrow.label or ""))
    for n, (step, found) in enumerate(zip(activity.alur, read.steps, strict=True)):
        where = f"{activity.id}[{n}]"
        doubt = found.doubt or found.text.doubt
        yield from _row_text(where, n, activity.alur, read.steps)
        if sorted(lanes[one] for one in step.lanes) != sorted(found.roles) or step.simbol != found.symbol:
            yield f"{where} simbol", (step.simbol, step.lanes), (found.symbol, found.roles), doubt
        yield from _exits(where, exits.get(n, set()), found, n, len(read.steps))
        if sop.tata_letak is Layout.PER_STEP:
            yield from _row(where, step, found)


def _row_text(where: str, n: int, steps: Sequence[Step], read: Sequence[FoundStep]) -> Iterator[Difference]:
    """Yield what differs between the texts of a row; one with several symbols prints them one below the other."""
    if steps[n].sebaris:
        return
    count = next((k for k, one in enumerate(steps[n + 1 :], 1) if not one.sebaris), len(steps) - n)
    wanted = " ".join(one.uraian for one in steps[n : n + count])
    text = " ".join(one.text.text for one in read[n : n + count])
    yield from _text(f"{where} uraian", wanted, Found(text), read[n].doubt or read[n].text.doubt)


def _exits(where: str, wanted: set[tuple[int, str]], found: FoundStep, n: int, count: int) -> Iterator[Difference]:
    onward = {(n + 1, "")} if n + 1 < count and found.symbol is not Symbol.END else set()
    read = {(one.to, one.label) for one in found.exits} or onward
    if wanted != read:
        yield f"{where} ke", wanted, read, found.doubt + "".join(one.doubt for one in found.exits)


def _row(where: str, step: Step, found: FoundStep) -> Iterator[Difference]:
    if (step.sebaris, bool(step.sublangkah or step.induk)) != (found.in_row, found.below):
        yield f"{where} baris", (step.sebaris, step.sublangkah), (found.in_row, found.below), found.doubt
    if step.sebaris:
        return
    yield from _text(f"{where} induk", step.induk or "", found.parent)
    if not step.shared:
        yield from _standard(where, step.mutu_baku or Quality(), found)
    elif not step.shared <= {*found.shared} and (found.materials or found.time or found.outputs):
        yield f"{where} bersama", step.shared, found.shared, found.doubt
    yield from _list(f"{where} keterangan", step.keterangan, found.notes)
