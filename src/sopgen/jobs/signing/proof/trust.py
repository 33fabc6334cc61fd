"""Whose key it is: the certificates that the reader trusts (--trust), and what they say of a signer."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from asn1crypto import pem, x509
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.signing.certificates import SIGNING
from sopgen.jobs.signing.final_files import read_bytes
from sopgen.messages import say

# pyHanko logs what it also returns; a log line in its own words is no message to a user.
logging.getLogger("pyhanko").addHandler(logging.NullHandler())
logging.getLogger("pyhanko_certvalidator").addHandler(logging.NullHandler())

# A certificate that signs documents has one of these; a time-stamp server's has none of them.
USAGE = KeyUsageConstraints(key_usage=SIGNING, match_all_key_usages=False)


class Chain(Enum):
    """What the chain of a signer's certificate proves: it leads to a root, then (or only then) it was valid."""

    TRUSTED = 1
    EXPIRED_SINCE = 2
    NOT_VALID = 3
    NO_ROOT = 4


def chain_of(cert: x509.Certificate, at: datetime | None, trusted: Callable[[datetime | None], bool]) -> Chain:
    """Return what a chain proves; `at` is when the signer says that he signed, `trusted` the verdict at a moment."""
    if trusted(None):
        return Chain.TRUSTED
    if at and trusted(at):
        return Chain.EXPIRED_SINCE
    within = cert.not_valid_before + min(timedelta(minutes=1), (cert.not_valid_after - cert.not_valid_before) / 2)
    return Chain.NOT_VALID if trusted(within) or trusted(cert.not_valid_after) else Chain.NO_ROOT


def load_roots(paths: Sequence[Path]) -> tuple[x509.Certificate, ...]:
    """Return the certificates of PEM or DER files. Raises SopgenError where a file holds none."""
    return tuple(cert for path in paths for cert in certificates_in(str(path), read_bytes(path)))


def context(roots: Sequence[x509.Certificate], moment: datetime | None = None) -> ValidationContext:
    """Return what a certificate is judged by: the roots, at a moment (now by default), without the network."""
    return ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=moment)


def certificates_in(path: str, content: bytes) -> list[x509.Certificate]:
    """Return the certificates of a PEM or DER file. Raises SopgenError where it holds none."""
    try:
        parts = [der for _, _, der in pem.unarmor(content, multiple=True)] if pem.detect(content) else [content]
        found = [x509.Certificate.load(part, strict=True) for part in parts]
        for cert in found:
            assert cert.subject is not None  # asn1crypto parses on first use
    except (ValueError, TypeError) as error:
        raise SopgenError(
            with_fix(
                say("{path} holds no certificate (PEM or DER)", path=path), say("name the .pem, .crt or .cer file")
            )
        ) from error
    return found
