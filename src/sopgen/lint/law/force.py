"""Rules over what a legal basis may rest on: laws, one an item, in force, with amendments that there are."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.basis import BASIS, basis_day, known
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say
from sopgen.model.law.citation import amending, apart, read_citation, without_clause

_SPOKEN: Final = re.compile(
    r"\b(?:lisan|kebiasaan|kesepakatan rapat|hasil rapat)\b"
    r"|^\s*(?:arahan|atensi|kebijakan (?:pimpinan|kepala|atasan))\b"
    r"|^\s*(?:semua |seluruh )?(?:peraturan|ketentuan)(?: perundang-undangan)?(?: lain(?:nya)?)?(?: yang)?"
    r" (?:berlaku|terkait)\b",
    re.IGNORECASE,
)
# What is not law yet, and what is written about laws.
_BILL: Final = re.compile(
    r"^\W*(?:\w[.)]\s*)?(?:rancangan|ran?perda|raperpol|RUU|RPP|draf|draft|konsep|naskah akademik|buku|makalah"
    r"|modul|artikel"
    r"|berita|situs|laman|https?://|www\.|notulen?|hasil rapat|risalah|proposal|brosur|usulan?|nota dinas|memo)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(r",?\s+(?:dan|serta)\s+(?=(?:Undang-Undang|Peraturan|Keputusan)\b)")
# Laws whose titles name other laws.
_OF_LAWS: Final = re.compile(r"\b(?:Perubahan|Pencabutan|Penetapan|Pelaksanaan)\b", re.IGNORECASE)
# The title of a law that carries out another may go on with what amended that other one.
CARRIES_OUT: Final = re.compile(r"\btentang (?:Peraturan )?Pelaksanaan (?:Undang-Undang|Peraturan)\b", re.IGNORECASE)


@rule("LB30", "warning", source="spec/peraturan.yaml, berlaku_sejak of each law with its source", sure="own")
def laws_are_in_force_already(subject: Subject) -> Iterator[Finding]:
    """A law that is cited is in force on the day from which the SOP takes effect.

    A law may take effect years after it was given, and until then the former one holds. The day is that which
    spec/peraturan.yaml has as `berlaku_sejak`, unless it is from memory only.

    Wrong:
        - Undang-Undang Nomor 1 Tahun 2023 tentang Kitab Undang-Undang Hukum Pidana   # SOP tahun 2024
    Right:
        - Undang-Undang Nomor 1 Tahun 2023 tentang Kitab Undang-Undang Hukum Pidana   # SOP tahun 2026
    """
    day = basis_day(subject)
    for loc, law in known(subject):
        begins = law.berlaku_sejak if law.kepastian != "M" else None
        # Of a law that was not even given, LB15 speaks.
        is_given = day and law.citation and law.citation.year <= day.year and (law.tanggal or day) <= day
        if day and begins and begins > day and is_given:
            what = say("{law} is in force from {begins} on, after {day}", law=law.bare, begins=begins, day=day)
            yield Finding(loc, what, say("cite what holds on that day"))


@rule("LB31", "warning", source="Permenpan RB 35/2012, annex, identity item Dasar Hukum: regulations", sure="B")
def the_legal_basis_is_written_law(subject: Subject) -> Iterator[Finding]:
    """What stands under Dasar Hukum is a regulation, and no bill, spoken order, custom or result of a meeting.

    Nobody can look up what was only said, and nobody is bound by a bill (Rancangan) before it is law.

    Wrong:
        - Arahan lisan Kapolres pada apel pagi
    Right:
        - Peraturan Kepolisian Negara Republik Indonesia Nomor 2 Tahun 2021 tentang ...
    """
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        # What bears a number is written down somewhere.
        found = _BILL.search(entry) or (None if re.search(r"\d", entry) else _SPOKEN.search(entry))
        if found:
            what = say('"{text}" is no regulation', text=found[0].strip())
            yield Finding((*BASIS, n), what, say("cite the regulation, or delete the item"))


@rule("LB32", "warning", source="Perkap 1/2023, annex: each regulation is an item of the legal basis", sure="B")
def each_item_cites_one_law(subject: Subject) -> Iterator[Finding]:
    """An item of the legal basis cites one law.

    With two in one item, neither its number nor its order can be found. Laws whose titles name others are left alone.

    Wrong:
        - Perpol Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat dan Peraturan Pemerintah Nomor 2 ...
    Right:
        - Perpol Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat
        - Peraturan Pemerintah Nomor 2 Tahun 2003 tentang ...
    """
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        if second := second_law(entry):
            what = say("the item cites a second law: {law}", law=second)
            yield Finding((*BASIS, n), what, say("give each law an item of its own"))


def second_law(entry: str) -> str:
    """Return the name of the law that an item cites beside its own one; else nothing."""
    title = apart(without_clause(entry)[0])[2]
    found = _AND.search(title)
    if found is None or read_citation(entry) is None or _OF_LAWS.search(title[: found.start()]):
        return ""
    second = read_citation(title[found.end() :])
    return second.name if second else ""


@rule("LB33", "info", source="spec/peraturan.yaml, diubah_oleh of each law with its source", sure="own")
def amendments_are_known(subject: Subject) -> Iterator[Finding]:
    """The law that is cited as an amendment is one that spec/peraturan.yaml knows.

    What nobody knows may have been made up, or the numbers were exchanged. Only laws that were read are looked at,
    and only amendments that bear Perubahan in their titles; the table may lack one, so that it is a hint.

    Wrong:
        - Undang-Undang Nomor 25 Tahun 2009 ... diubah dengan Undang-Undang Nomor 25 Tahun 2019 tentang Perubahan ...
    Right:
        - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
    """
    for loc, law in known(subject):
        whole = subject.sop.dasar_hukum.isi[int(loc[-1])]
        cited = None if CARRIES_OUT.search(without_clause(whole)[0]) else read_citation(amending(whole))
        if cited is None or law.kepastian != "A" or not cited.title.startswith("Perubahan"):
            continue
        named = {one.citation.key for one in law.diubah_oleh if one.citation}
        if cited.key not in named and subject.regulations.find(cited) is None:
            what = say("{law} is not known as an amendment of {amended}", law=cited.name, amended=law.bare)
            yield Finding(loc, what, say("look up whether there is one"))
