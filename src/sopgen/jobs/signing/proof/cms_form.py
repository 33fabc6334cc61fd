"""The parts of a signature (CMS, RFC 5652) that no signature covers: here each is held to the one form it may have.

A bit flipped in a version number, in an algorithm's parameters, in a certificate beside the signer's or in the zeros
behind the signature changes nothing that the library looks at. "Not a byte was changed" is then not what it proves.
"""

import warnings
from collections.abc import Iterable, Sequence
from typing import Final

from asn1crypto import algos, cms, core, parser, x509
from cryptography import x509 as pyca
from pyhanko.sign.general import SignedDataCerts, extract_certificate_info

UNIVERSAL, CONTEXT, CONSTRUCTED, SEQUENCE, SET = 0, 2, 1, 16, 17
STAMP: Final = "signature_time_stamp_token"


def exact(contents: bytes, roots: Sequence[x509.Certificate] = ()) -> bool:
    """Tell whether a signature, padded with zeros as it stands in a PDF, has no byte that could be another one.

    A chain that ends below its root can be proved only where the root is among `roots`.
    """
    try:
        length = parser.peek(contents)
        info = cms.ContentInfo.load(contents[:length], strict=True)
        with warnings.catch_warnings(action="ignore"):  # of odd certificates: they are judged here
            return not any(contents[length:]) and _exact_info(info, roots)
    except Exception:  # a broken form makes two libraries fail in more ways than can be listed: each is the answer
        return False


def _exact_info(info: cms.ContentInfo, roots: Sequence[x509.Certificate]) -> bool:
    signed, (signer, *more) = info["content"], info["content"]["signer_infos"]
    stamps = _stamps(signer)
    return (
        info.dump() == _content_info(info, signed, signer)
        and not more
        and _versions(signed, signer)
        and _digests(signed, signer)
        and _names(signer, extract_certificate_info(signed).signer_cert)
        and _chained(extract_certificate_info(signed), roots)
        and stamps is not None
        and all(_exact_info(stamp, roots) for stamp in stamps)
    )


def _content_info(info: cms.ContentInfo, signed: cms.SignedData, signer: cms.SignerInfo) -> bytes:
    """Return the same parts in the one way to put them together (DER, without revocation lists)."""
    parts = [signed[name].dump() for name in ("version", "digest_algorithms", "encap_content_info")]
    certificates = _emit(CONTEXT, 0, (one.dump() for one in signed["certificates"]))
    data = _emit(UNIVERSAL, SEQUENCE, [*parts, certificates, _emit(UNIVERSAL, SET, [_signer_info(signer)])])
    return _emit(UNIVERSAL, SEQUENCE, [info["content_type"].dump(), _emit(CONTEXT, 0, [data])])


def _signer_info(signer: cms.SignerInfo) -> bytes:
    names = (
        "version",
        "sid",
        "digest_algorithm",
        "signed_attrs",
        "signature_algorithm",
        "signature",
        "unsigned_attrs",
    )
    return _emit(UNIVERSAL, SEQUENCE, (signer[name].dump() for name in names))


def _emit(kind: int, tag: int, parts: Iterable[bytes]) -> bytes:
    emitted: bytes = parser.emit(kind, CONSTRUCTED, tag, b"".join(parts))
    return emitted


def _versions(signed: cms.SignedData, signer: cms.SignerInfo) -> bool:
    """RFC 5652, 5.1 and 5.3: the version numbers follow from the rest."""
    by_serial = signer["sid"].name == "issuer_and_serial_number"
    data = signed["encap_content_info"]["content_type"].native == "data"
    wanted = ("v1" if data and by_serial else "v3", "v1" if by_serial else "v3")
    return (signed["version"].native, signer["version"].native) == wanted


def _names(signer: cms.SignerInfo, cert: x509.Certificate) -> bool:
    """Tell whether the signer's certificate is named letter by letter: names are compared without their case."""
    if signer["sid"].name == "subject_key_identifier":
        return True  # octets, which do not differ in case
    issuer: bytes = signer["sid"].chosen["issuer"].dump()
    return issuer == bytes(cert.issuer.dump())


def _digests(signed: cms.SignedData, signer: cms.SignerInfo) -> bool:
    """Tell whether the digest algorithm is the same twice, with no parameters but NULL."""
    name = signer["digest_algorithm"]["algorithm"].native
    bare = algos.DigestAlgorithm({"algorithm": name})
    forms = {bare.dump(), algos.DigestAlgorithm({"algorithm": name, "parameters": core.Null()}).dump()}
    named = [one.dump() for one in signed["digest_algorithms"]]
    return len(named) == 1 and {named[0], signer["digest_algorithm"].dump()} <= forms


def _stamps(signer: cms.SignerInfo) -> list[cms.ContentInfo] | None:
    """Return the time stamps beside a signature; None where anything else lies there."""
    attributes = signer["unsigned_attrs"]
    if isinstance(attributes, core.Void):
        return []
    if [one["type"].native for one in attributes] != [STAMP]:
        return None
    return list(attributes[0]["values"])


def _chained(certs: SignedDataCerts, roots: Sequence[x509.Certificate]) -> bool:
    """Tell whether every certificate beside the signer's is proved by its issuer, and the issuer of another.

    The signer's own is named in what he signed (RFC 5035). Raises an error of cryptography's where an issuer did
    not sign.
    """
    beside = list(certs.other_certs)
    everyone = [certs.signer_cert, *beside]
    issuers = {one.subject.hashable: one for one in (*roots, *beside, certs.signer_cert)}
    used = {one.issuer.hashable for one in everyone}
    for one in everyone:
        if one.issuer.hashable in issuers:
            of, by = (pyca.load_der_x509_certificate(part.dump()) for part in (one, issuers[one.issuer.hashable]))
            of.verify_directly_issued_by(by)
    # A signature is whole bytes (RFC 5280, 4.1.1.3): its count of unused bits, which nobody signs, is zero.
    whole = all(one["signature_value"].contents[0] == 0 for one in everyone)
    return whole and all(one.issuer.hashable in issuers and one.subject.hashable in used for one in beside)
