"""What a certificate must be to sign documents: the same for who signs and for who checks."""

from typing import Final

from asn1crypto import x509

from sopgen.messages import say

SIGNING: Final = {"digital_signature", "non_repudiation"}
# Extended key usages that do not speak against documents (RFC 5280, 4.2.1.12; RFC 9336; Microsoft's and Adobe's own).
FOR_DOCUMENTS: Final = {
    "any_extended_key_usage",
    "client_auth",
    "email_protection",
    "1.3.6.1.5.5.7.3.36",
    "microsoft_document_signing",
    "pdf_signing",
}
# Bits; what BSSN and NIST SP 800-57 take as the least until 2030.
LEAST: Final = {"rsa": 2048, "rsassa_pss": 2048, "ec": 224, "ed25519": 0, "ed448": 0}
BROKEN: Final = {"md2", "md5", "sha1"}


def unfit(cert: x509.Certificate) -> str | None:
    """Return why a certificate is not one to sign documents with, whenever it is valid; None where it is."""
    usage, extended = cert.key_usage_value, cert.extended_key_usage_value
    if usage is None or not SIGNING & usage.native or cert.ca:
        return say("its certificate is not for signing documents")
    if extended is not None and not FOR_DOCUMENTS & set(extended.native):
        return say("its certificate is not for signing documents but for {usage}", usage=", ".join(extended.native))
    return _weak(cert)


def _weak(cert: x509.Certificate) -> str | None:
    key = cert.public_key
    if key.algorithm not in LEAST:
        return say("its key is of a kind that is not known here: {kind}", kind=key.algorithm)
    if LEAST[key.algorithm] and key.bit_size < LEAST[key.algorithm]:
        return say("its key is too weak: {kind} of {bits} bits", kind=key.algorithm.upper(), bits=key.bit_size)
    if cert.hash_algo in BROKEN:
        return say("its certificate is signed with {hash}, which can be forged", hash=cert.hash_algo.upper())
    return None


def common_name(cert: x509.Certificate) -> str:
    """Return whose certificate it is."""
    return str(cert.subject.native.get("common_name", cert.subject.human_friendly))


def fingerprint(cert: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate."""
    return str(cert.sha256.hex())
