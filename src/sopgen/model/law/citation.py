"""WHICH law a citation names: kind, number, year, title, read from any usual way of writing it.

Kinds and their order are those of the annex of Perkap 1/2023 (order of the legal basis).
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class LawKind:
    """A kind of law: the name in full, the short one, its place in the order, and other ways to write it."""

    full: str
    short: str
    order: int
    also: tuple[str, ...] = ()


KINDS: Final = (
    LawKind("Undang-Undang Dasar", "UUD", 0),
    LawKind("Undang-Undang", "UU", 1),
    LawKind("Peraturan Pemerintah", "PP", 2),
    LawKind("Peraturan Presiden", "Perpres", 3),
    LawKind(
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "Permenpan RB",
        4,
        ("Peraturan Menteri PAN dan RB", "Permen PAN-RB", "Permenpan-RB", "PermenPANRB", "Permenpan"),
    ),
    LawKind("Peraturan Menteri Negara Pendayagunaan Aparatur Negara", "Per Menpan", 4),
    LawKind(
        "Peraturan Kepolisian Negara Republik Indonesia", "Perpol", 5, ("Peraturan Kepolisian", "Peraturan Polri")
    ),
    LawKind(
        "Peraturan Kapolri",
        "Perkap",
        6,
        ("Peraturan Kepala Kepolisian Negara Republik Indonesia", "Peraturan Kepala Kepolisian"),
    ),
    LawKind("Peraturan Kapolda", "Perkapolda", 7),
    LawKind("Peraturan Kapolres", "Perkapolres", 9),
    LawKind("Maklumat", "Maklumat", 10),
    LawKind("Surat Keputusan Kapolri", "Skep", 11, ("Keputusan Kapolri", "Kep")),
    LawKind("Instruksi", "Instruksi", 12),
    LawKind("Surat Edaran", "SE", 13),
)
OTHERS: Final = 14

_NUMBER: Final = re.compile(
    r"(?:nomor|no)\b\.?\s*(?:pol\b\.?)?\s*:?\s*(?P<number>\d+[A-Z]?)\s*(?:/|\s+(?:tahun|thn\.?|th\.?)\s*)(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_SHORT_NUMBER: Final = re.compile(r"\b(?P<number>\d+)/(?P<year>(?:19|20)\d\d)\b")
_DECREE: Final = re.compile(
    r"\b(?P<kind>Skep|Kep|Per)/(?P<number>\d+)(?P<office>/M\.PAN/\d+)?(?:/(?P<month>[IVX]+))?/(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"\btanggal\s+(\d{1,2}\s+\w+\s+\d{4})", re.IGNORECASE)
_TITLE: Final = re.compile(r"\btentang\s+(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Citation:
    """A law as it is cited; `month` is the Roman month of a decree's number, `date` the date cited with it."""

    kind: LawKind
    number: str
    year: int
    title: str = ""
    month: str = ""
    date: str = ""

    @property
    def key(self) -> tuple[str, str, int]:
        """What makes it this law, however it is written."""
        return self.kind.short, self.number, self.year

    @property
    def name(self) -> str:
        """The name in its usual form: `Peraturan Kapolri Nomor 3 Tahun 2015`, `Skep/431/VII/2006` for a decree."""
        if self.month:
            return f"{self.kind.full} No. Pol.: {self.kind.short}/{self.number}/{self.month}/{self.year}"
        return f"{self.kind.full} Nomor {self.number} Tahun {self.year}"


def _names() -> list[tuple[re.Pattern[str], LawKind]]:
    """Return the ways to write each kind, longest first, so that `Undang-Undang Dasar` is not `Undang-Undang`."""
    ways = [(name, kind) for kind in KINDS for name in (kind.full, kind.short, *kind.also)]
    ways.sort(key=lambda way: -len(way[0]))
    return [(re.compile(rf"(?<!\w){re.escape(name)}(?![\w-])", re.IGNORECASE), kind) for name, kind in ways]


_KINDS: Final = _names()


def read_citation(text: str) -> Citation | None:
    """Return the law that a text names first, or None where it names none that has a number and a year."""
    decree = _DECREE.search(text)
    numbered = decree or _NUMBER.search(text) or _SHORT_NUMBER.search(text)
    if numbered is None:
        return None
    before = text[: numbered.start()]
    kind = next((kind for name, kind in _KINDS if name.search(before)), None) or _kind_of_decree(decree)
    if kind is None:
        return None
    title, dated = _TITLE.search(text, numbered.end()), _DATE.search(text, numbered.end())
    return Citation(
        kind,
        numbered["number"],
        int(numbered["year"]),
        " ".join(title[1].split()).rstrip(" .;") if title else "",
        (decree["month"] or "") if decree else "",
        dated[1] if dated and (not title or dated.start() < title.start()) else "",
    )


def _kind_of_decree(decree: re.Match[str] | None) -> LawKind | None:
    """Return the kind of a decree that is named by its number alone (`Skep/433/VII/2006`)."""
    if decree is None or (decree["kind"].lower() == "per" and not decree["office"]):
        return None
    short = "Per Menpan" if decree["office"] else "Skep"
    return next(kind for kind in KINDS if kind.short == short)
