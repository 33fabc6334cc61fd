"""WHICH known law is meant by a citation that names none: the same title under another number or another kind."""

from typing import Final

from sopgen.lint.texts import in_one_case
from sopgen.model.law.citation import Citation
from sopgen.model.law.regulation import Regulation, Regulations

# Laws of one place may share their title with another of the same kind.
OF_STATE: Final = frozenset({"UU", "Perppu", "PP", "Perpres", "Permen", "Perpol", "Perkap"})


def meant(citation: Citation, regulations: Regulations) -> Regulation | None:
    """Return the law of the table that has a citation's title, where the citation itself names none of the table.

    It is of the same kind and has another number or year; or it has the same number and year, and somebody else
    gave it.
    """
    title = in_one_case(citation.title)
    if not title or regulations.find(citation):
        return None
    same = [law for law in regulations.known if law.judul and in_one_case(law.judul) == title]
    return next((law for law in same if law.citation and _may_be(citation, law.citation)), None)


def _may_be(cited: Citation, known: Citation) -> bool:
    if (cited.number, cited.year) == (known.number, known.year):
        return True
    return (
        cited.kind is known.kind
        and cited.issuer.casefold() == known.issuer.casefold()
        and cited.kind.short in OF_STATE
    )
