"""What old files call the parts of an SOP: identity rows, lists, columns, units of time, answers, days.

A name is known for certain as written here, whatever its case, blanks and signs; a near miss (a slip of typing, a
letter that a scan misread) is known with a doubt. Sources: the annex of Permenpan RB 35/2012, and how SOPs of
offices of the state, of provinces and of the police name the same things.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from sopgen.model.base import MONTHS, in_years, written_date

IDENTITY: Final[Mapping[str, tuple[str, ...]]] = {
    "nomor_sop": ("nomor sop", "no sop", "nomor", "no dokumen", "nomor dokumen", "nomor spo", "no spo"),
    "tanggal_pembuatan": ("tanggal pembuatan", "tanggal dibuat", "tanggal penyusunan", "tanggal terbit"),
    "tanggal_revisi": ("tanggal revisi", "tanggal perubahan", "revisi", "tanggal revisi ke"),
    "tanggal_efektif": (
        "tanggal efektif",
        "tanggal berlaku",
        "tanggal diberlakukan",
        "tanggal mulai berlaku",
        "tanggal pengesahan",
        "tanggal disahkan",
    ),
    "disahkan_oleh": ("disahkan oleh", "disahkan", "disyahkan oleh", "disyahkan", "pengesahan", "ditetapkan oleh"),
    "nama_sop": ("nama sop", "judul sop", "nama spo", "judul", "nama prosedur"),
}
SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "dasar_hukum": ("dasar hukum", "landasan hukum", "dasar"),
    "kualifikasi_pelaksana": ("kualifikasi pelaksana", "kualifikasi pelaksanaan", "kualifikasi"),
    "keterkaitan": (
        "keterkaitan",
        "keterkaitan sop",
        "keterkaitan dengan sop",
        "keterkaitan dengan sop lain",
        "sop terkait",
    ),
    "peralatan": (
        "peralatan perlengkapan",
        "peralatan dan perlengkapan",
        "perlengkapan peralatan",
        "perlengkapan dan peralatan",
        "peralatan",
        "sarana dan prasarana",
    ),
    "peringatan": ("peringatan",),
    "pencatatan": (
        "pencatatan dan pendataan",
        "pencatatan pendataan",
        "pendataan dan pencatatan",
        "pencatatan dan pelaporan",
        "pencatatan",
    ),
}
# `satuan` is the unit of the time, where it has a column of its own; the last four tell a flow in a table of steps:
# the symbol in words, and the numbers of the steps that follow it.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "nomor": ("no", "nomor", "no urut", "nomor urut", "no langkah"),
    "kegiatan": (
        "kegiatan",
        "uraian kegiatan",
        "uraian prosedur",
        "uraian langkah",
        "uraian",
        "aktivitas",
        "aktifitas",
        "uraian aktivitas",
        "aktivitas kegiatan",
        "kegiatan aktivitas",
        "langkah",
        "langkah langkah",
        "langkah kegiatan",
        "tahapan",
        "tahapan kegiatan",
        "prosedur",
        "nama kegiatan",
    ),
    "pelaksana": (
        "pelaksana",
        "pelaksana kegiatan",
        "unit pelaksana",
        "pejabat yang bertanggung jawab",
        "penanggung jawab",
        "aktor",
        "jabatan",
    ),
    "mutu_baku": ("mutu baku", "baku mutu", "standar mutu"),
    "kelengkapan": (
        "kelengkapan",
        "perlengkapan",
        "persyaratan",
        "syarat",
        "persyaratan perlengkapan",
        "persyaratan kelengkapan",
        "kelengkapan persyaratan",
        "kelengkapan dokumen",
        "input",
        "masukan",
        "sumber data",
    ),
    "waktu": ("waktu", "jangka waktu", "waktu penyelesaian", "lama waktu", "durasi", "lama"),
    "satuan": ("satuan", "satuan waktu", "unit waktu"),
    "keluaran": ("output", "keluaran", "hasil", "luaran", "output hasil"),
    "keterangan": ("ket", "keterangan", "catatan"),
    "simbol": ("simbol", "jenis simbol", "bentuk simbol", "jenis langkah"),
    "ya": ("ya", "jika ya", "bila ya"),
    "tidak": ("tidak", "jika tidak", "bila tidak"),
    "ke": ("ke", "lanjut ke", "langkah berikutnya", "ke langkah"),
}
UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    "menit": ("menit", "mnt", "min", "menit menit", "minute", "minutes"),
    "jam": ("jam", "hour", "hours"),
    "hari": ("hari", "hr", "day", "days"),
    "minggu": ("minggu", "mgg", "week", "weeks"),
    "bulan": ("bulan", "bln", "month", "months"),
}
YES: Final = frozenset(
    {"ya", "y", "yes", "iya", "setuju", "disetujui", "lengkap", "sesuai", "memenuhi", "ada", "benar"}
)
NO: Final = frozenset({"tidak", "tdk", "t", "no", "tolak", "ditolak", "belum", "kurang"})
START: Final = frozenset({"mulai", "start", "awal"})
END: Final = frozenset({"selesai", "end", "akhir", "finish", "stop"})
_MONTHS: Final[Mapping[str, int]] = {
    **{name.casefold(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)},
    **{"pebruari": 2, "peb": 2, "agt": 8, "agst": 8, "ags": 8, "agus": 8, "sept": 9, "nopember": 11, "nop": 11},
    **{"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "aug": 8},
    **{"october": 10, "oct": 10, "december": 12, "dec": 12},
}
# So like a known name a text is that name with a slip; below that it is another word.
_LIKENESS: Final = 0.84
_SHORTEST: Final = 6
_MISREAD: Final = str.maketrans("015", "ois")
_DAY: Final = re.compile(r"(?:[a-z']+\s*,\s*)?(\d{1,2})[\s.-]*([a-z]+)[\s.,-]*(\d{4})")
_TIME: Final = re.compile(r"(\d{1,5})\s*(?:\([^()\d]*\)\s*)?([a-z]+)\.?", re.IGNORECASE)
_MARKS: Final = "-\u2013\u2014\u2022\u00b7\u25cf\u25aa\u2023*\uf0b7"
ITEM_MARK: Final = re.compile(rf"^(?:[{_MARKS}]+|\(?(?:\d{{1,2}}|[a-z])[.)])\s+")


@dataclass(frozen=True, slots=True)
class Known:
    """The key that a name stands for; `sure` where it is written as such names are, not only alike."""

    key: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line with a label before its value: `TGL REVISI : 01`."""

    known: Known
    label: str
    value: str


