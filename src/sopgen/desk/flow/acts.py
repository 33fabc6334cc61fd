"""What the flow editor does to an edition, by its name; each is one step of undo, beside those of the form."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from sopgen.desk.session.acts import ACTS, Act, EditCall
from sopgen.desk.session.edition import Session
from sopgen.errors import Loc
from sopgen.jobs.edit.flow import steps
from sopgen.jobs.edit.flow.activities import with_activity
from sopgen.jobs.edit.flow.exits import StepExit
from sopgen.jobs.edit.flow.lanes import LANES, with_lane, without_lane
from sopgen.jobs.edit.flow.levels import StepLevel
from sopgen.read.source import Source

# What changes the step at `index` of the flow at `path`.
OneStep = Callable[[Source, EditCall], Source]


def _followed(make: OneStep) -> Act:
    """Return an act after which the same step is shown, wherever it stands then."""

    def act(session: Session, asked: EditCall) -> Loc:
        session.rest()
        before = session.source
        session.change(lambda source: make(source, asked), (*asked.loc, asked.index))
        return (*asked.loc, steps.place_after(before, asked.loc, session.source, asked.index))

    return act


def _inserted(make: OneStep) -> Act:
    """Return an act after which the step is shown that it made."""

    def act(session: Session, asked: EditCall) -> Loc:
        session.rest()
        known = {step["id"] for step in steps.steps_at(session.source, asked.loc)}
        session.change(lambda source: make(source, asked), (*asked.loc, asked.index))
        found = enumerate(steps.steps_at(session.source, asked.loc))
        return (*asked.loc, next(n for n, step in found if step["id"] not in known))

    return act


def _removed(source: Source, asked: EditCall) -> Source:
    """Take a step out; `value` tells for each exit to it where that leads now."""
    targets = {StepExit(str(one["langkah"]), one.get("kata")): str(one["ke"]) for one in asked.value or ()}
    return steps.without_step(source, asked.loc, asked.index, targets)


def _at_level(source: Source, asked: EditCall) -> Source:
    level = StepLevel(asked.value["tingkat"])
    return steps.with_level(source, asked.loc, asked.index, level, str(asked.value.get("judul") or ""))


def _new_lane(session: Session, asked: EditCall) -> Loc:
    session.change(lambda source: with_lane(source, asked.index, str(asked.value)), (*LANES, asked.index))
    return (*LANES, asked.index)


def _lane_less(session: Session, asked: EditCall) -> Loc:
    session.change(lambda source: without_lane(source, asked.index, asked.value or None), LANES)
    return LANES


def _new_activity(session: Session, asked: EditCall) -> Loc:
    session.change(lambda source: with_activity(source, str(asked.value)), ("kegiatan",))
    data: Any = session.source.data
    return ("kegiatan", len(data["kegiatan"]) - 1)


FLOW_ACTS: Final[Mapping[str, Act]] = {
    **ACTS,
    "langkah.sisip": _inserted(lambda s, asked: steps.with_step(s, asked.loc, asked.index, asked.value)),
    "langkah.salin": _inserted(lambda s, asked: steps.with_copy(s, asked.loc, asked.index)),
    "langkah.hapus": _followed(_removed),
    "langkah.pindah": _followed(lambda s, asked: steps.with_step_moved(s, asked.loc, asked.index, asked.to)),
    "langkah.naik": _followed(lambda s, asked: steps.with_step_up(s, asked.loc, asked.index)),
    "langkah.turun": _followed(lambda s, asked: steps.with_step_down(s, asked.loc, asked.index)),
    "langkah.simbol": _followed(lambda s, asked: steps.with_step_symbol(s, asked.loc, asked.index, str(asked.value))),
    "langkah.ke": _followed(lambda s, asked: steps.with_step_onward(s, asked.loc, asked.index, asked.value)),
    "langkah.pelaksana": _followed(lambda s, asked: steps.with_step_roles(s, asked.loc, asked.index, asked.value)),
    "langkah.tingkat": _followed(_at_level),
    "jalur.sisip": _new_lane,
    "jalur.hapus": _lane_less,
    "kegiatan.sisip": _new_activity,
}
