"""From peraturan.yaml: what is wrong in it as a whole, and the laws that an SOP names by their ids."""

from collections.abc import Iterator

from sopgen.errors import Problem, SpecError
from sopgen.messages import nearest, say
from sopgen.model.base import REFERENCE
from sopgen.model.law.regulation import RegulationFile, Regulations
from sopgen.model.sop import Sop
from sopgen.read.source import Source


def known_twice(laws: RegulationFile, source: Source) -> Iterator[Problem]:
    """Yield each entry whose id, or whose law however it is cited, stands above it already."""
    ids: dict[str, str] = {}
    names: dict[object, str] = {}
    for n, law in enumerate(laws.peraturan):
        key = law.citation.key if law.citation else law.sebutan
        for part, value, above in (("id", law.id, ids.get(law.id)), ("sebutan", law.sebutan, names.get(key))):
            if above is not None:
                what = say('"{name}" stands here already, as "{above}"', name=value, above=above)
                fix = say("keep one of the two, with what is right of both")
                yield source.problem("LB11", ("peraturan", n, part), what, fix)
        ids.setdefault(law.id, law.sebutan)
        names.setdefault(key, law.id)


def with_laws(sop: Sop, source: Source, laws: Regulations) -> Sop:
    """Return an SOP with the official form, on its effective date, of each law that it names by its id.

    While that date is open, all amendments that are known count. Raises SpecError where an id is not in the table,
    or the title of its law is not known.
    """
    entries, faults = list(sop.dasar_hukum.isi), []
    for n, entry in enumerate(entries):
        found = REFERENCE.fullmatch(entry.strip())
        if found is None:
            continue
        law = laws.by_id.get(found[1])
        if law and law.judul:
            entries[n] = law.official(sop.identitas.tanggal_efektif.nilai)
            continue
        what, fix = say('"{id}" is no law of peraturan.yaml', id=found[1]), nearest(found[1], laws.by_id)
        if law:
            what = say('the title of "{id}" is not known', id=law.id)
            fix = say("write it in peraturan.yaml with its source, or cite the law in words here")
        faults.append(source.problem("LB16", ("dasar_hukum", "isi", n), what, fix))
    if faults:
        raise SpecError(faults)
    return sop.model_copy(update={"dasar_hukum": sop.dasar_hukum.model_copy(update={"isi": tuple(entries)})})
