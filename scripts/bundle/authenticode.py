"""Who signed a Windows program file, and whether the file is still what was signed (Microsoft's Authenticode).

Checked without a network: the digest of the file, the signature over it, the time stamp on the signature, and the
certificates of both up to one that is pinned here, at the moment of the time stamp. Not checked: whether a
certificate was revoked, which needs the network; Windows asks that when the file is run.
"""

import asyncio
import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final

from asn1crypto import cms, core, tsp, x509
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import InvalidCertificateError, PathBuildingError, PathValidationError

# SHA-256 of the certificates that a chain has to end at. The files of Microsoft's runtime leave their roots out: for
# them the last ones that they carry are pinned as they were found.
ANCHORS: Final = {
    "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270": "Microsoft Identity Verification Root 2020",
    "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988": "DigiCert Trusted Root G4",
    "8ef01bb5e07987053659e039e5a72580c88c444bc1a31ab412ce81a4ad53044e": "Microsoft Third Party Component CA 2013",
    "ebec1edd9e140d9c105cc62b15a915c5443ddc514a35e5773c09afb0274c7ba5": "Microsoft Time-Stamp PCA 2010",
}
INDIRECT_DATA: Final = "1.3.6.1.4.1.311.2.1.4"
STAMP: Final = "microsoft_time_stamp_token"
PE32_PLUS: Final = 0x20B


class NotSigned(Exception):
    """The file is not what a known signer signed; the text says why."""


@dataclass(frozen=True)
class Signed:
    """Who signed a file, in the certificate's words, and when, by the time stamp."""

    by: str
    at: datetime


class _DigestInfo(core.Sequence):  # type: ignore[misc]
    _fields: ClassVar = [("algorithm", cms.DigestAlgorithm), ("digest", core.OctetString)]


class _Indirect(core.Sequence):  # type: ignore[misc]
    """SpcIndirectDataContent: what kind of file, and its digest."""

    _fields: ClassVar = [("data", core.Any), ("digest", _DigestInfo)]


def signer(program: bytes) -> Signed:
    """Return who signed a program file (a 64-bit .exe, .dll or .pyd) and when. Raises NotSigned."""
    header, table = _places(program)
    content = _certificates(program, table)
    try:
        indirect = content["encap_content_info"]["content"].parse(_Indirect)
        algorithm = indirect["digest"]["algorithm"]["algorithm"].native
        told = indirect["digest"]["digest"].native
    except (ValueError, KeyError) as error:
        raise NotSigned(f"its signature can not be read: {error}") from error
    if _digest(program, header, table, algorithm) != told:
        raise NotSigned("it is not what was signed")
    (info,) = content["signer_infos"]
    (token,) = next(each["values"] for each in info["unsigned_attrs"] if each["type"].native == STAMP)
    stamp = token["content"]
    # The time stamp leaves out certificates that the signature carries.
    chain = [*_all(content), *_all(stamp)]
    moment: datetime = _stamped(stamp, info, chain)
    _whole(info, chain, INDIRECT_DATA, indirect.contents, "code_signing", moment)
    return Signed(by=_certificate(info, chain).subject.native["common_name"], at=moment)


def _places(program: bytes) -> tuple[int, int]:
    """Return where the header's checksum is, and the entry that says where the signature is."""
    (start,) = struct.unpack_from("<I", program, 0x3C)
    if program[:2] != b"MZ" or program[start : start + 4] != b"PE\0\0":
        raise NotSigned("it is no program file")
    (magic,) = struct.unpack_from("<H", program, start + 24)
    if magic != PE32_PLUS:
        raise NotSigned("it is no 64-bit program file")
    return start + 24 + 64, start + 24 + 112 + 4 * 8


def _certificates(program: bytes, entry: int) -> Any:
    """Return the signature, PKCS #7's SignedData; it is the file's end and nothing follows."""
    offset, size = struct.unpack_from("<II", program, entry)
    if not size:
        raise NotSigned("it carries no signature")
    length = struct.unpack_from("<I", program, offset)[0]
    if offset + size != len(program) or not 8 < length <= size:
        raise NotSigned("its signature does not stand at its end")
    try:
        content = cms.ContentInfo.load(program[offset + 8 : offset + length])["content"]
        single = len(content["signer_infos"]) == 1
    except (ValueError, KeyError) as error:
        raise NotSigned(f"its signature can not be read: {error}") from error
    if not single:
        raise NotSigned("more than one signed it")
    return content


def _digest(program: bytes, checksum: int, entry: int, algorithm: str) -> bytes:
    """Return the digest of the file without what a signature changes: checksum, its own place, itself."""
    (end,) = struct.unpack_from("<I", program, entry)
    parts = (program[:checksum], program[checksum + 4 : entry], program[entry + 8 : end])
    return hashlib.new(algorithm, b"".join(parts)).digest()


def _stamped(stamp: Any, info: Any, chain: list[x509.Certificate]) -> datetime:
    """Return the moment of a time stamp that stands for this signature."""
    told = tsp.TSTInfo.load(stamp["encap_content_info"]["content"].parsed.dump())
    imprint = told["message_imprint"]
    algorithm = imprint["hash_algorithm"]["algorithm"].native
    if hashlib.new(algorithm, info["signature"].native).digest() != imprint["hashed_message"].native:
        raise NotSigned("its time stamp is that of another signature")
    moment: datetime = told["gen_time"].native
    content = stamp["encap_content_info"]["content"].contents
    (own,) = stamp["signer_infos"]
    _whole(own, chain, "tst_info", content, "time_stamping", moment)
    return moment


def _whole(
    info: Any, chain: list[x509.Certificate], kind: str, content: bytes, purpose: str, moment: datetime
) -> None:
    """Raise NotSigned unless the signature fits the content and its certificate leads to an anchor."""
    certificate = _certificate(info, chain)
    digest = hashlib.new(info["digest_algorithm"]["algorithm"].native, content).digest()
    if validate_sig_integrity(info, certificate, kind, digest) != (True, True):
        raise NotSigned("its signature does not fit")
    known = [each for each in chain if each.sha256.hex() in ANCHORS]
    others = [each for each in chain if each not in known]
    context = ValidationContext(trust_roots=known, other_certs=others, moment=moment, allow_fetching=False)
    try:
        path = CertificateValidator(certificate, others, context)
        asyncio.run(path.async_validate_usage(set(), {purpose}))
    except (PathBuildingError, PathValidationError, InvalidCertificateError) as error:
        raise NotSigned(f"its certificate leads to nobody known: {error}") from error


def _all(signed: Any) -> Iterator[x509.Certificate]:
    return (each.chosen for each in signed["certificates"] if each.name == "certificate")


def _certificate(info: Any, chain: list[x509.Certificate]) -> x509.Certificate:
    """Return the certificate of the one who signed."""
    name = info["sid"].chosen
    for each in chain:
        if (each.issuer, each.serial_number) == (name["issuer"], name["serial_number"].native):
            return each
    raise NotSigned("its signer's certificate is missing")
