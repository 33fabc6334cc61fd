"""Rules over what a document that many read must not carry: personal data, claims of a signature."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.people.person import POLICE
from sopgen.model.people.personal import hidden, personal_numbers
from sopgen.model.printed import Printed, printed

CLAIM: Final = re.compile(
    r"dokumen ini (?:telah )?ditandatangani secara elektronik|sertifikat elektronik yang diterbitkan", re.IGNORECASE
)


@rule(
    "PR01",
    "error",
    source="UU 27/2022, protection of personal data; the SOP is read by many",
    sure="M",
    stops="approval",
)
def no_personal_data_in_the_text(subject: Subject) -> Iterator[Finding]:
    """The text of an SOP carries no personal numbers: no NRP, NIP, NIK or mobile telephone.

    An SOP names posts, not people; only the official who approves it stands there with his number. Names and numbers
    of those who go on a task belong in the roster, which stays out of the repository.

    Wrong:
        uraian: Menghubungi petugas piket (0812 0000 0000)
    Right:
        uraian: Menghubungi petugas piket
    """
    for one in printed(subject.sop):
        found = next(personal_numbers(one.text), None)
        if found and one.kind is not Printed.PERSON:
            what = say("the text holds personal data: {text}", text=hidden(found))
            yield Finding(one.loc, what, say("name the post; people and their numbers belong in the roster"))


_RANKED: Final = re.compile(
    rf"\b(?:{'|'.join(short for short, _ in POLICE if ' ' not in short)})(?:\.? (?!Pol\b)[A-Z][a-z]+){{1,3}}"
)


# Who is addressed by a name of two words, or bears a degree behind it.
_CALLED: Final = re.compile(
    r"\b(?:Ibu|Bapak|Pak|Bu|Sdr|Sdri|Saudara|Saudari|Hj|Drs|Dra)\.? (?!Kepala|Ka|Camat|Lurah|Bupati|Wali|Guru"
    r"|Dinas|Desa)"
    r"[A-Z][a-z]+ (?!Kota|Kabupaten|Desa|Kelurahan|Kecamatan|Negara)[A-Z][a-z]+(?:, [SMD]\.[A-Z])?"
    r"|\b[A-Z][a-z]+ [A-Z][a-z]+, (?:S\.(?:H|E|Sos|Pd|Kom|IP|STP|I\.K)|M\.(?:H|Si|M|Pd))\."
)


@rule("PR41", "warning", source="Permenpan RB 35/2012, annex: roles, not people, do the work", sure="A")
def texts_name_no_people(subject: Subject) -> Iterator[Finding]:
    """The text of an SOP names posts, not people.

    People move on, and the SOP stays; and many read it. Only the official who approves it stands there by name. Found
    are ranks and forms of address with a name after them, and names with degrees.

    Wrong:
        uraian: Menyusun laporan bersama Bripka Andi Contoh
    Right:
        uraian: Menyusun laporan bersama petugas piket
    """
    for one in texts(subject, {Printed.WORDS}):
        found = None if one.in_unit else (_RANKED.search(one.text) or _CALLED.search(one.text))
        if found:
            yield one.finding(say('"{text}" names a person', text=found[0]), say("name the post"))


@rule(
    "SG01",
    "error",
    source="UU 11/2008 and PP 71/2019: a certified electronic signature is made by its owner, never by a text",
    sure="B",
    stops="approval",
)
def no_text_claims_a_signature(subject: Subject) -> Iterator[Finding]:
    """No text of the spec says that the document is signed electronically.

    That line is printed by the signature itself, in that mode only. Written into the text, it stands on copies that
    nobody has signed: a false statement.

    Wrong:
        instansi: [SATUAN CONTOH, Dokumen ini telah ditandatangani secara elektronik]
    Right:
        instansi: [SATUAN CONTOH]
    """
    for one in texts(subject):
        if CLAIM.search(one.text):
            what = say("the text says that the document is signed electronically")
            yield one.finding(what, say("delete it; the signature itself prints that line"))
