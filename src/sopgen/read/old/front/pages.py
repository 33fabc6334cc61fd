"""The pages before the flow table, from their lines to what was read of them."""

import re
from collections.abc import Sequence
from typing import Final

from sopgen.read.old.found import Found, OldSop
from sopgen.read.old.front.cover import Opening, head_among, office_texts, opening
from sopgen.read.old.front.identity import IdentityPart, first_label, identity_part
from sopgen.read.old.front.lines import Line, head_of
from sopgen.read.old.front.lists import lists_in

# What programs print below every page.
FURNITURE: Final = re.compile(
    r"\W*(?:dokumen ini (?:telah )?ditandatangani secara elektronik|pindai kode qr|halaman \d+(?: dari \d+)?$"
    r"|page \d+)|-\s?\d+\s?-$",
    re.IGNORECASE,
)


def front_pages(lines: Sequence[Line]) -> OldSop:
    """Return cover, head, identity part and lists that the lines before the flow table hold."""
    printed = [line.found(line.text) for line in lines if FURNITURE.match(line.text)]
    lines = [line for line in lines if not FURNITURE.match(line.text)]
    begins = next((n for n, line in enumerate(lines) if any(_is_head(cell) for cell in line.cells)), len(lines))
    label = first_label(lines[:begins])
    before = lines[: begins if label is None else label]
    begun = opening(before)
    part = identity_part(lines[label:begins]) if label is not None else IdentityPart({}, (), ())
    lists = lists_in(lines[begins:])
    name = part.texts.get("identitas.nama_sop.nilai", Found("")).text
    head, left = (*begun.head, *part.beside), part.unplaced
    if not head:
        head, left = head_among(part.unplaced)
    office, above = office_texts(head, name)
    return OldSop(
        {**_cover_texts(begun), **office, **part.texts},
        {**_cover_lists(begun), **({"kop": above} if above else {}), **lists.lists},
        lists.heads,
        unplaced=(*left, *lists.unplaced, *printed),
        marks=lists.marks,
    )


def _is_head(cell: str) -> bool:
    first = cell.split("\n", 1)[0]
    head = head_of(first)
    return head is not None and (head[0].sure or first.isupper())


def _cover_texts(begun: Opening) -> dict[str, Found]:
    return {"sampul.tahun": begun.year} if begun.year else {}


def _cover_lists(begun: Opening) -> dict[str, tuple[Found, ...]]:
    return {"sampul.judul": begun.title, "sampul.instansi": begun.office} if begun.year else {}
