"""Rules over places of the document that say the same thing: cover and identity, who approves and the unit."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.basis import basis_day
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts, words_alone
from sopgen.messages import say
from sopgen.model.people.person import rank
from sopgen.model.printed import Printed

YEAR: Final = re.compile(r"(?:19|20)\d{2}")
# Who heads an office, and the ranks that he has; read in real documents for Polres and Polresta, the rest from
# memory.
_HEADS: Final = (
    (r"wakapolrestabes|wakapolresta", ("AKBP",)),
    (r"wakapolres(?! metro)", ("Kompol",)),
    (r"kapolrestabes|kapolresta", ("Kombes Pol",)),
    (r"kapolres(?! metro)", ("AKBP",)),
    (r"kapolsek(?:ta)?", ("Ipda", "Iptu", "AKP", "Kompol", "AKBP")),
    (r"kapolda", ("Brigjen Pol", "Irjen Pol")),
    (r"kasat \w+|kabag \w+|kasi\w* ?\w*", ("Ipda", "Iptu", "AKP", "Kompol", "AKBP")),
)
_POST: Final = re.compile(r"kapol(?P<level>restabes|resta|res|sek|da)\s+(?P<name>[\w .'-]+)", re.IGNORECASE)
_OFFICE: Final = re.compile(r"pol(?P<level>restabes|resta|res|sek|da)\s+(?P<name>[\w .'-]+)", re.IGNORECASE)


@rule(
    "ID23",
    "warning",
    source="real documents of Polres and Polresta: an AKBP heads a Polres, a Kombes Pol a Polresta",
    sure="B",
)
def who_approves_fits_the_unit(subject: Subject) -> Iterator[Finding]:
    """The post of who approves is one of the unit, and his rank is one of that post.

    A Polres that became a Polresta is headed by a Kapolresta, a Komisaris Besar. Where post, rank and unit do not
    fit, one of them was taken over from another document.

    Wrong:
        disahkan_oleh: {judul: DISAHKAN OLEH, nilai: KAPOLRESTA CONTOH}   # pangkat: AJUN KOMISARIS BESAR POLISI
    Right:
        disahkan_oleh: {judul: DISAHKAN OLEH, nilai: KAPOLRES CONTOH}   # pangkat: AJUN KOMISARIS BESAR POLISI
    """
    identity = subject.sop.identitas
    post = " ".join(identity.disahkan_oleh.nilai.split())
    held = rank(identity.pengesah.pangkat)
    wanted = next((ranks for name, ranks in _HEADS if re.match(rf"(?:{name})\b", post, re.IGNORECASE)), None)
    if held and held.order is not None and wanted and held.short not in wanted:
        what = say("the post {post} does not go with the rank {rank}", post=post, rank=identity.pengesah.pangkat)
        fix = say("correct one of them: this post has {ranks}", ranks=", ".join(wanted))
        yield Finding(("identitas", "pengesah", "pangkat"), what, fix)
    named, office = _POST.search(post), _OFFICE.search(re.sub(r"(?i)kapol", " ", identity.satuan_kerja))
    if named and office and _differ(named, office):
        what = say("the post {post} is none of {unit}", post=post, unit=identity.satuan_kerja)
        yield Finding(("identitas", "disahkan_oleh", "nilai"), what, say("correct one of the two"))


def _differ(post: re.Match[str], office: re.Match[str]) -> bool:
    levels = post["level"].lower(), office["level"].lower()
    names = words_alone(post["name"]), words_alone(office["name"])
    return (levels[0] == levels[1] and names[0] != names[1]) or (levels != levels[::-1] and names[0] == names[1])


@rule("ID15", "warning", source="Permenpan RB 35/2012, annex, cover and identity part: unit, year", sure="A")
def the_cover_says_what_the_identity_says(subject: Subject) -> Iterator[Finding]:
    """The cover bears the unit and the year of the identity part.

    Where they differ, the cover was taken over from another SOP or another year, and the reader does not know which
    of the two he holds.

    Wrong:
        sampul: {tahun: "2025", ...}   # tanggal_efektif: 2026-04-01
    Right:
        sampul: {tahun: "2026", ...}
    """
    sop, cover = subject.sop, subject.sop.sampul
    if cover is None:
        return
    years = _years(subject)
    if (YEAR.fullmatch(cover.tahun) or cover.tahun.isdigit()) and years and cover.tahun not in years:
        what = say(
            "the cover says {year}, the identity part {years}", year=cover.tahun, years=", ".join(sorted(years))
        )
        yield Finding(("sampul", "tahun"), what, say("correct one of the two"))
    if not _is_there(sop.identitas.satuan_kerja, cover.instansi):
        what = say('the cover does not name "{unit}"', unit=sop.identitas.satuan_kerja)
        yield Finding(("sampul", "instansi", 0), what, say("correct one of the two"))


def _years(subject: Subject) -> set[str]:
    """Return the years that the identity part names: of its dates, of its number."""
    identity = subject.sop.identitas
    days = (identity.finished, identity.tanggal_efektif.nilai)
    years = {str(day.year) for day in days if day}
    return (
        years | set(YEAR.findall(identity.nomor_sop.nilai)) if years else set(YEAR.findall(identity.nomor_sop.nilai))
    )


def _is_there(unit: str, lines: tuple[str, ...]) -> bool:
    """Tell whether lines name a unit: each word of the shorter of the two stands in the other."""
    words, there = set(words_alone(unit).split()), set(words_alone(" ".join(lines)).split())
    return words <= there or any(
        set(words_alone(line).split()) <= words for line in lines if len(words_alone(line).split()) > 1
    )


@rule("ID22", "warning", source="satuan.yaml, `berganti_nama`, with the source of each name", sure="own")
def the_unit_bears_its_name_of_today(subject: Subject) -> Iterator[Finding]:
    """An edition names its unit as it is named on the day from which the edition takes effect.

    A Polres becomes a Polresta, a section is named anew: what was issued before keeps its words, the next edition
    does not. satuan.yaml keeps what is called otherwise since when.

    Wrong:
        satuan_kerja: SATBINMAS POLRES CONTOH   # berganti_nama: POLRES CONTOH, kini POLRESTA CONTOH
    Right:
        satuan_kerja: SATBINMAS POLRESTA CONTOH
    """
    day = basis_day(subject)
    for one in texts(subject, {Printed.WORDS}):
        right = one.text if one.in_unit else subject.unit.named_on(one.text, day)
        if right != one.text:
            what, fix = say("the unit bears another name now"), say('write "{right}"', right=right)
            yield one.proposing(what, fix, right)
