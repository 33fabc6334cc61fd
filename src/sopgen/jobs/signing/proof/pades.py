"""What the signatures of a PDF prove: that nothing was changed, by whose key, when.

The library calls a signature valid as long as the bytes that it covers are intact, whatever stands behind them. Here
it holds only where nothing but further signatures came after it, and no byte of the file could be another one.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from asn1crypto import x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffResult,
    FormUpdatingRule,
    ModificationLevel,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
)
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureStatus
from pyhanko_certvalidator import ValidationContext

from sopgen.errors import VerificationFailed, with_fix
from sopgen.jobs.signing.certificates import BROKEN, common_name, fingerprint, unfit
from sopgen.jobs.signing.proof.cms_form import exact
from sopgen.jobs.signing.proof.trust import USAGE, Chain, chain_of, context
from sopgen.messages import say

Roots = Sequence[x509.Certificate]
Box = tuple[float, float, float, float]
DEEPEST: Final = 32

# What may come after a signature: further ones, and what proves them later. Fields may not be filled in.
ONLY_SIGNATURES: Final = StandardDiffPolicy(
    global_rules=DEFAULT_DIFF_POLICY.global_rules,
    form_rule=FormUpdatingRule([SigFieldCreationRule(), SigFieldModificationRule()]),
)


@dataclass(frozen=True)
class Proof:
    """What one signature proves.

    `at` is the time stamp's time where `stamped`, else what the signer's own clock said; `chain` is None where no
    roots were given; `faults` are the reasons why it does not hold.
    """

    field: str
    certificate: x509.Certificate
    at: datetime | None
    stamped: bool
    chain: Chain | None
    faults: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the signer's certificate."""
        return fingerprint(self.certificate)

    @property
    def holder(self) -> str:
        """Whose certificate it says it is."""
        return common_name(self.certificate)

    @property
    def claimed(self) -> str:
        """The NRP that the field is named by; empty where it is named otherwise."""
        match = re.fullmatch(r"ttd-([0-9]{8}|[0-9]{18})", self.field)
        return match[1] if match else ""


def opened(pdf: bytes) -> PdfFileReader:
    """Return the reader of a PDF. Raises VerificationFailed where it is broken or encrypted."""
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        encrypted, _ = reader.encrypted, reader.root
    except Exception as error:  # a broken PDF makes a parser fail in more ways than can be listed: each is the answer
        raise VerificationFailed(
            with_fix(say("it is no whole PDF"), say("ask for the file again: it was cut or changed on its way"))
        ) from error
    if encrypted:
        raise VerificationFailed(
            with_fix(say("it is encrypted: nobody can check it"), say("ask for it without a password"))
        )
    return reader


def proofs(pdf: bytes, roots: Roots = (), *, check: bool = True) -> list[Proof]:
    """Return what each signature proves, in their order. Raises VerificationFailed where the PDF is broken.

    Without `check` the parts of a signature that no signature covers are not held to one form (see bag.py): those
    of a file whose digest is known are what they are.
    """
    try:
        made = opened(pdf).embedded_signatures
        return [_proof(pdf, one, roots, last=one is made[-1], check=check) for one in made]
    except VerificationFailed:
        raise
    except Exception as error:  # as above
        raise VerificationFailed(
            with_fix(
                say("its signatures can not be read"), say("ask for the file again: it was cut or changed on its way")
            )
        ) from error


def only_signed(pdf: bytes, base: bytes) -> Proof | None:
    """Return the last signature of a PDF that is the base and one signature more; None where it is anything else."""
    try:
        found = proofs(pdf, check=False)
        whole = len(found) == len(opened(base).embedded_signatures) + 1 and not any(one.faults for one in found)
    except VerificationFailed:
        return None
    return found[-1] if whole and only_signatures_since(pdf, base) else None


def only_signatures_since(pdf: bytes, base: bytes) -> bool:
    """Tell whether a PDF is the base, byte for byte, and nothing but signatures after it."""
    if not pdf.startswith(base):
        return False
    try:
        return _only_signatures(opened(base), opened(pdf))
    except Exception:  # as above
        return False


def _only_signatures(before: PdfFileReader, now: PdfFileReader) -> bool:
    last = before.xrefs.total_revisions - 1
    # An update that does not go on from the base's own cross-references would show another document.
    if now.xrefs.get_startxref_for_revision(last) != before.last_startxref:
        return False
    old = now.get_historical_resolver(last)
    if "/AcroForm" not in old.root:
        # The library compares forms with forms: that of a document which nobody has signed yet is empty.
        flags = now.root["/AcroForm"].get("/SigFlags", generic.NullObject())
        empty = {"/Fields": generic.ArrayObject(), "/SigFlags": flags}
        old.root["/AcroForm"] = generic.DictionaryObject({generic.pdf_name(key): empty[key] for key in empty})
    change = ONLY_SIGNATURES.review_file(now, old)
    return isinstance(change, DiffResult) and change.modification_level <= ModificationLevel.FORM_FILLING


