"""What is known of a law, and how a document of a day cites it."""

from collections.abc import Iterator
from datetime import date

from sopgen.jobs.laws.table import LawTable
from sopgen.messages import say
from sopgen.model.law.regulation import Amendment, Regulation, Standing


def facts(table: LawTable, law: Regulation, day: date) -> Iterator[tuple[str, str]]:
    """Yield what is known of a law, each under its name in the reader's language."""
    unknown = say("not known")
    yield "id", law.id
    yield say("cited on {day} as", day=day), law.official(day)
    if law.citation and law.citation.issuer:
        yield say("given by"), law.citation.issuer
    yield say("title"), law.judul or unknown
    yield say("standing"), f"{law.standing(day).value}{f' ({law.since})' if law.status is Standing.REVOKED else ''}"
    for one in law.diubah_oleh:
        yield say("amended by"), _amendment(one)
    if law.status is Standing.REVOKED:
        yield say("replaced by"), table.laws.successor(law, day) or unknown
    for part in law.diganti_menurut_pokok:
        yield say("replaced by"), f"{part.oleh}: {part.pokok} ({part.sumber})"
    if law.pengundangan:
        yield say("promulgated in"), law.pengundangan
    yield say("source"), f"{law.sumber} ({law.kepastian})"
    if law.catatan:
        yield say("note"), law.catatan


def _amendment(one: Amendment) -> str:
    since = one.sejak or say("not known")
    return f"{one.oleh}, {say('since')} {since} ({one.sumber}, {one.kepastian})"
