"""Signatures that lie beside a file (RFC 5652, detached): sop.docx.p7s, sop.docx.2.p7s and so on."""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from asn1crypto import cms
from pyhanko.sign.general import extract_certificate_info
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko.sign.validation.status import StandardCMSSignatureStatus

from sopgen.errors import VerificationFailed
from sopgen.jobs.signing.final_files import digest, name_of
from sopgen.jobs.signing.proof.cms_form import exact
from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.pades import Proof, Roots
from sopgen.jobs.signing.proof.result import Statement, fails, holds, note
from sopgen.jobs.signing.proof.sentences import limits, signature
from sopgen.jobs.signing.proof.trust import USAGE, context
from sopgen.messages import say
from sopgen.model.life.record import SigningWay

ENDING: Final = ".p7s"


def free_path(file: Path) -> Path:
    """Return where the next signature beside a file goes."""
    number = len(beside(file)) + 1
    return file.with_name(f"{file.name}{ENDING}" if number == 1 else f"{file.name}.{number}{ENDING}")


def beside(file: Path) -> list[Path]:
    """Return the signatures beside a file, in their order."""
    return sorted(file.parent.glob(f"{file.name}*{ENDING}"), key=lambda path: (len(path.name), path.name))


def detached_proof(content: bytes, made: bytes, roots: Roots = (), *, check: bool = True) -> Proof:
    """Return what a detached signature proves of a file. Raises VerificationFailed where it is broken."""
    try:
        signed = cms.ContentInfo.load(made, strict=True)["content"]
        status = _status(content, signed, roots)
        certificate = extract_certificate_info(signed).signer_cert
    except Exception as error:  # a broken form makes two libraries fail in more ways than can be listed
        reason = str(error) or type(error).__name__
        raise VerificationFailed(say("its signatures can not be read: {reason}", reason=reason)) from error
    stamp = status.timestamp_validity
    stamped = bool(stamp and stamp.intact and stamp.valid)
    return Proof(
        field="",
        certificate=certificate,
        at=stamp.timestamp if stamp and stamped else status.signer_reported_dt,
        stamped=stamped,
        trusted=status.trusted if roots else None,
        faults=tuple(_faults(made, status, roots if check else None)),
    )


def file_findings(file: Path, content: bytes, known: Evidence) -> Iterator[Statement]:
    """Yield what a file that carries no signature itself, such as a DOCX, proves by those that lie beside it."""
    name = name_of(content, known.manifest)
    if known.manifest and name:
        yield holds(say("edition {edition}: {name} as the build made it", edition=known.manifest.edition, name=name))
    elif known.manifest:
        yield fails(say("it is no file of the manifest of {edition}", edition=known.manifest.edition))
    signatures = [path.read_bytes() for path in beside(file)]
    for number, made in enumerate(signatures, 1):
        recorded = digest(made) in {one.hasil for one in known.records}
        try:
            yield from signature(number, detached_proof(content, made, known.roots, check=not recorded))
        except VerificationFailed as error:
            yield fails(str(error))
    if signatures:
        yield from limits(known)
    elif known.manifest:
        yield note(say("no signature lies beside it"))
    else:
        yield fails(say("it carries no signature and has no manifest beside it: nothing proves it"))
    yield from _recorded(name or file.name, set(map(digest, signatures)), known)


def _status(content: bytes, signed: cms.SignedData, roots: Roots) -> StandardCMSSignatureStatus:
    def validated(moment: datetime | None = None) -> StandardCMSSignatureStatus:
        judged = async_validate_detached_cms(
            content, signed, context(roots, moment), context(roots), key_usage_settings=USAGE
        )
        return asyncio.run(judged)

    status = validated()
    stamp = status.timestamp_validity
    return validated(stamp.timestamp) if stamp is not None and stamp.trusted else status


def _faults(made: bytes, status: StandardCMSSignatureStatus, check: Roots | None) -> Iterator[str]:
    if not (status.intact and status.valid):
        yield say("what it covers was changed")
    if status.timestamp_validity and not (status.timestamp_validity.intact and status.timestamp_validity.valid):
        yield say("its time stamp is broken")
    if check is not None and not exact(made, check):
        yield say("parts of it that are not signed were changed, or its chain needs its root (--trust)")


def _recorded(name: str, present: set[str], known: Evidence) -> Iterator[Statement]:
    """Yield whether every signature of the record lies beside the file."""
    for one in known.of(name):
        if one.cara is SigningWay.CMS and one.hasil not in present:
            yield fails(say("the signature of {name} ({date}) was removed", name=one.oleh.nama, date=one.tanggal))
