"""A signature's proof in words."""

from collections.abc import Iterator

from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.pades import Proof
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.jobs.signing.proof.signers import owner
from sopgen.jobs.signing.proof.trust import Chain
from sopgen.jobs.signing.records import COPY
from sopgen.messages import say
from sopgen.model.life.record import Signature


def signature(
    number: int, proof: Proof, known: Evidence, entry: Signature | None, content: bytes
) -> Iterator[Statement]:
    """Yield what one signature on a file proves; `entry` is its line in the record, where that knows its result."""
    at = f"{proof.at.astimezone():%Y-%m-%d %H:%M:%S %z}" if proof.at else "-"
    clock = say("by a time stamp") if proof.stamped else say("by the signer's own clock")
    said = say("signature {n}: {name}, {at} {clock}", n=number, name=proof.holder, at=at, clock=clock)
    for fault in proof.faults:
        yield fails(f"{said}: {fault}")
    if not proof.faults:
        yield holds(say("{signature}: intact", signature=said))
    yield from owner(number, proof, known, content)
    yield from _chain(number, proof, recorded=entry is not None)


def _chain(number: int, proof: Proof, *, recorded: bool) -> Iterator[Statement]:
    ended = proof.certificate.not_valid_after.date()
    if proof.chain is Chain.TRUSTED:
        yield holds(say("signature {n}: its certificate leads to a root that you trust", n=number))
    elif proof.chain is Chain.NO_ROOT:
        yield fails(say("signature {n}: its certificate leads to no root that you trust", n=number))
    elif proof.chain is Chain.NOT_VALID:
        what = say("signature {n}: its certificate leads to a root that you trust, but was not valid then", n=number)
        yield fails(what)
    elif proof.chain is Chain.EXPIRED_SINCE:
        what = say(
            "signature {n}: its certificate, of a root that you trust, has expired since ({day}); "
            "no time stamp proves that it was made before",
            n=number,
            day=ended,
        )
        yield note(what) if recorded else fails(what)


def limits(known: Evidence) -> Iterator[Statement]:
    """Yield what a check without a network, without roots or without the record can not tell."""
    if known.copied:
        yield note(
            say(
                "who signed is told by {file} beside it, which who changed the file could change too: "
                "compare the fingerprints with the office",
                file=COPY,
            )
        )
    if not known.roots:
        yield note(say("certificates were not checked against a trust list (--trust): names are what they say"))
    yield note(say("whether a certificate was revoked was not checked: that needs the network"))
