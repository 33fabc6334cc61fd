"""The columns that an office adds to its flow table, on their way into a draft: their heads, and their cells."""

from collections.abc import Sequence
from typing import Final

from sopgen.errors import Loc
from sopgen.jobs.old.names import free, slug
from sopgen.jobs.old.taking import Taking
from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.splice.value import Value

# So many further columns an SOP may have.
MOST: Final = 2


class FurtherColumns:
    """The further columns by their ids; what stands in more than there may be has no place in the draft."""

    def __init__(self, heads: Sequence[Found], taking: Taking) -> None:
        self.ids: list[str] = []
        self.spec: list[Value] = []
        for n, head in enumerate(heads[:MOST]):
            label = taking.needed(
                ("kolom_tambahan", n, "judul"), head, say("the head of this column can not be read")
            )
            self.ids.append(free(slug(label, "_", 3) or "kolom", self.ids, "_"))
            self.spec.append({"id": self.ids[-1], "judul": label})
        taking.unplaced += heads[MOST:]

    def cells(self, loc: Loc, found: Sequence[Sequence[Found]], taking: Taking) -> dict[str, Value]:
        """Return `tambahan` of a step or an activity; nothing where its cells are empty."""
        made: dict[str, Value] = {}
        for n, items in enumerate(found):
            if n >= len(self.ids):
                taking.unplaced += items
            elif texts := taking.texts((*loc, "tambahan", self.ids[n]), items):
                made[self.ids[n]] = texts
        return {"tambahan": made} if made else {}
