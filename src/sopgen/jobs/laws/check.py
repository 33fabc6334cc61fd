"""What is still to be looked up in the table of laws, and what in it can not be."""

from collections.abc import Iterator

from sopgen.errors import Problem
from sopgen.jobs.laws.table import LawTable
from sopgen.messages import say
from sopgen.model.law.regulation import Regulation, Standing


def table_problems(table: LawTable) -> list[Problem]:
    """Return the faults of a table (LB17), and as hints what is not known of its laws (LB18)."""
    return sorted(
        one for n, law in enumerate(table.laws.known) for one in (*_faults(table, n, law), *_gaps(table, n, law))
    )


def _faults(table: LawTable, number: int, law: Regulation) -> Iterator[Problem]:
    place, source = ("peraturan", number), table.source
    if law.citation is None:
        what, fix = say('"{words}" names no law', words=law.sebutan), say("write kind, number and year")
        yield source.problem("LB17", (*place, "sebutan"), what, fix)
    others = [("diganti_oleh", law.diganti_oleh)] if law.diganti_oleh else []
    others += [("diubah_oleh", one.oleh) for one in law.diubah_oleh]
    for key, cited in others:
        found = table.laws.cited(cited)
        if found is law:
            yield source.problem("LB17", (*place, key), say("a law is named as its own successor"), say("correct it"))
        elif found and law.citation and found.citation and found.citation.year < law.citation.year:
            what = say("{other} is older than {law}", other=found.bare, law=law.bare)
            yield source.problem("LB17", (*place, key), what, say("correct one of the two"))
    if law.status is not Standing.REVOKED and (law.sejak or law.sejak_tahun):
        what = say("it says since when it is revoked, but not that it is")
        yield source.problem(
            "LB17", (*place, "sejak" if law.sejak else "sejak_tahun"), what, say("write `status: dicabut`")
        )


def _gaps(table: LawTable, number: int, law: Regulation) -> Iterator[Problem]:
    missing = [
        name
        for name, gap in (
            (say("title"), law.judul is None),
            (say("standing"), law.status is Standing.UNKNOWN),
            (say("successor"), law.status is Standing.REVOKED and not law.diganti_oleh),
            (say("day of the revocation"), law.status is Standing.REVOKED and law.sejak is None),
            (say("source: from memory only"), law.kepastian == "M"),
        )
        if gap
    ]
    if missing:
        what = say("{law}: not known: {missing}", law=law.bare, missing=", ".join(missing))
        fix = say("look it up (JDIH, Setum, Sikum), and write it with its source")
        yield table.source.problem("LB18", ("peraturan", number, "id"), what, fix, severity="info")
