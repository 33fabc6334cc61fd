"""The texts of the flow table with one row a step: cell by cell, and the room that they need (millimetres)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sopgen.errors import Loc, Refusal
from sopgen.model.flow import FlowRow, Step
from sopgen.model.quality import Duration, Quality
from sopgen.model.sop import Activity, Sop
from sopgen.plan.columns import HAIR, Columns
from sopgen.plan.fitting import wide_words
from sopgen.plan.measure import BLANKS, line_height, softened, unbroken, widest_part, wrap

# The cells right of the lanes, as `bersama` names them; those of further columns follow.
CELLS: Final = ("kelengkapan", "waktu", "keluaran", "keterangan")
_AFTER_A_WORD: Final = re.compile(rf"(?<=[^\s\d±≤≥<>])(?:{BLANKS.pattern})(?!/)")
_TIED: Final = re.compile(r"(?<=\d) (?=[^\W\d])| (?=/)|(?<=[±≤≥<>]) (?=\d)")
# The paragraphs of a row's cells: the text of the step, then those right of the lanes.
Texts = tuple[tuple[str, ...], ...]


def row_texts(sop: Sop, steps: Sequence[Step], row: FlowRow) -> Texts:
    """Return the paragraphs of each cell of a row; what its steps say stands one below the other."""
    own = [steps[n] for n in row.steps]
    standards = [step.mutu_baku or Quality() for step in own]
    said = "\n".join(filter(None, [row.head, *(step.uraian for step in own)]))
    return (
        (said,),
        tuple(item for one in standards for item in one.kelengkapan),
        ("\n".join(filter(None, [printed_time(one) for one in standards])),),
        tuple(item for one in standards for item in one.keluaran),
        tuple(item for step in own for item in remarks(step)),
        *(
            tuple(item for step in own for item in (step.tambahan or {}).get(column.id, ()))
            for column in sop.kolom_tambahan
        ),
    )


def remarks(step: Step) -> tuple[str, ...]:
    """Return the remarks of a step; the SOP to which it refers is one."""
    return (*step.keterangan, *([f"Lihat {step.rujukan}"] if step.rujukan else []))


def fitted_texts(texts: Texts, columns: Columns) -> Texts:
    """Return the paragraphs as they are printed: words that are too wide for their column have soft hyphens."""
    return tuple(
        tuple(softened(item, columns.inner(columns.of_cell(n)), columns.font_pt) for item in items)
        for n, items in enumerate(texts)
    )


def text_height(items: Sequence[str], column: int, columns: Columns) -> float:
    """Return the height of a cell of that column with these paragraphs."""
    width = columns.inner(column)
    return height_of(sum(len(wrap(item, width, columns.font_pt)) for item in items if item), columns)


def height_of(lines: int, columns: Columns) -> float:
    """Return the height of a cell with so many lines."""
    return lines * line_height(columns.font_pt) + 2 * columns.cell + HAIR


def words_beside(sop: Sop) -> tuple[list[str], ...]:
    """Return the words of each column right of the lanes; times stay on one line."""
    steps = [step for activity in sop.kegiatan for step in activity.alur]
    qualities = [step.mutu_baku or Quality() for step in steps]
    return (
        words_of(item for quality in qualities for item in quality.kelengkapan),
        [part for quality in qualities for part in unparted(quality)],
        words_of(item for quality in qualities for item in quality.keluaran),
        words_of(item for step in steps for item in remarks(step)),
        *(
            words_of(item for step in steps for item in (step.tambahan or {}).get(column.id, ()))
            for column in sop.kolom_tambahan
        ),
    )


def words_of(items: Iterable[str]) -> list[str]:
    """Return the words of all texts, each with what a no-break space holds to it."""
    return [word for item in items for word in unbroken(item)]


def printed_time(quality: Quality) -> str:
    """Return a time whose numbers stay on the line of their unit, and a sign between two on that of the first."""
    return quality.time if isinstance(quality.waktu, Duration) else _TIED.sub("\u00a0", quality.time)


def unparted(quality: Quality) -> list[str]:
    """Return what of a time stays on one line: all of one by number and unit, of a text each number with its unit."""
    return [quality.time] if isinstance(quality.waktu, Duration) else _AFTER_A_WORD.split(quality.time)


def wide_in_steps(sop: Sop, activity: Activity, columns: Columns) -> Iterator[Refusal]:
    """Yield the words of an activity's steps that no syllables part for their columns."""
    for n, step in enumerate(activity.alur):
        quality = step.mutu_baku or Quality()
        texts: list[list[tuple[Loc, str]]] = [
            [(("uraian",), step.uraian), (("induk",), step.induk or "")],
            [(("mutu_baku", "kelengkapan", i), item) for i, item in enumerate(quality.kelengkapan)],
            [(("mutu_baku", "waktu"), quality.time)],
            [(("mutu_baku", "keluaran", i), item) for i, item in enumerate(quality.keluaran)],
            [(("keterangan", i), item) for i, item in enumerate(step.keterangan)],
        ]
        texts += [
            [(("tambahan", one.id, i), item) for i, item in enumerate((step.tambahan or {}).get(one.id, ()))]
            for one in sop.kolom_tambahan
        ]
        for cell, items in enumerate(texts):
            placed = ((("alur", n, *loc), text) for loc, text in items)
            yield from wide_words(placed, columns.inner(columns.of_cell(cell)), columns.font_pt, widest_part)
