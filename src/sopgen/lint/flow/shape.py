"""Rules over the flow of each activity."""

import re
from collections.abc import Iterator

from sopgen.lint.flow.ids import follows_from_twins, misspelt_roles
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import flows_of
from sopgen.messages import likeliest, nearest, say
from sopgen.model.flow import FlowSource, Step, Symbol, arrows, groups
from sopgen.model.sop import Sop

ANNEX = "Permenpan RB 35/2012, annex, flowchart part"
MOST_EXITS = 3
MOST_BRANCHES = 8


def _steps(sop: Sop) -> Iterator[tuple[Loc, Step, tuple[Step, ...]]]:
    for loc, steps in flows_of(sop):
        for n, step in enumerate(steps):
            yield (*loc, n), step, steps


@rule("FL01", "error", source=ANNEX, sure="A")
def one_start_and_an_end(subject: Subject) -> Iterator[Finding]:
    """A flow has exactly one start and at least one end.

    The reader must see where to begin, and where the work is over.

    Wrong:
        - {id: l1, pelaksana: kasat, simbol: proses, uraian: Menerima laporan}
    Right:
        - {id: l1, pelaksana: kasat, simbol: mulai, uraian: Menerima laporan}
    """
    sop = subject.sop
    for loc, steps in flows_of(sop):
        symbols = [step.simbol for step in steps]
        if symbols.count(Symbol.START) != 1:
            what = say("the flow has {count} starts", count=symbols.count(Symbol.START))
            yield Finding(loc, what, say("give exactly one step `simbol: mulai`"))
        if Symbol.END not in symbols:
            yield Finding(loc, say("the flow has no end"), say("give the last step `simbol: selesai`"))


@rule("FL02", "error", source=ANNEX, sure="A")
def decisions_have_two_labelled_exits(subject: Subject) -> Iterator[Finding]:
    """A decision has two or three labelled exits, since a diamond has four tips; no other symbol has any.

    A question has an answer on each line that leaves it; a line without one leaves the reader guessing. One tip of
    the diamond is for the line that comes in, so that three are left.

    Wrong:
        - {id: l3, pelaksana: kbo, simbol: keputusan, uraian: "Lengkap?", cabang: {Ya: l4}}
    Right:
        - {id: l3, pelaksana: kbo, simbol: keputusan, uraian: "Lengkap?", cabang: {Ya: l4, Tidak: l2}}
    """
    sop = subject.sop
    for loc, step, _ in _steps(sop):
        exits = len(step.cabang or {})
        if step.simbol is Symbol.DECISION and (exits < 2 or step.ke):
            fix = say("write `cabang: {{Ya: id, Tidak: id}}` and no `ke`")
            yield Finding(loc, say('decision "{id}" has fewer than two labelled exits', id=step.id), fix)
        if step.simbol is Symbol.DECISION and exits > MOST_EXITS:
            fix = say("ask the second question in a decision of its own")
            yield Finding((*loc, "cabang"), say('decision "{id}" has more than three exits', id=step.id), fix)
        if len(step.onward) > MOST_BRANCHES:
            fix = say("begin the further branches in a step of their own")
            yield Finding((*loc, "ke"), say('step "{id}" has more than eight branches', id=step.id), fix)
        if step.simbol is not Symbol.DECISION and step.cabang is not None:
            fix = say("give it `simbol: keputusan`, or use `ke: id`")
            yield Finding((*loc, "cabang"), say('step "{id}" branches but is no decision', id=step.id), fix)


