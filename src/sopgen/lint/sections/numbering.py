"""Rules over the numbers of activities and the names of roles: each once, in their order."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.sop import Sop

_LETTER: Final = re.compile(r"([A-Z])\.\s")
_NUMBER: Final = re.compile(r"(\d{1,2})(?:[.)]|$)")


@rule("ID47", "warning", source="sopgen: numbers and letters go on without a gap", sure="own")
def activities_are_numbered_in_order(subject: Subject) -> Iterator[Finding]:
    """The numbers and the letters of the activities go on one by one.

    A number that stands twice or is left out was left behind when an activity was put in or taken out, and references
    to it lead astray. So do those of sections that an office puts into its own order. What bears no number or letter
    is left alone.

    Wrong:
        kegiatan: [{nomor: "1.", judul: A. PENERIMAAN, ...}, {nomor: "1.", judul: C. PENYERAHAN, ...}]
    Right:
        kegiatan: [{nomor: "1.", judul: A. PENERIMAAN, ...}, {nomor: "2.", judul: B. PENYERAHAN, ...}]
    """
    activities = subject.sop.kegiatan
    numbers = [_NUMBER.match(activity.nomor.strip()) for activity in activities]
    letters = [_LETTER.match(activity.judul) for activity in activities]
    yield from _gaps("nomor", [int(found[1]) if found else None for found in numbers], str)
    yield from _gaps("judul", [ord(found[1]) if found else None for found in letters], chr)
    yield from _sections(subject.sop)
    for n, activity in enumerate(activities):
        heads = [_NUMBER.match(one.judul) for one in (activity.maksud, activity.tujuan)]
        places = [int(found[1]) if found else None for found in heads]
        if None not in places and places[1] != (places[0] or 0) + 1:
            what = say('"{number}" does not follow on "{before}"', number=places[1], before=places[0])
            yield Finding(("kegiatan", n, "tujuan", "judul"), what, say("number them in their order"))


def _sections(sop: Sop) -> Iterator[Finding]:
    """Yield the section of the office's own order whose number does not follow on the one above."""
    heads: list[tuple[Loc, str]] = []
    for n, own in enumerate(sop.bagian):
        named = own.judul is None and own.dari is not None
        loc: Loc = (own.dari, "judul") if named and own.dari else ("bagian", n, "judul")
        heads.append((loc, getattr(sop, own.dari).judul if named and own.dari else own.judul or ""))
    places = [_NUMBER.match(text.strip()) for _, text in heads]
    for n in range(1, len(places)):
        here, above = places[n], places[n - 1]
        if here and above and int(here[1]) != int(above[1]) + 1:
            what = say('"{number}" does not follow on "{before}"', number=here[1], before=above[1])
            yield Finding(heads[n][0], what, say("number them in their order"))
            return


def _gaps(name: str, places: Sequence[int | None], shown: Callable[[int], str]) -> Iterator[Finding]:
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        return
    for n in range(1, len(known)):
        if known[n] != known[n - 1] + 1:
            what = say('"{number}" does not follow on "{before}"', number=shown(known[n]), before=shown(known[n - 1]))
            loc: Loc = ("kegiatan", n, name)
            yield Finding(loc, what, say("number them in their order"))
            return


@rule("ID48", "warning", source="sopgen: a column of the flow table belongs to one role", sure="own")
def roles_bear_names_of_their_own(subject: Subject) -> Iterator[Finding]:
    """No two roles bear the same name.

    Two columns under one name leave open who does what; most likely one of them was copied and not changed.

    Wrong:
        pelaksana: [{id: kanit, label: Kanit}, {id: kasat, label: Kanit}]
    Right:
        pelaksana: [{id: kanit, label: Kanit}, {id: kasat, label: Kasat}]
    """
    seen: list[str] = []
    for n, lane in enumerate(subject.sop.pelaksana):
        key = " ".join(re.findall(r"\w+", lane.label.casefold()))
        if key and key in seen:
            what = say('"{name}" is the name of another role, too', name=lane.label)
            yield Finding(("pelaksana", n, "label"), what, say("give each role a name of its own"))
        seen.append(key)
