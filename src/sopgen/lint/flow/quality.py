"""Rules over the quality standard (mutu baku): requirements, time, output."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.lint.language.filler import only_fills
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.model.quality import Duration, Quality
from sopgen.model.sop import Layout, Sop

STANDARD: Final = "Permenpan RB 35/2012, annex p. 25: every activity has a standard of time, requirements and output"
LEAST_TIMES: Final = 3
_NUMBERING: Final = re.compile(r"^\s*(?:\d+|[a-zA-Z])[.)]\s*|^\s*[-•]\s*")


def _standards(sop: Sop) -> Iterator[tuple[Loc, Quality | None]]:
    """Yield the standards that the table prints: those of the activities, or of the steps in a table of steps."""
    for n, activity in enumerate(sop.kegiatan):
        if sop.tata_letak is Layout.PER_ACTIVITY:
            yield ("kegiatan", n, "mutu_baku"), activity.mutu_baku
            continue
        for m, step in enumerate(activity.alur):
            if step.simbol is Symbol.PROCESS or step.mutu_baku:
                yield ("kegiatan", n, "alur", m, "mutu_baku"), step.mutu_baku


@rule("FL06", "error", source=STANDARD, sure="A", stops="approval")
def every_activity_has_its_standard(subject: Subject) -> Iterator[Finding]:
    """Every activity names what it needs, how long it takes and what comes of it.

    Without an output nobody can tell whether the work was done; without a time nobody can tell whether it is late. In
    `tata_letak: per_langkah` each process step has its own. A dash or idem is none.

    Wrong:
        mutu_baku: {kelengkapan: [Buku catatan], waktu: {nilai: 1, satuan: jam}, keluaran: []}
    Right:
        mutu_baku: {kelengkapan: [Buku catatan], waktu: {nilai: 1, satuan: jam}, keluaran: [Laporan informasi]}
    """
    for loc, quality in _standards(subject.sop):
        for name in ("kelengkapan", "waktu", "keluaran"):
            written = getattr(quality, name, None)
            if not written:
                what = say('"{name}" is empty', name=name)
                yield Finding((*loc, name), what, say("ask those who do the work, then write it"))
            elif isinstance(written, tuple):
                yield from _fillers((*loc, name), written)


def _fillers(loc: Loc, items: Sequence[str]) -> Iterator[Finding]:
    """Yield the items that only fill their place: a dash, idem."""
    for n, item in enumerate(items):
        if only_fills(item) or only_fills(bare(item)):
            what = say('"{item}" says nothing', item=item)
            yield Finding((*loc, n), what, say("ask those who do the work, then write it"))


@rule("FL13", "warning", source=STANDARD, sure="A")
def times_are_measured(subject: Subject) -> Iterator[Finding]:
    """Times differ as the work differs.

    Where three or more activities all take the same time, it was most likely filled in and not measured.

    Wrong:
        waktu: {nilai: 1, satuan: jam}   # pada setiap kegiatan
    Right:
        waktu: {nilai: 45, satuan: menit}
    """
    times = [(loc, quality.waktu) for loc, quality in _standards(subject.sop) if quality and quality.waktu]
    if len(times) >= LEAST_TIMES and len({(time.nilai, time.satuan) for _, time in times}) == 1:
        loc, time = times[0]
        what = say("all {count} times are {time}", count=len(times), time=time.printed)
        yield Finding((*loc, "waktu"), what, say("measure them, or ask those who do the work"))


@rule(
    "FL14",
    "warning",
    source="Permenpan RB 35/2012, annex, flowchart part: a time in one unit a row; sopgen: printed as it is typed",
    sure="M",
)
def times_are_printed_as_typed(subject: Subject) -> Iterator[Finding]:
    """A time is printed with its number and one unit, as it is typed.

    The document prints `tertulis`, sums and reports go by `nilai` and `satuan`. A wording without a unit, with two of
    them or with another number makes them disagree.

    Wrong:
        waktu: {nilai: 90, satuan: menit, tertulis: 1 jam 30 menit}
    Right:
        waktu: {nilai: 90, satuan: menit}
    """
    whole = [((("kegiatan", n, "mutu_baku")), one.mutu_baku) for n, one in enumerate(subject.sop.kegiatan)]
    for loc, quality in dict([*whole, *_standards(subject.sop)]).items():
        time = quality.waktu if quality else None
        if time and time.tertulis and not _agrees(time, time.tertulis):
            what = say(
                '"{text}" is printed, {value} {unit} is typed', text=time.tertulis, value=time.nilai, unit=time.satuan
            )
            fix = say("write `tertulis` as number and unit, or leave it out")
            yield Finding((*loc, "waktu", "tertulis"), what, fix)


def bare(item: str) -> str:
    """Return an item of a list without its number or dash."""
    return _NUMBERING.sub("", item)


def _agrees(time: Duration, printed: str) -> bool:
    """Tell whether a wording says the time: `1 Jam`, `1 (satu) jam`."""
    return bool(re.fullmatch(rf"\s*0*{time.nilai}\s*(?:\([\w ]+\)\s*)?{time.satuan}\.?\s*", printed, re.IGNORECASE))
