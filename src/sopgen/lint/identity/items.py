"""Rules over dates, numbers and ids."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS
from sopgen.model.chapters import ProseSop
from sopgen.model.identity import HeadStyle
from sopgen.model.sections import STANDARD
from sopgen.model.sop import Sop


@rule("ID03", "error", source="Permenpan RB 35/2012, annex, identity items 3 to 5", sure="A")
def dates_follow_each_other(subject: Subject) -> Iterator[Finding]:
    """Made, revised and effective come in this order.

    An SOP is finished, then takes effect; a revision comes after the making, and has an effective date of its own.

    Wrong:
        tanggal_pembuatan: {judul: TGL PEMBUATAN, nilai: 2019-09-03}
        tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2019-08-01}
    Right:
        tanggal_pembuatan: {judul: TGL PEMBUATAN, nilai: 2019-09-03}
        tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2019-10-01}
    """
    sop = subject.sop
    identity = sop.identitas
    made, revised, effective = (
        identity.tanggal_pembuatan.nilai,
        identity.tanggal_revisi.nilai,
        identity.tanggal_efektif.nilai,
    )
    if made and effective and effective < made:
        what = say("it takes effect ({effective}) before it was made ({made})", effective=effective, made=made)
        yield Finding(("identitas", "tanggal_efektif", "nilai"), what, say("correct one of the two dates"))
    if made and revised and revised < made:
        what = say("it was revised ({revised}) before it was made ({made})", revised=revised, made=made)
        yield Finding(("identitas", "tanggal_revisi", "nilai"), what, say("correct one of the two dates"))
    if revised and effective and effective < revised:
        what = say(
            "it was revised ({revised}) after it took effect ({effective})",
            revised=revised,
            effective=effective,
        )
        fix = say("give the revision an effective date of its own")
        yield Finding(("identitas", "tanggal_efektif", "nilai"), what, fix)


@rule("ID04", "warning", source="office practice; a rule for the numbers of SOPs was not found", sure="M")
def roman_month_is_one_of_its_days(subject: Subject) -> Iterator[Finding]:
    """The Roman month and the year in the SOP's number are those of one of its days.

    The number is given when the SOP is made or revised, when it is signed, or for the day on which it takes effect;
    IX is September. Where number and dates disagree, the register does not find the SOP. As long as the day of a
    revision is open, the year may be any from that of the making on.

    Wrong:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP / 07 / V / 2019}   # dibuat 2019-09-03, berlaku 2019-10-01
    Right:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP / 07 / IX / 2019}
    """
    identity = subject.sop.identitas
    loc: Loc = ("identitas", "nomor_sop", "nilai")
    parts = [part.strip() for part in identity.nomor_sop.nilai.split("/")]
    days = _days(subject) or _made(subject)
    told = ", ".join(map(str, days))
    months = [part for part in parts if part in ROMAN_MONTHS]
    if identity.finished and months and months[-1] not in _months(days):
        what = say("the number says month {roman}, the date {date}", roman=months[-1], date=told)
        yield Finding(loc, what, say("write {roman}", roman=ROMAN_MONTHS[days[0].month - 1]))
    years = [part for part in parts if re.fullmatch(r"(?:19|20)\d{2}", part)]
    if days and years and _is_other(int(years[-1]), days, identity.finished):
        what = say("the number says year {year}, the date {date}", year=years[-1], date=told)
        yield Finding(loc, what, say("write {year}", year=days[0].year))


def _days(subject: Subject) -> list[date]:
    """Return the days of the edition: finished, in effect, and those on which it was approved or signed."""
    identity = subject.sop.identitas
    if identity.finished is None:
        return []
    lived = [one.tanggal for one in subject.record.riwayat] if subject.record else []
    signed = [one.tanggal for one in subject.record.tanda_tangan] if subject.record else []
    return [day for day in (identity.finished, identity.tanggal_efektif.nilai, *lived, *signed) if day]


def _made(subject: Subject) -> list[date]:
    """Return the day of the making, where the one of a revision that is counted is still open."""
    made = subject.sop.identitas.tanggal_pembuatan.nilai
    return [made] if made else []


def _is_other(year: int, days: Sequence[date], finished: date | None) -> bool:
    """Tell a year of none of these days; of an edition in revision, one before it was made."""
    return year < days[0].year if finished is None else year not in {day.year for day in days}


def _months(days: Sequence[date]) -> set[str]:
    """Return the months of these days, and of those between the first two: it is signed before it takes effect."""
    found = {ROMAN_MONTHS[day.month - 1] for day in days}
    if len(days) > 1 and 0 <= (days[1] - days[0]).days < 366:
        months = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month
        found |= {ROMAN_MONTHS[(days[0].month - 1 + n) % 12] for n in range(months + 1)}
    return found


@rule("ID07", "error", source="sopgen: an id becomes a file name, and Windows knows no case", sure="own")
def ids_are_unique(subject: Subject) -> Iterator[Finding]:
    """No two ids of a list are the same or differ by case only.

    Steps, roles and activities are found by their ids, and files are named after them; Windows takes A and a for the
    same file.

    Wrong:
        alur: [{id: l1, ...}, {id: L1, ...}]
    Right:
        alur: [{id: l1, ...}, {id: l2, ...}]
    """
    sop = subject.sop
    yield from _twins(("pelaksana",), [lane.id for lane in sop.pelaksana])
    yield from _twins(("kolom_tambahan",), [column.id for column in sop.kolom_tambahan])
    yield from _twins(("kegiatan",), [activity.id for activity in sop.kegiatan])
    flows = (
        _twins(("kegiatan", n, "alur"), [step.id for step in activity.alur])
        for n, activity in enumerate(sop.kegiatan)
    )
    yield from chain.from_iterable(flows)
    officials = _twins(("pejabat",), [one.id for one in subject.unit.pejabat])
    yield from (replace(one, in_unit=True) for one in officials)


def _twins(loc: Loc, ids: Sequence[str]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for n, name in enumerate(ids):
        other = seen.setdefault(name.lower(), name)
        if name in ids[:n] or other != name:
            what = say('id "{name}" stands above already', name=name)
            if other != name:
                what = say('id "{name}" is already taken by "{other}"', name=name, other=other)
            yield Finding((*loc, n, "id"), what, say("choose another id"))


@rule("ID24", "warning", source="sopgen: a list names a thing once", sure="own")
def no_item_stands_twice(subject: Subject) -> Iterator[Finding]:
    """No item stands twice in one list.

    It was copied, most likely in place of something else. Case, numbering and points do not matter; laws are LB13's.

    Wrong:
        peralatan: {judul: Peralatan, isi: [Kamera, Alat tulis, kamera]}
    Right:
        peralatan: {judul: Peralatan, isi: [Kamera, Alat tulis]}
    """
    for loc, items in _item_lists(subject.sop):
        keys = [_item_key(item) for item in items]
        for n, key in enumerate(keys):
            if key and keys[:n].count(key) == 1:  # told once, however often it stands there
                what = say("the item stands here already, as number {number}", number=keys.index(key) + 1)
                yield Finding((*loc, n), what, say("delete one of the two"))


def _item_lists(sop: Sop) -> Iterator[tuple[Loc, tuple[str, ...]]]:
    for name in STANDARD:
        if name != "dasar_hukum":
            yield (name, "isi"), getattr(sop, name).isi
    for n, activity in enumerate(sop.kegiatan):
        loc: Loc = ("kegiatan", n)
        yield (*loc, "maksud", "isi"), activity.maksud.isi
        yield (*loc, "tujuan", "isi"), activity.tujuan.isi
        yield (*loc, "mutu_baku", "kelengkapan"), activity.mutu_baku.kelengkapan
        yield (*loc, "mutu_baku", "keluaran"), activity.mutu_baku.keluaran
        for m, step in enumerate(activity.alur):
            yield (*loc, "alur", m, "keterangan"), step.keterangan
            if step.mutu_baku:
                yield (*loc, "alur", m, "mutu_baku", "kelengkapan"), step.mutu_baku.kelengkapan
                yield (*loc, "alur", m, "mutu_baku", "keluaran"), step.mutu_baku.keluaran
    for n, own in enumerate(sop.bagian):
        yield ("bagian", n, "isi"), own.isi
    yield ("paraf",), sop.paraf


def _item_key(item: str) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r"^\s*(?:\d+|[a-zA-Z])[.)]\s*", "", item).casefold()))


@rule("ID31", "warning", source="sopgen: what is written in the spec is printed", sure="own")
def what_is_written_is_printed(subject: Subject) -> Iterator[Finding]:
    """Every list of the SOP is printed, and the signatures of `kendali` stand in a head that has their place.

    With `bagian` an office names its sections itself. A list that it does not name is printed nowhere, though it
    stands in the file; nor are the signatures of `kendali` under a head of another form.

    Wrong:
        bagian: [{dari: dasar_hukum}]   # peringatan: {judul: Peringatan, isi: [...]}
    Right:
        bagian: [{dari: dasar_hukum}, {dari: peringatan}]
    """
    sop = subject.sop
    if isinstance(sop, ProseSop):  # of which BB04 tells
        return
    for name in STANDARD:
        if getattr(sop, name).isi and name not in sop.printed_lists:
            what = say('"{name}" is not printed: `bagian` does not name it', name=name)
            yield Finding((name,), what, say("add `- dari: {name}` to `bagian`, or take the list out", name=name))
    if sop.identitas.kendali and sop.bentuk_kepala is not HeadStyle.CONTROLLED:
        what = say("the signatures of `kendali` are not printed in this form of the head")
        yield Finding(("identitas", "kendali"), what, say("write `bentuk_kepala: kendali`, or take them out"))
