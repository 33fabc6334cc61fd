"""What a form is made from, and the heights of the parts that all forms share (millimetres)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from sopgen.model.base import named_date
from sopgen.model.look.form import FormsLook
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import LetterKind, Unit
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.forms.contents import Signer
from sopgen.plan.letter.page import HAIR, shared_widths
from sopgen.plan.letter.task import BLANK, OrderTask, PersonRow
from sopgen.plan.letter.wording import NO_BREAK, dots, rank_line, signatory_rank, title_case
from sopgen.plan.measure import line_height, wrap

# Bold letters are at most so much wider than regular ones.
BOLD: Final = 1.1


@dataclass(frozen=True)
class FormCase:
    """Whose form it is: the SOP and its unit, the activity where one is meant, and what an order says."""

    sop: Sop
    unit: Unit
    page: PageFrame
    look: FormsLook
    size_pt: float
    activity: Activity | None = None
    task: OrderTask = BLANK

    @property
    def room(self) -> float:
        """The height of a page between its margins, less the slack."""
        return self.page.text_height - self.look.sisa_halaman

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
    def number_label(self) -> str:
        """What the unit's people are known by: an NRP, in offices that send people by assignments a NIP."""
        return "NIP" if self.unit.surat_perintah.bentuk is LetterKind.ASSIGNMENT else "NRP"

    @property
    def value(self) -> str:
        """A dotted line beside a label, to the right margin."""
        return self.dots(self.value_width - 2)

    @property
    def value_width(self) -> float:
        """The width beside a label and its colon."""
        return self.width - self.look.isian.label - self.look.isian.titik_dua

    @property
    def gap(self) -> float:
        """The room above a part."""
        return self.look.jarak.bagian

    @property
    def section_height(self) -> float:
        """The height of a part's title and the room above it."""
        return self.gap + self.line

    def dots(self, width: float) -> str:
        """Return a dotted line to write on."""
        return dots(width, self.size_pt)

    def lines(self, count: int, indents: int = 1) -> tuple[str, ...]:
        """Return dotted lines to the right margin; the room of so many numbers stands before them."""
        return (self.dots(self.width - indents * self.look.inden_nomor - 1),) * count

    def height(self, text: str, width: float) -> float:
        """Return the height of a text in lines of that width, a little on the safe side."""
        return max(1, len(wrap(text, width - 0.2, self.size_pt))) * self.line

    def lines_height(self, count: int) -> float:
        """Return the height of dotted lines with their room for handwriting."""
        return count * (self.look.jarak.garis_tulis + self.line)

    def labelled_height(self, texts: Sequence[str]) -> float:
        """Return the height of `label : text` rows."""
        return sum(self.look.jarak.isian + self.height(text, self.value_width) for text in texts)

    def head_height(self, titles: Sequence[str]) -> float:
        """Return the height of letterhead and titles."""
        head, title = self.look.kop, self.look.judul
        lines = len(self.unit.kop)
        kop = lines * self.line + head.jarak_garis + HAIR + head.jarak_bawah if lines else 0.0
        first, *rest = titles
        above = self.height(first, self.width / BOLD / title.kali) * title.kali
        return kop + above + sum(self.height(text, self.width / BOLD) for text in rest) + title.jarak_bawah

    def row_height(self, texts: Sequence[str], widths: Sequence[float], least: float) -> float:
        """Return the height of a table's row: the least one, more where a text takes several lines."""
        cells = self.look.jarak_sel
        rooms = [width - 2 * cells.mendatar - HAIR for width in widths]
        tallest = max(self.height(text, room) for text, room in zip(texts, rooms, strict=True))
        return max(least, tallest + 2 * cells.tegak + HAIR)

    def columns(self, shares: BaseModel) -> tuple[float, ...]:
        """Return the widths of columns from their shares of the width."""
        return shared_widths(shares, self.width)


NOBODY: Final = Signer()


def signatory(case: FormCase, *lines: str, place: str = "") -> Signer:
    """Return the unit's signatory under the words above his post."""
    chief = case.unit.penandatangan
    return Signer(place, (*lines, *chief.on_behalf, chief.post), chief.nama, "", _whole(signatory_rank(chief)))


def _whole(rank: str) -> str:
    """Keep a number with its label."""
    return rank.replace("NRP ", f"NRP{NO_BREAK}").replace("NIP ", f"NIP{NO_BREAK}")


def superior(case: FormCase, *lines: str) -> Signer:
    """Return who countersigns what the unit's people write: the head of the section, not the head of the unit."""
    settings = case.unit.formulir
    known = {one.id: one for one in case.unit.pejabat}
    if settings.mengetahui in known:
        one = known[settings.mengetahui]
        return Signer("", (*lines, one.post), one.nama, "", _whole(signatory_rank(one)))
    return someone(case, *lines, settings.jabatan_mengetahui or section_head(case.unit))


def section_head(unit: Unit) -> str:
    """Return the post of a section's head: `KASAT BINMAS` of SATBINMAS; of others the words for any superior."""
    first = unit.nama.upper().split()[0]
    return f"KASAT {first[3:]}" if first.startswith("SAT") and len(first) > len("SAT") else "ATASAN LANGSUNG"


def lettered(items: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return items of the second level: a., b., c."""
    return tuple((f"{chr(ord('a') + n)}.", item) for n, item in enumerate(items))


def dateline(case: FormCase) -> str:
    """Return the place, with room for the date."""
    return f"{case.unit.tempat}, {case.dots(34)} 20{case.dots(8)}"


def someone(case: FormCase, *lines: str, person: PersonRow | None = None, place: str = "") -> Signer:
    """Return a signer who is known from the order, or writes the name himself."""
    if person:
        return Signer(place, lines, person.name, "", rank_line(person))
    return Signer(place, lines, "", f"({case.dots(50)})", f"Pangkat/{case.number_label} {case.dots(32)}")


def civilian(case: FormCase, *lines: str) -> Signer:
    """Return a signer without rank who writes the name himself."""
    return Signer("", lines, "", f"({case.dots(50)})", "")


def signers_height(case: FormCase, *signers: Signer) -> float:
    """Return the height of signatures side by side."""
    left = case.look.tanda_tangan.kiri
    sides = [(signer, part * case.width) for signer, part in zip(signers, (left, 1 - left), strict=True)]
    above = max(sum(case.height(line, width - 2) for line in signer.lines) for signer, width in sides)
    names = max(
        case.height(signer.name or signer.room, width / BOLD) + case.height(signer.rank, width)
        for signer, width in sides
    )
    return case.gap + case.line + above + case.look.tanda_tangan.ruang + names
