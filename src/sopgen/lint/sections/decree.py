"""Rules over the decree whose annex the SOP is: it speaks of this SOP, from the day from which the SOP holds."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from sopgen.lint.bearing import office_in
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.base import MONTHS, ROMAN_MONTHS
from sopgen.model.identity import Identity
from sopgen.model.law.decree import Decree
from sopgen.model.people.post import full_post
from sopgen.model.unit import Unit

_DAY: Final = re.compile(
    rf"\b(?:berlaku|tanggal)\b[^.;]*?(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"\bhuruf (?P<first>[a-z])\b(?:(?: dan|,) (?:huruf )?(?P<last>[a-z])\b)?", re.IGNORECASE)
_ON_THE_DAY: Final = re.compile(r"\bberlaku (?:sejak|pada) tanggal (?:ditetapkan|penetapan)", re.IGNORECASE)
_COMMON: Final = """
standar operasional prosedur sop tentang pada dan yang dalam untuk oleh dengan keputusan peraturan kepala lampiran
menetapkan administrasi pemerintahan lingkungan sebagaimana tercantum
"""
_ANY: Final = frozenset(_COMMON.split())


@rule("ID71", "warning", source="UU 12/2011, annex II: title, considerations and orders of one act", sure="B")
def the_decree_is_that_of_the_sop(subject: Subject) -> Iterator[Finding]:
    """The decree is about this SOP, refers to considerations that it has, and takes effect with the SOP.

    A decree that was taken over from another SOP puts that one into force, not this. `tentang`, `menetapkan` and the
    name of the SOP are compared by their words, huruf a, b with the considerations, the day of effect with
    `tanggal_efektif`, the post, the place and the year of the number with those of the unit and of the decree.

    Wrong:
        keputusan: {tentang: STANDAR OPERASIONAL PROSEDUR PEMBEBASAN NARAPIDANA, ...}   # SOP Penerimaan Narapidana
    Right:
        keputusan: {tentang: STANDAR OPERASIONAL PROSEDUR PENERIMAAN NARAPIDANA, ...}
    """
    sop = subject.sop
    decree: Decree | None = getattr(sop, "keputusan", None)
    if decree is None:
        return
    name = _words(f"{sop.judul} {sop.identitas.nama_sop.nilai}")
    for part, text in (("tentang", decree.tentang), ("menetapkan", decree.menetapkan.upper().split("TENTANG")[-1])):
        own = _words(text)
        if own and name and len(own & name) < min(len(own), len(name)) and not own >= _words(sop.judul):
            what = say('"{text}" is not what the SOP is about: {title}', text=text, title=sop.judul)
            yield Finding(("keputusan", part), what, say("correct one of the two"))
    yield from _missing_letters(decree)
    yield from _elsewhere(decree, subject.unit)
    effective = sop.identitas.tanggal_efektif.nilai
    for n, text in enumerate(decree.isi):
        day = _day(text)
        if day and effective and "berlaku" in text and day != effective:
            what = say("the decree takes effect on {day}, the SOP on {effective}", day=day, effective=effective)
            yield Finding(("keputusan", "isi", n), what, say("correct one of the two dates"))
    yield from _on_another_day(decree, sop.identitas)


def _on_another_day(decree: Decree, identity: Identity) -> Iterator[Finding]:
    """Yield the day of the decree where it does not agree with those of the SOP."""
    effective = identity.tanggal_efektif.nilai
    approved = identity.tanggal_pengesahan
    on_the_day = [n for n, text in enumerate(decree.isi) if _ON_THE_DAY.search(text)]
    if on_the_day and decree.tanggal and effective and decree.tanggal != effective:
        words = {"day": decree.tanggal, "effective": effective}
        what = say("the decree takes effect on {day}, the SOP on {effective}", **words)
        yield Finding(("keputusan", "isi", on_the_day[0]), what, say("correct one of the two dates"))
    if decree.tanggal and effective and decree.tanggal > effective:
        what = say("signed on {day}, after it took effect ({effective})", day=decree.tanggal, effective=effective)
        yield Finding(("keputusan", "tanggal"), what, say("correct one of the two dates"))
    elif decree.tanggal and approved and decree.tanggal != approved:
        days = {"day": decree.tanggal, "approved": approved}
        what = say("the decree is of {day}, the SOP was approved on {approved}", **days)
        yield Finding(("keputusan", "tanggal"), what, say("correct one of the two dates"))


def _elsewhere(decree: Decree, unit: Unit) -> Iterator[Finding]:
    """Yield what names another office, place or year than the unit's and the decree's own."""
    own = office_in(full_post(unit.penandatangan.chief))
    places: list[tuple[Loc, str]] = [
        (("keputusan", "jabatan"), decree.jabatan),
        (("keputusan", "judul"), decree.judul[0]),
    ]
    places += [(("keputusan", "menetapkan"), re.split(r"(?i) tentang ", decree.menetapkan)[0])]
    for name, told in (("menimbang", decree.menimbang), ("isi", decree.isi)):
        places += [(("keputusan", name, n), re.split(r"(?i) tentang ", text)[0]) for n, text in enumerate(told)]
    for loc, text in places:
        named = office_in(text)
        if own and named and named.family == own.family and not _one_in_other(named.words, own.words):
            what = say('"{text}" does not name {place}', text=text, place=unit.penandatangan.chief)
            yield Finding(loc, what, say("correct one of the two"))
    if decree.tempat.casefold() not in f"{unit.tempat} {unit.kota}".casefold():
        what = say('"{text}" does not name {place}', text=decree.tempat, place=unit.tempat)
        yield Finding(("keputusan", "tempat"), what, say("correct one of the two"))
    year = re.search(r"(?:\bTAHUN |/)(\d{4})\b", decree.nomor, re.IGNORECASE)
    if year and decree.tanggal and int(year[1]) != decree.tanggal.year:
        what = say("the number says year {year}, the date {date}", year=year[1], date=decree.tanggal)
        yield Finding(("keputusan", "nomor"), what, say("write {year}", year=decree.tanggal.year))
    month = next((part for part in re.split(r"[/ ]", decree.nomor) if part in ROMAN_MONTHS), None)
    if month and decree.tanggal and ROMAN_MONTHS[decree.tanggal.month - 1] != month:
        what = say("the number says month {roman}, the date {date}", roman=month, date=decree.tanggal)
        yield Finding(
            ("keputusan", "nomor"), what, say("write {roman}", roman=ROMAN_MONTHS[decree.tanggal.month - 1])
        )


def _one_in_other(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)


def _missing_letters(decree: Decree) -> Iterator[Finding]:
    """Yield a consideration that refers to a letter which there is not above it."""
    for n, text in enumerate(decree.menimbang):
        for found in _LETTERS.finditer(text) if "sebagaimana dimaksud dalam huruf" in text else ():
            last = max(ord(letter.lower()) - ord("a") for letter in found.groups() if letter)
            if last >= n:
                loc: Loc = ("keputusan", "menimbang", n)
                what = say('"{text}": above it there are {count} considerations', text=found[0], count=n)
                yield Finding(loc, what, say("refer to one that there is"))


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    month = [name.lower() for name in MONTHS].index(found["month"].lower()) + 1
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower())) - _ANY
