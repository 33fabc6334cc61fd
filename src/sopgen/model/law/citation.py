"""WHICH law a citation names: kind, who gave it, number, year, title, read from any usual way of writing it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sopgen.model.law.kinds import (
    ISSUERS,
    KAPOLRI,
    KEP,
    KINDS,
    MINISTRIES,
    PERMEN_OF,
    SIGNERS,
    SKEP,
    LawKind,
    kind_in,
)

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_NUMBER: Final = re.compile(
    rf"(?:nomor|no)\b\.?\s*(?:pol\b\.?)?\s*:?\s*(?P<number>\d+[A-Z]?)\s*(?:/|\s+(?:tahun|thn\.?|th\.?)\s*){_YEAR}(?!\d)",
    re.IGNORECASE,
)
_SHORT_NUMBER: Final = re.compile(
    rf"(?<![\w./])(?P<number>\d+[A-Z]?)(?:/|\s+(?:tahun|thn\.?|th\.?)\s*){_YEAR}\b", re.IGNORECASE
)
_ASSEMBLY: Final = re.compile(rf"(?P<number>[IVXLC]+)/MPR/{_YEAR}\b")
_DECREE: Final = re.compile(
    r"\b(?P<kind>Skep|Kep|Per|Ins|Mak|SE|STR?|TR)[/. ]\s?(?P<number>\d+)(?P<office>/M\.PAN/\d+)?"
    rf"(?:/(?P<month>[IVX]+))?(?:/[A-Z]+\.[\d.]+)?/{_YEAR}\b",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"\btanggal\s+(\d{1,2}\s+\w+\s+\d{4})", re.IGNORECASE)
_ABOUT: Final = re.compile(r"(?<=\S)\s+tentang\s+", re.IGNORECASE)
_WITH: Final = re.compile(r"\bdengan\s+", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r",?\s*\(?\b(?:sebagaimana\s+(?:telah\s+|sudah\s+)?(?:(?:beberapa\s+kali\s+)?(?:di)?r?ubah|dimaksud)"
    r"|(?:yang|dan)\s+(?:telah|sudah)\s+(?:beberapa\s+kali\s+)?dir?ubah)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_GAZETTE: Final = re.compile(
    r",?\s*\(?\s*(?:Tambahan\s+)?(?:Lembaran|Berita)\s+(?:Negara|Daerah)\b.*", re.I | re.DOTALL
)
# The country is no part of who gave a law, save in the name of the police.
_COUNTRY: Final = re.compile(r"(?<!Kepolisian Negara )\b(?:Republik Indonesia|RI)\b", re.IGNORECASE)
_PREFIXES: Final = {"skep": "Skep", "kep": "Kep", "ins": "Instruksi", "mak": "Maklumat", "se": "SE"}
_WORDS: Final = {"Instruksi": "Ins", "Maklumat": "Mak"}
_BY_SHORT: Final = {kind.short: kind for kind in KINDS}
_SIGNERS: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in SIGNERS)
_OLD_MINISTRY: Final = "Negara Pendayagunaan Aparatur Negara"


@dataclass(frozen=True)
class Citation:
    """A law as it is cited; `month` is the Roman month of a decree's number, `date` the date cited with it.

    `issuer` is who gave it where its kind does not say so: the ministry, the Polda, the signer of a decree.
    `clause` is what follows its title on amendments, from `sebagaimana` on.
    """

    kind: LawKind
    number: str
    year: int
    title: str = ""
    month: str = ""
    date: str = ""
    issuer: str = ""
    clause: str = ""

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What makes it this law, however it is written."""
        return self.kind.short, " ".join(self.issuer.casefold().split()), self.number, self.year

    @property
    def named(self) -> str:
        """The kind with who gave it, in full: `Peraturan Menteri Keuangan`."""
        return f"{self.kind.full} {self.issuer}" if self.issuer else self.kind.full

    @property
    def name(self) -> str:
        """The name in its official form: `Undang-Undang Nomor 2 Tahun 2002`; a decree keeps its number's parts."""
        if self.month:
            word = "No. Pol.:" if self.kind is SKEP else "Nomor:"
            begin = _WORDS.get(self.kind.short, self.kind.short)
            return f"{self.named} {word} {begin}/{self.number}/{self.month}/{self.year}"
        return f"{self.named} Nomor {self.number} Tahun {self.year}"

    @property
    def signer(self) -> int:
        """The place of who gave it among the signers, from the president down."""
        return next((n for n, one in enumerate(_SIGNERS) if one.search(self.issuer)), len(_SIGNERS))