def signature_boxes(pdf: bytes) -> Iterator[tuple[int, Box]]:
    """Yield page (from 0) and box (points) of every visible block of a signature."""
    reader = opened(pdf)
    for number in range(int(reader.root["/Pages"]["/Count"])):
        page = reader.find_page_for_modification(number)[0].get_object()
        for note in page.get("/Annots", ()):
            widget = note.get_object()
            if _inherited(widget, "/FT") == "/Sig" and "/Rect" in widget:
                left, bottom, right, top = _box(widget["/Rect"])
                if right > left and top > bottom:
                    yield number, (left, bottom, right, top)


def _box(rect: Iterable[float]) -> Box:
    """Return a rectangle by its lower left and upper right corner: any two opposite ones do (ISO 32000-1, 7.9.5)."""
    x, y, other_x, other_y = (float(value) for value in rect)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def _inherited(field: Any, key: str) -> object:
    """Return the value of a field, which its parents may give it (ISO 32000-1, 12.7.3.1)."""
    for _ in range(DEEPEST):
        if key in field:
            return field[key]
        if "/Parent" not in field:
            return None
        field = field["/Parent"]
    return None


def _proof(pdf: bytes, made: EmbeddedPdfSignature, roots: Roots, *, last: bool, check: bool) -> Proof:
    status = _status(made, roots)
    stamp = status.timestamp_validity
    stamped = bool(stamp and stamp.intact and stamp.valid)
    at = stamp.timestamp if stamp and stamped else made.self_reported_timestamp

    def trusted(moment: datetime | None) -> bool:
        judged = status if moment is None else _validated(made, context(roots, moment), context(roots))
        return bool(judged.trusted)

    return Proof(
        field=made.field_name,
        certificate=made.signer_cert,
        at=at,
        stamped=stamped,
        chain=chain_of(made.signer_cert, at, trusted) if roots else None,
        faults=tuple(_faults(pdf, made, status, last=last, check=(roots if check else None))),
    )


def _status(made: EmbeddedPdfSignature, roots: Roots) -> PdfSignatureStatus:
    """Return the library's verdict; a trusted time stamp moves it to the time of signing."""
    status = _validated(made, context(roots), context(roots))
    stamp = status.timestamp_validity
    if stamp is None or not stamp.trusted:
        return status
    return _validated(made, context(roots, stamp.timestamp), context(roots))


def _validated(made: EmbeddedPdfSignature, signer: ValidationContext, stamp: ValidationContext) -> PdfSignatureStatus:
    return validate_pdf_signature(made, signer, stamp, ONLY_SIGNATURES, USAGE)


def _faults(
    pdf: bytes, made: EmbeddedPdfSignature, status: PdfSignatureStatus, *, last: bool, check: Roots | None
) -> Iterator[str]:
    if not (status.intact and status.valid):
        yield say("what it covers was changed")
    if not _framed(pdf, made):
        yield say("it is not written as signatures are")
    if last and (status.coverage, status.modification_level) != (
        SignatureCoverageLevel.ENTIRE_FILE,
        ModificationLevel.NONE,
    ):
        yield say("something was added to the file after it")
    if not last and not _only_signed_after(status):
        yield say("the file was changed after it by more than signatures")
    if status.timestamp_validity and not (status.timestamp_validity.intact and status.timestamp_validity.valid):
        yield say("its time stamp is broken")
    if reason := weakness(made.signer_cert, status):
        yield reason
    if check is not None and not exact(made.pkcs7_content, check):
        yield say("parts of it that are not signed were changed, or its chain needs its root (--trust)")


def weakness(cert: x509.Certificate, status: SignatureStatus) -> str | None:
    """Return why a signature would prove nothing though it is intact: its certificate, its key or its digest."""
    if status.md_algorithm in BROKEN:
        return say("it is made with {hash}, which can be forged", hash=status.md_algorithm.upper())
    return unfit(cert)


def _only_signed_after(status: PdfSignatureStatus) -> bool:
    level = status.modification_level
    return bool(
        status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
        and status.docmdp_ok
        and level is not None
        and level <= ModificationLevel.FORM_FILLING
    )


def _framed(pdf: bytes, made: EmbeddedPdfSignature) -> bool:
    """Tell whether the signature fills the gap in what it covers, written in one case of hexadecimal digits."""
    start, length, after, _ = (int(value) for value in made.byte_range)
    frame = pdf[start + length : after]
    written = re.fullmatch(rb"<([0-9a-f]*|[0-9A-F]*)>", frame)
    return start == 0 and written is not None and bytes.fromhex(written[1].decode()) == made.pkcs7_content
