"""Whom a task order sends, and when and where: what an order says beyond its SOP."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True)
class PersonRow:
    """A row of personnel as printed (ranks in capitals); all empty in a blank order."""

    name: str = ""
    rank: str = ""
    number: str = ""
    post: str = ""
    remark: str = ""

    @property
    def rank_and_number(self) -> str:
        """Rank and number in one column: `BRIPKA/00000002`."""
        return "/".join(filter(None, [self.rank, self.number]))

    def in_letter(self) -> tuple[str, ...]:
        """Return the texts of the row in the letter; its number is the table's own."""
        return "", self.name, self.rank_and_number, self.post, self.remark

    def in_annex(self, number: int) -> tuple[str, ...]:
        """Return the texts of the row in the annex."""
        return str(number), self.name, self.rank, self.number, self.post, self.remark


@dataclass(frozen=True)
class OrderTask:
    """What an order says beyond the SOP: whom, from when to when, where, its number; the empty is left to write."""

    people: tuple[PersonRow, ...] = ()
    day: date | None = None
    until: date | None = None
    place: str = ""
    number: str = ""


BLANK: Final = OrderTask()
