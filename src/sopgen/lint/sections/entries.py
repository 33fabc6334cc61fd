"""Rules over the entries of single sections: each is what its section asks for."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sopgen.lint.identity.terms import CONSEQUENCE
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import words_alone
from sopgen.messages import say
from sopgen.model.law.citation import read_citation
from sopgen.model.quality import Quality
from sopgen.model.sop import Activity, Layout, Sop

_ORDERS: Final = re.compile(
    r"\b(?:dilarang|jangan(?:lah)?|wajib|harus(?:lah)?|tidak (?:boleh|diperkenankan|diperbolehkan|dibenarkan)"
    r"|hendaknya|hendaklah|pastikan|supaya|diharapkan|diharuskan|diwajibkan)\b",
    re.IGNORECASE,
)
# What may be done is no consequence.
_MAY: Final = re.compile(
    r"\bdapat di(?:terima|lakukan|sampaikan|ajukan|ambil|hubungi|lihat|akses|unduh|peroleh|laksanakan|layani"
    r"|wakilkan|kuasakan"
    r"|kirim|isi|gunakan|bawa|berikan|dampingi|minta|bayar|tanyakan)\w*",
    re.IGNORECASE,
)
# A limit of what may be done, which the rules on it set.
_LIMITS: Final = re.compile(r"\b(?:tidak|tanpa|kecuali|hanya)\b", re.IGNORECASE)
_HALF: Final = re.compile(r"\W*(?:\w[.)]\s*)?(?:apabila|jika|bila|bilamana)\b[^,]+$", re.IGNORECASE)
_MAIN: Final = re.compile(
    r"\b(?:maka|dapat|akan|harus|wajib|tidak boleh|dilarang|berakibat|menjadi|dikenai|dikenakan)\b", re.IGNORECASE
)
LONG: Final = 9  # words; a longer one holds its main clause, without the comma before it
_THINGS: Final = """
kendaraan komputer laptop kamera radio printer pencetak pemindai scanner alat peralatan perlengkapan formulir buku
ruang ruangan meja kursi handphone hp ponsel telepon rompi borgol senjata mobil motor jaringan atk kertas meterai
stempel senter seragam internet lemari map tinta proyektor mikrofon megafon tenda sepeda
mesin genset lampu rak brankas timbangan pengeras tripod modem
"""
THINGS: Final = frozenset(_THINGS.split())
# Things that are records all the same.
PAPERS: Final = frozenset({"buku", "formulir", "kertas", "map", "aplikasi"})
_COMMON: Final = "buku catatan arsip register berkas dokumen data laporan daftar kartu surat kendali"
_ANY_RECORD: Final = frozenset(_COMMON.split())
# How records are kept: Disimpan sebagai data elektronik.
_KEPT: Final = re.compile(r"\W*(?:\w[.)]\s*)?(?:di|me|ter)[a-z]{4,}", re.IGNORECASE)
_SKILL: Final = re.compile(
    r"\W*(?:\w[.)]\s*)?(?:mampu|memahami|menguasai|mengetahui|memiliki (?:kemampuan|pengetahuan|kompetensi))\b",
    re.IGNORECASE,
)
_SOP: Final = re.compile(r"\W*SOP [A-Z]")
_WARNING: Final = re.compile(
    r"\W*(?:apabila|jika|bila)\b.*\b(?:dikenai|dikenakan|sanksi|batal|ditolak)\b", re.IGNORECASE
)
_ENTRY: Final = re.compile(r"^\W*(?:\w[.)]\s*)?(?P<first>\w+)")


@rule("ID42", "info", source="Permenpan RB 35/2012, annex, identity item Peringatan", sure="A")
def each_warning_names_its_consequence(subject: Subject) -> Iterator[Finding]:
    """An entry of Peringatan that orders or forbids says what follows when it is not kept.

    Where other entries of the list say it and one does not, that one is an instruction: it belongs into a step, or
    its consequence was forgotten; so is any other entry without one where most have one. Where none does, ID17
    speaks. A hint.

    Wrong:
        - Petugas wajib menerima setiap laporan dengan sopan
    Right:
        - Apabila laporan ditolak tanpa alasan yang sah, petugas dapat dikenai sanksi
    """
    items = subject.sop.peringatan.isi
    without = [n for n, item in enumerate(items) if not CONSEQUENCE.search(_MAY.sub("", item))]
    if len(without) == len(items):
        return
    for n, item in enumerate(items):
        if _HALF.match(item) and not _MAIN.search(item) and len(item.split()) < LONG:
            what = say("the entry does not say what follows when it is not kept")
            yield Finding(("peringatan", "isi", n), what, say("add it: Apabila ..., maka ..."))
    for n in without:
        if _ORDERS.search(items[n]) or (len(without) * 2 < len(items) and not _LIMITS.search(items[n])):
            what = say("the entry does not say what follows when it is not kept")
            yield Finding(("peringatan", "isi", n), what, say("add it: Apabila ..., maka ..."))


@rule("ID43", "warning", source="Permenpan RB 35/2012, annex, identity item Kualifikasi Pelaksana", sure="A")
def qualifications_are_of_people(subject: Subject) -> Iterator[Finding]:
    """Kualifikasi Pelaksana is about people, not about things.

    What the work is done with stands under Peralatan. An entry that begins with a thing, or stands there word for
    word, was put into the wrong list.

    Wrong:
        kualifikasi_pelaksana: {judul: Kualifikasi Pelaksana, isi: [Kendaraan patroli yang laik jalan]}
    Right:
        kualifikasi_pelaksana: {judul: Kualifikasi Pelaksana, isi: [Memiliki surat izin mengemudi]}
    """
    listed = {words_alone(item) for item in subject.sop.peralatan.isi}
    for n, item in enumerate(subject.sop.kualifikasi_pelaksana.isi):
        if words_alone(item) in listed or _first(item) in THINGS:
            what = say("the entry names a thing, not what one must know or be able to do")
            yield Finding(("kualifikasi_pelaksana", "isi", n), what, say("put it under peralatan"))


@rule(
    "ID44", "warning", source="Permenpan RB 35/2012, annex, identity items 8 to 13: what each of them names", sure="A"
)
def entries_stand_in_their_section(subject: Subject) -> Iterator[Finding]:
    """An entry stands in the section to which it belongs.

    What one must be able to do is no equipment, a camera no record, a law no other SOP: whoever looks for it does not
    find it, and the list in which it stands is longer than what it asks for.

    Wrong:
        peralatan: {judul: Peralatan, isi: [Mampu mengoperasikan kamera]}
        keterkaitan: {judul: Keterkaitan, isi: [Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik]}
    Right:
        peralatan: {judul: Peralatan, isi: [Kamera]}
        keterkaitan: {judul: Keterkaitan, isi: [SOP Mediasi]}
    """
    sop = subject.sop
    for name, items in (("peralatan", sop.peralatan.isi), ("pencatatan", sop.pencatatan.isi)):
        for n, item in enumerate(items):
            if _SKILL.match(item):
                what = say("the entry names what one must know or be able to do")
                yield Finding((name, "isi", n), what, say("put it under kualifikasi_pelaksana"))
    for n, item in enumerate(sop.pencatatan.isi):
        if _first(item) in THINGS - PAPERS:
            what = say("the entry names a thing, no record")
            yield Finding(("pencatatan", "isi", n), what, say("put it under peralatan"))
    yield from _elsewhere(sop)
    yield from _no_sops(sop)


def _elsewhere(sop: Sop) -> Iterator[Finding]:
    """Yield the SOPs and the warnings that stand among other things."""
    others = (("peralatan", _SOP, "keterkaitan"), ("pencatatan", _SOP, "keterkaitan"))
    for name, pattern, right in (*others, ("kualifikasi_pelaksana", _WARNING, "peringatan")):
        for n, item in enumerate(getattr(sop, name).isi):
            if pattern.match(item):
                what = say("the entry belongs to another section")
                yield Finding((name, "isi", n), what, say("put it under {name}", name=right))


def _no_sops(sop: Sop) -> Iterator[Finding]:
    for n, item in enumerate(sop.keterkaitan.isi):
        if len(re.findall(r"\bSOP\b", item)) > 1:
            yield Finding(
                ("keterkaitan", "isi", n), say("the entry names two SOPs"), say("give each an entry of its own")
            )
    named = [_first(item) in ("sop", "spo", "standar") for item in sop.keterkaitan.isi]
    if len(named) > 1 and named.count(False) == 1:
        n = named.index(False)
        if not read_citation(sop.keterkaitan.isi[n]) and _first(sop.keterkaitan.isi[n]) not in THINGS:
            what = say("the entry names no SOP, the others do")
            yield Finding(
                ("keterkaitan", "isi", n), what, say("write SOP before its name, or put it where it belongs")
            )
    for n, item in enumerate(sop.keterkaitan.isi):
        if _first(item) in THINGS:
            what = say("the entry names a thing, no SOP")
            yield Finding(("keterkaitan", "isi", n), what, say("put it under peralatan"))
        elif read_citation(item) and _first(item) not in ("sop", "standar"):
            what = say("the entry names a law, no SOP")
            yield Finding(("keterkaitan", "isi", n), what, say("put it under dasar_hukum"))


def _first(item: str) -> str:
    """Return the first word of an entry in small letters, without its number."""
    found = _ENTRY.match(item)
    return found["first"].casefold() if found else ""


@rule("ID45", "info", source="Permenpan RB 35/2012, annex, identity item Pencatatan dan Pendataan", sure="A")
def records_come_of_the_work(subject: Subject) -> Iterator[Finding]:
    """A record that is listed comes of the work, or the work writes in it.

    Pencatatan lists what proves that the steps were done. A record of which no step speaks belongs to another SOP, or
    the step that keeps it was forgotten. A record is known by any word that tells it from others. A hint.

    Wrong:
        pencatatan: {judul: Pencatatan dan Pendataan, isi: [Buku tamu perpustakaan]}
    Right:
        pencatatan: {judul: Pencatatan dan Pendataan, isi: [Buku register laporan]}
    """
    sop = subject.sop
    said = _words(
        text
        for activity in sop.kegiatan
        for text in (activity.judul, *activity.keterangan, *_of(activity.mutu_baku), *_of_steps(activity))
    )
    if sop.tata_letak is Layout.PER_ACTIVITY or not sop.kegiatan:
        return
    for n, item in enumerate(sop.pencatatan.isi):
        own = _words([item]) - _ANY_RECORD
        if own and not own & said and not _KEPT.match(item):
            what = say("no step makes this record or writes in it")
            yield Finding(("pencatatan", "isi", n), what, say("name it where it is made, or leave it out"))


def _of(quality: Quality | None) -> tuple[str, ...]:
    return (*quality.kelengkapan, *quality.keluaran) if quality else ()


def _of_steps(activity: Activity) -> Iterator[str]:
    for step in activity.alur:
        yield from (step.uraian, *step.keterangan, *_of(step.mutu_baku))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"[^\W\d_]{3,}", text.casefold())} - {"dan", "yang", "atau"}


@rule(
    "ID46",
    "warning",
    source="Permenpan RB 35/2012, annex: Maksud is why there is an SOP, Tujuan what it aims at",
    sure="M",
)
def aims_differ_from_purposes(subject: Subject) -> Iterator[Finding]:
    """Tujuan says something else than Maksud.

    An entry that stands under both was copied, and one of the two is missing.

    Wrong:
        maksud: {judul: 1. Maksud, isi: [Menyelesaikan masalah]}   # tujuan: Menyelesaikan masalah
    Right:
        tujuan: {judul: 2. Tujuan, isi: [Mencapai kesepakatan tertulis]}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        purposes = {words_alone(item) for item in activity.maksud.isi}
        for m, item in enumerate(activity.tujuan.isi):
            if len(words_alone(item).split()) > 1 and words_alone(item) in purposes:
                what = say("the entry stands under maksud, too")
                yield Finding(("kegiatan", n, "tujuan", "isi", m), what, say("say what the activity aims at"))
