"""The signer's key: in a PKCS#12 file (RFC 7292) or on a PKCS#11 token; it never leaves this process.

Passphrases and PINs come from whoever runs the command; no message and no file ever holds one.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final, Self

from asn1crypto import keys, x509
from cryptography import x509 as pyca
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from sopgen.errors import SopgenError, ToolMissing, with_fix
from sopgen.jobs.signing.certificates import common_name, unfit
from sopgen.jobs.signing.final_files import read_bytes
from sopgen.messages import say

if TYPE_CHECKING:
    from pkcs11 import Object, Session

LONGEST_CHAIN: Final = 8


@dataclass(frozen=True)
class KeyFile:
    """A file with a key or a certificate: what it is called where something is wrong with it, and its bytes."""

    name: str
    content: bytes = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the file at a path. Raises SopgenError where it can not be read."""
        return cls(str(path), read_bytes(path))


def p12_signer(file: KeyFile, passphrase: str) -> Signer:
    """Return the signer of a PKCS#12 file. Raises SopgenError where it is none, or the passphrase is wrong."""
    key, cert, others = _opened(file, passphrase)
    signing = fit(_as_asn1(cert))
    known = SimpleCertificateStore.from_certs(chain(signing, map(_as_asn1, others)))
    raw = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(signing, keys.PrivateKeyInfo.load(raw), known)


def p12_certificate(file: KeyFile, passphrase: str) -> x509.Certificate:
    """Return the certificate of a PKCS#12 file, and leave its key there (errors as `p12_signer`)."""
    return fit(_as_asn1(_opened(file, passphrase)[1]))


def _opened(file: KeyFile, passphrase: str) -> tuple[PrivateKeyTypes, pyca.Certificate, list[pyca.Certificate]]:
    path = file.name
    try:
        key, cert, others = pkcs12.load_key_and_certificates(file.content, passphrase.encode() or None)
    except (ValueError, TypeError) as error:
        # cryptography tells a wrong passphrase from a broken file by its words only.
        raise SopgenError(
            with_fix(
                say("{path}: wrong passphrase, or no PKCS#12 file", path=path),
                say("type it again, or name the .p12 file"),
            )
        ) from error
    if key is None or cert is None:
        raise SopgenError(
            with_fix(
                say("{path} holds no key with its certificate", path=path),
                say("export the certificate with its private key"),
            )
        )
    return key, cert, others


@contextmanager
def token_signer(library: Path, token: str, certificate: str | None, *, pin: str) -> Iterator[Signer]:
    """Give the signer of a PKCS#11 token while its session is open; the certificate's label where it has several.

    Raises SopgenError where library, token, PIN or certificate do not fit, ToolMissing without python-pkcs11.
    """
    try:
        import pkcs11
        from pyhanko.sign.pkcs11 import PKCS11Signer
    except ImportError as error:
        raise ToolMissing(
            say("tokens need a package more. fix: {fix}", fix="pip install 'sopgen[pkcs11]'")
        ) from error
    with _session(pkcs11, library, token, pin) as session:
        found = _certificate(pkcs11, session, token, certificate)
        signing = fit(x509.Certificate.load(found[pkcs11.Attribute.VALUE]))
        others = (x509.Certificate.load(one[pkcs11.Attribute.VALUE]) for one in _certificates(pkcs11, session))
        yield PKCS11Signer(
            session,
            signing_cert=signing,
            key_id=found[pkcs11.Attribute.ID] or None,
            key_label=None if found[pkcs11.Attribute.ID] else found[pkcs11.Attribute.LABEL],
            ca_chain=list(chain(signing, others)),
            # Tokens hash RSA themselves; few do so for elliptic curves.
            use_raw_mechanism=signing.public_key.algorithm == "ec",
        )


def fit(cert: x509.Certificate) -> x509.Certificate:
    """Return a certificate that may sign today. Raises SopgenError where it has expired or is for something else."""
    name, now = common_name(cert), datetime.now(UTC)
    if now > cert.not_valid_after:
        day = cert.not_valid_after.date()
        raise SopgenError(say("the certificate of {name} has expired on {day}. fix: renew it", name=name, day=day))
    if now < cert.not_valid_before:
        day = cert.not_valid_before.date()
        raise SopgenError(
            with_fix(
                say("the certificate of {name} is valid from {day} only", name=name, day=day),
                say("sign from that day on"),
            )
        )
    reason = unfit(cert)
    if reason:
        raise SopgenError(say("{name}: {reason}. fix: another certificate", name=name, reason=reason))
    return cert


def chain(cert: x509.Certificate, others: Iterable[x509.Certificate]) -> Iterator[x509.Certificate]:
    """Yield the issuers above a certificate; whatever else is kept beside it has no part in its signatures."""
    known = {one.subject.hashable: one for one in others}
    for _ in range(LONGEST_CHAIN):
        issuer = known.pop(cert.issuer.hashable, None)
        if issuer is None or cert.self_issued:
            return
        yield issuer
        cert = issuer


def _as_asn1(cert: pyca.Certificate) -> x509.Certificate:
    return x509.Certificate.load(cert.public_bytes(Encoding.DER))


@contextmanager
def _session(pkcs11: ModuleType, library: Path, token: str, pin: str) -> "Iterator[Session]":
    """Open a token by its label; errors of the library while it is open become clear lines, too."""
    errors = pkcs11.exceptions
    try:
        with pkcs11.lib(str(library)).get_token(token_label=token).open(user_pin=pin) as session:
            yield session
    except errors.NoSuchToken as error:
        raise SopgenError(say('no token "{token}". fix: insert it, or look at its label', token=token)) from error
    except (errors.PinIncorrect, errors.PinInvalid, errors.PinLenRange, errors.ArgumentsBad) as error:
        raise SopgenError(
            with_fix(
                say('wrong PIN for the token "{token}"', token=token),
                say("type it again; a token locks itself after some tries"),
            )
        ) from error
    except errors.PinLocked as error:
        raise SopgenError(
            with_fix(
                say('the PIN of the token "{token}" is locked', token=token),
                say("have it unlocked by who issued the token"),
            )
        ) from error
    except RuntimeError as error:  # every other error of PKCS#11, and a library that can not be loaded
        reason = str(error) or type(error).__name__
        raise SopgenError(
            with_fix(
                say("{path}: the token does not work: {reason}", path=library, reason=reason),
                say("take it out and insert it again, or look at the name of its library"),
            )
        ) from error


def _certificates(pkcs11: ModuleType, session: "Session") -> "list[Object]":
    return list(session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE}))


def _certificate(pkcs11: ModuleType, session: "Session", token: str, label: str | None) -> "Object":
    """Return the certificate with a label, or the only one that has its private key on the token."""
    keys = session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY})
    owned = {key[pkcs11.Attribute.ID] for key in keys}
    found = [one for one in _certificates(pkcs11, session) if one[pkcs11.Attribute.ID] in owned]
    wanted = [one for one in found if label in (None, one[pkcs11.Attribute.LABEL])]
    if len(wanted) == 1:
        return wanted[0]
    known = ", ".join(sorted(one[pkcs11.Attribute.LABEL] for one in found))
    if not found:
        what = say('token "{token}" holds no certificate with its key', token=token)
        raise SopgenError(with_fix(what, say("name another token, or ask who gave it out")))
    what = (
        say('token "{token}" holds several certificates', token=token)
        if label is None
        else say('token "{token}" holds no one certificate "{name}"', token=token, name=label)
    )
    raise SopgenError(with_fix(what, say("name one of them by --cert: {known}", known=known)))
