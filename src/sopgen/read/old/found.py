"""What was read out of an old file: each text with its place and, where it is not sure, what a person must settle."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopgen.model.flow import Symbol
from sopgen.model.sections import ItemMark
from sopgen.model.sop import Layout


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text stands in the old file.

    `page` counts from 1 (0: the file has no pages). `box` is in points from the page's upper left corner: left, top,
    right, bottom. `name` is what a person looks for where there are no pages: a cell ("Alur!B7") or a line.
    """

    page: int = 0
    box: tuple[float, float, float, float] | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One text as it stood in the old file; an empty `doubt` says that it was read with certainty."""

    text: str
    spot: Spot = field(default_factory=Spot)
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class FoundExit:
    """An arrow out of a step: its label ("Ya", or none) and the place in the list of the step that it leads to."""

    to: int
    label: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class FoundStep:
    """A step of a flow. `roles` are lanes by their place from the left; no `exits`: to the step after it.

    `doubt` is of what has no text of its own here: the symbol and who does the step. As in `model.flow.Step`,
    `in_row` puts it into the row of the step before it, `below` numbers it below that step, `parent` is the text of a
    row of its own above it, and `shared` names the cells that go on from the row above. `more` are the cells of
    further columns, whose heads `OldSop.further` has.
    """

    text: Found
    symbol: Symbol = Symbol.PROCESS
    roles: tuple[int, ...] = ()
    exits: tuple[FoundExit, ...] = ()
    materials: tuple[Found, ...] = ()
    time: Found | None = None
    outputs: tuple[Found, ...] = ()
    notes: tuple[Found, ...] = ()
    doubt: str = ""
    in_row: bool = False
    below: bool = False
    parent: Found | None = None
    shared: tuple[str, ...] = ()
    more: tuple[tuple[Found, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list under its head, as both were written."""

    head: Found
    items: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundActivity:
    """An activity with its lanes from the left, as their heads were written, and its steps from the top.

    Where it is one row of the table, `sections` are its lists by their keys ("maksud", "tujuan"), and `materials`,
    `time`, `outputs`, `notes` the cells of its row. `number` is as written ("1."). `doubt` is of its flow as a whole;
    `drawn` says that the flow stands in the file, and is not put together from others; `more` as for a step.
    """

    title: Found
    lanes: tuple[Found, ...] = ()
    steps: tuple[FoundStep, ...] = ()
    number: Found | None = None
    sections: Mapping[str, FoundList] = field(default_factory=dict)
    materials: tuple[Found, ...] = ()
    time: Found | None = None
    outputs: tuple[Found, ...] = ()
    notes: tuple[Found, ...] = ()
    doubt: str = ""
    drawn: bool = True
    more: tuple[tuple[Found, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class OldSop:
    """All that was read out of one old file.

    `texts` by spec path ("judul", "identitas.nomor_sop.nilai", "kepala_tabel.keluaran"), `lists` by the key of their
    section ("dasar_hukum") or by spec path ("sampul.judul"), "kop" for the head above the identity part, which the
    unit's file says; `heads` are the heads of those sections as written; `further` those of columns that offices add
    to the flow table. `unplaced` holds what stands in the file and belongs nowhere: nothing that was read is dropped
    in silence. `marks` says what stands before the items of a list, where that was seen.
    """

    texts: Mapping[str, Found] = field(default_factory=dict)
    lists: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)
    heads: Mapping[str, Found] = field(default_factory=dict)
    activities: tuple[FoundActivity, ...] = ()
    layout: Layout = Layout.PER_STEP
    unplaced: tuple[Found, ...] = ()
    further: tuple[Found, ...] = ()
    marks: Mapping[str, ItemMark] = field(default_factory=dict)