def folded(text: str) -> str:
    """Return a name as names are compared: small letters, one blank, no signs, `tgl` and `&` written out."""
    plain = re.sub(r"[\W_]+", " ", text.casefold().replace("&", " dan ")).strip()
    return re.sub(r"\btgl\b", "tanggal", plain)


@lru_cache(maxsize=4096)
def identity(text: str) -> Known | None:
    """Return the row of the identity part that a text is the label of (`Tgl. Efektif :`)."""
    return _known(text, IDENTITY)


@lru_cache(maxsize=4096)
def section(text: str) -> Known | None:
    """Return the list of the front page that a text is the head of (`PERALATAN / PERLENGKAPAN`)."""
    return _known(text, SECTIONS)


@lru_cache(maxsize=4096)
def column(text: str) -> Known | None:
    """Return the column of the flow table that a text is the head of; a unit in brackets is left out of it."""
    return _known(re.sub(r"\(.*?\)", " ", text), COLUMNS)


def unit(text: str) -> str | None:
    """Return `menit`, `jam`, `hari`, `minggu` or `bulan` for a unit as it is written; None for other words."""
    plain = folded(text)
    return next((name for name, written in UNITS.items() if plain in written), None)


def duration(text: str) -> tuple[int, str] | None:
    """Return number and unit of a time that is just these (`15 Menit`, `1 (satu) jam`); None for all others."""
    found = _TIME.fullmatch(text.strip())
    name = unit(found[2]) if found else None
    return (int(found[1]), name) if found and name and int(found[1]) else None


def answer(text: str) -> bool | None:
    """Return whether a word at an arrow says yes or no; None where it is neither."""
    words = folded(text).split()
    if not words or len(words) > 3:
        return None
    if words[0] in NO:
        return False
    return True if words[0] in YES else None


def day(text: str) -> date | None:
    """Return the day that a text is (`03 SEPTEMBER 2019`, `3-9-2019`, `Senin, 2 Nop 2020`); None where it is none."""
    written = written_date(text.strip()) or _worded(text)
    try:
        found = date.fromisoformat(written) if written else None
    except ValueError:
        return None
    return found if found and in_years(found) else None


def labelled(line: str) -> Labelled | None:
    """Return the parts of a line that begins with the label of an identity row, parted by a colon or a tab."""
    found = re.match(r"\s*([^:\t]{3,40}?)\s*(?::|\t)[\s:]*(.*)", line)
    known = identity(found[1]) if found else None
    return Labelled(known, found[1].strip(), found[2].strip()) if found and known else None


def unmarked(text: str) -> str:
    """Return an item of a list without the dash, dot, number or letter before it."""
    return ITEM_MARK.sub("", text.strip(), count=1).strip()


def _worded(text: str) -> str | None:
    found = _DAY.fullmatch(text.casefold().strip())
    month = _MONTHS.get(found[2]) if found else None
    return f"{found[3]}-{month:02}-{int(found[1]):02}" if found and month else None


def _known(text: str, names: Mapping[str, Iterable[str]]) -> Known | None:
    plain = folded(text)
    for key, written in names.items():
        if plain in written:
            return Known(key)
    if len(plain) < _SHORTEST:
        return None
    likeness, key = max((_alike(plain, one), key) for key, written in names.items() for one in written)
    return Known(key, sure=False) if likeness >= _LIKENESS else None


def _alike(text: str, name: str) -> float:
    """Return how like a text is to a name, 0 to 1; a letter that looks like another one in a scan is that one."""
    if len(name) < _SHORTEST or abs(len(text) - len(name)) > 3:
        return 0.0
    matcher = SequenceMatcher(None, text.translate(_MISREAD), name)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKENESS <= matcher.quick_ratio() else 0.0
