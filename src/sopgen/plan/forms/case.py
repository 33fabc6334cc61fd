"""What a form is made from, and the measures that all forms share (millimetres)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sopgen.model.base import named_date
from sopgen.model.page import PageSetup
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Unit
from sopgen.plan.letter.task import BLANK, OrderTask, PersonRow
from sopgen.plan.letter.wording import dots, rank_line, signatory_rank, title_case
from sopgen.plan.measure import line_height, wrap

# Kept free on every page, since Word's and Typst's lines differ by hairs.
SLACK: Final = 5.0
AFTER_HEAD: Final = 6.0
AFTER_TITLE: Final = 4.0
GAP: Final = 3.0
# Room above a dotted line for handwriting.
ABOVE_LINE: Final = 3.0
ABOVE_ROW: Final = 1.5
ABOVE_TABLE: Final = 1.0
LABEL: Final = 42.0
COLON: Final = 4.0
NUMBER: Final = 6.0
IN_CELL: Final = 2.4
SIGN: Final = 18.0
# The left and the right signer's part of the width.
SIGNERS: Final = (0.6, 0.4)

Content = dict[str, object]


@dataclass(frozen=True)
class FormCase:
    """Whose form it is: the SOP and its unit, the activity where one is meant, and what an order says."""

    sop: Sop
    unit: Unit
    page: PageSetup
    size_pt: float
    activity: Activity | None = None
    task: OrderTask = BLANK

    @property
    def room(self) -> float:
        """The height of a page between its margins, less the slack."""
        return self.page.size[1] - self.page.margin.atas - self.page.margin.bawah - SLACK

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.page.text_width

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return line_height(self.size_pt)

    @property
    def about(self) -> str:
        """The activity in a sentence's capitals; empty where none is meant."""
        return title_case(self.activity.name) if self.activity else ""

    @property
    def single_day(self) -> str:
        """The day of a task that has one day only; empty where it is not known."""
        task = self.task
        return named_date(task.day) if task.day and task.until in (None, task.day) else ""

    @property
    def only(self) -> PersonRow | None:
        """The one person of the order, where there is one."""
        return self.task.people[0] if len(self.task.people) == 1 else None

    @property
    def value(self) -> str:
        """A dotted line beside a label, to the right margin."""
        return self.dots(self.width - LABEL - COLON - 2)

    def dots(self, width: float) -> str:
        """Return a dotted line to write on."""
        return dots(width, self.size_pt)

    def lines(self, count: int, indent: float = 0.0) -> list[str]:
        """Return dotted lines from the indent to the right margin."""
        return [self.dots(self.width - indent - 1)] * count

    def height(self, text: str, width: float) -> float:
        """Return the height of a text in lines of that width, a little on the safe side."""
        return max(1, len(wrap(text, width - 0.2, self.size_pt))) * self.line

    def lines_height(self, count: int) -> float:
        """Return the height of dotted lines with their room for handwriting."""
        return count * (ABOVE_LINE + self.line)

    def labelled_height(self, texts: Sequence[str]) -> float:
        """Return the height of `label : text` rows."""
        room = self.width - LABEL - COLON
        return sum(ABOVE_ROW + self.height(text, room) for text in texts)

    def head_height(self, titles: Sequence[str]) -> float:
        """Return the height of letterhead and titles."""
        lines = sum(self.height(title, self.width / 1.1) for title in titles)
        return len(self.unit.kop) * self.line + 1 + AFTER_HEAD + lines + AFTER_TITLE

    def row_height(self, texts: Sequence[str], widths: Sequence[float], least: float) -> float:
        """Return the height of a table's row: the least one, more where a text takes several lines."""
        tallest = max(self.height(text, width - IN_CELL) for text, width in zip(texts, widths, strict=True))
        return max(least, tallest + 1.5)

    def columns(self, parts: Sequence[float]) -> list[float]:
        """Return the widths of columns from their parts of the width."""
        return [round(part * self.width, 2) for part in parts]


@dataclass(frozen=True)
class Signer:
    """Who signs: place and date, the lines above the signature, and a name or room to write it."""

    place: str = ""
    lines: tuple[str, ...] = ()
    name: str = ""
    room: str = ""
    rank: str = ""


NOBODY: Final = Signer()


def signatory(case: FormCase, *lines: str) -> Signer:
    """Return the unit's signatory under the words above his post."""
    chief = case.unit.penandatangan
    return Signer("", (*lines, *chief.on_behalf, chief.jabatan), chief.nama, "", signatory_rank(chief))


def dateline(case: FormCase) -> str:
    """Return the place, with room for the date."""
    return f"{case.unit.tempat}, {case.dots(34)} 20{case.dots(8)}"


def someone(case: FormCase, *lines: str, person: PersonRow | None = None, place: str = "") -> Signer:
    """Return a signer who is known from the order, or writes the name himself."""
    if person:
        return Signer(place, lines, person.name, "", rank_line(person))
    return Signer(place, lines, "", f"({case.dots(50)})", f"Pangkat/NRP {case.dots(32)}")


def civilian(case: FormCase, *lines: str) -> Signer:
    """Return a signer without rank who writes the name himself."""
    return Signer("", lines, "", f"({case.dots(50)})", "")


def signers_height(case: FormCase, *signers: Signer) -> float:
    """Return the height of signatures side by side."""
    above = max(
        sum(case.height(line, part * case.width - 2) for line in signer.lines)
        for signer, part in zip(signers, SIGNERS, strict=True)
    )
    names = max(
        case.height(signer.name or signer.room, part * case.width / 1.1) + case.height(signer.rank, part * case.width)
        for signer, part in zip(signers, SIGNERS, strict=True)
    )
    return GAP + case.line + above + SIGN + names
