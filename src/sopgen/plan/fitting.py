"""Words that are wider than the place where they are printed: they would run over what stands beside it."""

from collections.abc import Iterable, Iterator
from typing import Final

from sopgen.errors import Loc, Refusal
from sopgen.messages import say
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Activity, Sop
from sopgen.plan.columns import Columns
from sopgen.plan.measure import BLANKS, text_width

TOLD: Final = 40
LEFT: Final = ("dasar_hukum", "keterkaitan", "peringatan")
RIGHT: Final = ("kualifikasi_pelaksana", "peralatan", "pencatatan")


def wide_words(texts: Iterable[tuple[Loc, str]], width: float, font_pt: float) -> Iterator[Refusal]:
    """Yield a refusal for each word of the texts, with their places, that is wider than `width` (mm)."""
    for loc, text in texts:
        for word in filter(None, BLANKS.split(text)):
            if text_width(word, font_pt) > width:
                told = word if len(word) <= TOLD else f"{word[:TOLD]}..."
                what = say('the word "{word}" is wider than its column', word=told)
                yield Refusal("TL04", loc, what, say("write it with a space, or a shorter word"))


def wide_in_lists(sop: Sop, look: SopLook, columns: tuple[float, ...]) -> Iterator[Refusal]:
    """Yield what is too wide for the six lists of the identity page; `columns` are those of its table (mm)."""
    around = 2 * look.identitas.jarak_sel.mendatar + look.inden_butir
    for names, width in ((LEFT, columns[0]), (RIGHT, sum(columns[1:]))):
        for name in names:
            texts = (((name, "isi", n), item) for n, item in enumerate(getattr(sop, name).isi))
            yield from wide_words(texts, width - around, look.identitas.ukuran)


def wide_in_row(activity: Activity, table: Columns) -> Iterator[Refusal]:
    """Yield what is too wide for the columns of text in the row of an activity; places are within the activity."""
    quality = activity.mutu_baku
    own: list[tuple[Loc, str]] = [(("judul",), activity.judul)]
    for name, section in (("maksud", activity.maksud), ("tujuan", activity.tujuan)):
        own += [((name, "isi", n), item) for n, item in enumerate(section.isi)]
    columns = (
        (own, 1),
        ([(("mutu_baku", "kelengkapan", n), item) for n, item in enumerate(quality.kelengkapan)], -4),
        ([(("mutu_baku", "keluaran", n), item) for n, item in enumerate(quality.keluaran)], -2),
        ([(("keterangan", n), item) for n, item in enumerate(activity.keterangan)], -1),
    )
    for texts, column in columns:
        # A word may reach into the distance from the rule, not over the rule.
        yield from wide_words(texts, table.widths[column] - table.cell, table.font_pt)
