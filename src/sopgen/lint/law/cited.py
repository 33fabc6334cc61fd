"""Rules over what is cited: amended laws with what amended them, no law twice, none without a number or too early."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from sopgen.lint.law.basis import BASIS, basis_day, known
from sopgen.lint.registry import Finding, Rewrite, Subject, TakeOut, rule
from sopgen.lint.texts import words_alone
from sopgen.messages import say
from sopgen.model.law.citation import amending, is_constitution, name_alone, read_citation, without_clause
from sopgen.model.law.kinds import kind_in
from sopgen.model.law.regulation import Amendment, Regulation, Standing, same_law

AMENDED: Final = "Perkap 1/2023, annex, example 3: the last amendment is cited with the law"
_ONCE: Final = re.compile(r"\bsebagaimana telah diubah dengan\b", re.IGNORECASE)
_OFTEN: Final = "sebagaimana telah beberapa kali diubah terakhir dengan"
_CODE: Final = re.compile(r"\b(?:KUHP|KUHAP|Kitab Undang-Undang|Wetboek|HIR|RBg|Adat)\b", re.IGNORECASE)


@rule("LB12", "warning", source=AMENDED, sure="A")
def amended_laws_name_their_amendment(subject: Subject) -> Iterator[Finding]:
    """A law that was amended is cited with its last amendment, or the amendment stands in the list by itself.

    The words that hold are those of the amendment; a reader who looks up the old text alone reads what is no more
    law. Of several the last is named: telah beberapa kali diubah terakhir dengan. spec/peraturan.yaml says what
    amended a law from when (`diubah_oleh`); what is there from memory only does not count, and where a younger law is
    named than the last that is known, it may be the last. Whether an amendment counts that was itself revoked is not
    certain: then either wording is left as it is.

    Wrong:
        - Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia   # SOP tahun 2027
    Right:
        - ... sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 5 Tahun 2026 tentang ...
    """
    day, entries = basis_day(subject), subject.sop.dasar_hukum.isi
    for loc, law in known(subject):
        entry = entries[int(loc[-1])]
        last = law.amendments(day)[-1:]
        known_since = law.amendments(None)[len(law.amendments(day)) - 1 :]
        if not last:
            continue
        if any(same_law(one.oleh, [amending(entry), *entries]) for one in known_since):
            if len(_lasting(law, subject, day)) > 1 and _amended_once(entry):
                what = say("{law} was amended more than once", law=law.bare)
                fix = say('write "{right}"', right=_OFTEN)
                yield Finding(loc, what, fix, proposal=Rewrite(loc, _ONCE.sub(_OFTEN, entry, count=1)))
            continue
        if _is_younger(entry, last[0]):
            continue
        what = say("{law} was amended by {amendment}", law=law.bare, amendment=name_alone(last[0].oleh))
        fix = say('write "{right}" after the title', right=law.amended_by(day))
        yield Finding(loc, what, fix, proposal=Rewrite(loc, _with_clause(entry, law, day)))


def _lasting(law: Regulation, subject: Subject, day: date | None) -> list[Amendment]:
    """Return the amendments by a day whose own law was not revoked since: UU 6/2023 took the place of UU 11/2020."""
    laws = subject.regulations
    gone = (Standing.REVOKED, Standing.UNKNOWN)
    return [one for one in law.amendments(day) if not (own := laws.cited(one.oleh)) or own.standing(day) not in gone]


def _is_younger(entry: str, last: Amendment) -> bool:
    """Tell a clause that names a law given after the last amendment that is known: the table may lack it."""
    named = read_citation(amending(entry))
    return last.citation is not None and named is not None and named.year > last.citation.year


def _amended_once(entry: str) -> bool:
    """Tell a clause that knows of one amendment only."""
    return bool(_ONCE.match(without_clause(entry)[1].strip()))


def _with_clause(entry: str, law: Regulation, day: date | None) -> str:
    own, _ = without_clause(entry)
    ending = re.search(r"[ .;,]*$", entry)
    return f"{own.rstrip(' .;,')} {law.amended_by(day)}{ending[0].strip() if ending else ''}"


@rule("LB13", "warning", source="sopgen: a law is cited once", sure="own")
def no_law_stands_twice(subject: Subject) -> Iterator[Finding]:
    """A law stands once in the legal basis.

    The second time is a slip of copying, in another way of writing perhaps; in task orders it would be printed twice.

    Wrong:
        - Perkap Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat
        - Peraturan Kapolri Nomor 3 Tahun 2015
    Right:
        - Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat
    """
    entries = subject.sop.dasar_hukum.isi
    for n, entry in enumerate(entries):
        words = words_alone(entry)
        above = [m for m in range(n) if same_law(entry, entries[m : m + 1]) or words == words_alone(entries[m])]
        if above:
            what = say("the law stands here already, as number {number}", number=above[0] + 1)
            yield Finding((*BASIS, n), what, say("delete one of the two"), proposal=TakeOut((*BASIS, n)))


@rule("LB14", "warning", source="Perkap 1/2023, annex, how the legal basis is written", sure="A")
def laws_have_their_number(subject: Subject) -> Iterator[Finding]:
    """A law is cited with its number and its year.

    Without them nobody finds it, and nothing can be checked. The constitution and the codes (KUHP, KUHAP) bear none.

    Wrong:
        - Peraturan Kapolri tentang Pemolisian Masyarakat
        - Undang-Undang Nomor 2 tentang Kepolisian Negara Republik Indonesia
    Right:
        - Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia
    """
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        named = kind_in(" ".join(entry.split()))
        if not named or named[1] or read_citation(entry) or is_constitution(entry) or _CODE.search(entry):
            continue
        if _bears_number(entry):
            continue
        what = say("the law is cited without its number and year")
        yield Finding((*BASIS, n), what, say("look it up, and write Nomor ... Tahun ..."))


def _bears_number(entry: str) -> bool:
    """Tell a number of a kind that is not known here: `Nomor M.01.PW.07.03 Tahun 1982`, `60/PMK.02/2021`."""
    head = re.split(r"\btentang\b", entry, maxsplit=1, flags=re.IGNORECASE)[0]
    return re.search(r"\d[\w./-]*[./-]\w", head) is not None or re.search(r"\d.*\b(?:19|20)\d\d\b", head) is not None


@rule("LB15", "warning", source="sopgen: what is cited was there", sure="own")
def no_law_is_younger_than_the_edition(subject: Subject) -> Iterator[Finding]:
    """A law that is cited was given before the SOP takes effect.

    A year to come is a slip of the keys, and the law can not be found by it; a law of later, or one that a later law
    amended, was taken over from a younger document. Within the year the day counts that spec/peraturan.yaml has.

    Wrong:
        - Undang-Undang Nomor 2 Tahun 2202 tentang Kepolisian Negara Republik Indonesia
        - Peraturan Kepolisian Negara Republik Indonesia Nomor 1 Tahun 2021 tentang ...   # SOP tahun 2019
    Right:
        - Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia
    """
    day = basis_day(subject)
    for n, entry in enumerate(subject.sop.dasar_hukum.isi if day else ()):
        for citation in filter(None, map(read_citation, [entry, amending(entry)])):
            law = subject.regulations.find(citation)
            given = law.tanggal if law and law.kepastian != "M" else None
            if day and citation.year > day.year:
                what = say("{law} is of a year after {day}", law=citation.name, day=day)
                fix = say("cite what held on that day, or correct the effective date")
                yield Finding((*BASIS, n), what, fix if law else say("look up the year in the law itself"))
            elif day and given and given > day:
                what = say("{law} was given on {given}, after {day}", law=citation.name, given=given, day=day)
                yield Finding((*BASIS, n), what, say("cite what held on that day, or correct the effective date"))
