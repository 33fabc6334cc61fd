"""Rules over the quality standard (mutu baku): requirements, time, output."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.lint.language.filler import only_fills
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import in_one_case
from sopgen.messages import say
from sopgen.model.flow import Symbol, symbol_rows
from sopgen.model.quality import Duration, Quality
from sopgen.model.sop import Layout, Sop
from sopgen.model.time import written_span

STANDARD: Final = "Permenpan RB 35/2012, annex p. 25: every activity has a standard of time, requirements and output"
LEAST_TIMES: Final = 3
_NUMBERING: Final = re.compile(r"^\s*(?:\d+|[a-zA-Z])[.)]\s*|^\s*[-•]\s*")


def _standards(sop: Sop) -> Iterator[tuple[Loc, Quality | None]]:
    """Yield the standards that the table prints: those of the activities, or of the steps in a table of steps.

    A row has one, that of its first step; what a step has in common with the row above is said there.
    """
    for n, activity in enumerate(sop.kegiatan if sop.has_flow_table else ()):
        if sop.tata_letak is Layout.PER_ACTIVITY:
            yield ("kegiatan", n, "mutu_baku"), activity.mutu_baku
            continue
        for row in symbol_rows(activity.alur):
            steps = [activity.alur[m] for m in row.steps]
            if any(step.simbol is Symbol.PROCESS or step.mutu_baku for step in steps):
                yield ("kegiatan", n, "alur", row.steps[0], "mutu_baku"), steps[0].mutu_baku


def _said_above(sop: Sop) -> dict[Loc, frozenset[str]]:
    """Return what of a standard each step has in common with the row above."""
    return {
        ("kegiatan", n, "alur", m, "mutu_baku"): step.shared
        for n, activity in enumerate(sop.kegiatan)
        for m, step in enumerate(activity.alur)
        if step.shared and sop.tata_letak is Layout.PER_STEP
    }


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
    above = _said_above(subject.sop)
    for loc, quality in _standards(subject.sop):
        for name in ("kelengkapan", "waktu", "keluaran"):
            written = getattr(quality, name, None)
            if name in above.get(loc, ()):
                continue
            if not written:
                what = say('"{name}" is empty', name=name)
                yield Finding((*loc, name), what, say("ask those who do the work, then write it"))
            elif isinstance(written, tuple):
                yield from _fillers((*loc, name), written)
            elif isinstance(written, str) and only_fills(written):
                what = say('"{item}" says nothing', item=written)
                yield Finding((*loc, name), what, say("ask those who do the work, then write it"))


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
    times = [(loc, quality) for loc, quality in _standards(subject.sop) if quality and quality.span]
    if len(times) >= LEAST_TIMES and len({quality.span for _, quality in times}) == 1:
        loc, first = times[0]
        what = say("all {count} times are {time}", count=len(times), time=first.time)
        yield Finding((*loc, "waktu"), what, say("measure them, or ask those who do the work"))


@rule(
    "FL14",
    "warning",
    source="Permenpan RB 35/2012, annex, flowchart part: a time in one unit a row; sopgen: printed as it is typed",
    sure="M",
)
def times_are_printed_as_typed(subject: Subject) -> Iterator[Finding]:
    """What is printed of a time says the number and unit that are typed for it.

    The document prints `tertulis`, sums go by `nilai` and `satuan`. A wording without a unit or with another length
    makes them disagree. A time that is written as a text alone (`waktu: 1-3 hari`) is printed to the letter and
    summed by what it says.

    Wrong:
        waktu: {nilai: 90, satuan: menit, tertulis: 1 jam}
    Right:
        waktu: {nilai: 90, satuan: menit}
    """
    whole = [((("kegiatan", n, "mutu_baku")), one.mutu_baku) for n, one in enumerate(subject.sop.kegiatan)]
    for loc, quality in dict([*whole, *_standards(subject.sop)]).items():
        time = quality.waktu if quality else None
        if isinstance(time, Duration) and time.tertulis and not _agrees(time, time.tertulis):
            what = say(
                '"{text}" is printed, {value} {unit} is typed', text=time.tertulis, value=time.nilai, unit=time.satuan
            )
            fix = say("write the same time in both, or `waktu: {text}` alone", text=time.tertulis)
            yield Finding((*loc, "waktu", "tertulis"), what, fix)


def bare(item: str) -> str:
    """Return an item of a list without its number or dash."""
    return _NUMBERING.sub("", item)


def item_key(item: str) -> str:
    """Return an item to compare by: without number, capitals, blanks and the sign at its end."""
    return in_one_case(bare(item)).strip(" .;")


def _agrees(time: Duration, printed: str) -> bool:
    """Tell whether a wording says the time, if only as one of two: `1 (satu) Jam`, `120 menit / 3 hari`."""
    said = written_span(printed)
    return said is not None and said.low <= time.span.low and time.span.high <= said.high


@rule("FL26", "info", source=STANDARD, sure="A")
def times_say_how_long(subject: Subject) -> Iterator[Finding]:
    """A time says how long the work takes.

    `tentatif` or `sesuai jadwal` is printed as it stands, and left out where times are summed: nobody can tell by it
    whether the work is late. A time may be written as its source has it: 120 menit / 3 hari, 1-3 hari, 1,5 jam,
    15 menit/berkas, 5 hari kerja, paling lama 3 hari.

    Wrong:
        waktu: tentatif
    Right:
        waktu: 1-3 hari
    """
    for loc, quality in _standards(subject.sop):
        if quality and quality.time and quality.span is None and not only_fills(quality.time):
            what = say('"{text}" names no length of time: sums leave it out', text=quality.time)
            fix = say("where it can be said, write the time: 1-3 hari, 15 menit/berkas, paling lama 5 hari")
            yield Finding((*loc, "waktu"), what, fix)
