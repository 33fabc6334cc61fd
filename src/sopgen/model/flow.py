"""The flow of an activity: steps, their symbols and where each goes next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from sopgen.model.base import Model, Slug, Words
from sopgen.model.printed import Printed
from sopgen.model.quality import Quality


class Symbol(StrEnum):
    """The symbols a step can have (Permenpan RB 35/2012, annex); the connector between pages is ours to place."""

    START = "mulai"
    PROCESS = "proses"
    DECISION = "keputusan"
    END = "selesai"
    CONNECTOR = "konektor"


SpecSymbol = Literal[Symbol.START, Symbol.PROCESS, Symbol.DECISION, Symbol.END]


class FlowSource(StrEnum):
    """Where a flow comes from: drawn in the document, or reconstructed."""

    DOCUMENT = "dokumen"
    RECONSTRUCTION = "rekonstruksi"


STANDARD_CELLS: Final = ("kelengkapan", "waktu", "keluaran")
SharedCell = Literal["mutu_baku", "kelengkapan", "waktu", "keluaran", "keterangan"]


class Step(Model):
    """One step of a flow.

    Without `ke` or `cabang` a step goes to the one after it in the list; an end goes nowhere. `ke` with several ids
    begins branches that go on side by side. `rujukan` names another SOP by which the step is done.

    `sebaris` puts it into the row of the step before it: one number, one text, one standard. `sublangkah` numbers it
    below the step before it (2a, 2b), `induk` begins with it the sub-steps of a row of that text. `bersama` names the
    cells that its row has in common with the row above. `tambahan` has the texts of further columns, by their ids.
    """

    id: Slug
    pelaksana: Slug | tuple[Slug, ...]
    simbol: SpecSymbol = Symbol.PROCESS
    uraian: Annotated[str, Printed.WORDS] = Field(default="", max_length=2000)
    ke: Slug | tuple[Slug, ...] | None = None
    cabang: dict[Words, Slug] | None = None
    mutu_baku: Quality | None = None
    keterangan: tuple[Words, ...] = ()
    rujukan: Words | None = None
    sebaris: bool = False
    sublangkah: bool = False
    induk: Words | None = None
    bersama: SharedCell | tuple[SharedCell, ...] = ()
    tambahan: dict[Slug, tuple[Words, ...]] | None = None

    @property
    def shared(self) -> frozenset[str]:
        """The cells that go on from the row above: `kelengkapan`, `waktu`, `keluaran`, `keterangan`."""
        named = (self.bersama,) if isinstance(self.bersama, str) else self.bersama
        return frozenset(cell for one in named for cell in (STANDARD_CELLS if one == "mutu_baku" else (one,)))

    @property
    def lanes(self) -> tuple[str, ...]:
        """The ids of the roles that do this step, one or several."""
        return (self.pelaksana,) if isinstance(self.pelaksana, str) else self.pelaksana

    @property
    def onward(self) -> tuple[str, ...]:
        """The ids that `ke` names."""
        return (self.ke,) if isinstance(self.ke, str) else self.ke or ()


class Arrow(Model):
    """One edge of a flow: from a step to a step, with the label of a decision's exit or none."""

    source: str
    target: str
    label: str | None = None


class FurtherColumn(Model):
    """A column that an SOP adds at the right of its flow table (a check list, who is in charge); its width in mm."""

    id: Slug
    judul: Words
    lebar: float = Field(default=20.0, ge=8, le=80, allow_inf_nan=False)


@dataclass(frozen=True)
class FlowRow:
    """A row of a flow: its number and the places of its steps; one above sub-steps has a `head` and no steps."""

    number: str
    steps: tuple[int, ...] = ()
    head: str = ""


def flow_rows(steps: tuple[Step, ...]) -> tuple[FlowRow, ...]:
    """Return the rows of a flow in their order: 1, 2, 2a, 2b, 3."""
    rows: list[FlowRow] = []
    count = below = 0
    for n, step in enumerate(steps):
        if step.sebaris and rows and rows[-1].steps:
            rows[-1] = replace(rows[-1], steps=(*rows[-1].steps, n))
            continue
        if step.induk:
            count, below = count + 1, 0
            rows.append(FlowRow(str(count), head=step.induk))
        if step.induk or (step.sublangkah and count):
            below += 1
            rows.append(FlowRow(f"{count}{in_letters(below - 1).lower()}", (n,)))
        else:
            count, below = count + 1, 0
            rows.append(FlowRow(str(count), (n,)))
    return tuple(rows)


def symbol_rows(steps: tuple[Step, ...]) -> tuple[FlowRow, ...]:
    """Return the rows that have symbols: without the heads of sub-steps."""
    return tuple(row for row in flow_rows(steps) if row.steps)


def numbers(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """Return the number of each step: that of its row."""
    found = {n: row.number for row in flow_rows(steps) for n in row.steps}
    return tuple(found[n] for n in range(len(steps)))


def in_letters(number: int) -> str:
    """Return A to Z for 0 to 25, then AA, AB and so on."""
    return (in_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def arrows(steps: tuple[Step, ...]) -> tuple[Arrow, ...]:
    """Return every edge of the flow, in the order of the steps."""
    found: list[Arrow] = []
    for step, following in zip(steps, [*steps[1:], None][: len(steps)], strict=True):
        if step.cabang is not None:
            found += [Arrow(source=step.id, target=to, label=label) for label, to in step.cabang.items()]
        elif step.onward:
            found += [Arrow(source=step.id, target=to) for to in step.onward]
        elif step.simbol is not Symbol.END and following is not None:
            found.append(Arrow(source=step.id, target=following.id))
    return tuple(found)


def groups(places: Iterable[int]) -> list[list[int]]:
    """Return lanes, by their places from the left, in groups of neighbours: [0, 1, 4] gives [[0, 1], [4]]."""
    found: list[list[int]] = []
    for place in sorted(set(places)):
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found