def apart(entry: str) -> tuple[str, str, str]:
    """Return what stands before `tentang`, the `tentang` with its spaces, and the title with what follows."""
    head = _head_end(entry)
    found = _ABOUT.search(entry, 0, head)
    return (entry[: found.start()], found[0], entry[found.end() :]) if found else (entry, "", "")


def _head_end(entry: str) -> int:
    """Return where the law's own part ends: a `tentang` in the clause belongs to another law."""
    clause = _CLAUSE.search(entry)
    return clause.start() + 1 if clause else len(entry)


def without_clause(text: str) -> tuple[str, str]:
    """Return a text without its clause on amendments (`sebagaimana telah diubah dengan ...`), and the clause."""
    found = _CLAUSE.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def amending(text: str) -> str:
    """Return the law that a text's clause on amendments names, with its title; nothing where there is no clause."""
    clause = without_clause(text)[1]
    found = _WITH.search(clause)
    return clause[found.end() :] if found else ""


def without_gazette(title: str) -> tuple[str, str]:
    """Return a title without the gazette after it (`(Lembaran Negara Tahun 2002 Nomor 2, ...)`), and that."""
    found = _GAZETTE.search(title)
    return (title[: found.start()], title[found.start() :]) if found else (title, "")


def is_constitution(text: str) -> bool:
    """Tell the constitution, which bears no number."""
    return re.match(r"\s*(?:Undang-Undang Dasar|UUD)\b", text, re.IGNORECASE) is not None


@lru_cache(maxsize=4096)  # the name of each law that is known is read by a dozen rules
def read_citation(text: str) -> Citation | None:
    """Return the law that a text names first, or None where it names none that has a number and a year."""
    own, clause = without_clause(text)
    decree = _DECREE.search(own)
    numbered = decree or _ASSEMBLY.search(own) or _NUMBER.search(own) or _SHORT_NUMBER.search(own)
    about = _ABOUT.search(own)
    if numbered is None or (about and about.start() < numbered.start()):
        return None
    kind, issuer = _kind(own[: numbered.start()], decree)
    if kind is None:
        return None
    dated = _DATE.search(own, numbered.end(), about.start() if about else len(own))
    return Citation(
        kind,
        numbered["number"].upper().lstrip("0") or "0",
        int(numbered["year"]),
        " ".join(without_gazette(own[about.end() :])[0].split()).rstrip(" .;,") if about else "",
        (decree["month"] or "").upper() if decree else "",
        dated[1] if dated else "",
        issuer,
        clause.strip(),
    )


def name_alone(text: str) -> str:
    """Return the official name of the law that a text names, without its title; the text where it names none."""
    citation = read_citation(text)
    return citation.name if citation else text


def _kind(before: str, decree: re.Match[str] | None) -> tuple[LawKind | None, str]:
    """Return the kind that stands before a number, or that a decree's number itself names, and who gave it."""
    before = " ".join(before.split())
    found = kind_in(before)
    if decree and decree["office"]:
        return PERMEN_OF, _OLD_MINISTRY
    kind = _of_prefix(decree, found[0] if found else None)
    if kind is None or not kind.of_issuer:
        return kind, ""
    issuer = _issuer(before[found[2] :] if found else "", kind)
    return kind, issuer


def _of_prefix(decree: re.Match[str] | None, named: LawKind | None) -> LawKind | None:
    """Return the kind of a decree: what its number says goes before the words (Skep is not Kep)."""
    if decree is None:
        return named
    short = _PREFIXES.get(decree["kind"].lower())
    return _BY_SHORT[short] if short else named


def _issuer(rest: str, kind: LawKind) -> str:
    """Return who gave a law, in full where offices shorten it."""
    words = _COUNTRY.sub("", re.sub(r"\b(?:nomor|no)\b\.?.*", "", rest, flags=re.IGNORECASE))
    words = " ".join(words.replace(":", " ").split()).strip(" ,.-")
    if kind is PERMEN_OF:
        return MINISTRIES.get(words.casefold(), words)
    first, _, others = words.partition(" ")
    if first.casefold() in ISSUERS and not others.casefold().startswith("kota "):
        return f"{ISSUERS[first.casefold()]} {others}".strip()
    if kind in (SKEP, KEP) and (not words or re.fullmatch(KAPOLRI, words, re.IGNORECASE)):
        return "Kapolri"
    return words[:1].upper() + words[1:]
