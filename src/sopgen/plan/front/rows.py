"""The labelled rows of the identity part: the item's words, or the office's own, above and below the approval."""

from typing import Final

from sopgen.model.identity import Identity, IdentityRow, WordedDate

# Label, value, and whether the value is the SOP's name, which stands out.
Row = tuple[str, str, bool]
# In the place of page and pages where they are not known yet: as wide as they can be.
SOME_PAGE: Final = "00 dari 00"
APPROVED: Final = "disahkan_oleh"


def identity_rows(identity: Identity, page: str = SOME_PAGE) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the rows above the approval, the last of which names who approves, and those below it.

    `page` is what a row of the page prints: `2 dari 9`.
    """
    rows = identity.rows
    place = next((n for n, one in enumerate(rows) if one.dari == APPROVED), None)
    if place is None:
        approved = IdentityRow.default(judul=None, nilai=None, dari=APPROVED)
        rows, place = (*rows, approved), len(rows)
    printed = tuple(_row(identity, one, page) for one in rows)
    return printed[: place + 1], printed[place + 1 :]


def _row(identity: Identity, row: IdentityRow, page: str) -> Row:
    if row.nilai is not None or row.dari is None:
        return row.judul or "", row.nilai or "", False
    if row.dari == "halaman":
        return row.judul or "", page, False
    if row.dari == "nomor_revisi":
        return row.judul or "", f"{identity.nomor_revisi or 0:02}", False
    item = getattr(identity, row.dari)
    said = item.printed if isinstance(item, WordedDate) else item.nilai
    return row.judul or item.judul, said, row.dari == "nama_sop"


def printed_rows(
    identity: Identity, usual: tuple[IdentityRow, ...], page: str, elsewhere: frozenset[str]
) -> tuple[Row, ...]:
    """Return the rows of a head of another form: the office's own, else the usual ones of that form.

    Items that stand elsewhere in that head have no row.
    """
    return tuple(_row(identity, one, page) for one in identity.baris or usual if one.dari not in elsewhere)
