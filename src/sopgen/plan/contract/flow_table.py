"""What a flow table is to those who draw it, whichever document it stands in."""

from collections.abc import Sequence
from typing import Protocol

from sopgen.model.look.sop import SopLook
from sopgen.model.sop import TableHeads
from sopgen.plan.contract.document import Drawing, TableRow
from sopgen.plan.steps import StepSheets


class FlowTable(Protocol):
    """The columns of the table (mm), its heads, and its rows page by page: by activities or by steps."""

    @property
    def look(self) -> SopLook:
        """The sizes and distances."""

    @property
    def columns(self) -> tuple[float, ...]:
        """The widths of the columns (mm)."""

    @property
    def head_rows(self) -> tuple[float, float]:
        """The heights of the two rows of the head (mm)."""

    @property
    def heads(self) -> TableHeads:
        """The heads of the columns."""

    @property
    def further_heads(self) -> tuple[str, ...]:
        """The heads of the columns that the SOP adds at the right."""

    @property
    def lanes(self) -> tuple[str, ...]:
        """The heads of the lanes."""

    @property
    def drawings(self) -> dict[str, Drawing]:
        """Every drawing by its key."""

    @property
    def sheets(self) -> Sequence[tuple[TableRow, ...]]:
        """The rows page by page, one an activity."""

    @property
    def steps(self) -> StepSheets:
        """The parts page by page, a row a step."""
