"""The flow of an activity: steps, their symbols and where each goes next."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal

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


class Step(Model):
    """One step of a flow.

    Without `ke` or `cabang` a step goes to the one after it in the list; an end goes nowhere. `ke` with several ids
    begins branches that go on side by side. `rujukan` names another SOP by which the step is done.
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
