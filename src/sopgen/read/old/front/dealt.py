"""Labels that were copied apart from their values: a column of labels, then a column of values below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.labels import day

DATES: Final = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
_DATE: Final = re.compile(
    r"[-\u2013\u2014]|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|(?:\d{1,2}\s+)?[a-z]{3,9}\.?\s+(?:19|20)\d\d", re.IGNORECASE
)
_NUMBER: Final = re.compile(r".*\d.*[/.-].*|.*[/.-].*\d.*")
OFFICIAL: Final = re.compile(
    r"(?:kepala|kapol\w*|ka\.|ka(?:dis|bag|bid|sat|ban|kan|nwil|sub\w*|si|ur|ro|biro|upt\w*)\b|ketua|direktur|dirjen"
    r"|camat|lurah|sekretaris|sekda|bupati|wali|gubernur|rektor|dekan|inspektur|komandan|dan\w{3,}|pl[th]\b|a\.?n\b"
    r"|manaj?ger|manajer|pimpinan|pejabat|wakil|deputi|menteri|jaksa|hakim|panitera|koordinator|komisaris|asisten|kuasa"
    r"|kabid|dir\w*)\W*",
    re.IGNORECASE,
)


@dataclass
class IdentityLabel:
    """A row of the identity part: its label, its value, the lines behind it until the next label.

    `closed` says that a colon stands behind the label, `apart` are the lines behind a blank one.
    """

    key: str
    label: Found
    value: Found
    closed: bool
    after: list[Found] = field(default_factory=list)
    apart: list[Found] = field(default_factory=list)

    @property
    def behind(self) -> list[Found]:
        """All lines behind the label."""
        return [one for one in (self.value, *self.after, *self.apart) if one.text]


def deal_out(rows: Sequence[IdentityLabel]) -> None:
    """Give labels without values, one below the other, the lines that stand below the last of them.

    A date goes to a label of dates: where there are as many of both it is sure, else each is doubted, as texts are.
    """
    run = _run(rows)
    if len(run) < 2:
        return
    pool = [line for row in run for line in row.behind]
    for row in run:
        row.value, row.after, row.apart = Found("", row.label.spot), [], []
    _deal_number(run, pool)
    _deal_dates(run, pool)
    _deal_others(run, pool)


def _run(rows: Sequence[IdentityLabel]) -> list[IdentityLabel]:
    """Return the rows from the first one that stands without a value above another, to the one that has enough."""
    begin = next((n for n, (one, _) in enumerate(pairwise(rows)) if _is_bare(one)), None)
    if begin is None:
        return []
    end = next((n for n in range(begin, len(rows)) if not _is_bare(rows[n])), len(rows) - 1)
    if rows[end].value.text and rows[end].value.spot == rows[end].label.spot:
        return []  # its value stands beside it: those above are empty
    wanted = sum(row.key in DATES for row in rows[begin : end + 1])
    while end + 1 < len(rows) and wanted > _dates_in(rows[begin : end + 1]) and not rows[end + 1].closed:
        end += 1
    return list(rows[begin : end + 1])


def _is_bare(row: IdentityLabel) -> bool:
    return not row.closed and not row.behind


def _dates_in(rows: Sequence[IdentityLabel]) -> int:
    return sum(_is_date(line) for row in rows for line in row.behind)


def _is_date(line: Found) -> bool:
    return bool(_DATE.fullmatch(line.text.strip())) or day(line.text) is not None


def _deal_number(run: Sequence[IdentityLabel], pool: list[Found]) -> None:
    row = next((row for row in run if row.key == "nomor_sop"), None)
    found = next((line for line in pool if _NUMBER.fullmatch(line.text) and not _is_date(line)), None)
    if row and found:
        row.value = found
        pool.remove(found)


def _deal_dates(run: Sequence[IdentityLabel], pool: list[Found]) -> None:
    wanted = [row for row in run if row.key in DATES]
    found = [line for line in pool if _is_date(line)]
    doubt = (
        "" if len(wanted) == len(found) else say("labels and values were copied apart: this may be of another one")
    )
    # Where one has no date it is that of the revision: the last ones are taken.
    for row, line in zip(reversed(wanted), reversed(found), strict=False):
        row.value = replace(line, doubt=line.doubt or doubt)
        pool.remove(line)
    for row in wanted:
        if not row.value.text:
            row.value = replace(row.value, doubt=doubt)


def _deal_others(run: Sequence[IdentityLabel], pool: list[Found]) -> None:
    """Give who approves and the name of the SOP, where they are among the labels, lines of what is left."""
    doubt = say("labels and values were copied apart: this may be of another one")
    wanted = {row.key: row for row in run if row.key in ("disahkan_oleh", "nama_sop")}
    if (row := wanted.get("disahkan_oleh")) and pool:
        line = next((line for line in pool if OFFICIAL.match(line.text)), pool[0])
        row.value = replace(line, doubt=doubt)
        pool.remove(line)
    if (row := wanted.get("nama_sop")) and pool:
        row.value = replace(pool.pop(), doubt=doubt)
    run[-1].apart = list(pool)
