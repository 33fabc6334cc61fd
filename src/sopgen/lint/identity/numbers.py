"""Rules over numbers: those of officials, of the SOP and of its revision."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from sopgen.lint.law.basis import basis_day
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS
from sopgen.model.people.person import rank

_NRP: Final = re.compile(r"(?P<year>\d{2})(?P<month>\d{2})\d{4}")
_NIP: Final = re.compile(r"(?P<born>\d{8})(?P<year>\d{4})(?P<month>\d{2})(?P<sex>\d)\d{3}")
# In the place of the month a NIP of those on contract (PPPK) has a number from here on.
FIRST_OF_CONTRACT: Final = 20
YOUNGEST, OLDEST = 15, 60
# Below this age nobody has come to a rank; above it nobody serves (58, for some 60; civil servants 58 to 65).
_LEAST_AGE: Final = (
    (21, ("Ipda", "Iptu", "AKP")),
    (27, ("Kompol",)),
    (31, ("AKBP",)),
    (36, ("Kombes Pol",)),
    (40, ("Brigjen Pol", "Irjen Pol", "Komjen Pol", "Jenderal Pol")),
)
_LEAST_AT_ALL, _MOST_OF_POLICE, _MOST_OF_CIVIL, _LEAST_OF_IV = 18, 62, 66, 30
EXAMPLE: Final = "0000"  # so begin the numbers of officials that are none


@rule(
    "ID41",
    "warning",
    source="NRP: year and month of birth, 4 digits; NIP: birth, appointment, sex, 3 digits (Perka BKN 22/2007)",
    sure="B",
)
def numbers_of_officials_are_possible(subject: Subject) -> Iterator[Finding]:
    """The number of an official is one that there can be, and one of his rank.

    An NRP begins with the year and the month of birth; a NIP with the day of birth, then the year and the month of
    the appointment, then 1 or 2. A month 13 is a slip of the keys. Police officers have an NRP, civil servants a NIP.
    Nobody of nineteen is a Komisaris Besar, and nobody serves at seventy.

    Wrong:
        nrp: "82130914"
        nrp: "197904121999131005"   # diangkat bulan 13
    Right:
        nrp: "82070914"
        nrp: "197904121999121005"
    """
    issued, today = basis_day(subject), subject.today
    for loc, held, number, in_unit in officials(subject):
        if number.startswith(EXAMPLE) or not number.isdigit():  # none, or still open
            continue
        why = _impossible(number) or _aged(held, number, (today or issued) if in_unit else issued)
        if why is None and (named := rank(held)) is not None:
            if named.order is not None and len(number) == 18:
                why = say("{rank} is a rank of the police, the number a NIP", rank=held)
            elif named.grade and len(number) == 8:
                why = say("{rank} is a rank of civil servants, the number an NRP", rank=held)
        if why:
            yield Finding((*loc, "nrp"), why, say("look it up in the official's papers"), in_unit)


@rule("ID49", "warning", source="office practice: the month of a number is one of I to XII", sure="B")
def months_in_numbers_are_months(subject: Subject) -> Iterator[Finding]:
    """A Roman number in the number of the SOP is a month that there is.

    IIX is no number, and there is no month XIII: the register does not find what bears it.

    Wrong:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP/11/IIX/2026}
    Right:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP/11/VIII/2026}
    """
    parts = [part.strip() for part in subject.sop.identitas.nomor_sop.nilai.split("/")]
    wrong = next((part for part in parts if re.fullmatch(r"[IVX]+", part) and part not in ROMAN_MONTHS), None)
    if wrong:
        what = say('"{text}" is no month in Roman figures', text=wrong)
        yield Finding(("identitas", "nomor_sop", "nilai"), what, say("write one of I to XII"))


@rule(
    "ID50",
    "warning",
    source="Permenpan RB 35/2012, annex, identity item 4; sopgen: what is revised was revised once",
    sure="A",
)
def revisions_are_counted(subject: Subject) -> Iterator[Finding]:
    """An edition that was revised counts its revision.

    A date of the revision before the edition takes effect says that it was revised; `nomor_revisi: 0` that it is the
    first edition. A date after that may be the one for which the next revision is planned. A count without a day says
    that it was revised, and the dates that it was not: one of them stayed from another edition.

    Wrong:
        tanggal_revisi: {judul: TGL REVISI, nilai: 2026-03-02}   # nomor_revisi: 0, berlaku 2026-04-01
    Right:
        nomor_revisi: 1
    """
    identity = subject.sop.identitas
    revised, effective = identity.tanggal_revisi.nilai, identity.tanggal_efektif.nilai
    if identity.nomor_revisi == 0 and revised and effective and revised <= effective:
        what = say("it was revised on {day}, and counts no revision", day=revised)
        yield Finding(("identitas", "nomor_revisi"), what, say("correct the count, or leave the date empty"))
    dated = identity.tanggal_revisi.printed or "tanggal_revisi" not in identity.printed_items
    if identity.nomor_revisi and not dated and effective and identity.tanggal_pembuatan.nilai:
        what = say("revision {count} is counted, but no day of a revision stands here", count=identity.nomor_revisi)
        fix = say("write the day in `tanggal_revisi`, or `nomor_revisi: 0` where this is the first edition")
        yield Finding(("identitas", "nomor_revisi"), what, fix)


_SECTION: Final = re.compile(
    r"(?:SAT ?|SI ?|BAG ?|SEK ?)(?:BINMAS|LANTAS|RESKRIM|RESNARKOBA|INTELKAM|SAMAPTA|SABHARA|POLAIRUD|TAHTI"
    r"|WAS|PROPAM|HUMAS|KUM|UM|KEU|TIK|DOKKES|OPS|REN|SDM|SUMDA|LOG)|SPKT"
)


@rule("ID74", "warning", source="numbers of SOPs of Polres: the section that keeps the SOP ends the number", sure="B")
def the_number_is_that_of_the_section(subject: Subject) -> Iterator[Finding]:
    """The code of a section in the number of the SOP is that of the unit.

    A number with the code of another section was taken over from an SOP of that one, and stands in its register.

    Wrong:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP/19/IX/2026/SATLANTAS}   # satuan_kerja: SIWAS POLRES CONTOH
    Right:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP/19/IX/2026/SIWAS}
    """
    identity = subject.sop.identitas
    named = f"{identity.satuan_kerja} {subject.unit.nama}".upper()
    own = {found.replace(" ", "") for found in _SECTION.findall(named)}
    there = [part.strip().upper().replace(" ", "") for part in re.split(r"[/-]", identity.nomor_sop.nilai)]
    for part in there if own else ():
        if _SECTION.fullmatch(part) and part not in own:
            what = say("the number bears the code of {section}, the SOP is of {unit}", section=part, unit=min(own))
            yield Finding(("identitas", "nomor_sop", "nilai"), what, say('write "{right}"', right=min(own)))


@rule("ID68", "warning", source="an NRP or NIP is one person's; Perkap 1/2023, annex: a.n. the chief", sure="A")
def officials_are_told_apart(subject: Subject) -> Iterator[Finding]:
    """No two officials bear one number, and nobody outranks the chief for whom he signs.

    A number was copied with the lines around it, most likely; and so was a rank.

    Wrong:
        penandatangan: {nama: A, pangkat: KOMISARIS BESAR POLISI, nrp: "77040318", ...}
        pejabat: [{id: kasat, nama: B, pangkat: AJUN KOMISARIS POLISI, nrp: "77040318", ...}]
    Right:
        pejabat: [{id: kasat, nama: B, pangkat: AJUN KOMISARIS POLISI, nrp: "83090562", ...}]
    """
    unit, signs = subject.unit, subject.unit.penandatangan
    chief = rank(signs.pangkat)
    seen = {signs.nrp: signs.nama}
    for n, one in enumerate(unit.pejabat):
        loc: Loc = ("pejabat", n)
        named, other = rank(one.pangkat), seen.setdefault(one.nrp, one.nama)
        if one.nrp.isdigit() and not one.nrp.startswith(EXAMPLE) and other.casefold() != one.nama.casefold():
            what = say("{name} bears this number, too", name=other)
            yield Finding((*loc, "nrp"), what, say("look it up in the official's papers"), in_unit=True)
        orders = (named and named.order, chief and chief.order)
        if one.atas_nama and orders[0] and orders[1] and orders[0] >= orders[1]:
            what = say("{rank} signs on behalf of {chief}", rank=one.pangkat, chief=signs.pangkat)
            yield Finding((*loc, "pangkat"), what, say("correct one of the two"), in_unit=True)
    approver = subject.sop.identitas.pengesah
    for n, signer in enumerate(subject.sop.identitas.kendali):
        same = signer.nrp is not None and signer.nrp == approver.nrp and not signer.nrp.startswith(EXAMPLE)
        if same and signer.nama.casefold() != approver.nama.casefold():
            what = say("{name} bears this number, too", name=approver.nama)
            yield Finding(("identitas", "kendali", n, "nrp"), what, say("look it up in the official's papers"))


def officials(subject: Subject) -> Iterator[tuple[Loc, str, str, bool]]:
    """Yield place, rank and number of who signs the SOP or the unit's letters, and whether the unit names him."""
    identity, unit = subject.sop.identitas, subject.unit
    yield ("identitas", "pengesah"), identity.pengesah.pangkat, identity.pengesah.nrp, False
    for n, signer in enumerate(identity.kendali):
        yield ("identitas", "kendali", n), signer.pangkat, signer.nrp or "", False
    yield ("penandatangan",), unit.penandatangan.pangkat, unit.penandatangan.nrp, True
    for n, one in enumerate(unit.pejabat):
        yield ("pejabat", n), one.pangkat, one.nrp, True


