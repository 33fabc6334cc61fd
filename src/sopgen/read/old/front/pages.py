"""The pages before the flow table, from their lines to what was read of them."""

from collections.abc import Sequence

from sopgen.read.old.found import Found, OldSop
from sopgen.read.old.front.cover import Opening, office_texts, opening
from sopgen.read.old.front.identity import IdentityPart, first_label, identity_part
from sopgen.read.old.front.lines import Line, head_of
from sopgen.read.old.front.lists import lists_in


def front_pages(lines: Sequence[Line]) -> OldSop:
    """Return cover, head, identity part and lists that the lines before the flow table hold."""
    begins = next((n for n, line in enumerate(lines) if any(_is_head(cell) for cell in line.cells)), len(lines))
    label = first_label(lines[:begins])
    before = lines[: begins if label is None else label]
    begun = opening(before)
    part = identity_part(lines[label:begins]) if label is not None else IdentityPart({}, (), ())
    lists = lists_in(lines[begins:])
    name = part.texts.get("identitas.nama_sop.nilai", Found("")).text
    office, above = office_texts((*begun.head, *part.beside), name)
    return OldSop(
        {**_cover_texts(begun), **office, **part.texts},
        {**_cover_lists(begun), **({"kop": above} if above else {}), **lists.lists},
        lists.heads,
        unplaced=(*part.unplaced, *lists.unplaced),
    )


def _is_head(cell: str) -> bool:
    first = cell.split("\n", 1)[0]
    head = head_of(first)
    return head is not None and (head[0].sure or first.isupper())


def _cover_texts(begun: Opening) -> dict[str, Found]:
    return {"sampul.tahun": begun.year} if begun.year else {}


def _cover_lists(begun: Opening) -> dict[str, tuple[Found, ...]]:
    return {"sampul.judul": begun.title, "sampul.instansi": begun.office} if begun.year else {}
