"""Rules over what is known of laws from memory only: it is asked about, never said to be wrong."""

from collections.abc import Iterator

from sopgen.lint.law.alike import meant
from sopgen.lint.law.basis import BASIS, basis_day, known
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import words_alone
from sopgen.messages import say
from sopgen.model.law.citation import amending, apart, read_citation, without_clause, without_gazette
from sopgen.model.law.regulation import same_law


@rule("LB34", "info", source="spec/peraturan.yaml, laws that are known from memory only", sure="M")
def laws_from_memory_are_looked_up(subject: Subject) -> Iterator[Finding]:
    """A law whose title or number is not the one that memory has is looked up before it is cited.

    spec/peraturan.yaml has the law, but nobody has read it yet: the entry may be right and the memory wrong. Look at
    JDIH. A hint.

    Wrong:
        - Peraturan Menteri Dalam Negeri Nomor 109 Tahun 2019 tentang Formulir Kependudukan
    Right:
        - Peraturan Menteri Dalam Negeri Nomor 109 Tahun 2019 tentang Formulir dan Buku yang Digunakan dalam ...
    """
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        citation = read_citation(entry)
        law = subject.regulations.cited(entry)
        title = words_alone(without_gazette(apart(without_clause(entry)[0])[2])[0])
        if law and law.kepastian == "M" and law.judul and title and title != words_alone(law.judul):
            what = say('the title of {law} is, from memory, "{title}"', law=law.bare, title=law.judul)
        elif citation and law is None and (other := meant(citation, subject.regulations)) and other.kepastian == "M":
            what = say(
                "{cited} is not known; its title is, from memory, that of {law}", cited=citation.name, law=other.bare
            )
        else:
            continue
        yield Finding((*BASIS, n), what, say("look it up in the law itself"))


@rule("LB35", "info", source="spec/peraturan.yaml, amendments that are known from memory only", sure="M")
def amendments_from_memory_are_looked_up(subject: Subject) -> Iterator[Finding]:
    """An amendment that memory has is looked up before the law is cited without it.

    spec/peraturan.yaml has it, but nobody has read it yet. Look at JDIH whether the law was amended, and name its
    last amendment. A hint.

    Wrong:
        - Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan   # SOP tahun 2026
    Right:
        - Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan sebagaimana telah diubah dengan ...
    """
    day, entries = basis_day(subject), subject.sop.dasar_hukum.isi
    for loc, law in known(subject):
        named = amending(entries[int(loc[-1])])
        held = [one for one in law.diubah_oleh if one.holds(day)]
        last = max(held, key=lambda one: one.citation.year if one.citation else 0, default=None)
        if last and last.kepastian == "M" and not same_law(last.oleh, [named, *entries]):
            what = say("{law} was amended, from memory, by {amendment}", law=law.bare, amendment=last.oleh)
            yield Finding(loc, what, say("look it up in the law itself"))
