"""What a PDF proves by itself and beside its manifest and record."""

import itertools
from collections.abc import Iterator
from typing import Final

from sopgen.errors import VerificationFailed
from sopgen.jobs.signing.final_files import SignedBase, base_of, digest
from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.origin import origin
from sopgen.jobs.signing.proof.pades import only_signatures_since, proofs, signature_boxes
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.jobs.signing.proof.sentences import limits, signature
from sopgen.jobs.signing.records import COPY
from sopgen.jobs.signing.way import IN_PDF
from sopgen.jobs.signing.ways.bsre_page import foot_in
from sopgen.jobs.signing.ways.place import overlap, words_drawn, words_under
from sopgen.messages import say

MOST_WORDS: Final = 400


def pdf_findings(pdf: bytes, known: Evidence) -> list[Statement]:
    """Return what a PDF proves: the build's file in it, each signature, nothing else."""
    try:
        return list(_findings(pdf, known))
    except VerificationFailed as error:
        return [fails(str(error))]
    except Exception as error:  # a PDF that was made to mislead breaks two parsers in more ways than can be listed
        return [fails(say("it can not be read: {reason}", reason=str(error) or type(error).__name__))]


def _findings(pdf: bytes, known: Evidence) -> Iterator[Statement]:
    # A copy beside the file is no reason to look less closely at it.
    recorded = not known.copied and any(one.hasil == digest(pdf) for one in known.records)
    base = base_of(pdf, known.manifest.files) if known.manifest else None
    found = proofs(pdf, known.roots, check=not recorded)
    yield from _edition(known, base, signed=bool(found))
    for number, proof in enumerate(found, 1):
        yield from signature(number, proof, known, known.signed_with(proof.fingerprint) if recorded else None, pdf)
    if found:
        yield from limits(known)
        yield from _blocks(pdf)
    if base:
        yield from _added(pdf, base, signed=bool(found))
        yield from _recorded(pdf, known, base.name, signed=bool(found))


def _edition(known: Evidence, base: SignedBase | None, *, signed: bool) -> Iterator[Statement]:
    if known.manifest and base:
        yield from origin(known, base.name)
    elif known.manifest:
        yield fails(say("it does not begin as any file of the manifest of {edition}", edition=known.manifest.edition))
    elif signed:
        yield note(say("no manifest beside it: which edition it is can not be told"))
    else:
        yield fails(say("it carries no signature and has no manifest beside it: nothing proves it"))


def _blocks(pdf: bytes) -> Iterator[Statement]:
    """Yield what the visible blocks say, and a fault for one that hides words of a page or another block."""
    boxes = list(signature_boxes(pdf))
    for page, box in boxes:
        words = words_under(pdf, page, box)
        if words:
            yield fails(say('a signature covers words of page {page}: "{words}"', page=page + 1, words=words[:80]))
    for page, words in words_drawn(pdf, boxes):
        yield note(say('what a signature shows on page {page}: "{words}"', page=page + 1, words=words[:MOST_WORDS]))
    for (page, one), (other_page, other) in itertools.combinations(boxes, 2):
        if page == other_page and overlap(one, other):
            yield fails(say("two signatures cover each other on page {page}", page=page + 1))


def _added(pdf: bytes, base: SignedBase, *, signed: bool) -> Iterator[Statement]:
    made = pdf[: base.length]
    if pdf == made:
        yield note(say("it carries no signature"))
        return
    foot = foot_in(pdf, base.length)
    if foot and signed and only_signatures_since(pdf, foot.content):
        yield holds(say("BSrE's page foot and the block of {post} were printed before signing", post=foot.block.post))
        if words_under(made, foot.place.page, foot.place.points):
            yield fails(say("the block covers words of page {page}", page=foot.place.page + 1))
    elif signed and only_signatures_since(pdf, made):
        yield holds(say("nothing but signatures was added to the file of the build"))
    else:
        yield fails(say("more than signatures was added to the file of the build"))


def _recorded(pdf: bytes, known: Evidence, name: str, *, signed: bool) -> Iterator[Statement]:
    """Yield whether the PDF has every signature of the record, and no byte more or less."""
    records = [one for one in known.of(name) if one.cara in IN_PDF]
    if not records:
        if signed:
            yield note(say("no record of its signatures here: whether one is missing can not be told"))
        return
    results = [one.hasil for one in records]
    value = digest(pdf)
    if value == results[-1]:
        yield _as_then(records[-1].oleh.nama, known)
        return
    kept = records[: results.index(value) + 1] if value in results else []
    missing = ", ".join(f"{one.oleh.nama} ({one.tanggal})" for one in records[len(kept) :])
    yield fails(say("not the file that the record knows; recorded signatures that it lacks: {names}", names=missing))


def _as_then(name: str, known: Evidence) -> Statement:
    if known.copied:
        return holds(say("the same bytes as when {name} had signed, as {file} beside it says", name=name, file=COPY))
    return holds(say("the same bytes as recorded when {name} had signed", name=name))
