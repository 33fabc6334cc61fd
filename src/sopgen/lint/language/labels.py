"""Rules over the items of the identity part: all are there, under the names of the official form."""

import re
from collections.abc import Iterator
from functools import reduce
from typing import Any, Final

from sopgen.lint.registry import Finding, Loc, Rewrite, Subject, rule
from sopgen.messages import closest, say
from sopgen.model.chapters import ProseSop
from sopgen.model.sop import OPEN, Sop

# The items of the identity part: the standard label, then others that are in use for the same.
LABELS: Final[tuple[tuple[Loc, tuple[str, ...]], ...]] = (
    (("identitas", "nomor_sop"), ("Nomor SOP", "No. SOP", "Nomor", "No. Dokumen", "Nomor Dokumen")),
    (
        ("identitas", "tanggal_pembuatan"),
        ("Tanggal Pembuatan", "Tgl Pembuatan", "Tgl. Pembuatan", "Tanggal Terbit", "Tgl Terbit"),
    ),
    (("identitas", "tanggal_revisi"), ("Tanggal Revisi", "Tgl Revisi", "Tgl. Revisi")),
    (("identitas", "tanggal_efektif"), ("Tanggal Efektif", "Tgl Efektif", "Tgl. Efektif")),
    (("identitas", "disahkan_oleh"), ("Disahkan oleh",)),
    (("identitas", "nama_sop"), ("Nama SOP", "Judul SOP")),
    (("dasar_hukum",), ("Dasar Hukum",)),
    (("kualifikasi_pelaksana",), ("Kualifikasi Pelaksana", "Kualifikasi Pelaksanaan")),
    (("keterkaitan",), ("Keterkaitan", "Keterkaitan SOP", "Keterkaitan dengan SOP Lain")),
    (
        ("peralatan",),
        ("Peralatan/Perlengkapan", "Peralatan dan Perlengkapan", "Peralatan", "Perlengkapan"),
    ),
    (("peringatan",), ("Peringatan",)),
    (("pencatatan",), ("Pencatatan dan Pendataan", "Pencatatan/Pendataan")),
)
_NUMBERED: Final = re.compile(r"^\s*(?:[0-9]{1,2}|[A-Za-z]|[IVX]+)[.)]\s*")
BLANK: Final = re.compile(r"\.{2,}|…|_{2,}")
SETTLED_DATES: Final = ("tanggal_pembuatan", "tanggal_efektif")


@rule(
    "ID01",
    "error",
    source="Permenpan RB 35/2012, annex, identity part (13 items); that all are needed is sopgen's choice",
    sure="A",
    stops="approval",
)
def every_item_is_filled(subject: Subject) -> Iterator[Finding]:
    """Every item of the identity part is filled.

    The identity part has 13 items, and each tells the reader something that he must know before he uses the SOP. A
    list without an entry, or an edition that is no draft any more and has no date or number, leaves him guessing. In
    a draft, ID11 names the dates and numbers that are still open.

    Wrong:
        peringatan: {judul: Peringatan, isi: []}
    Right:
        peringatan: {judul: Peringatan, isi: [Jangan mengambil keputusan sebelum kedua pihak didengar]}
    """
    sop = subject.sop
    for name in sop.printed_lists:
        if not getattr(sop, name).isi:
            yield Finding((name, "isi"), say('"{name}" has no entry', name=name), say("write at least one `- item`"))
    if sop.status not in OPEN:
        for loc, name in _blanks(sop):
            yield Finding(loc, say('"{name}" is not filled', name=name), say("write the date or the number"))


@rule(
    "ID11",
    "info",
    source="Permenpan RB 35/2012, annex, identity items 2 to 5",
    sure="A",
)
def a_draft_says_what_is_open(subject: Subject) -> Iterator[Finding]:
    """A draft's number and dates are filled before it is signed.

    As long as an edition is a draft, its number and its dates may be open; this line only keeps them in mind. Once
    the edition is ready to be signed, ID01 makes an error of them.

    Wrong:
        tanggal_efektif: {judul: Tanggal Efektif, nilai: null}
    Right:
        tanggal_efektif: {judul: Tanggal Efektif, nilai: 2026-04-01}
    """
    sop = subject.sop
    if sop.status in OPEN:
        for loc, name in _blanks(sop):
            yield Finding(loc, say('"{name}" is still open', name=name), say("fill it before the SOP is signed"))