@rule("FL03", "error", source=ANNEX, sure="A")
def every_exit_leads_somewhere(subject: Subject) -> Iterator[Finding]:
    """No step dangles: every exit names a step of the same activity, and the last step is an end or goes on.

    A line must lead to a symbol. Off-page connectors are set by sopgen where a page breaks, so that a spec has none.

    Wrong:
        - {id: l2, pelaksana: kbo, uraian: Memeriksa laporan, ke: l9}   # l9 tidak ada
    Right:
        - {id: l2, pelaksana: kbo, uraian: Memeriksa laporan, ke: l3}
    """
    sop = subject.sop
    for loc, step, steps in _steps(sop):
        known = [other.id for other in steps]
        listed = not isinstance(step.ke, str)
        exits: list[tuple[Loc, str]] = [
            *((("ke", n) if listed else ("ke",), to) for n, to in enumerate(step.onward)),
            *((("cabang", k), to) for k, to in (step.cabang or {}).items()),
        ]
        for part, target in exits:
            if target not in known and _lost(steps):
                continue  # ID07 tells why
            if target not in known:
                what = say('step "{id}" goes to "{target}", which does not exist', id=step.id, target=target)
                yield Finding((*loc, *part), what, nearest(target, known))
            elif target == step.id:
                what = say('step "{id}" goes to itself', id=step.id)
                yield Finding((*loc, *part), what, say("name another step"))
        if not exits and step is steps[-1] and step.simbol is not Symbol.END:
            fix = say("give it `simbol: selesai`, or `ke: id`")
            yield Finding(loc, say('the last step "{id}" leads nowhere', id=step.id), fix)
        if exits and step.simbol is Symbol.END:
            yield Finding(loc, say('end "{id}" goes on', id=step.id), say("delete its `ke` or `cabang`"))


def _lost(steps: tuple[Step, ...]) -> bool:
    """Tell whether the steps that are missing have lost their ids to others, which stand twice."""
    ids = [step.id for step in steps]
    return follows_from_twins(
        ids, {to for step in steps for to in (*step.onward, *(step.cabang or {}).values()) if to not in ids}
    )


@rule("FL04", "error", source=ANNEX, sure="A")
def every_step_is_reached(subject: Subject) -> Iterator[Finding]:
    """Every step is reached from the start, and comes to an end.

    A step to which no line leads is never done; in a loop without an exit the work is never over.

    Wrong:
        - {id: l1, pelaksana: kasat, simbol: mulai, uraian: Mulai, ke: l3}
        - {id: l2, pelaksana: kbo, uraian: Memeriksa laporan}   # tidak ada yang menuju l2
    Right:
        - {id: l1, pelaksana: kasat, simbol: mulai, uraian: Mulai}
        - {id: l2, pelaksana: kbo, uraian: Memeriksa laporan}
    """
    sop = subject.sop
    for loc, steps in flows_of(sop):
        if _astray(steps):
            continue
        reached = _reached(steps)
        for n, step in enumerate(steps):
            if step.id not in reached:
                what = say('step "{id}" is never reached', id=step.id)
                yield Finding((*loc, n), what, _leading(steps[:n]))
        if caught := _caught(steps):
            ids = ", ".join(step.id for _, step in caught)
            what = say("from here the flow comes to no end: {ids}", ids=ids)
            yield Finding((*loc, caught[0][0]), what, say("lead one of these steps out of the loop"))


def _leading(above: tuple[Step, ...]) -> str:
    """Return how a step is reached below these: one that ends the flow above it may be no end."""
    if above and above[-1].simbol is Symbol.END:
        return say('step "{id}" above is an end: give it `simbol: proses` if the work goes on here', id=above[-1].id)
    return say("lead a step to it, or delete it")


def _astray(steps: tuple[Step, ...]) -> bool:
    """Tell whether a line leads nowhere, or back to its own step: FL03 says so, the rest follows from it."""
    known = {step.id for step in steps}
    return any(edge.target not in known or edge.target == edge.source for edge in arrows(steps))


def _caught(steps: tuple[Step, ...]) -> list[tuple[int, Step]]:
    """Return the steps, with their places, from which every way goes round and round."""
    edges = arrows(steps)
    ending = {step.id for step in steps} - {edge.source for edge in edges}
    while more := {edge.source for edge in edges if edge.target in ending} - ending:
        ending |= more
    return [(n, step) for n, step in enumerate(steps) if step.id not in ending]


def _reached(steps: tuple[Step, ...]) -> set[str]:
    reached = {step.id for step in steps if step.simbol is Symbol.START} or {step.id for step in steps[:1]}
    edges = arrows(steps)
    while more := {edge.target for edge in edges if edge.source in reached} - reached:
        reached |= more
    return reached


