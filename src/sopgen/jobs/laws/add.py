"""From what a person knows of a law to the table with one more entry."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sopgen.errors import SopgenError
from sopgen.files import one_writer, text_bytes, write_file
from sopgen.jobs.laws.table import OWN, LawTable, law_named, opened
from sopgen.messages import say
from sopgen.model.law.citation import Citation, read_citation
from sopgen.model.law.regulation import RegulationFile, Standing, Sureness
from sopgen.read.load import validated
from sopgen.read.source import Source, parse_text
from sopgen.splice.append import append
from sopgen.splice.insert import insert, insert_after
from sopgen.splice.value import Value

KEY: Final = "peraturan"


@dataclass(frozen=True)
class NewLaw:
    """A law that is to be listed: how it is cited, title, standing, from where that is known and how surely.

    `replaced_by` and `amends` are citations, or ids, of other laws; `since` is the day from which it is revoked, or
    from which it amends.
    """

    cited: str
    source: str
    sure: Sureness
    title: str | None = None
    day: date | None = None
    standing: Standing = Standing.UNKNOWN
    since: date | None = None
    replaced_by: str | None = None
    amends: str | None = None
    note: str | None = None


def added(table: LawTable, new: NewLaw) -> tuple[str, Source]:
    """Return the new law's id and the table with it, and with it as what amends the law that it amends.

    Raises SopgenError where it can not be told which law is meant, or where it is listed already.
    """
    citation = read_citation(new.cited)
    if citation is None:
        what = say('"{words}" names no law', words=new.cited)
        raise SopgenError(what + ". " + say("fix: write kind, number and year: Perpol Nomor 1 Tahun 2021"))
    if known := table.laws.find(citation):
        raise SopgenError(say('it is listed already, as "{id}"', id=known.id))
    name = law_id(citation)
    source = append(table.source, KEY, [_entry(name, new)])
    if new.amends:
        source = _amending(source, table, new)
    validated(parse_text(source.file, source.text), RegulationFile)
    return name, source


def listed(new: NewLaw) -> str:
    """Add a law to the working folder's own table, which begins with all of the shipped one; return its id.

    Raises SopgenError as `added`.
    """
    with one_writer(OWN):
        name, made = added(opened(), new)
        write_file(OWN, text_bytes(OWN, made.text))
    return name


def law_id(citation: Citation) -> str:
    """Return a law's id: `perkapolda-gorontalo-3-2015`."""
    of_issuer = citation.issuer if citation.kind.of_issuer and citation.issuer != "Kapolri" else ""
    words = f"{citation.kind.short} {of_issuer} {citation.number} {citation.year}"
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))[-60:].strip("-")


def _entry(name: str, new: NewLaw) -> dict[str, Value]:
    entry: dict[str, Value] = {"id": name, "sebutan": new.cited, "judul": new.title}
    known: dict[str, Value] = {
        "tanggal": new.day,
        "status": None if new.standing is Standing.UNKNOWN else new.standing.value,
        "diganti_oleh": new.replaced_by,
        "sejak": new.since if new.standing is Standing.REVOKED else None,
    }
    last: dict[str, Value] = {"sumber": new.source, "kepastian": new.sure}
    note: dict[str, Value] = {"catatan": new.note} if new.note else {}
    return {**entry, **{key: value for key, value in known.items() if value is not None}, **last, **note}


def _amending(source: Source, table: LawTable, new: NewLaw) -> Source:
    amended = law_named(table, new.amends or "")
    number = table.laws.known.index(amended)
    item: dict[str, Value] = {"oleh": new.cited}
    if new.title:
        item["judul"] = new.title
    if new.since:
        item["sejak"] = new.since
    item |= {"sumber": new.source, "kepastian": new.sure}
    if amended.diubah_oleh:
        return insert(source, (KEY, number, "diubah_oleh", len(amended.diubah_oleh)), item)
    return insert_after(source, (KEY, number, "sebutan"), "diubah_oleh", [item])
