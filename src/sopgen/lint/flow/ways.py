"""Rules over the ways through a flow: what a decision decides, what a loop waits for, how long it all takes."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sopgen.lint.language.numbers.values import value
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import flows_of
from sopgen.messages import say
from sopgen.model.flow import Step, Symbol, arrows
from sopgen.model.sop import Activity
from sopgen.model.time import Span

STANDARD: Final = "Permenpan RB 35/2012, annex p. 25: every activity has a standard of time, requirements and output"
# Even with loops the work of an activity is not gone through more often.
MOST_ROUNDS: Final = 6
_REPEATED: Final = re.compile(
    r"\bpaling banyak (?:(?P<figure>\d) \()?(?P<count>satu|dua|tiga|empat|lima)\)? kali\b", re.IGNORECASE
)
_LIMIT: Final = re.compile(
    r"\b(?:paling (?:banyak|sedikit)|maksimal|maksimum|sebanyak-banyaknya|kali|batas|hanya)\b", re.IGNORECASE
)
_DRAFT: Final = re.compile(r"\b(?:konsep|draf|naskah|rancangan)\b", re.IGNORECASE)
_Edges = list[tuple[str, str]]


@rule(
    "FL19",
    "error",
    source="sopgen: a decision decides something (Permenpan RB 35/2012, annex, flowchart part: ya or tidak)",
    sure="own",
    stops="approval",
)
def decisions_lead_to_different_steps(subject: Subject) -> Iterator[Finding]:
    """The exits of a decision lead to different steps.

    Where Ya and Tidak lead to the same step, nothing was decided; most likely one of them was typed wrongly.

    Wrong:
        - {id: l3, pelaksana: kbo, simbol: keputusan, uraian: "Lengkap?", cabang: {Ya: l4, Tidak: l4}}
    Right:
        - {id: l3, pelaksana: kbo, simbol: keputusan, uraian: "Lengkap?", cabang: {Ya: l4, Tidak: l2}}
    """
    for loc, steps in flows_of(subject.sop):
        for n, step in enumerate(steps):
            targets = list((step.cabang or {}).values())
            if step.simbol is Symbol.DECISION and len(targets) > 1 and len(set(targets)) == 1:
                what = say('all exits of decision "{id}" lead to "{target}"', id=step.id, target=targets[0])
                yield Finding((*loc, n, "cabang"), what, say("lead each exit to a step of its own"))


@rule("FL20", "warning", source="sopgen: a loop ends where something is decided", sure="own")
def loops_hold_a_decision(subject: Subject) -> Iterator[Finding]:
    """A loop holds a decision that leads out of it.

    A step that leads back without one does so for ever: nobody says when it is enough. Ask a question in it, or say
    how often it is repeated.

    Wrong:
        - {id: l2, pelaksana: kbo, uraian: Memeriksa laporan, ke: [l1, l3]}
    Right:
        - {id: l2, pelaksana: kbo, simbol: keputusan, uraian: "Lengkap?", cabang: {Tidak: l1, Ya: l3}}
    """
    for loc, steps in flows_of(subject.sop):
        edges = _edges(steps)
        decisions = {step.id for step in steps if step.simbol is Symbol.DECISION}
        plain = [(source, target) for source, target in edges if source not in decisions]
        ring = next((n for n, step in enumerate(steps) if step.id in _onward(step.id, plain)), None)
        unlike = len({step.id for step in steps}) == len(steps)  # ID07 tells those that are not
        if ring is not None and unlike and _all_end(steps, edges):
            what = say('from step "{id}" the flow comes back to it without a decision', id=steps[ring].id)
            fix = say("ask in a decision whether it is enough, and lead one exit onward")
            yield Finding((*loc, ring), what, fix)


@rule("FL85", "info", source="sopgen: whoever waits in a loop knows when it is over", sure="own")
def loops_have_a_limit(subject: Subject) -> Iterator[Finding]:
    """A loop says how often it is gone through at most.

    Papers that come back without a limit keep who brought them waiting, and the time of the activity says nothing.
    The limit stands in a step or a remark of the activity. What is asked of a draft (konsep) is left alone: it goes
    to and fro within the office until it is right. A hint, once an activity.

    Wrong:
        - {id: l2, simbol: keputusan, uraian: Apakah berkas lengkap?, cabang: {Ya: l3, Tidak: l1}}
    Right:
        - id: l2
          uraian: Apakah berkas lengkap?
          cabang: {Ya: l3, Tidak: l1}
          keterangan: [Berkas dikembalikan paling banyak 2 (dua) kali]
    """
    if subject.sop.contoh or subject.sop.sebagaimana_terbit:
        return
    for n, activity in enumerate(subject.sop.kegiatan):
        said = [*activity.keterangan, *(one for step in activity.alur for one in (step.uraian, *step.keterangan))]
        loop = None if _LIMIT.search("\n".join(said)) else _unlimited(activity.alur)
        if loop:
            place, back = loop
            what = say('the flow comes back to step "{id}", nothing says how often at most', id=back)
            fix = say("add it in a remark: paling banyak 2 (dua) kali")
            yield Finding(("kegiatan", n, "alur", place), what, fix)


def _unlimited(steps: tuple[Step, ...]) -> tuple[int, str] | None:
    """Return which step leads back first, and to which one, in a loop with a decision over anything but a draft."""
    edges, places = _edges(steps), {step.id: n for n, step in enumerate(steps)}
    for source, target in sorted(edges, key=lambda edge: places.get(edge[0], 0)):
        if source not in places or places.get(target, len(steps)) > places[source]:
            continue
        onward = _onward(target, edges) | {target}
        ring = [step for step in steps if step.id in onward and source in _onward(step.id, edges) | {step.id}]
        asked = [step.uraian for step in ring if step.simbol is Symbol.DECISION]
        if source in onward and asked and not any(_DRAFT.search(text) for text in asked):
            return places[source], target
    return None


def _edges(steps: tuple[Step, ...]) -> _Edges:
    return [(edge.source, edge.target) for edge in arrows(steps)]


def _onward(start: str, edges: _Edges) -> set[str]:
    """Return the steps that are reached from one."""
    reached = {target for source, target in edges if source == start}
    while more := {target for source, target in edges if source in reached} - reached:
        reached |= more
    return reached


def _last(steps: tuple[Step, ...], edges: _Edges) -> set[str]:
    return {step.id for step in steps} - {source for source, _ in edges}


def _all_end(steps: tuple[Step, ...], edges: _Edges) -> bool:
    """Tell a flow of which every step comes to an end; of any other FL04 speaks."""
    last = _last(steps, edges)
    return all(step.id in last or _onward(step.id, edges) & last for step in steps)


@rule("FL18", "warning", source=STANDARD, sure="A")
def times_of_steps_agree_with_the_activity(subject: Subject) -> Iterator[Finding]:
    """The times of the steps and the time of their activity agree.

    The shortest way through the steps takes no longer than the activity; and without a loop the activity takes no
    longer than all its steps together, where each has a time (with a loop, no longer than six times that). Nor does
    the way on which every decision says Ya take longer: on that way the work of the activity is done. A day may be
    one of work or of the calendar.

    Wrong:
        mutu_baku: {waktu: {nilai: 1, satuan: jam}, ...}   # langkah-langkahnya 30, 45 dan 60 menit
    Right:
        mutu_baku: {waktu: {nilai: 3, satuan: jam}, ...}
    """
    for n, activity in enumerate(subject.sop.kegiatan):
        whole, times = activity.mutu_baku.span, _times(activity.alur)
        if whole is None or len(times) < 2:
            continue
        lows = {name: low for name, (low, _) in times.items()}
        shortest = _shortest(activity.alur, lows, _edges(activity.alur))
        if shortest is not None and shortest <= whole.high:
            shortest = _shortest(activity.alur, lows, _agreed(activity.alur)) or shortest
        longest = sum(high for _, high in times.values())
        loc: Loc = ("kegiatan", n, "mutu_baku", "waktu")
        fix = say("correct the time of the activity, or those of its steps")
        told = activity.mutu_baku.time
        if shortest is not None and shortest > whole.high:
            what = say("the steps take {steps} at least, the activity {whole}", steps=_told(shortest), whole=told)
            yield Finding(loc, what + _left_out(activity.alur), fix)
        elif (longest < whole.low and _all_timed(activity.alur, times)) or longest * _rounds(activity) < whole.low:
            what = say("the steps take {steps} together, the activity {whole}", steps=_told(longest), whole=told)
            yield Finding(loc, what, fix)


@rule("FL49", "warning", source=STANDARD, sure="own")
def no_step_is_longer_than_its_activity(subject: Subject) -> Iterator[Finding]:
    """No single step takes longer than the whole activity.

    Hari where menit is meant is soon typed. It is told wherever the step stands, even on a way that is seldom gone:
    then the time of the activity says nothing of that way, and a remark ought to. Where every way is too long, FL18
    tells it.

    Wrong:
        mutu_baku: {waktu: {nilai: 10, satuan: hari}, ...}   # kegiatan: 42 menit
    Right:
        mutu_baku: {waktu: {nilai: 10, satuan: menit}, ...}
    """
    told_of = {finding.loc[1] for finding in times_of_steps_agree_with_the_activity(subject)}
    for n, activity in enumerate(subject.sop.kegiatan):
        whole = activity.mutu_baku.span if n not in told_of else None
        for m, step in enumerate(activity.alur):
            span = step.mutu_baku.span if step.mutu_baku else None
            if whole and span and span.low > whole.high:
                times = {"time": step.mutu_baku.time if step.mutu_baku else "", "whole": activity.mutu_baku.time}
                what = say("the step takes {time}, its whole activity {whole}", **times)
                loc: Loc = ("kegiatan", n, "alur", m, "mutu_baku", "waktu")
                yield Finding(loc, what, say("correct one of the two"))


def _rounds(activity: Activity) -> int:
    """Return how often the work may be gone through: once more than a remark allows it to be repeated."""
    told = " ".join(text for step in activity.alur for text in step.keterangan)
    counts = [value(found["count"]) or int(found["figure"] or 0) for found in _REPEATED.finditer(told)]
    return 1 + max(counts) if counts and all(counts) else MOST_ROUNDS


def _times(steps: tuple[Step, ...]) -> dict[str, Span]:
    """Return the minutes of each step whose time says how long it is, at the least and at the most."""
    spans = {step.id: step.mutu_baku.span for step in steps if step.mutu_baku}
    return {name: span for name, span in spans.items() if span}


def _left_out(steps: tuple[Step, ...]) -> str:
    """Return what a sum of times says of those that it leaves out: nothing where there are none."""
    written = [step.mutu_baku.time for step in steps if step.mutu_baku and not step.mutu_baku.span]
    named = ", ".join(f'"{time}"' for time in dict.fromkeys(filter(None, written)))
    return say(" (without {times}: no length is named)", times=named) if named else ""


def _all_timed(steps: tuple[Step, ...], times: Mapping[str, object]) -> bool:
    """Tell a flow without a loop, each of whose steps of work has a time."""
    edges = _edges(steps)
    looped = any(step.id in _onward(step.id, edges) for step in steps)
    return not looped and all(
        step.id in times or _timed_by_another(step) for step in steps if step.simbol is Symbol.PROCESS
    )


def _timed_by_another(step: Step) -> bool:
    """Tell a step whose time is that of the row in which it stands, or of the one above."""
    return step.sebaris or "waktu" in step.shared


def _agreed(steps: tuple[Step, ...]) -> _Edges:
    """Return the arrows without those by which a decision says something else than Ya."""
    yes = {
        step.id: target
        for step in steps
        if step.simbol is Symbol.DECISION
        for label, target in (step.cabang or {}).items()
        if label.casefold() == "ya"
    }
    return [(source, target) for source, target in _edges(steps) if yes.get(source, target) == target]


def _shortest(steps: tuple[Step, ...], minutes: Mapping[str, float], edges: _Edges) -> float | None:
    """Return the minutes of the shortest way from the start to an end; None where there is no way."""
    start = next((step.id for step in steps if step.simbol is Symbol.START), None)
    if start is None:
        return None
    found = {start: minutes.get(start, 0)}
    for _ in steps:
        for source, target in edges:
            if source in found:
                way = found[source] + minutes.get(target, 0)
                found[target] = min(found.get(target, way), way)
    return min((found[one] for one in _last(steps, edges) if one in found), default=None)


def _told(minutes: float) -> str:
    if minutes % 60 == 0:
        return say("{count} hours", count=round(minutes / 60))
    return say("{count} minutes", count=f"{minutes:.1f}".removesuffix(".0").replace(".", ","))


@rule("FL21", "warning", source="sopgen: a step is done once", sure="own")
def no_step_stands_twice(subject: Subject) -> Iterator[Finding]:
    """No step of an activity stands there twice, with the same words and the same roles.

    It was copied and not changed, most likely. What is done again stands in a loop, or says so: Memeriksa kembali.

    Wrong:
        - {id: l2, pelaksana: kbo, uraian: Memeriksa laporan}
        - {id: l3, pelaksana: kbo, uraian: Memeriksa laporan}
    Right:
        - {id: l2, pelaksana: kbo, uraian: Memeriksa laporan}
        - {id: l3, pelaksana: kbo, uraian: Meneruskan laporan}
    """
    for loc, steps in flows_of(subject.sop):
        seen: dict[tuple[str, tuple[str, ...]], str] = {}
        for n, step in enumerate(steps):
            words = " ".join(re.findall(r"\w+", step.uraian.casefold()))
            if step.simbol is not Symbol.PROCESS or len(words.split()) < 2:
                continue
            other = seen.setdefault((words, step.lanes), step.id)
            if other != step.id:
                what = say('the step says the same as step "{id}"', id=other)
                yield Finding((*loc, n, "uraian"), what, say("say what is done here, or delete it"))
