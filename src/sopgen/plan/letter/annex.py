"""The annex of an order: the list of its personnel, with the letterhead, its subject and date, and page breaks."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.model.base import long_date
from sopgen.model.sop import Activity
from sopgen.model.unit import Unit
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.forms.sheets import FormBlock, new_pages, split
from sopgen.plan.letter.contents import Annex, AnnexRow, OrderPlan
from sopgen.plan.letter.kinds import LetterWords, words_for
from sopgen.plan.letter.page import HAIR, lines_in_row, page_frame, shared_widths
from sopgen.plan.letter.task import OrderTask
from sopgen.plan.measure import line_height, text_width, wrap

# Page number and mark.
HEAD_LINES: Final = 2
# Rows that stay with the signature.
WITH_SIGNATURE: Final = 2
# Bold letters are at most so much wider than regular ones.
BOLD: Final = 1.1
# A number has a line of its own in the letters of other offices.
NAME_AND_RANK: Final = 3


def annex_of(plan: OrderPlan, unit: Unit, activity: Activity, task: OrderTask) -> Annex:
    """Return the list of personnel that belongs to a letter."""
    across = unit.surat_perintah.halaman.model_copy(update={"orientasi": "mendatar"})
    page = page_frame(across, plan.look.kepala_halaman, HEAD_LINES)
    words = words_for(unit)
    people, heads = [words.annex_row(one) for one in task.people], words.annex_heads(task.people)
    columns = _columns(plan, shared_widths(plan.look.lampiran.kolom, page.text_width), heads, people)
    rows = _rows(plan, people, columns)
    lines = _head(plan, unit)
    titles = tuple(_titles(activity, task, words))
    height = _row_height(plan, heads, columns)
    begun = new_pages(_blocks(plan, page, (len(titles), height), rows), page.text_height - plan.look.sisa_halaman)
    return Annex(
        page=page,
        head=lines[:-1],
        last_head=lines[-1],
        head_width=round(max(text_width(line, plan.size_pt) for line in lines) + 1, 2),
        titles=titles,
        heads=heads,
        columns=columns,
        head_height=height,
        sheets=split("baris", rows, begun),
    )


def _head(plan: OrderPlan, unit: Unit) -> tuple[str, ...]:
    """Return the head of an annex (Perkap 1/2023, annex VIII: all in capitals)."""
    return (
        f"LAMPIRAN {plan.letter.upper()}",
        unit.penandatangan.short_chief.upper(),
        f"NOMOR : {plan.number}",
        f"TANGGAL : {plan.issued}".upper(),
    )


def _titles(activity: Activity, task: OrderTask, words: LetterWords) -> Iterator[str]:
    list_of, about = words.annex_title
    yield list_of
    yield f"{about} {activity.name.upper()}"
    if task.day:
        until = f" S.D. {long_date(task.until)}" if task.until and task.until != task.day else ""
        yield f"TANGGAL {long_date(task.day)}{until}".upper()


def _columns(
    plan: OrderPlan, shares: tuple[float, ...], heads: Sequence[str], people: Sequence[tuple[str, ...]]
) -> tuple[float, ...]:
    """Return the widths of the columns: numbers stand whole on one line, what says nothing is narrow.

    What that gives or takes is the post's. Before the numbers stand No, name and rank.
    """
    around = 2 * plan.look.personel.jarak_sel + HAIR
    *first, _, _, last = shares
    *_, number_head, _, last_head = heads
    texts = [(number_head, BOLD), *((row[2], 1.0) for row in people)]
    needed = max(text_width(text, plan.size_pt) * times for text, times in texts) + around
    if not any(row[-1] for row in people):
        last = max(text_width(word, plan.size_pt) * BOLD for word in re.split(r"[ /]", last_head)) + around
    return (*first, round(needed, 2), round(sum(shares[3:]) - needed - last, 2), round(last, 2))


def _rows(plan: OrderPlan, people: Sequence[tuple[str, ...]], columns: Sequence[float]) -> list[AnnexRow]:
    texts = [(str(n), *one) for n, one in enumerate(people, 1)]
    return [AnnexRow(row, _row_height(plan, row, columns)) for row in texts]


def _row_height(plan: OrderPlan, texts: Sequence[str], columns: Sequence[float]) -> float:
    """Return the height of a row: the usual one, more where a text takes several lines."""
    table, list_ = plan.look.personel, plan.look.lampiran
    lines = lines_in_row(texts, columns, table.jarak_sel, plan.size_pt)
    return round(max(list_.tinggi_baris, lines * line_height(plan.size_pt) + table.jarak_baris), 2)


def _blocks(
    plan: OrderPlan, page: PageFrame, above_rows: tuple[int, float], rows: Sequence[AnnexRow]
) -> Iterator[FormBlock]:
    """Yield the rows; the last ones are a block with the signature, the first with all that stands above it.

    `above_rows` are the lines of the title, and the height of the table's head (mm).
    """
    look, line = plan.look.lampiran, line_height(plan.size_pt)
    titles, head = above_rows
    title = look.jarak_atas_judul + titles * line + look.jarak_bawah_judul
    above = max(len(plan.kop), 4) * line + 1 + title + head
    last = len(rows) - WITH_SIGNATURE
    for n, row in enumerate(rows[:last]):
        yield FormBlock(f"baris{n}", row.height + (above if n == 0 else 0.0), head)
    yield FormBlock(f"baris{last}", sum(row.height for row in rows[last:]) + _signature(plan, page), head)


def _signature(plan: OrderPlan, page: PageFrame) -> float:
    line, half = line_height(plan.size_pt), page.text_width / 2
    posts = (*plan.signer.on_behalf, plan.signer.post)
    above = sum(len(wrap(text, half - 1, plan.size_pt)) for text in posts)
    return plan.look.lampiran.jarak_tanda_tangan + (above + plan.look.tanda_tangan.ruang + NAME_AND_RANK) * line + 1
