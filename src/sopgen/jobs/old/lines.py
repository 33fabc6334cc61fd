"""From the content of a draft to its lines of YAML, each doubt as a comment above the line that it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.errors import Loc, path_text
from sopgen.jobs.old.notes import Doubt, Note, remark
from sopgen.splice.scalar import written
from sopgen.splice.value import Value, flow_text, on_one_line

WIDTH: Final = 112
STEP: Final = 2


@dataclass(frozen=True, slots=True)
class _Out:
    """A line, with the doubt that it tells where it is a comment."""

    text: str
    note: Note | None = None


def drafted_lines(
    content: Mapping[str, Value], notes: Sequence[Note], above: int
) -> tuple[list[str], tuple[Doubt, ...]]:
    """Return the lines of a draft and its doubts by line; `above` lines stand before them in the file."""
    writing = _Writing(notes)
    out = [*writing.told((), content), *writing.mapping(content, (), 0)]
    doubts = []
    for number, line in enumerate(out, above + 1):
        if line.note:
            below = next((n for n in range(number - above, len(out)) if out[n].note is None), len(out) - 1)
            note = line.note
            doubts.append(Doubt(path_text(note.loc), below + above + 1, note.spot, note.doubt))
    return [line.text for line in out], tuple(doubts)


@dataclass(frozen=True)
class _Writing:
    """The notes of a draft while its lines are made."""

    notes: Sequence[Note]

    def mapping(self, value: Mapping[str, Value], loc: Loc, depth: int) -> Iterator[_Out]:
        """Yield the lines of a mapping from column 0."""
        for key, one in value.items():
            at = (*loc, key)
            if flat := self._flat(one, depth + len(key) + 2, depth > 0):
                yield from self.told(at, None)
                yield _Out(f"{written(key)}: {flat}")
                continue
            yield from self.told(at, one)
            yield _Out(f"{written(key)}:")
            inner = self.mapping(one, at, depth + STEP) if isinstance(one, Mapping) else self._list(one, at, depth)
            yield from (replace(line, text=" " * STEP + line.text) for line in inner)

    def _list(self, value: Value, loc: Loc, depth: int) -> Iterator[_Out]:
        assert isinstance(value, Sequence)
        for n, one in enumerate(value):
            at = (*loc, n)
            if flat := self._flat(one, depth + 2 * STEP, True):
                yield from self.told(at, None)
                yield _Out(f"- {flat}")
                continue
            yield from self.told(at, one)
            assert isinstance(one, Mapping)
            lead = "- "
            for line in self.mapping(one, at, depth + 2 * STEP):
                if line.note and lead == "- ":
                    yield line
                    continue
                yield replace(line, text=lead + line.text)
                lead = "  "

    def _flat(self, value: Value, column: int, inner: bool) -> str:
        """Return a value that stands on one line; an empty text where it takes several."""
        if on_one_line(value):
            return flow_text(value, in_flow=False)
        text = flow_text(value, in_flow=False) if inner and _is_short(value) else ""
        return text if column + len(text) <= WIDTH else ""

    def told(self, loc: Loc, inside: Value) -> Iterator[_Out]:
        """Yield the doubts of a place as comments, and those of what has no lines of its own inside it.

        `inside` is what stands there on lines of its own, None where all stands on one.
        """
        for note in self.notes:
            below = note.loc[len(loc) :]
            if note.loc[: len(loc)] == loc and not (below and _has(inside, below[0])):
                yield _Out(remark(note, loc), note)


def _has(value: Value, part: str | int) -> bool:
    if isinstance(value, Mapping):
        return part in value
    if isinstance(value, str) or not isinstance(value, Sequence):
        return False
    return isinstance(part, int) and 0 <= part < len(value)


def _is_short(value: Value) -> bool:
    """Tell a value of names, numbers and words, not of lists of sentences."""
    if isinstance(value, Mapping):
        return all(_is_short(one) for one in value.values())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return all(isinstance(one, str) and " " not in one for one in value)
    return True
