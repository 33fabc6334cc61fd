"""Keys and certificates of people who do not exist, made when the tests run and kept nowhere."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
PASSPHRASE = "frasa sandi contoh"


@dataclass(frozen=True)
class Holder:
    """A key with its certificate."""

    certificate: x509.Certificate
    key: Key

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def name(self) -> str:
        return str(self.asn1.subject.native["common_name"])

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def asn1(self) -> asn1.Certificate:
        return asn1.Certificate.load(self.der)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    @property
    def key_info(self) -> keys.PrivateKeyInfo:
        return keys.PrivateKeyInfo.load(self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))

    def p12(self, path: Path, *beside: "Holder") -> Path:
        others = [one.certificate for one in beside] or None
        locked = BestAvailableEncryption(PASSPHRASE.encode())
        path.write_bytes(pkcs12.serialize_key_and_certificates(b"ttd", self.key, self.certificate, others, locked))
        return path


def authority(name: str, issuer: Holder | None = None) -> Holder:
    return _issued(name, ec.generate_private_key(ec.SECP256R1()), issuer, [_usage(ca=True)], ca=True)


def person(name: str, issuer: Holder, *, days: tuple[int, int] = (-1, 365), signs: bool = True) -> Holder:
    """Return a person's key and certificate, valid between two days from now."""
    usage = [_usage(signs=signs)]
    return _issued(name, ec.generate_private_key(ec.SECP256R1()), issuer, usage, days=days)


def person_by_rsa(name: str, issuer: Holder) -> Holder:
    return _issued(name, rsa.generate_private_key(65537, 2048), issuer, [_usage()])


def time_stamper(name: str, issuer: Holder) -> Holder:
    """Return the key of a time-stamp server; pyHanko's own one signs by RSA."""
    only = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    return _issued(name, rsa.generate_private_key(65537, 2048), issuer, [(only, True), _usage()])


def issued(name: str, key: Key, issuer: Holder, *more: tuple[x509.ExtensionType, bool], usage: bool = True) -> Holder:
    """Return a person's certificate with extensions beside the usual key usage, or without that."""
    return _issued(name, key, issuer, [*([_usage()] if usage else []), *more])


def _usage(*, ca: bool = False, signs: bool = True) -> tuple[x509.ExtensionType, bool]:
    signs = signs and not ca
    usage = x509.KeyUsage(signs, signs, not signs and not ca, False, False, ca, ca, False, False)
    return usage, True


def _issued(
    name: str,
    key: Key,
    issuer: Holder | None,
    extensions: list[tuple[x509.ExtensionType, bool]],
    *,
    ca: bool = False,
    days: tuple[int, int] = (-1, 365),
) -> Holder:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
    )
    for extension, critical in extensions:
        made = made.add_extension(extension, critical=critical)
    return Holder(made.sign(issuer.key if issuer else key, hashes.SHA256()), key)
