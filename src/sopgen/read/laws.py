"""From peraturan.yaml: what is wrong in it as a whole, and the laws that an SOP names by their ids."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from sopgen.errors import Loc, Problem, SpecError
from sopgen.messages import nearest, say
from sopgen.model.base import REFERENCE
from sopgen.model.law.regulation import RegulationFile, Regulations
from sopgen.model.sop import Sop
from sopgen.read.source import Source
from sopgen.read.yaml_text import law_table


def known_twice(laws: RegulationFile, source: Source) -> Iterator[Problem]:
    """Yield each entry whose id, or whose law however it is cited, stands above it already."""
    for n, part, value, above in _twice(laws):
        what = say('"{name}" stands here already, as "{above}"', name=value, above=above)
        fix = say("keep one of the two, with what is right of both")
        yield source.problem("LB11", ("peraturan", n, part), what, fix)


def laws_in(path: Path) -> RegulationFile | None:
    """Return the laws of a table that is written as most are and holds no fault; None where YAML has to read it."""
    try:
        data = law_table.read(path.read_bytes().decode("ascii"))
        laws = RegulationFile.model_validate(data) if data else None
    except (OSError, UnicodeDecodeError, ValidationError):  # which the reader of YAML tells, with its place
        return None
    return laws if laws and next(_twice(laws), None) is None else None


def _twice(laws: RegulationFile) -> Iterator[tuple[int, str, str, str]]:
    """Yield place, key and value of what stands in the table twice, and what it is called above."""
    ids: dict[str, str] = {}
    names: dict[object, str] = {}
    for n, law in enumerate(laws.peraturan):
        key = law.citation.key if law.citation else law.sebutan
        for part, value, above in (("id", law.id, ids.get(law.id)), ("sebutan", law.sebutan, names.get(key))):
            if above is not None:
                yield n, part, value, above
        ids.setdefault(law.id, law.sebutan)
        names.setdefault(key, law.id)


def with_laws(sop: Sop, source: Source, laws: Regulations) -> Sop:
    """Return an SOP with the official form, on its effective date, of each law that it names by its id.

    While that date is open, all amendments that are known count. Raises SpecError where an id is not in the table,
    or the title of its law is not known.
    """
    faults: list[Problem] = []

    def official(entries: Sequence[str], loc: Loc) -> tuple[str, ...]:
        return tuple(_official(entry, (*loc, n)) for n, entry in enumerate(entries))

    def _official(entry: str, loc: Loc) -> str:
        found = REFERENCE.fullmatch(entry.strip())
        law = laws.by_id.get(found[1]) if found else None
        if found is None:
            return entry
        if law and law.judul:
            return law.official(sop.identitas.tanggal_efektif.nilai)
        what, fix = say('"{id}" is no law of peraturan.yaml', id=found[1]), nearest(found[1], laws.by_id)
        if law:
            what = say('the title of "{id}" is not known', id=law.id)
            fix = say("write it in peraturan.yaml with its source, or cite the law in words here")
        faults.append(source.problem("LB16", loc, what, fix))
        return entry

    cited: dict[str, object] = {
        "dasar_hukum": sop.dasar_hukum.model_copy(
            update={"isi": official(sop.dasar_hukum.isi, ("dasar_hukum", "isi"))}
        )
    }
    if act := sop.keputusan:
        grounds = official(act.mengingat, ("keputusan", "mengingat"))
        cited["keputusan"] = act.model_copy(update={"mengingat": grounds})
    if faults:
        raise SpecError(faults)
    return sop.model_copy(update=cited)
