"""The words of an SOP, each with its place; names of people, ids and labels are none of them."""

from collections.abc import Iterator, Sequence

from sopgen.lint.registry import Loc
from sopgen.model.flow import Step
from sopgen.model.quality import Quality
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Unit

Placed = tuple[Loc, str]
SECTIONS = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
DATES = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")


def texts(sop: Sop) -> Iterator[Placed]:
    """Yield every text that the document prints, in the order of the spec."""
    yield ("judul",), sop.judul
    yield from _listed(("sampul", "judul"), sop.sampul.judul)
    yield from _listed(("sampul", "instansi"), sop.sampul.instansi)
    yield from _identity(sop)
    for name in SECTIONS:
        yield from _listed((name, "isi"), getattr(sop, name).isi)
    for n, lane in enumerate(sop.pelaksana):
        yield ("pelaksana", n, "label"), lane.label
    for n, activity in enumerate(sop.kegiatan):
        yield from _activity(("kegiatan", n), activity)


def unit_texts(unit: Unit) -> Iterator[Placed]:
    """Yield the unit's own words: its name, its letterhead, the posts of those who sign."""
    yield ("nama",), unit.nama
    yield from _listed(("kop",), unit.kop)
    yield ("penandatangan", "jabatan"), unit.penandatangan.jabatan
    for n, official in enumerate(unit.pejabat):
        yield ("pejabat", n, "jabatan"), official.jabatan


def _listed(loc: Loc, items: Sequence[str]) -> Iterator[Placed]:
    for n, item in enumerate(items):
        yield (*loc, n), item


def _identity(sop: Sop) -> Iterator[Placed]:
    identity = sop.identitas
    yield ("identitas", "satuan_kerja"), identity.satuan_kerja
    yield ("identitas", "nama_singkat"), identity.nama_singkat
    yield ("identitas", "nomor_sop", "nilai"), identity.nomor_sop.nilai
    for name in DATES:
        if printed := getattr(identity, name).tertulis:
            yield ("identitas", name, "tertulis"), printed
    yield ("identitas", "disahkan_oleh", "nilai"), identity.disahkan_oleh.nilai
    yield ("identitas", "nama_sop", "nilai"), identity.nama_sop.nilai


def _activity(loc: Loc, activity: Activity) -> Iterator[Placed]:
    yield (*loc, "judul"), activity.judul
    yield from _listed((*loc, "maksud", "isi"), activity.maksud.isi)
    yield from _listed((*loc, "tujuan", "isi"), activity.tujuan.isi)
    for n, step in enumerate(activity.alur):
        yield from _step((*loc, "alur", n), step)
    yield from _quality((*loc, "mutu_baku"), activity.mutu_baku)
    yield from _listed((*loc, "keterangan"), activity.keterangan)


def _step(loc: Loc, step: Step) -> Iterator[Placed]:
    if step.uraian:
        yield (*loc, "uraian"), step.uraian
    yield from _quality((*loc, "mutu_baku"), step.mutu_baku)
    yield from _listed((*loc, "keterangan"), step.keterangan)
    if step.rujukan:
        yield (*loc, "rujukan"), step.rujukan


def _quality(loc: Loc, quality: Quality | None) -> Iterator[Placed]:
    if quality is None:
        return
    yield from _listed((*loc, "kelengkapan"), quality.kelengkapan)
    if quality.waktu and quality.waktu.tertulis:
        yield (*loc, "waktu", "tertulis"), quality.waktu.tertulis
    yield from _listed((*loc, "keluaran"), quality.keluaran)
