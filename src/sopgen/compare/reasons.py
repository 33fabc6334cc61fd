"""Which reason of an edition (`alasan_perubahan`) stands for which change."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopgen.errors import path_anywhere
from sopgen.model.sop import ReasonOfChange


@dataclass(frozen=True)
class ReasonTarget:
    """What a reason can name of a change: its path (with those of all that differs there), its texts, what went."""

    path: str
    inner: tuple[str, ...]
    texts: frozenset[str]
    removed: bool
    gone: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path of the change."""
        return (self.path, *self.inner)


def standing(spots: Sequence[ReasonTarget], reasons: Sequence[ReasonOfChange]) -> set[tuple[int, int]]:
    """Return the numbers of each change and each reason that belong together."""
    return {*_by_place(spots, reasons), *_by_text(spots, reasons), *_by_removal(spots, reasons)}


def nearest(reasons: Sequence[ReasonOfChange]) -> str:
    """Return the reasons of the nearest of their places, in one line."""
    depths = [len(path_anywhere(one.di)) for one in reasons]
    near = [one.alasan for one, depth in zip(reasons, depths, strict=True) if depth == max(depths)]
    return "; ".join(dict.fromkeys(near))


def _by_place(spots: Sequence[ReasonTarget], reasons: Sequence[ReasonOfChange]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the reasons that are for a place; a removal takes none of what stands at its place now."""
    taken = {spot.path for spot in spots if not spot.removed}
    for number, spot in enumerate(spots):
        others = taken if spot.removed and spot.path in taken else set()
        for which, reason in enumerate(reasons):
            if reason.menjadi is None and reason.dihapus is None and reason.di not in others and _at(reason.di, spot):
                yield number, which


def _by_removal(spots: Sequence[ReasonTarget], reasons: Sequence[ReasonOfChange]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the reasons that are for a removal: of that text, else of what was taken for it there."""
    told = [which for which, reason in enumerate(reasons) if reason.dihapus is not None]
    alone = [which for which in told if reasons[which].menjadi is None]
    gone = [number for number, spot in enumerate(spots) if spot.removed]
    own = [(number, which) for number in gone for which in told if reasons[which].dihapus == spots[number].gone]
    yield from own
    for number in gone:
        for which in alone:
            free = number not in {one for one, _ in own} and which not in {one for _, one in own}
            if free and _at(reasons[which].di, spots[number]):
                yield number, which


def _by_text(spots: Sequence[ReasonTarget], reasons: Sequence[ReasonOfChange]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the reasons that are for a text, wherever in its list it stands now.

    Where several changes to one text are fewer or more than their places and the reasons differ, only a person can
    tell which is which: none is yielded.
    """
    for (anywhere, text), places in _texts(reasons).items():
        found = [n for n, spot in enumerate(spots) if text in spot.texts and _at_any(anywhere, spot)]
        if len(places) == len(found):
            pairs = _in_order(places, found, spots)
        elif len({tuple(reasons[which].alasan for which in some) for some in places.values()}) == 1:
            pairs = _own_first(places, found, spots)
        else:
            continue
        yield from ((number, which) for place, number in pairs for which in places[place])


def _texts(reasons: Sequence[ReasonOfChange]) -> dict[tuple[str, str], dict[str, list[int]]]:
    """Return the numbers of the reasons for a text: by the list and the text, then by the place."""
    groups: dict[tuple[str, str], dict[str, list[int]]] = {}
    for which, reason in enumerate(reasons):
        if reason.menjadi is not None:
            places = groups.setdefault((path_anywhere(reason.di), reason.menjadi), {})
            places.setdefault(reason.di, []).append(which)
    return groups


def _in_order(places: Iterable[str], found: Iterable[int], spots: Sequence[ReasonTarget]) -> list[tuple[str, int]]:
    """Return the places with as many changes: items come and go, those that stay keep their order."""
    ordered = sorted(found, key=lambda n: _numbers(spots[n].path))
    return list(zip(sorted(places, key=_numbers), ordered, strict=True))


def _own_first(places: Iterable[str], found: Iterable[int], spots: Sequence[ReasonTarget]) -> list[tuple[str, int]]:
    """Return the places with the changes that stand there; the others with those that are left."""
    own = [(place, n) for place in places for n in found if _at(place, spots[n])]
    others = [place for place in places if place not in dict(own)]
    left = [n for n in found if n not in {taken for _, taken in own}]
    return [*own, *zip(others, left, strict=False)]


def _numbers(path: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\[(\d+)\]", path)))


def _at(place: str, spot: ReasonTarget) -> bool:
    return any(_covers(place, path) for path in spot.paths)


def _at_any(anywhere: str, spot: ReasonTarget) -> bool:
    return any(_covers(anywhere, path_anywhere(path)) for path in spot.paths)


def _covers(place: str, path: str) -> bool:
    return path == place or path.startswith((f"{place}.", f"{place}["))