def _impossible(number: str) -> str | None:
    """Return why no official can have a number; None where one can."""
    if found := _NRP.fullmatch(number):
        return None if 1 <= int(found["month"]) <= 12 else say("the NRP has month {month}", month=found["month"])
    found = _NIP.fullmatch(number)
    return _impossible_nip(found) if found else None


def _impossible_nip(found: re.Match[str]) -> str | None:
    born, month = _day(found["born"]), int(found["month"])
    if born is None:
        return say("the NIP has {day} as the day of birth", day=found["born"])
    if not (1 <= month <= 12 or month > FIRST_OF_CONTRACT):
        return say("the NIP has month {month} of the appointment", month=found["month"])
    if found["sex"] not in "12":
        return say("the NIP has {digit} in the place of 1 (man) or 2 (woman)", digit=found["sex"])
    age = int(found["year"]) - born.year
    return None if YOUNGEST <= age <= OLDEST else say("the NIP has an appointment at the age of {age}", age=age)


def _aged(held: str, number: str, day: date | None) -> str | None:
    """Return why nobody of that number's age has that rank on a day; None where somebody may."""
    named = rank(held)
    if day is None or named is None:
        return None
    if len(number) == 8:
        least = next((age for age, ranks in _LEAST_AGE if named.short in ranks), _LEAST_AT_ALL)
        # Two figures of a year: of this century or of the last one.
        born = [century + int(number[:2]) for century in (1900, 2000) if century + int(number[:2]) <= day.year]
        if named.order is None or not born or any(least <= day.year - year <= _MOST_OF_POLICE for year in born):
            return None
        year = max(born)
    else:
        year = int(number[:4])
        least = _LEAST_OF_IV if named.grade.casefold().startswith("iv") else _LEAST_AT_ALL
        if least <= day.year - year <= _MOST_OF_CIVIL and int(number[8:12]) <= day.year:
            return None
    return say("by the number born in {year}, {age} years old as {rank}", year=year, age=day.year - year, rank=held)


def _day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
