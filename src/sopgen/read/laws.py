"""What is wrong in peraturan.yaml as a whole: a law that stands there twice would be known in two ways."""

from collections.abc import Iterator

from sopgen.errors import Problem
from sopgen.messages import say
from sopgen.model.law.regulation import RegulationFile
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
