"""Rules over the form of the SOP's number, its edition, and the name on the cover."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS
from sopgen.model.sop import Sop

_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_TITLE: Final = re.compile(
    r"STANDAR?D? PROSEDUR OPERASIONAL|PROSEDUR STANDAR OPERASIONAL|PROSEDUR OPERASIONAL STANDAR"
)
_HEALTH: Final = re.compile(r"RUMAH SAKIT|RSUD|RSU\b|PUSKESMAS|KLINIK|KESEHATAN|BIDDOKKES|DOKKES", re.IGNORECASE)
# Codes of offices in numbers, and a word of their names.
_CODES: Final = {
    "DUKCAPIL": "kependudukan", "DISDUKCAPIL": "kependudukan", "DINKES": "kesehatan", "DINSOS": "sosial",
    "DISDIK": "pendidikan", "DISPERINDAG": "perindustrian", "DISHUB": "perhubungan", "DPMPTSP": "penanaman",
    "SATPOLPP": "pamong", "BPBD": "bencana", "BAPPEDA": "perencanaan", "BKPSDM": "kepegawaian", "BKD": "kepegawaian",
    "DISNAKER": "tenaga", "DISKOMINFO": "informatika", "KOMINFO": "informatika", "DISPORA": "olahraga",
    "DLH": "lingkungan", "PUPR": "pekerjaan", "DISTAN": "pertanian", "PKM": "puskesmas", "RSUD": "rumah sakit",
}  # fmt: skip


@rule(
    "ID84", "warning", source="Polri letters: the month of a number in Roman capitals; Permenpan RB 35/2012", sure="B"
)
def numbers_keep_their_form(subject: Subject) -> Iterator[Finding]:
    """The number has its month in Roman capitals and the code of its own office.

    The edition that a year names is one of the years of its dates; the cover says Standar Operasional Prosedur, as
    the rules do (a hospital has its own name for it).

    Wrong:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP/04/ii/2026}
    Right:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP/04/II/2026}
    """
    sop = subject.sop
    loc: Loc = ("identitas", "nomor_sop", "nilai")
    parts = [part.strip() for part in sop.identitas.nomor_sop.nilai.split("/")]
    named = f"{sop.identitas.satuan_kerja} {subject.unit.nama} {' '.join(subject.unit.kop)}"
    for n, part in enumerate(parts):
        if part.islower() and part.upper() in ROMAN_MONTHS:
            what = say('"{text}" is no month in Roman figures', text=part)
            yield Finding(loc, what, say('write "{right}"', right=part.upper()))
        months = [one for one in parts if one.upper() in ROMAN_MONTHS]
        numeric = (
            re.fullmatch(r"0?[1-9]|1[0-2]", part) and n > 1 and parts[n + 1 : n + 2] and _YEAR.fullmatch(parts[n + 1])
        )
        if numeric and not months and re.search(r"(?i)\b(?:pol(?:da|res|sek)|kepolisian)", named):
            what = say('"{text}" is no month in Roman figures', text=part)
            yield Finding(loc, what, say('write "{right}"', right=ROMAN_MONTHS[int(part) - 1]))
    yield from _code(subject, parts)
    yield from _edition(sop)
    for n, line in enumerate(sop.sampul.judul if sop.sampul else ()):
        if _TITLE.fullmatch(line.upper().strip()) and not _HEALTH.search(named):
            what = say('"{text}" is written in another way', text=line)
            yield Finding(("sampul", "judul", n), what, say('write "{right}"', right="STANDAR OPERASIONAL PROSEDUR"))


def _code(subject: Subject, parts: list[str]) -> Iterator[Finding]:
    """Yield the code of another office than the unit's in the number."""
    named = f"{subject.sop.identitas.satuan_kerja} {subject.unit.nama}".casefold()
    for part in parts:
        word = _CODES.get(part.upper().replace(" ", ""))
        own = word and (word in named or part.casefold() in re.sub(r"\W", "", named))
        if word and not own:
            unit = subject.sop.identitas.satuan_kerja
            what = say("the number bears the code of {section}, the SOP is of {unit}", section=part, unit=unit)
            yield Finding(("identitas", "nomor_sop", "nilai"), what, say("correct one of the two"))


def _edition(sop: Sop) -> Iterator[Finding]:
    """Yield an edition of a year that none of its dates has."""
    identity = sop.identitas
    days = [identity.tanggal_pembuatan.nilai, identity.tanggal_revisi.nilai, identity.tanggal_efektif.nilai]
    years = {str(day.year) for day in days if day}
    said = _YEAR.match(sop.edisi)
    if said and years and None not in (days[0], days[2]) and said[0] not in years and not sop.contoh:
        what = say(
            "the edition is called {year}, its dates say {years}", year=said[0], years=", ".join(sorted(years))
        )
        yield Finding(("edisi",), what, say("correct one of the two"))
