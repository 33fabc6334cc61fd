"""The cover, and the head above the identity part: whose SOP it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.front.lines import Line
from sopgen.read.old.labels import folded

# Lines that a head has at most.
LONGEST_HEAD: Final = 5
YEAR: Final = re.compile(r"(?:TAHUN\s+)?((?:19|20)\d\d)", re.IGNORECASE)
# How the head of an office of the state begins.
HIGHEST: Final = re.compile(
    r"(?:KEPOLISIAN (?:NEGARA|DAERAH)|PEMERINTAH|KEMENTERIAN|KEJAKSAAN|MAHKAMAH|BADAN|DEWAN|SEKRETARIAT|UNIVERSITAS"
    r")\b",
    re.IGNORECASE,
)
GOVERNMENT: Final = re.compile(r"(?:PEMERINTAH|KEMENTERIAN|KEPOLISIAN NEGARA)\b", re.IGNORECASE)
ADDRESS: Final = re.compile(
    r"(?:jl|jln|jalan|telp?|tlp|telepon|fax|faks|website|laman|e-?mail|kode pos)\b", re.IGNORECASE
)
TITLE: Final = re.compile(
    r"(?:standard? (?:operasional|operating) (?:prosedur|procedure)s?|s\s?[op]\s?[po])\b[\s:()-]*(?:sop\b[\s)]*)?",
    re.IGNORECASE,
)
REGION: Final = re.compile(r"(?:PROVINSI|KABUPATEN|KAB\.|KOTA)\s", re.IGNORECASE)
# A part of an office, which stands below the office's own name.
PART: Final = re.compile(r"(?:seksi|bidang|sub\s?-?bag\w*|sub\s?-?seksi|bagian|urusan|instalasi)\b", re.IGNORECASE)
# Words of the names of offices: a line without any may be something else.
OFFICE: Final = re.compile(
    r"\b(?:kepolisian|pol(?:ri|da|res|resta|restabes|sek|tabes)|sat\w*|dit\w*|dinas|badan|kantor|bagian|bidang|biro|balai"
    r"|sekretariat|deputi|direktorat|inspektorat|rumah|rsud|rs|puskesmas|klinik|universitas|fakultas|program|jurusan"
    r"|sekolah|sma|smk|smp|sdn?|kecamatan|kelurahan|desa|kota|kabupaten|provinsi|seksi|subbag\w*|unit|upt\w*|pusat"
    r"|tim|kelompok|fungsi|kementerian|pemerintah|pengadilan|kejaksaan|mahkamah|komisi|lembaga|perpustakaan|laboratorium|lapas|rutan|politeknik)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Opening:
    """What stands before the identity part: the lines of the cover, and those of the head."""

    title: tuple[Found, ...] = ()
    year: Found | None = None
    office: tuple[Found, ...] = ()
    head: tuple[Found, ...] = ()


def opening(lines: Sequence[Line]) -> Opening:
    """Return the cover, known by its year and its office, and the head behind it.

    Without both there is no cover; then all of the lines are of the head.
    """
    filled = [line for line in lines if line.text]
    year = next((n for n, line in enumerate(filled) if YEAR.fullmatch(line.text)), 0)
    if not year:
        return Opening(head=tuple(line.found(line.text) for line in filled))
    behind = filled[year + 1 :]
    cut = next((n for n, line in enumerate(behind) if n and HIGHEST.match(line.text)), None)
    cut = _block_end(lines, filled[year], behind) if cut is None else cut
    if not cut:
        return Opening(head=tuple(line.found(line.text) for line in filled))
    said = YEAR.fullmatch(filled[year].text)
    assert said
    return Opening(
        tuple(line.found(line.text) for line in filled[:year]),
        filled[year].found(said[1]),
        tuple(line.found(line.text) for line in behind[:cut]),
        tuple(line.found(line.text) for line in behind[cut:]),
    )


def _block_end(lines: Sequence[Line], year: Line, behind: Sequence[Line]) -> int:
    """Return how many of the lines behind the year stand together: blank lines part the cover from the head."""
    if not behind:
        return 0
    after = list(lines)[list(lines).index(year) + 1 :]
    first = next(n for n, line in enumerate(after) if line.text)
    last = next((n for n, line in enumerate(after) if n > first and not line.text), len(after))
    return last - first


def head_among(lines: Sequence[Found]) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Return the lines of a head that stand among others, each with a doubt, and the others."""
    begin = next((n for n, one in enumerate(lines) if HIGHEST.match(one.text)), None)
    if begin is None:
        return (), tuple(lines)
    end = begin + 1
    while end < len(lines) and end - begin < LONGEST_HEAD and lines[end].text.isupper():
        end += 1
    doubt = say("the head was copied apart from its place")
    return tuple(replace(one, doubt=doubt) for one in lines[begin:end]), (*lines[:begin], *lines[end:])


def office_texts(head: Sequence[Found], name: str) -> tuple[dict[str, Found], tuple[Found, ...]]:
    """Return the unit and its short name, and the title where it stands here, by spec path; and the lines above them.

    `name` is that of the SOP. The unit stands last in the head; below it, the name of the SOP may stand again. Lines
    of the address stay above.
    """
    texts: dict[str, Found] = {}
    rest: list[Found] = []
    for one in head:
        said = TITLE.match(one.text.strip(" ()"))
        if said is None:
            rest.append(one)
        elif said.end() < len(one.text.strip(" ()")) and "judul" not in texts:
            texts["judul"] = one
    if len(rest) > 1 and (_is_name(rest[-1], name) or _is_part(rest[-1], rest[-2])):
        texts["identitas.nama_singkat"] = rest.pop()
    if len(rest) > 1 and REGION.match(rest[-1].text) and not GOVERNMENT.match(rest[-2].text):
        above, below = rest[-2:]
        doubt = say("two lines of the head are put together")
        rest[-2:] = [Found(f"{above.text} {below.text}", above.spot, doubt)]
    unit = next((n for n in reversed(range(len(rest))) if not ADDRESS.match(rest[n].text)), None)
    if unit is not None:
        found = rest.pop(unit)
        doubt = found.doubt or ("" if OFFICE.search(found.text) else say("this may not be the name of the unit"))
        texts["identitas.satuan_kerja"] = Found(found.text, found.spot, doubt)
    return texts, tuple(rest)


def _is_name(line: Found, name: str) -> bool:
    return bool(name) and folded(line.text) == folded(name)


def _is_part(line: Found, above: Found) -> bool:
    """Tell a part of an office below the office, not one right below the government that it belongs to."""
    return bool(PART.match(line.text) and OFFICE.search(above.text)) and not (
        GOVERNMENT.match(above.text) or ADDRESS.match(above.text)
    )
