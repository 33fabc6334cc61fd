"""Rules over the quality standard (mutu baku): requirements, time, output, and the equipment that they need."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sopgen.lint.language.filler import only_fills
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.model.quality import Duration, Quality
from sopgen.model.sop import Layout, Sop

STANDARD: Final = "Permenpan RB 35/2012, annex p. 25: every activity has a standard of time, requirements and output"
EQUIPMENT: Final = "Permenpan RB 35/2012, annex, identity items Peralatan/Perlengkapan and Pencatatan dan Pendataan"
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
        if only_fills(item) or only_fills(_bare(item)):
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
    for loc, quality in _standards(subject.sop):
        time = quality.waktu if quality else None
        if time and time.tertulis and not _agrees(time, time.tertulis):
            what = say(
                '"{text}" is printed, {value} {unit} is typed', text=time.tertulis, value=time.nilai, unit=time.satuan
            )
            fix = say("write `tertulis` as number and unit, or leave it out")
            yield Finding((*loc, "waktu", "tertulis"), what, fix)


def _agrees(time: Duration, printed: str) -> bool:
    """Tell whether a wording says the time: `1 Jam`, `1 (satu) jam`."""
    return bool(re.fullmatch(rf"\s*0*{time.nilai}\s*(?:\([\w ]+\)\s*)?{time.satuan}\.?\s*", printed, re.IGNORECASE))


@rule("FL15", "warning", source=EQUIPMENT, sure="B")
def what_is_needed_is_listed(subject: Subject) -> Iterator[Finding]:
    """What an activity needs stands under Peralatan or Pencatatan, or comes out of a step.

    Whoever prepares the work goes by these lists. Case, numbering (`1. `) and spaces about a slash do not matter;
    `Alat tulis dan komputer` lists both.

    Wrong:
        peralatan: {judul: Peralatan, isi: [Kamera]}
        # dan pada mutu_baku: kelengkapan: [Kamera, Alat tulis]
    Right:
        peralatan: {judul: Peralatan, isi: [Kamera, Alat tulis]}
    """
    sop = subject.sop
    known = _parts([*sop.peralatan.isi, *sop.pencatatan.isi, *_made(sop)])
    seen: set[str] = set()
    for n, activity in enumerate(sop.kegiatan):
        for m, item in enumerate(activity.mutu_baku.kelengkapan):
            if _key(item) not in seen and not _is_known(item, known) and not only_fills(_bare(item)):
                seen.add(_key(item))
                what = say('"{item}" is needed, but stands in no list of equipment or records', item=_bare(item))
                loc: Loc = ("kegiatan", n, "mutu_baku", "kelengkapan", m)
                yield Finding(loc, what, say("add it to peralatan or pencatatan"))


@rule("FL22", "info", source=STANDARD, sure="A")
def what_a_step_needs_is_brought_or_made(subject: Subject) -> Iterator[Finding]:
    """What a step needs is listed, made by a step, or brought by one.

    A paper that nobody brings and no step makes holds the work up. An item is known by half of its words: they stand
    under Peralatan, Pencatatan, in what steps make or in what they say. A hint, one an activity.

    Wrong:
        - {id: l3, pelaksana: kbo, uraian: Memeriksa berkas, mutu_baku: {kelengkapan: [Rekomendasi camat], ...}}
    Right:
        - {id: l2, pelaksana: kanit, uraian: Meminta rekomendasi camat, mutu_baku: {keluaran: [Rekomendasi camat],
        ...}}
    """
    sop = subject.sop
    if sop.tata_letak is Layout.PER_ACTIVITY:
        return
    for n, activity in enumerate(sop.kegiatan):
        said = [*sop.peralatan.isi, *sop.pencatatan.isi, *_made(sop), *(step.uraian for step in activity.alur)]
        words = _words(said)
        missing = [
            (m, item)
            for m, step in enumerate(activity.alur)
            for item in (step.mutu_baku.kelengkapan if step.mutu_baku else ())
            if not only_fills(_bare(item)) and len(_words([item]) & words) * 2 < len(_words([item]))
        ]
        if missing:
            items = ", ".join(dict.fromkeys(_bare(item) for _, item in missing))
            what = say("needed by a step, but listed nowhere, and brought or made by no step: {items}", items=items)
            fix = say("add it to peralatan or pencatatan, or to what a step makes")
            yield Finding(("kegiatan", n, "alur", missing[0][0], "mutu_baku", "kelengkapan"), what, fix)


def _words(texts: Iterable[str]) -> set[str]:
    """Return the words of texts that tell one thing from another."""
    return {word for text in texts for word in re.findall(r"[^\W\d_]{3,}", text.casefold())} - _ANY


_ANY: Final = frozenset(
    [
        "dan",
        "atau",
        "yang",
        "untuk",
        "dari",
        "dengan",
        "semua",
        "seluruh",
        "berkas",
        "dokumen",
        "data",
        "kelengkapan",
        "surat",
        "form",
        "formulir",
    ]
)


@rule("FL16", "info", source=EQUIPMENT, sure="M")
def what_is_listed_is_needed(subject: Subject) -> Iterator[Finding]:
    """What stands under Peralatan or Pencatatan is needed by an activity, or comes out of one.

    A thing that no activity asks for is either superfluous or was forgotten in kelengkapan. A hint, one a list: desks
    and computers serve all activities alike.

    Wrong:
        peralatan: {judul: Peralatan, isi: [R4 / R2]}   # tidak ada dalam kelengkapan
    Right:
        kelengkapan: [R4 / R2, Surat perintah tugas]
    """
    sop = subject.sop
    used = _parts([*_needed(sop), *_made(sop)])
    for name in ("peralatan", "pencatatan"):
        idle = [(n, item) for n, item in enumerate(getattr(sop, name).isi) if not _is_known(item, used)]
        if idle:
            items = ", ".join(_bare(item) for _, item in idle)
            fix = say("add it to kelengkapan where it is needed, or delete it here")
            yield Finding(
                (name, "isi", idle[0][0]), say("listed, but needed by no activity: {items}", items=items), fix
            )


def _qualities(sop: Sop) -> Iterator[Quality]:
    for activity in sop.kegiatan:
        yield activity.mutu_baku
        yield from (step.mutu_baku for step in activity.alur if step.mutu_baku)


def _needed(sop: Sop) -> list[str]:
    return [item for quality in _qualities(sop) for item in quality.kelengkapan]


def _made(sop: Sop) -> list[str]:
    return [item for quality in _qualities(sop) for item in quality.keluaran]


def _bare(item: str) -> str:
    return _NUMBERING.sub("", item)


def _key(item: str) -> str:
    """Return an item without what may differ: case, numbering, spaces about a slash, a point at the end."""
    return " ".join(re.sub(r"\s*/\s*", "/", _bare(item).casefold()).split()).strip(" .;")


def _split(item: str) -> set[str]:
    return {part for part in re.split(r" dan |, ?|/", _key(item)) if part}


def _parts(items: Iterable[str]) -> set[str]:
    return {part for item in items for part in (_key(item), *_split(item))}


def _is_known(item: str, known: set[str]) -> bool:
    return _key(item) in known or _split(item) <= known
