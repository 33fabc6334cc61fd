"""Rules over what the work needs: whether it is listed, brought or made, and whether what is listed is needed."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sopgen.lint.flow.quality import STANDARD, bare
from sopgen.lint.language.filler import only_fills
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.model.quality import Quality
from sopgen.model.sop import Activity, Layout, Sop

EQUIPMENT: Final = "Permenpan RB 35/2012, annex, identity items Peralatan/Perlengkapan and Pencatatan dan Pendataan"
# Words that tell no thing from another.
_COMMON: Final = "dan atau yang untuk dari dengan semua seluruh berkas dokumen data kelengkapan surat form formulir"
_ANY: Final = frozenset(_COMMON.split())
# Papers of the people who come: nobody keeps them ready.
_OWN_PAPERS: Final = re.compile(
    r"\b(?:(?<!mesin )foto\s?kopi"
    r"|KTP|KK|SIM|STNK|kartu (?:keluarga|identitas|tanda penduduk)|identitas|pas\s?foto|paspor)\b",
    re.I,
)
# What serves all the work alike, or is worn: no step asks for it by name.
_SERVES_ALL: Final = re.compile(
    r"\b(?:alat tulis|ATK|ruang\w*|gedung|meja|kursi|lemari|komputer|laptop|printer|pencetak|internet|jaringan"
    r"|telepon|aplikasi|sarana|prasarana|seragam|rompi|senter|sarung tangan|masker|helm|papan)\b",
    re.I,
)


@rule("FL15", "warning", source=EQUIPMENT, sure="B")
def what_is_needed_is_listed(subject: Subject) -> Iterator[Finding]:
    """What an activity needs stands under Peralatan or Pencatatan, comes out of a step, or is brought.

    Whoever prepares the work goes by these lists. Case, numbering (`1. `) and spaces about a slash do not matter;
    `Alat tulis dan komputer` lists both, `Buku register laporan` a Buku register. What the first step asks for is
    brought by who begins, and so are papers such as KTP or kartu keluarga.

    Wrong:
        peralatan: {judul: Peralatan, isi: [Kamera]}
        # dan pada mutu_baku: kelengkapan: [Kamera, Alat tulis]
    Right:
        peralatan: {judul: Peralatan, isi: [Kamera, Alat tulis]}
    """
    sop = subject.sop
    if not {"peralatan", "pencatatan"} & set(sop.printed_lists):  # an office whose SOPs have no such lists
        return
    listed = [*_listed(sop), *_made(sop)]
    seen: set[str] = set()
    for n, activity in enumerate(sop.kegiatan):
        known = [*listed, *_brought(activity)]
        parts = _parts(known)
        for m, item in enumerate(activity.mutu_baku.kelengkapan):
            if _key(item) in seen or only_fills(bare(item)) or _OWN_PAPERS.search(item):
                continue
            if not _is_known(item, parts) and not _is_named_in(item, known):
                seen.add(_key(item))
                what = say('"{item}" is needed, but stands in no list of equipment or records', item=bare(item))
                loc: Loc = ("kegiatan", n, "mutu_baku", "kelengkapan", m)
                yield Finding(loc, what, say("add it to peralatan or pencatatan"))


@rule("FL22", "info", source=STANDARD, sure="A")
def what_a_step_needs_is_brought_or_made(subject: Subject) -> Iterator[Finding]:
    """What a step needs is listed, made by a step, or brought by one.

    A paper that nobody brings and no step makes holds the work up. An item is known by half of its words: they stand
    under Peralatan, Pencatatan, in what steps make or in what they say; what the first step asks for is brought. A
    hint, one a step.

    Wrong:
        - {id: l3, pelaksana: kbo, uraian: Memeriksa berkas, mutu_baku: {kelengkapan: [Rekomendasi camat], ...}}
    Right:
        - {id: l2, pelaksana: kanit, uraian: Meminta rekomendasi camat, mutu_baku: {keluaran: [Rekomendasi camat],
        ...}}
    """
    sop = subject.sop
    if sop.tata_letak is Layout.PER_ACTIVITY:
        return
    listed, told = [*_listed(sop), *_made(sop)], set[str]()
    for n, activity in enumerate(sop.kegiatan):
        words = _words([*listed, *_brought(activity), *(step.uraian for step in activity.alur)])
        for m, step in enumerate(activity.alur):
            needed = step.mutu_baku.kelengkapan if step.mutu_baku else ()
            missing = [item for item in needed if _key(item) not in told and _is_missing(item, words)]
            told |= {_key(item) for item in missing}
            if missing:
                items = ", ".join(map(bare, missing))
                what = say(
                    "needed by a step, but listed nowhere, and brought or made by no step: {items}", items=items
                )
                fix = say("add it to peralatan or pencatatan, or to what a step makes")
                yield Finding(("kegiatan", n, "alur", m, "mutu_baku", "kelengkapan"), what, fix)


def _is_missing(item: str, words: set[str]) -> bool:
    own = _words([item])
    return not only_fills(bare(item)) and not _OWN_PAPERS.search(item) and len(own & words) * 2 < len(own)


@rule("FL16", "info", source=EQUIPMENT, sure="M")
def what_is_listed_is_needed(subject: Subject) -> Iterator[Finding]:
    """What stands under Peralatan is needed by an activity, or comes out of one.

    A thing that no activity asks for is either superfluous or was forgotten in kelengkapan. A hint, one for the list.
    Not named are what serves all work alike (rooms, computers, stationery), what is worn, and records: they are kept
    of the work, not needed for it.

    Wrong:
        peralatan: {judul: Peralatan, isi: [R4 / R2]}   # tidak ada dalam kelengkapan
    Right:
        kelengkapan: [R4 / R2, Surat perintah tugas]
    """
    sop = subject.sop
    if not sop.kegiatan:
        return
    named = [*_needed(sop), *_made(sop)]
    said = _words([*named, *(step.uraian for activity in sop.kegiatan for step in activity.alur)])
    parts = _parts(named)
    idle = [
        (n, item)
        for n, item in enumerate(sop.peralatan.isi)
        if not _is_known(item, parts) and not _words([item]) & said and not _SERVES_ALL.search(item)
    ]
    if idle:
        items = ", ".join(bare(item) for _, item in idle)
        fix = say("add it to kelengkapan where it is needed, or delete it here")
        what = say("listed, but needed by no activity: {items}", items=items)
        yield Finding(("peralatan", "isi", idle[0][0]), what, fix)


def _qualities(sop: Sop) -> Iterator[Quality]:
    for activity in sop.kegiatan:
        yield activity.mutu_baku
        yield from (step.mutu_baku for step in activity.alur if step.mutu_baku)


def _needed(sop: Sop) -> list[str]:
    return [item for quality in _qualities(sop) for item in quality.kelengkapan]


def _listed(sop: Sop) -> Iterator[str]:
    """Yield what the lists of equipment and records name, and the office's own lists."""
    yield from (*sop.peralatan.isi, *sop.pencatatan.isi)
    yield from (item for own in sop.bagian for item in own.isi)


