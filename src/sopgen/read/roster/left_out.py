"""Rows of a roster that name nobody: totals, signatures, headings within the list, numbered lines left empty."""

import re
from typing import Final

from sopgen.model.base import MONTHS
from sopgen.read.roster.table import Cell

NONE: Final = frozenset({"", "-", "--", "\u2013", "\u2014"})
TOTAL: Final = re.compile(r"(?:sub ?)?(?:jumlah|jml|total|rekap)\w*\b", re.IGNORECASE)
DAY: Final = rf"(?:(?:\d{{1,2}}|\.+|\u2026+) )?(?:{'|'.join(MONTHS)}) (?:\d{{4}}|\.+|\u2026+)"
SIGNATURE: Final = re.compile(
    r"(?:mengetahui|menyetujui|mengesahkan|disetujui|diketahui|disahkan|dibuat|dikeluarkan|ditetapkan|pada tanggal"
    r"|yang (?:menerima|membuat|mengajukan)|penyusun|catatan|nb\b|ket(?:erangan)?\.? ?:|sumber ?:|tembusan"
    r"|a\. ?n\b|an\.|u\. ?b\b|ub\.|kepala\b|wakil kepala\b|waka(?:polres(?:ta)?|polsek|polda)?\b"
    r"|ka(?:sat|polres|polsek|polda|bag|sub)\w*\b|ka(?:si|nit)\b"
    rf"|.*,? (?:tgl\.? |tanggal )?{DAY}|.*\b(?:nrp|nip)\b[ .:]*\d[\d .]{{6,}})",
    re.IGNORECASE,
)
HEADING: Final = re.compile(
    r"(?:(?:[a-z]|[ivx]+|\d{1,2})[.)] )?(?:sat|satuan|unit|bag|bagian|sie?|seksi|sub ?\w*|polsek|polres|polresta"
    r"|polda|pol(?:sub)?sektor|tim|regu|kelompok|pos|rayon|perwira|bintara|tamtama|pns|asn|personel|personil)\b",
    re.IGNORECASE,
)


def is_total(cells: tuple[Cell, ...]) -> bool:
    """Tell a row that begins as a total: `Jumlah`, `Total 3 orang`."""
    first = next((cell.text for cell in cells if cell.text), "")
    return TOTAL.match(first) is not None


def signs(cells: tuple[Cell, ...]) -> bool:
    """Tell a row with words of a signature block: `Mengetahui`, a place and day, a post."""
    return any(SIGNATURE.match(cell.text) for cell in cells)


def is_heading(cells: tuple[Cell, ...]) -> bool:
    """Tell a row of one cell that names a group of people: `POLSEK KOTA UTARA`."""
    texts = [cell.text for cell in cells if cell.text]
    return len(texts) == 1 and HEADING.match(texts[0]) is not None


def counts_columns(cells: tuple[Cell, ...]) -> bool:
    """Tell the row under the heads that numbers the columns: 1, 2, 3, 4."""
    texts = [cell.text.strip("()") for cell in cells if cell.text]
    return len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]


def is_numbered_only(cells: tuple[Cell, ...]) -> bool:
    """Tell a row that holds nothing but its own number, and dashes."""
    return all(cell.text in NONE or re.fullmatch(r"\d{1,5}\.?", cell.text) for cell in cells)