def _blanks(sop: Sop) -> Iterator[tuple[Loc, str]]:
    identity = sop.identitas
    if BLANK.search(identity.nomor_sop.nilai):
        yield ("identitas", "nomor_sop", "nilai"), "nomor_sop"
    for name in (*SETTLED_DATES, *["tanggal_revisi"] * bool(identity.nomor_revisi)):
        if name in identity.printed_items and not getattr(identity, name).printed:
            yield ("identitas", name, "nilai"), name


@rule(
    "ID02",
    "error",
    source="Permenpan RB 35/2012, annex, identity part, names of the items",
    sure="A",
    stops="approval",
)
def labels_are_the_official_ones(subject: Subject) -> Iterator[Finding]:
    """The items of the identity part bear the names of the official form.

    Whoever compares SOPs of several units looks for the same names in the same places, and a misspelt name can mean
    something else: klarifikasi is a clearing up, kualifikasi is what someone must be able to do. Capitals, a colon at
    the end and the usual variants (Tgl for Tanggal, Judul SOP for Nama SOP) are all right.

    Wrong:
        kualifikasi_pelaksana: {judul: "KLARIFIKASI PELAKSANA:", isi: [...]}
    Right:
        kualifikasi_pelaksana: {judul: "KUALIFIKASI PELAKSANA:", isi: [...]}
    """
    if isinstance(subject.sop, ProseSop):  # which has no identity part
        return
    yield from _parts_of_activities(subject.sop)
    printed = {*subject.sop.printed_lists, *subject.sop.identitas.printed_items}
    for loc, known in ((loc, known) for loc, known in LABELS if loc[-1] in printed):
        item: Any = reduce(getattr, map(str, loc), subject.sop)
        key, keys = _key(_NUMBERED.sub("", item.judul)), [_key(name) for name in known]
        if key in keys:
            continue
        right = _as_printed(known[0], item.judul)
        near = closest(key, keys, 0.7)
        # One word for another that is none of this item; of any other name a person says whether it was meant.
        misspelt = key.replace("klarifikasi", "kualifikasi") in keys
        if not misspelt and _in_own_order(subject.sop, loc) and not _is_slip(key, keys):
            continue
        rewrite = Rewrite((*loc, "judul"), right)
        yield Finding(
            (*loc, "judul"),
            say('"{label}" is not the name of this item in the official form', label=item.judul),
            say('write "{right}"', right=right),
            mend=rewrite if misspelt else None,
            proposal=rewrite if near and not misspelt else None,
        )


def _is_slip(key: str, keys: list[str]) -> bool:
    """Tell a name of which each word is, or nearly is, that of a standard one, alike from the first letter on."""
    for other in keys:
        pairs = list(zip(re.findall(r"\w+", key), re.findall(r"\w+", other), strict=False))
        same = len(re.findall(r"\w+", key)) == len(re.findall(r"\w+", other))
        if same and all(one[:2] == two[:2] and (one == two or closest(one, [two], 0.85)) for one, two in pairs):
            return True
    return False


def _parts_of_activities(sop: Sop) -> Iterator[Finding]:
    """Yield the names over Maksud and Tujuan that are nearly these, and are not."""
    for n, activity in enumerate(sop.kegiatan):
        for name, standard in (("maksud", "Maksud"), ("tujuan", "Tujuan")):
            label = getattr(activity, name).judul
            key = _key(_NUMBERED.sub("", label))
            other = "tujuan" if name == "maksud" else "maksud"
            if key != name and (key == other or closest(key, [name], 0.7)):
                what = say('"{label}" is not the name of this item in the official form', label=label)
                fix = say('write "{right}"', right=_as_printed(standard, _NUMBERED.sub("", label)))
                yield Finding(("kegiatan", n, name, "judul"), what, fix)


def _in_own_order(sop: Sop, loc: Loc) -> bool:
    """Tell whether an item stands in rows or sections of the office's own order, which has words of its own."""
    return bool(sop.identitas.baris if loc[0] == "identitas" else sop.bagian)


def _key(label: str) -> str:
    """Return a label without what may differ: case, a colon, spaces about a slash, `&` for `dan`."""
    plain = re.sub(r"\s*/\s*", "/", label.casefold().replace("&", " dan "))
    return " ".join(plain.split()).strip(" :.")


def _as_printed(standard: str, printed: str) -> str:
    """Return the standard label in the capitals and with the colon of the printed one."""
    colon = re.search(r"\s*:\s*$", printed)
    return (standard.upper() if printed.isupper() else standard) + (colon[0] if colon else "")
