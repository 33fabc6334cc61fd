"""What whoever orders should know before the letters are made: the laws they cite, what they do not say."""

from collections.abc import Iterator, Sequence
from datetime import date

from sopgen.jobs.letters.deployment import Deployment
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.model.law.regulation import Standing
from sopgen.model.unit import LetterKind


def legal_notes(work: Work, day: date) -> Iterator[str]:
    """Yield what is to be known of the laws in Dasar: left out, revoked, of unknown standing, not in the table."""
    yield from _left_out(work, day)
    for text in work.ground(day).cited:
        law = work.edition.regulations.cited(text)
        standing = law.standing(day) if law else None
        if law is None:
            yield say("note: Dasar cites what peraturan.yaml does not know: {law}", law=text)
        elif standing is Standing.UNKNOWN:
            yield say("note: Dasar cites {law}; whether it is in force is not known", law=law.sebutan)
        elif standing is Standing.REVOKED:
            yield say("note: Dasar cites {law}, revoked since {since}, as told", law=law.sebutan, since=law.since)


def of_civilians(ones: Sequence[Deployment], work: Work) -> Iterator[str]:
    """Yield that civilians get an assignment, which rests on the unit's own choice: no rule of Polri is known of it.

    ANRI 5/2021 has the assignment for subordinates and other officials; Perkap 1/2023 and Perpol 1/2021 are not
    known to have one for citizens.
    """
    if work.edition.unit.surat_perintah.bentuk is LetterKind.ORDER and any(
        one.kind is LetterKind.ASSIGNMENT for one in ones
    ):
        yield say(
            "note: the civilians of the roster get a Surat Tugas, as the unit chose (surat_perintah.warga); no rule "
            "that is known here has one for citizens. fix: where it is not wanted, `warga: undangan`"
        )


def _left_out(work: Work, day: date) -> Iterator[str]:
    """Yield the revoked laws that the letters do not cite, and what replaced them."""
    left_out = work.ground(day).left_out
    for law in left_out:
        yield say(
            "note: left out of Dasar: {law}, revoked since {since}; now {successor}",
            law=law.sebutan,
            since=law.since,
            successor=work.edition.regulations.successor(law, day) or "?",
        )
    if left_out:
        yield say("fix: cite the new one in surat_perintah.dasar of satuan.yaml; tetap_dikutip keeps the old one")


def unsaid(work: Work, deployment: Deployment) -> Iterator[str]:
    """Yield what the letters of a deployment, once they have their numbers, do not say."""
    year = deployment.day.year
    if not work.edition.unit.surat_perintah.plans_of(year):
        yield say(
            "note: Dasar names no Rengiat and no DIPA of {year}. fix: write them under surat_perintah.rencana of "
            "satuan.yaml",
            year=year,
        )
    if not deployment.hours:
        yield say("note: the letter names no hours. fix: --hours 08.00-12.00, or pukul in the order file")
    if not deployment.place:
        yield say("note: the letter names no place. fix: --place, or tempat in the order file")
