"""Rules over what a citation says beside the title: its number and kind, its gazette, what amends it."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.alike import meant
from sopgen.lint.law.basis import BASIS, basis_day, known
from sopgen.lint.registry import Finding, Rewrite, Subject, rule
from sopgen.lint.texts import in_one_case, texts
from sopgen.messages import say
from sopgen.model.law.citation import amending, apart, read_citation, without_clause, without_gazette
from sopgen.model.law.regulation import Regulation, Standing
from sopgen.model.printed import Printed

FIRST_PERPOL: Final = 2018
_GAZETTE: Final = re.compile(
    r"(?P<tln>Tambahan\s+)?(?P<of>Lembaran|Berita)\s+(?:Negara|Daerah)(?:\s+(?:Republik\s+Indonesia|RI))?"
    r"(?:\s+Tahun\s+(?P<year>\d{4}))?,?\s+(?:Nomor|No\.?)\s*(?P<number>\d+)",
    re.IGNORECASE,
)
_STATE: Final = frozenset({"UU", "Perppu", "PP", "Perpres"})


@rule("LB19", "info", source="spec/peraturan.yaml, laws that are known from memory only", sure="M")
def laws_said_to_be_revoked_are_looked_up(subject: Subject) -> Iterator[Finding]:
    """A law that is said to be revoked is looked up before it is cited.

    spec/peraturan.yaml has it as revoked, but from memory: nobody has looked it up yet. Look at JDIH, or ask Sikum; a
    hint, since memory errs.

    Wrong:
        - Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2011 tentang Standar Operasional Prosedur Satuan ...
    Right:
        - Peraturan Menteri Dalam Negeri Nomor 16 Tahun 2023 tentang ...   # sudah diperiksa
    """
    day = basis_day(subject)
    for loc, law in known(subject):
        if law.said_to_be_revoked(day):
            heir = subject.regulations.cited(law.diganti_oleh or "")
            now = heir.name if heir else law.diganti_oleh or "-"
            what = say("{law} is revoked since {since}, from memory", law=law.bare, since=law.since)
            yield Finding(loc, what, say("look it up; perhaps it is now {law}", law=now))


@rule("LB20", "warning", source="spec/peraturan.yaml, title, number and kind of each law with its source", sure="own")
def laws_bear_their_own_number_and_kind(subject: Subject) -> Iterator[Finding]:
    """A law bears its own kind, number and year.

    The title is that of a law which has another number, or which somebody else gave: one of them was copied wrongly,
    and the law can not be found. A Peraturan Kepolisian (Perpol) there is since 2018; before, it was a Peraturan
    Kepala Kepolisian (Perkap).

    Wrong:
        - Peraturan Pemerintah Nomor 61 Tahun 2018 tentang Satuan Polisi Pamong Praja
        - Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 6 Tahun 2023 tentang Penerbitan Surat ...
    Right:
        - Peraturan Pemerintah Nomor 16 Tahun 2018 tentang Satuan Polisi Pamong Praja
        - Peraturan Kepolisian Negara Republik Indonesia Nomor 6 Tahun 2023 tentang Penerbitan Surat ...
    """
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        citation = read_citation(entry)
        if citation is None:
            continue
        law = meant(citation, subject.regulations)
        if law and law.kepastian == "M":  # of which LB34 asks
            continue
        if law:
            what = say("{cited} is not known, but its title is that of {law}", cited=citation.name, law=law.bare)
            yield Finding((*BASIS, n), what, say("look up kind, number and year"))
        elif citation.kind.short == "Perpol" and citation.year < FIRST_PERPOL:
            what = say("{cited}: in that year they were Peraturan Kepala Kepolisian", cited=citation.name)
            yield Finding((*BASIS, n), what, say("look up kind, number and year"))


@rule("LB21", "warning", source="UU 12/2011, articles 81 to 86; spec/peraturan.yaml, gazette of each law", sure="A")
def laws_stand_in_their_gazette(subject: Subject) -> Iterator[Finding]:
    """The gazette that is cited with a law is the one in which it stands.

    UU, Perppu, PP and Perpres stand in the Lembaran Negara, other regulations of the state in the Berita Negara, with
    the year in which they were given. Numbers are compared where spec/peraturan.yaml has them.

    Wrong:
        - Undang-Undang Nomor 2 Tahun 2002 tentang ... (Lembaran Negara Tahun 2003 Nomor 2)
        - Undang-Undang Nomor 2 Tahun 2002 tentang ... (Berita Negara Tahun 2002 Nomor 2)
    Right:
        - Undang-Undang Nomor 2 Tahun 2002 tentang ... (Lembaran Negara Tahun 2002 Nomor 2)
    """
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        own = without_clause(entry)[0]
        citation = read_citation(entry)
        law = subject.regulations.find(citation)
        of_law = {_kind(one): one for one in _GAZETTE.finditer((law.pengundangan if law else "") or "")}
        for found in _GAZETTE.finditer(own) if citation else ():
            right, here = of_law.get(_kind(found)), found[0]
            if right and _numbers(right) != _numbers(found):
                what, fix = say('"{text}" is not the gazette of the law', text=here), right[0]
                yield Finding((*BASIS, n), what, say('write "{right}"', right=fix))
            elif citation and _is_other(citation.kind.short, found):
                fix = say("look it up in the law itself")
                yield Finding((*BASIS, n), say('the law does not stand in "{text}"', text=here), fix)
            elif citation and not right and found["year"] and not 0 <= int(found["year"]) - citation.year <= 1:
                what = say("the law is of {year}, its gazette of {other}", year=citation.year, other=found["year"])
                yield Finding((*BASIS, n), what, say("look it up in the law itself"))


def _kind(found: re.Match[str]) -> tuple[bool, str]:
    return bool(found["tln"]), found["of"].casefold()


def _numbers(found: re.Match[str]) -> tuple[str | None, str]:
    return (None if found["tln"] else found["year"]), found["number"].lstrip("0")


def _is_other(kind: str, found: re.Match[str]) -> bool:
    """Tell the gazette of other laws than of this kind."""
    official = found["of"].casefold()
    return (kind in _STATE and official == "berita") or (
        kind in {"Permen", "Perpol", "Perkap"} and official == "lembaran"
    )


@rule("LB22", "warning", source="spec/peraturan.yaml, title of each law with its source", sure="own")
def amending_laws_bear_their_titles(subject: Subject) -> Iterator[Finding]:
    """The law that amended another is cited with its own title.

    Perubahan Ketiga is not Perubahan Kedua: where the title of the amendment is written, it is that of the law, word
    for word. It may be left out.

    Wrong:
        - ... diubah terakhir dengan Undang-Undang Nomor 5 Tahun 2026 tentang Perubahan Kedua atas ...
    Right:
        - ... diubah terakhir dengan Undang-Undang Nomor 5 Tahun 2026 tentang Perubahan Ketiga atas ...
    """
    for loc, law in known(subject):
        entry = subject.sop.dasar_hukum.isi[int(loc[-1])]
        named = amending(entry)
        citation = read_citation(named)
        wanted = next(
            (one for one in law.diubah_oleh if citation and one.citation and one.citation.key == citation.key), None
        )
        if wanted is None or not wanted.judul or wanted.kepastian == "M":
            continue
        title = without_gazette(apart(named)[2])[0].rstrip(" .;,)")
        if title and in_one_case(title) != in_one_case(wanted.judul):
            what = say('the title of the amending law reads "{text}"', text=title)
            right = entry.replace(title, wanted.judul)
            yield Finding(loc, what, say('write "{right}"', right=wanted.judul), proposal=Rewrite(loc, right))


# Texts in which a law may stand as history.
_HISTORY: Final = re.compile(
    r"\b(?:dicabut|mencabut|tidak berlaku|tidak (?:lagi )?dipakai|dahulu|dulu|sebelumnya|semula|diganti\w*|pengganti"
    r"|menggantikan|lama)\b",
    re.IGNORECASE,
)


@rule("LB23", "warning", source="spec/peraturan.yaml, standing and title of each law with its source", sure="own")
def laws_in_the_text_hold_and_bear_their_titles(subject: Subject) -> Iterator[Finding]:
    """A law that the text names holds, and bears its own title.

    Not only the legal basis must hold: a remark that sends the reader to a revoked law sends him astray. What is told
    as history, with dicabut or dahulu, is left alone.

    Wrong:
        keterangan: [Tarif menurut Peraturan Pemerintah Nomor 60 Tahun 2016]
    Right:
        keterangan: [Tarif menurut Peraturan Pemerintah Nomor 76 Tahun 2020]
    """
    day = basis_day(subject)
    for one in texts(subject, {Printed.WORDS, Printed.LAW}):
        law = (
            None
            if one.in_unit or one.at.loc[0] in ("alasan_perubahan", "dasar_hukum")
            else subject.regulations.cited(one.text)
        )
        if law is None or _HISTORY.search(one.text):
            continue
        if law.standing(day) is Standing.REVOKED:
            heir = subject.regulations.heir(law, day)
            what = say("{law} is revoked since {since}", law=law.bare, since=law.since)
            fix = (
                say("cite {law} where it holds the same", law=heir.name) if heir else say("look up what replaced it")
            )
            yield one.finding(what, fix)
        elif title := _other_title(one.text, law):
            yield one.finding(say('the title reads "{text}"', text=title), say('write "{right}"', right=law.judul))


def _other_title(text: str, law: Regulation) -> str:
    """Return the title that a text gives a law, where it begins otherwise than the law's own; else nothing."""
    title = apart(text)[2]
    if not law.judul or law.kepastian == "M" or in_one_case(title).startswith(in_one_case(law.judul)):
        return ""
    return title[: len(law.judul) + 20]
