"""Whether the official who approves an edition has signed its final document as it stands."""

import hashlib
from collections.abc import Sequence

from sopgen.jobs.provenance import spec_digest
from sopgen.model.life.record import Signature
from sopgen.read.load import Edition
from sopgen.workspace import templates

FINAL = "sop.pdf"


def is_signed(edition: Edition) -> bool:
    """Tell whether the record holds the approver's signature, by ink or electronic, on the final document."""
    kept = [one for one in edition.record.file.tanda_tangan if one.berkas == FINAL] if edition.record else []
    own = [one for one in kept if one.oleh.nrp == edition.sop.identitas.pengesah.nrp]
    return any(_since_approval(edition, one) for one in own) or (bool(own) and _on_final(edition, own, kept))


def _since_approval(edition: Edition, signature: Signature) -> bool:
    approval = edition.life.approval
    return approval is not None and signature.tanggal >= approval.tanggal and signature.spec == spec_digest(edition)


def _on_final(edition: Edition, own: Sequence[Signature], kept: Sequence[Signature]) -> bool:
    """Tell it by the document itself, made anew: a comment in the spec since then is no other document."""
    from sopgen.jobs.build import document  # here, since it loads Word and Typst
    from sopgen.jobs.work import Work

    made = dict(document(Work(edition, templates(edition.path))))[FINAL]
    final = hashlib.sha256(made).hexdigest()
    return any(final == _first(one, kept) for one in own)


def _first(signature: Signature, kept: Sequence[Signature]) -> str:
    """Return the digest of the file that the first of several signers signed."""
    signed = {one.hasil: one.sidik for one in kept}
    digest = signature.sidik
    for _ in kept:
        digest = signed.get(digest, digest)
    return digest
