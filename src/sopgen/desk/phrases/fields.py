"""What the fields of an SOP and of the unit are called, by their keys (the words are Indonesian, as on the page)."""

import re
from collections.abc import Mapping
from typing import Final

from sopgen.compare.part_names import INNER, TOP

# Beyond those of the parts of an SOP.
MORE: Final[Mapping[str, str]] = {
    "ke": "langkah berikutnya",
    "cabang": "cabang",
    "judul": "judul",
    "tata_letak": "bentuk tabel alur",
    "isi_simbol": "isi simbol",
    "halaman": "halaman",
    "nilai": "isian",
    "isi": "isi",
    "tertulis": "tulisan di naskah",
    "sumber": "sumber alur",
    "pokok": "pokok",
    "dari": "diambil dari",
    "kka": "kode klasifikasi arsip",
    "kop": "kop surat",
    "dasar": "dasar",
    "sebagaimana_terbit": "sebagaimana terbit",
    "simpan_personel": "lama menyimpan data personel",
    "alasan_perubahan": "alasan perubahan",
    "tetap_dikutip": "tetap dikutip",
    "nama_sop": "nama SOP",
    "riwayat": "riwayat pengesahan",
    "pemantauan": "pemantauan dan evaluasi",
    "status": "status",
    "siap_ditandatangani": "disahkan (siap ditandatangani)",
}
# Names of one of several, by the list that holds them; the others are items.
ONE_OF: Final[Mapping[str, str]] = {
    "kegiatan": "Kegiatan",
    "alur": "langkah",
    "pelaksana": "Pelaksana",
    "bab": "Bab",
    "bagian": "Bagian",
    "kolom_tambahan": "Kolom",
    "pejabat": "Pejabat",
    "riwayat": "Langkah pengesahan",
    "personel": "Orang",
    "sampul": "Sampul, baris",
}
YES_NO: Final[Mapping[str, str]] = {"true": "ya", "false": "tidak"}
KNOWN: Final = frozenset({*TOP, *INNER, *MORE, "simbol", "waktu", "dari", "judul", "nama", "tambahan", "satuan"})
PART: Final = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
KEYED: Final = re.compile(r"-? ?(?P<key>[a-z_]+)(?:\.[a-z_]+)*(?P<more>: ?(?P<value>.*))?")
# Quotes around a name that got its own; with nothing between them they stay.
DOUBLED: Final = re.compile(r'""(?=\w)|(?<=\w)""')
QUOTED: Final = re.compile(r"`([^`]*)`")
BARE: Final = re.compile(r"(?<![\w{/.-])[a-z]+(?:_[a-z]+)+(?:\.[a-z_]+)*|(?<![\w{/.-])(?:surat|tata)_[a-z]+\.[a-z_]+")


def field_name(key: str) -> str:
    """Return what the desk calls a key: `nama_sop` is "nama SOP"."""
    return MORE.get(key) or TOP.get(key) or INNER.get(key) or key.replace("_", " ")


def place_name(path: str) -> str:
    """Return what the desk calls a place: `kegiatan[1].alur[2].uraian` is "Kegiatan 2, langkah 3, uraian"."""
    names: list[str] = []
    before = ""
    for number, key in PART.findall(path):
        if number:
            one = ONE_OF.get(before)
            names[-1:] = [f"{one} {int(number) + 1}"] if one else [*names[-1:], f"butir {int(number) + 1}"]
        elif key not in ("isi", "nilai") or not names:
            names.append(field_name(key))
        before = key or before
    return _capital(", ".join(names))


def names_for_keys(text: str) -> str:
    """Return a text that names the field in the place of each key, and quotes what stood between backticks."""
    text = QUOTED.sub(lambda found: f'"{_quoted(found[1].strip())}"', text)
    return DOUBLED.sub('"', BARE.sub(lambda found: f'"{_dotted(found[0])}"', text))


def _quoted(typed: str) -> str:
    found = KEYED.fullmatch(typed)
    if not found or not (found["more"] is not None or found["key"] in KNOWN or "_" in typed):
        return typed
    value = (found["value"] or "").strip()
    name = _capital(field_name(found["key"]))
    if found["key"] not in KNOWN and value in ("value", "nilai"):
        return typed
    if value in ("", "id") or "{" in value:
        return _dotted(typed.split(":")[0].lstrip("- "))
    return f"{name}: {YES_NO.get(value, value.replace('_', ' '))}"


def _dotted(path: str) -> str:
    return _capital(" → ".join(map(field_name, path.split("."))))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
