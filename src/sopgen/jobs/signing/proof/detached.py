"""Signatures that lie beside a file (RFC 5652, detached): sop.docx.p7s, sop.docx.2.p7s and so on."""

import asyncio
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from asn1crypto import cms
from pyhanko.sign.general import extract_certificate_info
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko.sign.validation.status import StandardCMSSignatureStatus

from sopgen.errors import VerificationFailed, with_fix
from sopgen.jobs.signing.final_files import digest, name_of
from sopgen.jobs.signing.proof.cms_form import exact
from sopgen.jobs.signing.proof.known import Evidence
from sopgen.jobs.signing.proof.origin import origin, placed
from sopgen.jobs.signing.proof.pades import Proof, Roots, weakness
from sopgen.jobs.signing.proof.result import Statement, fails, note
from sopgen.jobs.signing.proof.sentences import limits, signature
from sopgen.jobs.signing.proof.trust import USAGE, chain_of, context
from sopgen.messages import say
from sopgen.model.life.record import SigningWay

ENDING: Final = ".p7s"


def free_path(file: Path) -> Path:
    """Return where the next signature beside a file goes."""
    number = len(beside(file)) + 1
    return file.with_name(f"{file.name}{ENDING}" if number == 1 else f"{file.name}.{number}{ENDING}")


def beside(file: Path) -> list[Path]:
    """Return the signatures beside a file, in their order."""
    name = re.compile(rf"{re.escape(file.name)}(\.\d+)?{re.escape(ENDING)}")
    near = file.parent.iterdir() if file.parent.is_dir() else ()
    found = (path for path in near if name.fullmatch(path.name))
    return sorted(found, key=lambda path: (len(path.name), path.name))


def detached_proof(content: bytes, made: bytes, roots: Roots = (), *, check: bool = True) -> Proof:
    """Return what a detached signature proves of a file. Raises VerificationFailed where it is broken."""
    try:
        signed = cms.ContentInfo.load(made, strict=True)["content"]
        status, judged = _status(content, signed, roots)
        certificate = extract_certificate_info(signed).signer_cert
    except Exception as error:  # a broken form makes two libraries fail in more ways than can be listed
        raise VerificationFailed(
            with_fix(
                say("its signatures can not be read"), say("ask for the file again: it was cut or changed on its way")
            )
        ) from error
    stamp = status.timestamp_validity
    stamped = bool(stamp and stamp.intact and stamp.valid)
    at = stamp.timestamp if stamp and stamped else status.signer_reported_dt

    def trusted(moment: datetime | None) -> bool:
        return bool((status if moment is None else judged(moment)).trusted)

    return Proof(
        field="",
        certificate=certificate,
        at=at,
        stamped=stamped,
        chain=chain_of(certificate, at, trusted) if roots else None,
        faults=tuple(_faults(made, status, roots if check else None)),
    )


def file_findings(file: Path, content: bytes, known: Evidence) -> Iterator[Statement]:
    """Yield what a file that carries no signature itself, such as a DOCX, proves by those that lie beside it."""
    name, signed = name_of(content, known.manifest), bool(beside(file))
    if known.manifest and name:
        yield from origin(known, name)
        yield from placed(known, file, name)
    elif known.manifest:
        yield fails(say("it is no file of the manifest of {edition}", edition=known.manifest.edition))
    elif signed:
        yield note(say("no manifest beside it: which edition it is can not be told"))
    yield from signatures_beside(file, content, known)
    if known.manifest and not signed:
        yield note(say("no signature lies beside it"))
    elif not signed:
        yield fails(say("it carries no signature and has no manifest beside it: nothing proves it"))
    yield from _recorded(name or file.name, {digest(path.read_bytes()) for path in beside(file)}, known)


def signatures_beside(file: Path, content: bytes, known: Evidence) -> Iterator[Statement]:
    """Yield what each signature that lies beside a file proves."""
    paths = beside(file)
    for number, path in enumerate(paths, 1):
        made = path.read_bytes()
        entry = None if known.copied else known.entry(digest(made))
        try:
            proof = detached_proof(content, made, known.roots, check=entry is None)
        except VerificationFailed as error:
            yield fails(f"{path.name}: {error}")
            continue
        yield from signature(number, proof, known, entry, content)
    if paths:
        yield from limits(known)


def _status(
    content: bytes, signed: cms.SignedData, roots: Roots
) -> tuple[StandardCMSSignatureStatus, Callable[[datetime], StandardCMSSignatureStatus]]:
    """Return the library's verdict, and what judges at another moment."""

    def validated(moment: datetime | None = None) -> StandardCMSSignatureStatus:
        judged = async_validate_detached_cms(
            content, signed, context(roots, moment), context(roots), key_usage_settings=USAGE
        )
        return asyncio.run(judged)

    status = validated()
    stamp = status.timestamp_validity
    return (validated(stamp.timestamp) if stamp is not None and stamp.trusted else status), validated


def _faults(made: bytes, status: StandardCMSSignatureStatus, check: Roots | None) -> Iterator[str]:
    if not (status.intact and status.valid):
        yield say("what it covers was changed")
    if status.timestamp_validity and not (status.timestamp_validity.intact and status.timestamp_validity.valid):
        yield say("its time stamp is broken")
    if reason := weakness(status.signing_cert, status):
        yield reason
    if check is not None and not exact(made, check):
        yield say("parts of it that are not signed were changed, or its chain needs its root (--trust)")


def _recorded(name: str, present: set[str], known: Evidence) -> Iterator[Statement]:
    """Yield whether every signature of the record lies beside the file."""
    for one in known.of(name):
        if one.cara is SigningWay.CMS and one.hasil not in present:
            yield fails(say("the signature of {name} ({date}) was removed", name=one.oleh.nama, date=one.tanggal))
