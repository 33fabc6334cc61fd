"""Rules over the rows of the flow table: steps that share one, sub-steps, cells and columns that are added."""

from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import nearest, say
from sopgen.model.flow import Step, symbol_rows
from sopgen.model.sop import Sop

OWN: Final = "sopgen: a row of the flow table has one number, one text and one standard"


@rule("FL28", "error", source=OWN, sure="own")
def rows_hold_what_they_can(subject: Subject) -> Iterator[Finding]:
    """Steps that share a row of the flow table can stand in it.

    `sebaris` puts a step into the row of the step before it: the roles of the two stand apart, neither between those
    of the other, and the row's standard and number are those of its first step. `sublangkah` needs a step above it,
    and `bersama` a row above it with whose cell its own is one: then it has no text of its own there.

    Wrong:
        - {id: l2, pelaksana: kbo, uraian: Menyusun laporan}
        - {id: l3, pelaksana: kbo, simbol: keputusan, sebaris: true, cabang: {Ya: l4, Tidak: l2}}
    Right:
        - {id: l2, pelaksana: kbo, uraian: Menyusun laporan}
        - {id: l3, pelaksana: kasat, simbol: keputusan, sebaris: true, cabang: {Ya: l4, Tidak: l2}}
    """
    order = {lane.id: place for place, lane in enumerate(subject.sop.pelaksana)}
    for n, activity in enumerate(subject.sop.kegiatan):
        at: Loc = ("kegiatan", n, "alur")
        yield from _without_a_row_above(at, activity.alur)
        for row in symbol_rows(activity.alur):
            taken: list[range] = []
            for place in row.steps:
                step = activity.alur[place]
                if place != row.steps[0]:
                    yield from _not_of_the_row((*at, place), step)
                yield from _said_twice((*at, place), step)
                here = _reach(step, order)
                if any(here.start < other.stop and other.start < here.stop for other in taken):
                    what = say(
                        'step "{id}" has a role of another step in its row, or one between its roles', id=step.id
                    )
                    yield Finding((*at, place, "sebaris"), what, say("give it a row of its own"))
                taken.append(here)


def _reach(step: Step, order: dict[str, int]) -> range:
    """Return the columns from the first of a step's roles to the last."""
    places = [order[lane] for lane in step.lanes if lane in order]
    return range(min(places), max(places) + 1) if places else range(0)


def _without_a_row_above(at: Loc, steps: tuple[Step, ...]) -> Iterator[Finding]:
    for key in ("sebaris", "sublangkah", "bersama"):
        if steps and getattr(steps[0], key):
            what = say('step "{id}" is the first: there is no row above it', id=steps[0].id)
            yield Finding((*at, 0, key), what, say("leave `{key}` out", key=key))


def _not_of_the_row(at: Loc, step: Step) -> Iterator[Finding]:
    """Yield what a step says that only the first step of its row can say."""
    for key in ("mutu_baku", "sublangkah", "induk", "bersama"):
        if getattr(step, key):
            what = say('"{key}" belongs to the first step of the row', key=key)
            yield Finding((*at, key), what, say("write it there, or give this step a row of its own"))


def _said_twice(at: Loc, step: Step) -> Iterator[Finding]:
    """Yield the texts of cells that go on from the row above."""
    own = {"keterangan": step.keterangan}
    if step.mutu_baku:
        own |= {key: getattr(step.mutu_baku, key) for key in ("kelengkapan", "waktu", "keluaran")}
    for key in sorted(key for key in step.shared if own.get(key)):
        place: Loc = (*at, key) if key == "keterangan" else (*at, "mutu_baku", key)
        what = say('the cell of "{key}" goes on from the row above, and has a text of its own', key=key)
        yield Finding(place, what, say("leave the text out, or `{key}` in `bersama`", key=key))


@rule("FL29", "error", source="sopgen: every text stands in a column", sure="own")
def texts_of_further_columns_have_one(subject: Subject) -> Iterator[Finding]:
    """The texts under `tambahan` belong to columns that `kolom_tambahan` lists.

    At most two columns stand right of the remarks, each with its id, its head (`judul`) and its width (`lebar`, mm).

    Wrong:
        kolom_tambahan: [{id: aparat, judul: Aparat}]
        # dan dalam sebuah langkah: tambahan: {petugas: [Satgas]}
    Right:
        kolom_tambahan: [{id: aparat, judul: Aparat}]
        # dan dalam sebuah langkah: tambahan: {aparat: [Satgas]}
    """
    known = [column.id for column in subject.sop.kolom_tambahan]
    for loc, names in _further(subject.sop):
        for name in names:
            if name not in known:
                what = say('column "{id}" is not in kolom_tambahan', id=name)
                yield Finding((*loc, "tambahan", name), what, nearest(name, known) if known else say("list it there"))


def _further(sop: Sop) -> Iterator[tuple[Loc, tuple[str, ...]]]:
    """Yield the ids under `tambahan` of every activity and step."""
    for n, activity in enumerate(sop.kegiatan):
        yield ("kegiatan", n), tuple(activity.tambahan or ())
        for m, step in enumerate(activity.alur):
            yield ("kegiatan", n, "alur", m), tuple(step.tambahan or ())
