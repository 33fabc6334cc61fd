"""Whether the official who approves an edition has signed its final document as it stands."""

from collections.abc import Sequence
from pathlib import Path

from sopgen.model.life.record import FINAL, Signature, SigningWay
from sopgen.model.life.state import uncancelled
from sopgen.model.sop import Status
from sopgen.read.load import Edition


def is_signed(edition: Edition) -> bool:
    """Tell whether the record holds the approver's signature on the document, made anew, and the archive keeps it."""
    kept = [one for one in edition.record.file.tanda_tangan if one.berkas == FINAL] if edition.record else []
    own = [one for one in kept if one.oleh.nrp == edition.sop.identitas.pengesah.nrp]
    own = [
        one for one in own if _after_approval(edition, one) and _known(edition, one) and _archived(edition, one, kept)
    ]
    return bool(own) and _on_final(edition, own, kept)


def _after_approval(edition: Edition, signature: Signature) -> bool:
    """Tell whether it is no older than the approval that released the text to be signed."""
    days = [one.tanggal for one in uncancelled(edition.events) if one.keadaan is Status.READY]
    return bool(days) and signature.tanggal >= days[-1]


def _known(edition: Edition, signature: Signature) -> bool:
    """Tell whether an electronic signature was made with a certificate that is registered for its official."""
    own = edition.unit.certificates_of(signature.oleh.nrp)
    return signature.cara is SigningWay.INK or signature.sertifikat in own


def _archived(edition: Edition, signature: Signature, kept: Sequence[Signature]) -> bool:
    """Tell whether the archive keeps what was signed; one kept elsewhere can not be looked at."""
    from sopgen.jobs.life.remake import sha256  # here, since it loads Word and Typst

    if signature.tersimpan is None:
        return True
    path = Path(edition.unit_source.file).absolute().parents[1] / signature.tersimpan
    return path.is_file() and sha256(path.read_bytes()) in {one.hasil for one in kept}


def _on_final(edition: Edition, own: Sequence[Signature], kept: Sequence[Signature]) -> bool:
    """Tell it by the document itself, made anew: a comment in the spec since then is no other document."""
    from sopgen.jobs.life import remake  # here, since it loads Word and Typst

    firsts = [_first(one, kept) for one in own]
    return any(remake.prints(remake.as_signed(edition), FINAL, first) for first in firsts)


def _first(signature: Signature, kept: Sequence[Signature]) -> str:
    """Return the digest of the file that the first of several signers signed."""
    signed = {one.hasil: one.sidik for one in kept}
    digest = signature.sidik
    for _ in kept:
        digest = signed.get(digest, digest)
    return digest
