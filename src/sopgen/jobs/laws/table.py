"""From the working folder to its table of laws; a law in it by id, citation, number, year or words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, SpecError, with_fix
from sopgen.messages import likeliest, say
from sopgen.model.law.regulation import Regulation, RegulationFile, Regulations
from sopgen.read.laws import known_twice
from sopgen.read.load import regulations_path, validated
from sopgen.read.source import Source, parse

OWN: Final = Path("spec", "peraturan.yaml")


@dataclass(frozen=True)
class LawTable:
    """The laws that a working folder knows, and where each stands; `own`: in a file of its own."""

    laws: Regulations
    source: Source
    own: bool


def opened() -> LawTable:
    """Return the table of the working folder, or the shipped one; raise SpecError with all its faults."""
    path = regulations_path(OWN.parent / "satuan.yaml")
    source = parse(path)
    file = validated(source, RegulationFile)
    if faults := list(known_twice(file, source)):
        raise SpecError(faults)
    return LawTable(Regulations(file.peraturan), source, path == OWN)


def law_named(table: LawTable, words: str) -> Regulation:
    """Return the law of an id or a citation; raise SopgenError where the table has none, with the nearest id."""
    found = table.laws.by_id.get(words.strip().lower()) or table.laws.cited(words)
    if found is None:
        close = likeliest(words, table.laws.by_id)
        hint = say('did you mean "{name}"?', name=close) if close else say("`sopgen peraturan list` names them all")
        raise SopgenError(with_fix(say('"{words}" is no law of {file}', words=words, file=table.source.file), hint))
    return found


def looked_up(table: LawTable, words: str) -> Iterator[Regulation]:
    """Yield the laws that have all words, in any order: parts of words, numbers and years whole."""
    cited = table.laws.cited(words)
    if cited:
        yield cited
        return
    asked = re.findall(r"\w+", words.casefold())
    for law in table.laws.known:
        texts = (
            law.id,
            law.sebutan,
            law.name,
            law.judul,
            *law.pokok,
            law.catatan,
            *(one.oleh for one in law.diubah_oleh),
        )
        there = re.findall(r"\w+", " ".join(filter(None, texts)).casefold())
        if all(any(word == one if word.isdigit() else word in one for one in there) for word in asked):
            yield law
