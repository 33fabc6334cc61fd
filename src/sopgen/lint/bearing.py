"""WHICH office a text names: a level of the police with its place, or the head word of another office with its "
"name."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_LEVEL: Final = re.compile(
    r"\b(?:wa)?(?:ka)?pol(?P<short>da|restabes|resta|res|sekta|sek)\b"
    r"|\b(?P<long>daerah|resor kota besar|resor kota|resor|sektor kota|sektor)\b",
    re.IGNORECASE,
)
_IN_FULL: Final = {"restabes": "resor kota besar", "resta": "resor kota", "res": "resor", "sekta": "sektor kota"}
_IN_FULL_2: Final = {"da": "daerah", "sek": "sektor"}
_NAME: Final = re.compile(r"(?:\s+[A-Z][\w'-]*\.?)+")
# What follows on the name of a place in a text.
_STOPS: Final = re.compile(
    r"\b(?:tahun|t\.?a\.?|triwulan|semester|bulan|nomor|tentang|polri|kepolisian|selaku|u\.?b\.?)\b.*", re.I
)
_SHORTENED: Final = {
    r"lapas": "lembaga pemasyarakatan",
    r"rutan": "rumah tahanan negara",
    r"kanim": "kantor imigrasi",
    r"camat": "kecamatan",
    r"lurah": "kelurahan",
    r"rsud": "rumah sakit umum daerah",
    r"uptd?": "",
}
_OFFICE: Final = re.compile(
    r"\b(?P<head>kecamatan|kelurahan|desa|puskesmas|pusat kesehatan masyarakat|dinas|badan|kantor imigrasi"
    r"|kantor urusan agama"
    r"|kantor pertanahan|lembaga pemasyarakatan|rumah tahanan negara|balai pemasyarakatan|rumah detensi imigrasi"
    r"|rumah sakit umum daerah|rumah sakit|pengadilan negeri|pengadilan agama|kejaksaan negeri|inspektorat"
    r"|sekretariat)"
    r"\s+(?P<name>.+)",
    re.IGNORECASE,
)


class OfficeName(NamedTuple):
    """An office that a text names: its family (da, res, sek, or the head word), and the words of its name, sorted."""

    family: str
    words: tuple[str, ...]


def police_in(text: str) -> Iterator[OfficeName]:
    """Yield the offices of the police that a text names with their places: Polres, Resor, Kapolsek ..."""
    for found in _LEVEL.finditer(text):
        level = (found["short"] or "").lower()
        full = _IN_FULL.get(level) or _IN_FULL_2.get(level) or found["long"].lower()
        name = _NAME.match(_STOPS.sub("", text[found.end() :]))
        words = _LEVEL.split(name[0])[0].casefold() if name else ""
        if words.strip():
            yield OfficeName(full[:3], tuple(sorted(re.findall(r"\w+", f"{full} {words}"))))


def office_in(text: str) -> OfficeName | None:
    """Return the office beside the police that a text names: Kecamatan, Puskesmas, Kantor Imigrasi ..."""
    plain = " ".join(text.casefold().split())
    for short, full in _SHORTENED.items():
        plain = re.sub(rf"\b{short}\b", full, plain)
    found = _OFFICE.search(plain)
    if found is None:
        return None
    return OfficeName(found["head"], tuple(sorted(re.findall(r"\w+", re.split(r"[,;(]", found["name"])[0]))))
