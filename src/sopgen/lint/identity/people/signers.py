"""Rules over those who sign the head of a controlled document, and those who initial the draft."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import words_alone
from sopgen.messages import closest, say
from sopgen.model.identity import Identity
from sopgen.model.people.person import rank

_OVER: Final = ("dibuat oleh", "disusun oleh", "diperiksa oleh", "disetujui oleh", "disahkan oleh", "ditinjau oleh")
_EXAMPLE: Final = "0000"
_NEAR: Final = 0.85
_SECTION: Final = re.compile(r"\bka?sat ?(\w{4,})", re.IGNORECASE)
# Those who initial a draft, from the author up.
_LADDER: Final = (r"\bkonseptor\b", r"\b(?:kanit|kaur|kasubsi)", r"\b(?:kasat|kabag|kasi)", r"\bwaka")
_FIRST: Final = re.compile(r"\b(?:pertama|perdana|awal|baru)\b", re.IGNORECASE)
_NEXT: Final = re.compile(r"\b(?:terbitan|revisi|edisi|perubahan) (?:kedua|ketiga|keempat|ke-?\d|[2-9])\b", re.I)


@rule("ID80", "warning", source="Permenpan RB 35/2012, annex: who made an SOP does not examine it", sure="own")
def each_signature_is_of_another(subject: Subject) -> Iterator[Finding]:
    """Each signature in the head is under words of its own, and of another person.

    One name or number under Dibuat oleh and Diperiksa oleh means that nobody examined the SOP, or that a cell was
    copied and not changed; two cells under the same words leave one of the acts out. Nobody who made or examined it
    outranks who approves it, and the record of a first edition does not tell of a second.

    Wrong:
        kendali: [{judul: Dibuat oleh, nama: A, ...}, {judul: Diperiksa oleh, nama: A, ...}]
    Right:
        kendali: [{judul: Dibuat oleh, nama: A, ...}, {judul: Diperiksa oleh, nama: B, ...}]
    """
    identity = subject.sop.identitas
    for n, signer in enumerate(identity.kendali):
        loc: Loc = ("identitas", "kendali", n)
        above = identity.kendali[:n]
        number = signer.nrp if signer.nrp and not signer.nrp.startswith((".", _EXAMPLE)) else None
        if any(words_alone(one.judul) == words_alone(signer.judul) for one in above):
            what = say('"{text}" stands over another signature, too', text=signer.judul)
            yield Finding((*loc, "judul"), what, say("correct one of the two"))
        if any(words_alone(one.nama) == words_alone(signer.nama) or (number and one.nrp == number) for one in above):
            what = say("{name} signs twice, or somebody with the same number", name=signer.nama)
            yield Finding((*loc, "nama"), what, say("write who signs here"))
        if (near := closest(words_alone(signer.judul), _OVER, _NEAR)) and near != words_alone(signer.judul):
            what = say('"{word}" is misspelt', word=signer.judul)
            yield Finding((*loc, "judul"), what, say('write "{right}"', right=near.capitalize()))
        if _outranks(signer.pangkat, identity):
            words = {"rank": signer.pangkat, "chief": identity.pengesah.pangkat}
            yield Finding(
                (*loc, "pangkat"), say("{rank} signs below {chief}", **words), say("correct one of the two")
            )
    for n, section in enumerate(subject.sop.bagian):
        rows = section.riwayat or ()
        if identity.nomor_revisi == 0 and len(rows) == 1 and _NEXT.search(rows[0].isi_perubahan):
            what = say('"{text}" in the record of a first edition', text=rows[0].isi_perubahan)
            yield Finding(("bagian", n, "riwayat", 0, "isi_perubahan"), what, say("correct one of the two"))


def _outranks(held: str, identity: Identity) -> bool:
    one, chief = rank(held), rank(identity.pengesah.pangkat)
    return bool(one and chief and one.order and chief.order and one.order > chief.order)


@rule("ID81", "warning", source="office practice of a Polres: a draft is initialled from its author up", sure="B")
def drafts_are_initialled_from_below(subject: Subject) -> Iterator[Finding]:
    """Those who initial the draft are of the unit's own section, and stand in their order: the author first.

    The Kasat of another section does not answer for the SOP. Whoever stands higher initials later: Konseptor, Kanit,
    Kasat, Waka.

    Wrong:
        paraf: [Wakapolres, Kasat Lantas, Konseptor]   # satuan_kerja: SATBINMAS POLRES CONTOH
    Right:
        paraf: [Konseptor, Kasat Binmas, Wakapolres]
    """
    office = subject.sop.identitas.satuan_kerja
    yield from _initials(("paraf",), subject.sop.paraf, office, in_unit=False)
    settings = subject.unit.surat_perintah
    yield from _initials(("surat_perintah", "paraf"), settings.paraf, subject.unit.nama, in_unit=True)


def _initials(loc: Loc, initials: Sequence[str], office: str, *, in_unit: bool) -> Iterator[Finding]:
    own = re.search(r"\bSAT ?(\w{4,})", office, re.IGNORECASE)
    steps: list[int] = []
    for n, text in enumerate(initials):
        named = _SECTION.search(text)
        if own and named and named[1].casefold() != own[1].casefold():
            what = say('"{text}" does not name {place}', text=text, place=office)
            yield Finding((*loc, n), what, say("correct one of the two"), in_unit)
        steps += [k for k, step in enumerate(_LADDER) if re.search(step, text, re.IGNORECASE)][:1]
    if len(steps) > 1 and steps != sorted(steps):
        what = say("they do not stand in their order: the author first, the deputy last")
        yield Finding(loc, what, say("put them in their order"), in_unit)
