"""A signature's proof in words."""

from collections.abc import Iterator

from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.pades import Proof
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.messages import say


def signature(number: int, proof: Proof) -> Iterator[Statement]:
    """Yield what one signature proves."""
    at = f"{proof.at.astimezone():%Y-%m-%d %H:%M:%S %z}" if proof.at else "-"
    clock = say("by a time stamp") if proof.stamped else say("by the signer's own clock")
    said = say("signature {n}: {name}, {at} {clock}", n=number, name=proof.holder, at=at, clock=clock)
    for fault in proof.faults:
        yield fails(f"{said}: {fault}")
    if not proof.faults:
        yield holds(say("{signature}: intact", signature=said))
    if proof.trusted is True:
        yield holds(say("signature {n}: its certificate leads to a root that you trust", n=number))
    if proof.trusted is False:
        yield fails(say("signature {n}: its certificate leads to no root that you trust, or was not valid", n=number))


def limits(known: Evidence) -> Iterator[Statement]:
    """Yield what a check without a network, and maybe without roots, can not tell."""
    if not known.roots:
        yield note(say("certificates were not checked against a trust list (--trust): names are what they say"))
    yield note(say("whether a certificate was revoked was not checked: that needs the network"))
