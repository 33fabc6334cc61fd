"""The activities of a draft out of what was read: roles, steps with their exits, the quality standard."""

import re
from collections.abc import Sequence
from typing import Final, get_args

from sopgen.errors import Loc
from sopgen.jobs.old.further import FurtherColumns
from sopgen.jobs.old.names import activity_id, lane_id
from sopgen.jobs.old.taking import OPEN, Taking
from sopgen.messages import say
from sopgen.model.flow import SharedCell, Symbol
from sopgen.model.time import written_span
from sopgen.read.old.found import Found, FoundActivity, FoundExit, FoundStep
from sopgen.read.old.labels import duration, folded
from sopgen.splice.value import Value

# The id of a role that nobody has: `check` tells each step that names it.
UNKNOWN: Final = "belum_diketahui"
MOST_LANES: Final = 16
LONGEST_STEP: Final = 2000
LONGEST_TIME: Final = 120


class Lanes:
    """The roles of all activities, each once, by their labels."""

    def __init__(self, activities: Sequence[FoundActivity], taking: Taking) -> None:
        self.spec: list[Value] = []
        self._ids: dict[str, str] = {}
        for label in (label for one in activities for label in one.lanes):
            self._add(label, taking)
        if not self.spec:
            taking.note(("pelaksana",), say("no role was found in the old file"))
            self.spec.append({"id": UNKNOWN, "label": OPEN})

    def _add(self, label: Found, taking: Taking) -> None:
        plain = folded(label.text)
        if plain in self._ids:
            taking.note(("pelaksana",), label.doubt, label.spot)
            return
        if len(self.spec) == MOST_LANES:
            taking.note(("pelaksana",), say("more than {most} roles", most=MOST_LANES), label.spot)
            taking.unplaced.append(label)
            return
        loc: Loc = ("pelaksana", len(self.spec), "label")
        text = taking.needed(loc, label, say("the name of this role can not be read"))
        self._ids[plain] = lane_id(text, set(self._ids.values()))
        self.spec.append({"id": self._ids[plain], "label": text})

    def id_of(self, label: Found) -> str:
        """Return the id of a role."""
        return self._ids.get(folded(label.text), UNKNOWN)


Known = tuple[Lanes, FurtherColumns]


def activities_of(found: Sequence[FoundActivity], known: Known, title: str, taking: Taking) -> list[Value]:
    """Return the activities; without any, one that is empty and noted. `known` are the roles and further columns."""
    if not found:
        taking.note(("kegiatan",), say("no activity was found in the old file"))
        empty: Value = {"id": "A", "nomor": "1", "judul": title, "alur": [], "mutu_baku": _quality((), None, ())}
        return [empty]
    made: list[Value] = []
    ids: set[str] = set()
    for n, one in enumerate(found):
        loc: Loc = ("kegiatan", n)
        named = taking.text((*loc, "judul"), one.title) or title
        ids.add(name := activity_id(named, ids))
        made.append({"id": name, **_activity(one, loc, named, known, taking)})
    return made


def _activity(one: FoundActivity, loc: Loc, title: str, known: Known, taking: Taking) -> dict[str, Value]:
    made: dict[str, Value] = {"nomor": taking.text((*loc, "nomor"), one.number) or str(int(loc[-1]) + 1)}
    made["judul"] = title
    for key, section in one.sections.items():
        at = (*loc, key)
        label = taking.text((*at, "judul"), section.head) or key.capitalize()
        made[key] = {"judul": label, "isi": taking.texts((*at, "isi"), section.items)}
    made["sumber"] = "dokumen" if one.drawn else "rekonstruksi"
    taking.note((*loc, "alur"), one.doubt, one.title.spot)
    if not one.steps and not one.doubt:
        taking.note((*loc, "alur"), say("no step was found in the old file"), one.title.spot)
    made["alur"] = _Steps(one, (*loc, "alur"), known, taking).made()
    made["mutu_baku"] = _standard((*loc, "mutu_baku"), one, taking)
    notes = taking.texts((*loc, "keterangan"), one.notes)
    return {**made, **({"keterangan": notes} if notes else {}), **known[1].cells(loc, one.more, taking)}


def _standard(loc: Loc, one: FoundActivity | FoundStep, taking: Taking) -> dict[str, Value]:
    return _quality(
        taking.texts((*loc, "kelengkapan"), one.materials),
        _time((*loc, "waktu"), one.time, taking),
        taking.texts((*loc, "keluaran"), one.outputs),
    )


def _quality(materials: Sequence[str], time: Value, outputs: Sequence[str]) -> dict[str, Value]:
    return {"kelengkapan": list(materials), "waktu": time, "keluaran": list(outputs)}


