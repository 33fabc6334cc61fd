"""WHICH known law is meant by a citation that names none: the same title under another number or another kind."""

from typing import Final

from sopgen.model.law.citation import Citation
from sopgen.model.law.regulation import Regulation, Regulations

# What Kapolri gives bears two names, one for his own house and one for all: each is taken for the other.
_OF_KAPOLRI: Final = frozenset({"Perpol", "Perkap"})
# Laws of one place or one ministry may share a title with a law of the state.
_NATIONAL: Final = frozenset({"UU", "Perppu", "PP", "Perpres", "Permen", *_OF_KAPOLRI})


def meant(citation: Citation, regulations: Regulations) -> Regulation | None:
    """Return the law of the table that has a citation's title, where the citation itself names none of the table.

    It is of the same kind and has another number or year; or it has the same number and year under another kind.
    """
    title = _key(citation.title)
    if not title or citation.kind.short not in _NATIONAL or regulations.find(citation):
        return None
    same = [law for law in regulations.known if law.judul and _key(law.judul) == title]
    return next((law for law in same if law.citation and _may_be(citation, law.citation)), None)


def _may_be(cited: Citation, known: Citation) -> bool:
    numbered_alike = (cited.number, cited.year) == (known.number, known.year)
    if cited.kind is known.kind:
        return cited.issuer.casefold() == known.issuer.casefold()
    return numbered_alike and {cited.kind.short, known.kind.short} <= _NATIONAL


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
