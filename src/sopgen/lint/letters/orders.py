"""Rules over the settings of task orders: the laws on which all of them rest, the pattern of their numbers."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.alike import meant
from sopgen.lint.law.basis import basis_day
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import in_one_case
from sopgen.messages import say
from sopgen.model.law.citation import amending, apart, read_citation, without_clause, without_gazette
from sopgen.model.law.regulation import Regulation, Standing, same_law
from sopgen.model.unit import LetterKind, Unit

# How laws are named in notes.
_SHORT: Final = re.compile(r"\s*(?:UU|PP|Perpres|Permen\w*|Perkap|Perpol|Perda)\b|[^,]*?\b(?:No\.?|thn\.?) ?\d")
_CODE: Final = re.compile(r"[A-Z]{2,4}(?:\.\d{1,2})*\.?")
_BASIS: Final[Loc] = ("surat_perintah", "dasar")


@rule("TO13", "warning", source="spec/peraturan.yaml, standing and title of each law with its source", sure="own")
def what_orders_rest_on_holds(subject: Subject) -> Iterator[Finding]:
    """The laws on which the unit's task orders rest hold today, and bear their own numbers and titles.

    `dasar` in satuan.yaml is printed in every order. A law that was revoked, or one that was mistaken for another,
    stands in all of them until somebody looks.

    Wrong:
        surat_perintah: {dasar: [Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 15 Tahun 2007 ...]}
    Right:
        surat_perintah: {dasar: [Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 1 Tahun 2023 ...]}
    """
    day = subject.today or basis_day(subject)
    laws = subject.regulations
    for n, entry in enumerate(subject.unit.surat_perintah.dasar):
        law, citation = laws.cited(entry), read_citation(entry)
        if law and law.standing(day) is Standing.REVOKED:
            heir = laws.heir(law, day)
            fix = (
                say("cite {law} where it holds the same", law=heir.name) if heir else say("look up what replaced it")
            )
            what = say("{law} is revoked since {since}", law=law.bare, since=law.since)
            yield Finding((*_BASIS, n), what, fix, in_unit=True)
        elif law and law.said_to_be_revoked(day):
            what = say("{law} is revoked since {since}, from memory", law=law.bare, since=law.since)
            yield Finding((*_BASIS, n), what, say("look it up"), in_unit=True)
        elif law and (title := _other_title(entry, law)):
            what, fix = say('the title reads "{text}"', text=title), say('write "{right}"', right=law.judul)
            yield Finding((*_BASIS, n), what, fix, in_unit=True)
        elif (
            law
            and (last := law.amendments(day)[-1:])
            and not same_law(last[0].oleh, [amending(entry), *_entries(subject)])
        ):
            what = say("{law} was amended by {amendment}", law=law.bare, amendment=last[0].oleh)
            fix = say('write "{right}" after the title', right=law.amended_by(day))
            yield Finding((*_BASIS, n), what, fix, in_unit=True)
        elif citation and _SHORT.match(entry):
            what = say('the law is named "{text}"', text=apart(entry)[0].strip())
            yield Finding((*_BASIS, n), what, say('write "{right}"', right=citation.name), in_unit=True)
        elif citation and (other := meant(citation, laws)):
            what = say("{cited} is not known, but its title is that of {law}", cited=citation.name, law=other.bare)
            yield Finding((*_BASIS, n), what, say("look up kind, number and year"), in_unit=True)


def _entries(subject: Subject) -> tuple[str, ...]:
    return subject.unit.surat_perintah.dasar


def _other_title(entry: str, law: Regulation) -> str:
    title = without_gazette(apart(without_clause(entry)[0])[2])[0].rstrip(" .;,)")
    own = in_one_case(law.judul or "")
    return title if own and title and law.kepastian != "M" and in_one_case(title) != own else ""


@rule("TO14", "info", source="numbers of real Sprin of 2019 to 2026: number, month, archive code, year", sure="B")
def numbers_of_orders_bear_their_month(subject: Subject) -> Iterator[Finding]:
    """The number of a task order of the police bears the Roman month and the archive code, in this order.

    Sprin/123/IX/HUK.6.6./2019 is how real orders are numbered; without the month an order is not found in the agenda
    of its month. A hint.

    Wrong:
        nomor: "{awalan}/{urut}/{kka}/{tahun}"
    Right:
        nomor: "{awalan}/{urut}/{bulan_romawi}/{kka}/{tahun}"
    """
    settings = subject.unit.surat_perintah
    yield from _codes(subject.unit)
    fields = [name for name in ("{urut}", "{bulan_romawi}", "{kka}", "{tahun}") if name in settings.nomor]
    if settings.bentuk is not LetterKind.ORDER or not {"{urut}", "{tahun}"} <= set(fields):
        return  # TO02 tells what lacks these
    if "{bulan_romawi}" not in fields:
        what = say('the number lacks the field "{name}"', name="bulan_romawi")
        fix = say('write "{right}"', right="{awalan}/{urut}/{bulan_romawi}/{kka}/{tahun}")
        yield Finding(("surat_perintah", "nomor"), what, fix, in_unit=True)
    elif fields != sorted(fields, key=settings.nomor.index):
        what = say("the fields of the number stand in another order")
        fix = say('write "{right}"', right="{awalan}/{urut}/{bulan_romawi}/{kka}/{tahun}")
        yield Finding(("surat_perintah", "nomor"), what, fix, in_unit=True)


def _codes(unit: Unit) -> Iterator[Finding]:
    """Yield an archive code that is none, an addressee who stands twice, numbers of forms without a month."""
    settings = unit.surat_perintah
    if settings.kka and not _CODE.fullmatch(settings.kka.strip()):
        what = say('"{text}" is no archive code: such as HUK.6.6.', text=settings.kka)
        yield Finding(("surat_perintah", "kka"), what, say("look it up in the table of codes"), in_unit=True)
    for n, text in enumerate(settings.tembusan):
        if in_one_case(text) in map(in_one_case, settings.tembusan[:n]):
            what = say("the item stands here already, as number {number}", number=1 + settings.tembusan.index(text))
            yield Finding(("surat_perintah", "tembusan", n), what, say("name it once"), in_unit=True)
    forms = unit.formulir
    for field in ("nomor_laporan", "nomor_undangan"):
        pattern = getattr(forms, field)
        if settings.bentuk is LetterKind.ORDER and "{tahun}" in pattern and "{bulan_romawi}" not in pattern:
            what = say('the number lacks the field "{name}"', name="bulan_romawi")
            yield Finding(
                ("formulir", field), what, say("write it in braces, as in the shipped satuan.yaml"), in_unit=True
            )