def _time(loc: Loc, found: Found | None, taking: Taking) -> Value:
    """Return a time by number and unit, else as it is written; a doubt where its digits say no length."""
    text = taking.text(loc, found, LONGEST_TIME)
    if not found or not text:
        return None
    if read := duration(text):
        number, name = read
        usual = f"{number} {name}"
        return {"nilai": number, "satuan": name, **({} if text == usual else {"tertulis": text})}
    if re.search(r"\d", text) and written_span(text) is None and not found.doubt:
        taking.note(loc, say('how long "{text}" is can not be told', text=text), found.spot)
    return text


class _Steps:
    """The steps of an activity while they are made."""

    def __init__(self, activity: FoundActivity, loc: Loc, known: Known, taking: Taking) -> None:
        self.activity, self.loc, self.taking = activity, loc, taking
        self.lanes, self.columns = known
        self.ids = [f"l{n}" for n in range(1, len(activity.steps) + 1)]

    def made(self) -> list[Value]:
        """Return the steps in the order of the spec's keys."""
        return [self._step(n, one) for n, one in enumerate(self.activity.steps)]

    def _step(self, n: int, one: FoundStep) -> Value:
        loc, taking = (*self.loc, n), self.taking
        taking.note(loc, one.doubt, one.text.spot)
        text = taking.text((*loc, "uraian"), one.text, LONGEST_STEP)
        made: dict[str, Value] = {"id": self.ids[n], "pelaksana": self._doers(loc, one), "simbol": one.symbol.value}
        made |= {"uraian": text} if text else {}
        made |= self._exits(loc, n, one)
        standard = _standard((*loc, "mutu_baku"), one, taking)
        if any(standard.values()):
            made["mutu_baku"] = {key: value for key, value in standard.items() if value}
        if notes := taking.texts((*loc, "keterangan"), one.notes):
            made["keterangan"] = notes
        return {**made, **self._row(loc, one), **self.columns.cells(loc, one.more, taking)}

    def _row(self, loc: Loc, one: FoundStep) -> dict[str, Value]:
        """Return how a step stands in the rows of the table."""
        made: dict[str, Value] = {}
        if one.in_row:
            made["sebaris"] = True
        if one.below:
            made["sublangkah"] = True
        if parent := self.taking.text((*loc, "induk"), one.parent):
            made["induk"] = parent
        shared = [cell for cell in one.shared if cell in get_args(SharedCell)]
        return {**made, **({"bersama": shared} if shared else {})}

    def _doers(self, loc: Loc, one: FoundStep) -> Value:
        known = [place for place in one.roles if 0 <= place < len(self.activity.lanes)]
        names = list(dict.fromkeys(self.lanes.id_of(self.activity.lanes[place]) for place in known))
        if not names:
            if not one.doubt and not self.activity.doubt:
                self.taking.note((*loc, "pelaksana"), say("who does this step can not be told"), one.text.spot)
            return UNKNOWN
        return names[0] if len(names) == 1 else names

    def _exits(self, loc: Loc, n: int, one: FoundStep) -> dict[str, Value]:
        exits = [exit for exit in one.exits if 0 <= exit.to < len(self.ids)]
        for exit in one.exits:
            self.taking.note((*loc, "ke"), exit.doubt, one.text.spot)
        if one.symbol is Symbol.DECISION:
            return self._branches(loc, one, exits)
        if one.symbol is Symbol.END and exits:
            led = ", ".join(self.ids[exit.to] for exit in exits)
            doubt = say("arrows lead on from this end, to {steps}", steps=led)
            self.taking.note(loc, doubt, one.text.spot)
            return {}
        if not exits or ([exit.to for exit in exits] == [n + 1] and not exits[0].label):
            return {}
        if labels := [exit.label for exit in exits if exit.label]:
            doubt = say('the arrow bears "{label}", but this is no decision', label=", ".join(labels))
            self.taking.note((*loc, "ke"), doubt, one.text.spot)
        names = list(dict.fromkeys(self.ids[exit.to] for exit in exits))
        return {"ke": names[0] if len(names) == 1 else names}

    def _branches(self, loc: Loc, one: FoundStep, exits: Sequence[FoundExit]) -> dict[str, Value]:
        """Return the exits of a decision by their labels; one without a label gets a made-up one, and a note."""
        if not exits:
            if not one.doubt:
                doubt = say("the exits of this decision can not be told")
                self.taking.note((*loc, "cabang"), doubt, one.text.spot)
            return {}
        made: dict[str, Value] = {}
        for exit in exits:
            label = " ".join(exit.label.split())
            if not label or label in made:
                free = next(word for word in (OPEN, *(f"{OPEN} ({n})" for n in range(2, 99))) if word not in made)
                doubt = say(
                    'the label of the exit to {step} can not be told: "{label}"', step=exit.to + 1, label=free
                )
                self.taking.note((*loc, "cabang"), exit.doubt or doubt, one.text.spot)
                label = free
            made[label] = self.ids[exit.to]
        return {"cabang": made}