def _made(sop: Sop) -> list[str]:
    return [item for quality in _qualities(sop) for item in quality.keluaran]


def _brought(activity: Activity) -> list[str]:
    """Return what the first step asks for: who begins brings it. A second start (FL01) brings nothing."""
    starts = [step for step in activity.alur if step.simbol is Symbol.START][:1] or activity.alur[:1]
    return [item for step in starts if step.mutu_baku for item in step.mutu_baku.kelengkapan]


def _words(texts: Iterable[str]) -> set[str]:
    """Return the words of texts that tell one thing from another."""
    return {word for text in texts for word in re.findall(r"[^\W\d_]{3,}", text.casefold())} - _ANY


def _is_named_in(item: str, known: Iterable[str]) -> bool:
    """Tell an item all words of which stand in one other: a Buku register in a Buku register laporan."""
    own = _words([item])
    return bool(own) and any(own <= _words([one]) for one in known)


def _key(item: str) -> str:
    """Return an item without what may differ: case, numbering, spaces about a slash, a point at the end."""
    return " ".join(re.sub(r"\s*/\s*", "/", bare(item).casefold()).split()).strip(" .;")


def _split(item: str) -> set[str]:
    return {part for part in re.split(r" dan |, ?|/", _key(item)) if part}


def _parts(items: Iterable[str]) -> set[str]:
    return {part for item in items for part in (_key(item), *_split(item))}


def _is_known(item: str, known: set[str]) -> bool:
    return _key(item) in known or _split(item) <= known
