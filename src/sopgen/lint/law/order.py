"""The rule over the order of the legal basis."""

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.lint.law.basis import BASIS
from sopgen.lint.registry import Finding, Reorder, Subject, rule
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS
from sopgen.model.law.citation import Citation, is_constitution, name_alone, read_citation
from sopgen.model.law.kinds import LawKind

ORDER: Final = "Perkap 1/2023, annex, order of the legal basis"
_Rank = tuple[int, int, int, int, int, str]
# Up to here (Permen) the annex puts a kind's laws in the order of their years; from here on of their signers first.
_SIGNED: Final = 11
_HEADS: Final = {"provinsi": "gubernur", "kabupaten": "bupati", "kota": "wali kota"}


@rule("LB02", "warning", source=ORDER, sure="A")
def laws_stand_in_their_order(subject: Subject) -> Iterator[Finding]:
    """The laws of the legal basis stand in the order of their rank, then of their year and number.

    UUD, UU, PP, Perpres, Permen, Peraturan Polri, Peraturan Kapolri, Perkapolda, Peraturan Kasatfung Mabes,
    Perkapolres, Maklumat, Keputusan, Instruksi, Surat Edaran, then others; within a kind the older one first, in
    decrees by who signed them first. What the annex does not place (Keppres, Perda, rules of other bodies) may stand
    anywhere below the Perpres; a Perda stands before what the head of its region gave (UU 12/2011, articles 7, 8).

    Wrong:
        - Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang ...
        - Undang-Undang Nomor 2 Tahun 2002 tentang ...
    Right:
        - Undang-Undang Nomor 2 Tahun 2002 tentang ...
        - Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang ...
    """
    entries = subject.sop.dasar_hukum.isi
    ranks = _ranks(entries)
    ordered = sorted(ranks, key=lambda n: (ranks[n], n))
    moved = [(here, there) for here, there in zip(ranks, ordered, strict=True) if here != there]
    if moved:
        here, there = moved[0]
        places = dict(zip(ranks, ordered, strict=True))
        order = tuple(places.get(n, n) for n in range(len(entries)))
        what = say('"{law}" stands too late', law=name_alone(entries[there]))
        fix = say('put it before "{law}"', law=name_alone(entries[here]))
        yield Finding((*BASIS, there), what, fix, mend=Reorder(BASIS, order))
        yield from _others(entries, ranks, {here, there})
        return
    for there, here in _below_its_own(entries):
        what = say('"{law}" stands too late', law=name_alone(entries[there]))
        yield Finding((*BASIS, there), what, say('put it before "{law}"', law=name_alone(entries[here])))


def _others(entries: Sequence[str], ranks: dict[int, _Rank], told: set[int]) -> Iterator[Finding]:
    """Yield the laws that stand out of order besides: all others are in it without them."""
    out = [n for n in ranks if n not in _in_order(ranks)]
    if not told & set(out):
        out = out[1:]
    for n in (n for n in out if n not in told):
        above = next((m for m in ranks if m < n and ranks[m] > ranks[n] and m not in out), None)
        below = next((m for m in reversed(ranks) if m > n and ranks[m] < ranks[n] and m not in out), None)
        if above is not None:
            what = say('"{law}" stands too late', law=name_alone(entries[n]))
            yield Finding((*BASIS, n), what, say('put it before "{law}"', law=name_alone(entries[above])))
        elif below is not None:
            what = say('"{law}" stands too early', law=name_alone(entries[n]))
            yield Finding((*BASIS, n), what, say('put it behind "{law}"', law=name_alone(entries[below])))


def _in_order(ranks: dict[int, _Rank]) -> list[int]:
    """Return the longest row of laws that stand in their order."""
    best: dict[int, list[int]] = {}
    for n, own in ranks.items():
        rows = [row for m, row in best.items() if ranks[m] <= own]
        best[n] = [*max(rows, key=len, default=[]), n]
    return max(best.values(), key=len, default=[])


def _below_its_own(entries: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each Perda that stands below a regulation of the head of the same region, and that regulation."""
    cited = [(n, one) for n, entry in enumerate(entries) if (one := read_citation(entry))]
    heads = {one.issuer.casefold(): n for n, one in reversed(cited) if one.kind.short == "Perkada"}
    for n, one in cited:
        if one.kind.short == "Perda":
            level, _, region = one.issuer.casefold().partition(" ")
            above = heads.get(f"{_HEADS.get(level, level)} {region}")
            if above is not None and above < n:
                yield n, above


def _ranks(entries: Sequence[str]) -> dict[int, _Rank]:
    """Return the rank of each entry whose law is known; a law without a fixed place takes that of the one above."""
    found: dict[int, _Rank] = {}
    grouped = _grouped([one for entry in entries if (one := read_citation(entry))])
    above: _Rank = (0, 0, 0, 0, 0, "")
    for n, entry in enumerate(entries):
        citation = read_citation(entry)
        if is_constitution(entry):
            found[n] = (0, 0, 0, 0, 0, "")
        elif citation and citation.kind.until is not None and citation.kind.order <= above[0] <= citation.kind.until:
            found[n] = above
        elif citation:
            found[n] = _rank(citation, grouped)
        above = found.get(n, above)
    return found


def _grouped(cited: Sequence[Citation]) -> list[tuple[LawKind, str]]:
    """Return kinds and ministries (Poldas, ...) in their order, where a list goes by these and not by years alone.

    "By signer, then by year" may mean either; a list that keeps to one of the two is left as it is.
    """
    found: list[tuple[LawKind, str]] = []
    for kind in dict.fromkeys(one.kind for one in cited if one.kind.of_issuer and one.kind.order < _SIGNED):
        years = [one.year for one in cited if one.kind is kind]
        if years != sorted(years):
            found += dict.fromkeys((kind, one.issuer.casefold()) for one in cited if one.kind is kind)
    return found


def _rank(citation: Citation, grouped: Sequence[tuple[LawKind, str]]) -> _Rank:
    """Return the rank, signer, year, month and number of a law."""
    group = (citation.kind, citation.issuer.casefold())
    signer = citation.signer if citation.kind.order >= _SIGNED else 0
    signer = grouped.index(group) if group in grouped else signer
    number = int(citation.number) if citation.number.isdigit() else 0
    return citation.kind.order, signer, citation.year, _month(citation), number, citation.number


def _month(citation: Citation) -> int:
    return ROMAN_MONTHS.index(citation.month) + 1 if citation.month in ROMAN_MONTHS else 0