@rule("FL05", "error", source=ANNEX, sure="A")
def roles_are_known(subject: Subject) -> Iterator[Finding]:
    """Every step is done by roles that `pelaksana` lists; those of a decision stand side by side.

    A symbol stands in the column of who does it. One that belongs to several roles is drawn across their columns, and
    a diamond can not be torn in two.

    Wrong:
        - {id: l2, pelaksana: kanit, uraian: Memeriksa laporan}   # pelaksana tidak memuat kanit
    Right:
        - {id: l2, pelaksana: kanit_binpolmas, uraian: Memeriksa laporan}
    """
    sop = subject.sop
    known = [lane.id for lane in sop.pelaksana]
    misspelt = misspelt_roles(sop)
    for name, number in misspelt.items():
        what = say('role "{id}" does no step; the steps say "{name}"', id=known[number], name=name)
        yield Finding(("pelaksana", number, "id"), what, say('write "{right}"', right=name))
    unknown = {lane for _, step, _ in _steps(sop) for lane in step.lanes if lane not in known}
    told = unknown if follows_from_twins(known, unknown) else set(misspelt)
    unlisted = {lane for lane in unknown - told if likeliest(lane, known) is None}
    for loc, step, _ in _steps(sop):
        if not step.lanes:
            what = say('step "{id}" is done by nobody', id=step.id)
            yield Finding((*loc, "pelaksana"), what, say("name the role that does it"))
        for lane in step.lanes:
            if lane not in known and lane not in told:
                yield Finding(
                    (*loc, "pelaksana"),
                    say('role "{id}" is not in pelaksana', id=lane),
                    nearest(lane, dict.fromkeys(known)),
                )
                told |= {lane} & unlisted  # listed once, it is mended everywhere
        apart = set(step.lanes) <= set(known) and len(groups([known.index(lane) for lane in step.lanes])) > 1
        if apart and step.simbol is Symbol.DECISION:
            fix = say("put the columns of these roles side by side, or split the step")
            what = say('the roles of decision "{id}" are not neighbours', id=step.id)
            yield Finding((*loc, "pelaksana"), what, fix)


@rule(
    "FL08",
    "warning",
    source="Permenpan RB 35/2012, annex, identity item Keterkaitan: related SOPs are named there",
    sure="A",
)
def referenced_sops_are_related(subject: Subject) -> Iterator[Finding]:
    """An SOP to which a step refers stands in the list of related SOPs.

    Keterkaitan is where the reader looks for the other procedures that he needs.

    Wrong:
        keterkaitan: {judul: Keterkaitan, isi: [SOP Sambang]}
        # dan dalam sebuah langkah: rujukan: SOP Mediasi
    Right:
        keterkaitan: {judul: Keterkaitan, isi: [SOP Sambang, SOP Mediasi]}
    """
    sop = subject.sop
    for loc, step, _ in _steps(sop):
        if step.rujukan and _bare_name(step.rujukan) not in map(_bare_name, sop.keterkaitan.isi):
            what = say(
                'step "{id}" refers to "{name}", which keterkaitan does not name', id=step.id, name=step.rujukan
            )
            yield Finding((*loc, "rujukan"), what, say("add it to keterkaitan"))


def _bare_name(name: str) -> str:
    """Return the name of an SOP without its number and the sign at its end."""
    return " ".join(re.sub(r"^\s*(?:\d{1,2}|[a-zA-Z])[.)]\s+", "", name).casefold().split()).strip(" .;,")


@rule("FL07", "error", source="sopgen, flows that the issued document does not draw", sure="own", stops="approval")
def reconstructed_flows_are_confirmed(subject: Subject) -> Iterator[Finding]:
    """A flow that was reconstructed is confirmed by those who do the work.

    Where the issued document draws no flow, or one that can not be read, the spec holds a likely one. Nobody should
    sign it, or go by it, before the unit has said that it is so. An example (`contoh: true`) shows a form only.

    Wrong:
        sumber: rekonstruksi
    Right:
        sumber: dokumen
    """
    sop = subject.sop
    for n, activity in enumerate(sop.kegiatan):
        if activity.sumber is FlowSource.RECONSTRUCTION and not sop.contoh:
            what = say('the flow of activity "{id}" is a reconstruction', id=activity.id)
            fix = say("have the unit confirm it, then write `sumber: dokumen`")
            yield Finding(("kegiatan", n, "sumber"), what, fix)
