"""Why an edition differs from the former one, as the spec itself keeps it for the matrix of changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sopgen.errors import Loc, path_anywhere, path_text
from sopgen.read.source import Source
from sopgen.splice.overlay.edits import append, rewrite
from sopgen.splice.places import node_at

REASONS: Final = "alasan_perubahan"


@dataclass(frozen=True)
class Reason:
    """Why a place is other than in the former edition; with `text` only as long as that text stands there.

    With `gone` it is why that text stands no more in the list at the place.
    """

    loc: Loc
    why: str
    text: str = ""
    gone: str = ""

    @property
    def entry(self) -> dict[str, str]:
        """The reason as the spec keeps it."""
        text = {"menjadi": self.text} if self.text else {}
        gone = {"dihapus": self.gone} if self.gone else {}
        return {"di": path_text(self.loc), **text, **gone, "alasan": self.why}


def with_reasons(source: Source, reasons: Iterable[Reason]) -> Source:
    """Return the spec with a reason for what is other at each place."""
    entries = [reason.entry for reason in reasons]
    return append(source, REASONS, entries) if entries else source


def with_text_followed(source: Source, loc: Loc, was: str) -> Source:
    """Let the reasons for the former text of a place be for the text that stands there now."""
    now = str(node_at(source, loc).value)
    data = source.data if isinstance(source.data, dict) else {}
    for number in _for_text(data.get(REASONS) or [], path_text(loc), was):
        source = rewrite(source, (REASONS, number, "menjadi"), now)
    return source


def _for_text(reasons: Sequence[Mapping[str, str]], path: str, text: str) -> list[int]:
    """Return the numbers of the reasons for a text: those of its very place, else of one other in its list."""
    found = [n for n, one in enumerate(reasons) if one.get("menjadi") == text]
    places = [reasons[n]["di"] for n in found if path_anywhere(reasons[n]["di"]) == path_anywhere(path)]
    place = path if path in places else next(iter(places), "")
    return [n for n in found if reasons[n]["di"] == place]
