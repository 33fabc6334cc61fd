"""Rules over what lists and names say of each other: numbers of items, records, ranks, short names, plans."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.printed import Printed

_NUMBER: Final = re.compile(r"(?P<number>\d{1,2})(?P<mark>[.)])\s")
_RANK: Final = re.compile(r"\b(?:Komisaris Jenderal|Inspektur Jenderal|Brigadir Jenderal|Jenderal Polisi)\b", re.I)
_POLRES: Final = re.compile(r"\b(?:POLRES\w*|POLSEK\w*|KEPOLISIAN (?:RESOR|SEKTOR))\b", re.I)
_PERIOD: Final = re.compile(r"\b(?:harian|mingguan|bulanan|triwulanan?|semesteran|tahunan)\b", re.I)
_YEAR: Final = re.compile(r"\bTahun (?:Anggaran )?(\d{4})\b", re.I)
_SHORT_NAME: Final = ("identitas", "nama_singkat")
_TOWN: Final = re.compile(r"\s*PEMERINTAH KOTA\s+(?P<town>.+)", re.I)


@rule("ID60", "warning", source="sopgen: numbers of items go on without a gap", sure="own")
def items_are_numbered_in_order(subject: Subject) -> Iterator[Finding]:
    """The numbers that are typed before the items of a list go on one by one.

    After a gap the reader looks for the item that is missing. Looked at are lists all items of which bear a number,
    and that begin with 1; they may begin with 1 anew.

    Wrong:
        kelengkapan: [1. Berkas, 2. Komputer, 4. Buku register]
    Right:
        kelengkapan: [1. Berkas, 2. Komputer, 3. Buku register]
    """
    lists: dict[Loc, list[SpecText]] = {}
    for one in texts(subject, {Printed.WORDS, Printed.LAW}):
        if isinstance(one.at.loc[-1], int) and not one.in_unit and "bab" not in one.at.loc:
            lists.setdefault(one.at.loc[:-1], []).append(one)
    for items in lists.values():
        found = [_NUMBER.match(one.text) for one in items]
        told = [int(one["number"]) for one in found if one]
        if len(told) < len(items) or told[0] != 1 or len({one["mark"] for one in found if one}) > 1:
            continue
        for n in range(1, len(told)):
            if told[n] not in (told[n - 1] + 1, 1):
                what = say('"{number}" does not follow on "{before}"', number=told[n], before=told[n - 1])
                yield items[n].finding(what, say("number them in their order"))
                break


@rule("ID61", "warning", source="Perpol 2/2021: ranks of the posts at a Polres and a Polsek", sure="B")
def qualifications_ask_for_ranks_that_there_are(subject: Subject) -> Iterator[Finding]:
    """What is asked of those who do the work of a Polres is no rank of a general.

    No Polres and no Polsek has one, so that nobody could do the work.

    Wrong:
        kualifikasi_pelaksana: {judul: ..., isi: [Berpangkat paling rendah Komisaris Jenderal Polisi]}
    Right:
        kualifikasi_pelaksana: {judul: ..., isi: [Berpangkat paling rendah Brigadir Polisi Dua]}
    """
    if not _POLRES.search(subject.sop.identitas.satuan_kerja):
        return
    for n, item in enumerate(subject.sop.kualifikasi_pelaksana.isi):
        if (found := _RANK.search(item)) and re.search(r"\b(?:ber)?pangkat\b", item, re.I):
            what = say('nobody at a Polres has the rank "{rank}"', rank=found[0])
            yield Finding(("kualifikasi_pelaksana", "isi", n), what, say("write the rank that is asked for"))


@rule("ID62", "warning", source="sopgen: the orders of a year rest on the plans of that year", sure="own")
def plans_are_those_of_their_year(subject: Subject) -> Iterator[Finding]:
    """The plan that is written under a year is the plan of that year.

    It is printed in each order of the year. Most likely the line was taken over from the year before.

    Wrong:
        rencana: [{tahun: 2026, isi: [Rencana Kegiatan Satbinmas Tahun 2025]}]
    Right:
        rencana: [{tahun: 2026, isi: [Rencana Kegiatan Satbinmas Tahun 2026]}]
    """
    for n, plan in enumerate(subject.unit.surat_perintah.rencana):
        for k, text in enumerate(plan.isi):
            years = {int(year) for year in _YEAR.findall(text)}
            if len(years) == 1 and plan.tahun not in years:
                what = say("the plan is of {year}, but stands under {other}", year=min(years), other=plan.tahun)
                loc: Loc = ("surat_perintah", "rencana", n, "isi", k)
                yield Finding(loc, what, say("correct one of the two"), in_unit=True)


@rule("ID63", "warning", source="sopgen: the letterhead and the place of the unit name one town", sure="own")
def the_town_is_that_of_the_letterhead(subject: Subject) -> Iterator[Finding]:
    """The town under the letterhead of a town's office is that town.

    Looked at is a letterhead with PEMERINTAH KOTA: its offices lie in the town whose name follows.

    Wrong:
        kop: [PEMERINTAH KOTA CONTOH, ...]   # kota: LAIN
    Right:
        kop: [PEMERINTAH KOTA CONTOH, ...]   # kota: KOTA CONTOH
    """
    found = next(filter(None, map(_TOWN.match, subject.unit.kop)), None)
    if found and not _words(found["town"]) & _words(subject.unit.kota):
        what = say('"{text}" does not name {place}', text=subject.unit.kota, place=found["town"].strip())
        yield Finding(("kota",), what, say("correct one of the two"), in_unit=True)


@rule("ID64", "info", source="sopgen: the short name is that of the SOP", sure="own")
def the_short_name_has_the_letters_of_the_title(subject: Subject) -> Iterator[Finding]:
    """The letters of a short name stand in the title, in their order.

    SKTM is the short form of another letter than Surat Keterangan Usaha. Looked at are short names in capitals of
    three to six letters, with one vowel at most, that no other text holds. A hint.

    Wrong:
        nama_singkat: SKTM   # judul: SOP Penerbitan Surat Keterangan Usaha
    Right:
        nama_singkat: SKU
    """
    sop = subject.sop
    short, title = sop.identitas.nama_singkat, f"{sop.judul} {sop.identitas.nama_sop.nilai}".casefold()
    if not re.fullmatch(r"[A-Z]{3,6}", short) or len(re.findall("[AIUEO]", short)) > 1:
        return
    if any(re.search(rf"\b{short}\b", one.text) for one in subject.sop_texts if one.loc[:2] != _SHORT_NAME):
        return
    letters = iter(title)
    if not all(letter in letters for letter in short.casefold()):
        what = say('"{short}" has not the letters of the title', short=short)
        yield Finding(("identitas", "nama_singkat"), what, say("look whether it is the short name of this SOP"))


@rule("ID65", "info", source="Permenpan RB 35/2012, annex, identity item Pencatatan dan Pendataan", sure="B")
def records_bear_the_names_of_what_is_made(subject: Subject) -> Iterator[Finding]:
    """A record that the steps make bears the same name under Pencatatan: harian is not bulanan.

    Told where the two differ by their period only, and each stands in one of the two places alone. A hint.

    Wrong:
        pencatatan: {judul: ..., isi: [Laporan kunjungan bulanan]}   # keluaran: [Laporan kunjungan harian]
    Right:
        pencatatan: {judul: ..., isi: [Laporan kunjungan harian]}
    """
    sop = subject.sop
    made = {
        _key(item)
        for activity in sop.kegiatan
        for quality in (activity.mutu_baku, *(step.mutu_baku for step in activity.alur if step.mutu_baku))
        for item in quality.keluaran
    }
    records = {_key(item) for item in sop.pencatatan.isi}
    for n, item in enumerate(sop.pencatatan.isi):
        like = {_PERIOD.sub("?", one): one for one in made - records if _PERIOD.search(one)}
        other = like.get(_PERIOD.sub("?", _key(item))) if _key(item) not in made else None
        if other:
            what = say('"{item}" is made as "{other}"', item=item.strip(" .;"), other=other)
            yield Finding(("pencatatan", "isi", n), what, say("write the same name in both places"))


def _key(item: str) -> str:
    return " ".join(re.sub(r"^\s*\d{1,2}[.)]\s+", "", item).casefold().split()).strip(" .;")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold())) - {"kota"}
