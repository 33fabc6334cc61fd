"""Words that are wider than the place where they are printed: they would run over what stands beside it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from sopgen.errors import Loc, Refusal
from sopgen.messages import say
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Activity, Section, Sop
from sopgen.plan.columns import BOLD, Columns
from sopgen.plan.front.lists import front_lists
from sopgen.plan.measure import softened, text_width, unbroken, widest_part

WordWidth = Callable[[str, float], float]
TOLD: Final = 40


def wide_words(texts: Iterable[tuple[Loc, str]], width: float, font_pt: float, needs: WordWidth) -> Iterator[Refusal]:
    """Yield a refusal for each word of the texts, with their places, that needs more than `width` (mm).

    `needs` tells how wide a place a word of this size needs, as a whole or parted.
    """
    for loc, text in texts:
        for word in unbroken(text):
            # What fits as a whole is not asked for its syllables: their patterns take 50 ms to load.
            if text_width(word, font_pt) > width and needs(word, font_pt) > width:
                told = word if len(word) <= TOLD else f"{word[:TOLD]}..."
                what = say('the word "{word}" is wider than its column', word=told)
                yield Refusal("TL04", loc, what, say("write it with a space, or a shorter word"))


def fitted(section: Section, width: float, font_pt: float) -> Section:
    """Return a list for a place of this width (mm): a word that is wider is parted between syllables."""
    return section.model_copy(update={"isi": tuple(softened(item, width, font_pt) for item in section.isi)})


def wide_in_lists(sop: Sop, look: SopLook, columns: tuple[float, ...]) -> Iterator[Refusal]:
    """Yield what is too wide for the lists of the identity page; `columns` are those of its table (mm)."""
    widths = (columns[0], sum(columns[1:]))
    for n, one in enumerate(front_lists(sop, look)):
        around = 2 * look.identitas.jarak_sel.mendatar + one.whole.indent
        texts = (((*one.loc, "isi", m), item) for m, item in enumerate(one.whole.items))
        yield from wide_words(texts, widths[n % 2] - around, look.identitas.ukuran, text_width)


def wide_heads(sop: Sop, look: SopLook, table: Columns) -> Iterator[Refusal]:
    """Yield the names of lanes that no syllables part for their columns; one refusal where the sheet is narrow."""
    around = 2 * look.alur.jarak_sel_kepala
    wide: list[Refusal] = []
    for n, lane in enumerate(sop.pelaksana):
        texts = [(("pelaksana", n, "label"), lane.label)]
        found = wide_words(texts, (table.widths[2 + n] - around) / BOLD, table.font_pt, widest_part)
        wide += map(_of_own_width, found) if lane.lebar else found
    if wide and table.lane < look.alur.jalur.paling_sempit:
        count, width = len(sop.pelaksana), f"{table.lane:.0f}"
        what = say("the sheet leaves each of {count} roles a column of {width} mm", count=count, width=width)
        fix = say("use a larger sheet or one that lies (`halaman`), smaller margins, or fewer roles")
        wide = [Refusal("TL04", ("pelaksana",), what, fix)]
    yield from wide


def _of_own_width(refusal: Refusal) -> Refusal:
    """Return the refusal of a head at the width that the SOP itself gives its lane."""
    return replace(refusal, fix=say("give its column more width (`lebar`), or use a shorter word"))


def wide_in_row(sop: Sop, activity: Activity, table: Columns) -> Iterator[Refusal]:
    """Yield what is too wide for the columns of text in the row of an activity; places are within the activity."""
    quality = activity.mutu_baku
    own: list[tuple[Loc, str]] = [(("judul",), activity.judul)]
    for name, section in (("maksud", activity.maksud), ("tujuan", activity.tujuan)):
        own += [((name, "isi", n), item) for n, item in enumerate(section.isi)]
    cells: list[list[tuple[Loc, str]]] = [
        own,
        [(("mutu_baku", "kelengkapan", n), item) for n, item in enumerate(quality.kelengkapan)],
        [(("mutu_baku", "waktu"), quality.time)],
        [(("mutu_baku", "keluaran", n), item) for n, item in enumerate(quality.keluaran)],
        [(("keterangan", n), item) for n, item in enumerate(activity.keterangan)],
    ]
    cells += [
        [(("tambahan", one.id, n), item) for n, item in enumerate((activity.tambahan or {}).get(one.id, ()))]
        for one in sop.kolom_tambahan
    ]
    for cell, texts in enumerate(cells):
        yield from wide_words(texts, table.inner(table.of_cell(cell)), table.font_pt, widest_part)
