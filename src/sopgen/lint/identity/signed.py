"""Rules over the days on which an SOP was signed, and over the history that it keeps of its editions."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.identity import Identity
from sopgen.model.sections import HistoryEntry

# The words over a signature, in the order in which they are signed.
_TURNS: Final = (
    re.compile(r"\b(?:dibuat|disusun|disiapkan|dikonsep|konseptor|pembuat|penyusun)", re.IGNORECASE),
    re.compile(r"\b(?:diperiksa|ditinjau|diverifikasi|diteliti|dikoreksi|pemeriksa)", re.IGNORECASE),
    re.compile(r"\b(?:disetujui|diketahui|mengetahui|menyetujui)", re.IGNORECASE),
    re.compile(r"\b(?:disahkan|ditetapkan|mengesahkan)", re.IGNORECASE),
)
_Signed = tuple[int, Loc, date]


@rule(
    "ID66",
    "warning",
    source="Permenpan RB 35/2012, annex, identity items 3 to 6: made, approved, in effect",
    sure="A",
)
def who_signs_signs_in_turn(subject: Subject) -> Iterator[Finding]:
    """Those who made, examined and approved the SOP signed in this order, and before it took effect.

    Nobody examines what is not made yet, and an SOP that was approved after its effective date was followed without
    anybody's word. The days of `kendali` and `tanggal_pengesahan` are compared, by the words over each signature.

    Wrong:
        tanggal_pengesahan: 2026-05-18   # tanggal_efektif: 2026-05-04
    Right:
        tanggal_pengesahan: 2026-04-20
    """
    identity = subject.sop.identitas
    effective, made = identity.tanggal_efektif.nilai, identity.finished
    signed = sorted(_signed(identity), key=lambda one: one[0])
    for n, (turn, loc, day) in enumerate(signed):
        before = max((other for at, _, other in signed[:n] if at < turn), default=None)
        if effective and day > effective:
            what = say("signed on {day}, after it took effect ({effective})", day=day, effective=effective)
        elif before and day < before:
            what = say("signed on {day}, before the one whose turn comes first ({before})", day=day, before=before)
        elif made and day < made:
            what = say("signed on {day}, before it was finished ({made})", day=day, made=made)
        else:
            continue
        yield Finding(loc, what, say("correct one of the two dates"))


def _signed(identity: Identity) -> Iterator[_Signed]:
    """Yield whose turn a signature is, its place and its day; one under other words has no turn."""
    for n, signer in enumerate(identity.kendali):
        turn = next((turn for turn, words in enumerate(_TURNS) if words.search(signer.judul)), None)
        if turn is not None and signer.tanggal:
            yield turn, ("identitas", "kendali", n, "tanggal"), signer.tanggal
    if identity.tanggal_pengesahan:
        yield len(_TURNS), ("identitas", "tanggal_pengesahan"), identity.tanggal_pengesahan


@rule("ID67", "warning", source="sopgen: the history of an SOP tells of this edition, too", sure="own")
def the_history_agrees_with_the_dates(subject: Subject) -> Iterator[Finding]:
    """The record of changes has the day of this edition and as many changes as are counted.

    Its rows stand in the order of their days, none is after the day from which the edition takes effect, and the only
    row of a first edition bears one of its days. A row was forgotten where more revisions are counted.

    Wrong:
        riwayat: [{yang_diubah: Semua, isi_perubahan: Terbitan pertama, tanggal: 2025-03-02}]   # berlaku 2025-02-03
    Right:
        riwayat: [{yang_diubah: Semua, isi_perubahan: Terbitan pertama, tanggal: 2025-02-03}]
    """
    identity = subject.sop.identitas
    for n, section in enumerate(subject.sop.bagian):
        loc: Loc = ("bagian", n, "riwayat")
        rows = section.riwayat or ()
        yield from _out_of_order(loc, rows, identity)
        count = identity.nomor_revisi
        if rows and count is not None and len(rows) not in (count, count + 1):
            what = say("{count} revisions are counted, the record has {rows} rows", count=count, rows=len(rows))
            yield Finding(loc, what, say("write the rows that are missing, or correct `nomor_revisi`"))


def _out_of_order(loc: Loc, rows: Sequence[HistoryEntry], identity: Identity) -> Iterator[Finding]:
    dated = [(n, row.tanggal) for n, row in enumerate(rows) if row.tanggal]
    days = [day for _, day in dated]
    own = {identity.finished, identity.tanggal_pembuatan.nilai, identity.tanggal_efektif.nilai}
    own |= {identity.tanggal_pengesahan}
    effective, first = identity.tanggal_efektif.nilai, len(rows) == 1 and identity.nomor_revisi == 0
    if days not in (sorted(days), sorted(days, reverse=True)):
        n = next(n for (_, before), (n, day) in pairwise(dated) if day < before)
        yield Finding((*loc, n, "tanggal"), say("the rows do not stand in the order of their days"), _correct())
    for n, day in dated:
        if effective and (day > effective or (first and day not in own)):
            what = say("the record says {day}, the edition takes effect on {effective}", day=day, effective=effective)
            yield Finding((*loc, n, "tanggal"), what, _correct())


def _correct() -> str:
    return say("correct one of the two dates")
