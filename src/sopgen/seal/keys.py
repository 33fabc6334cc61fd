"""The unit's key: made on first use, readable by its owner only, kept outside every working folder."""

import contextlib
import hashlib
import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say, system_fix, system_reason

RAW = serialization.Encoding.Raw, serialization.PublicFormat.Raw


def load_key(path: Path) -> Ed25519PrivateKey:
    """Return the private key of a file. Raises SopgenError where it is none."""
    try:
        key = serialization.load_pem_private_key(_read(path), password=None)
    except (ValueError, TypeError) as error:
        raise SopgenError(say("{path} is no key of an office. fix: bring back its copy", path=path)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SopgenError(say("{path} is no key of an office. fix: bring back its copy", path=path))
    return key


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = say("the key {path} can not be read: {reason}", path=path, reason=system_reason(error))
        raise SopgenError(with_fix(what, system_fix(error))) from error


def make_key(path: Path) -> Ed25519PrivateKey:
    """Make a key and, beside it, the public half that others check with; return the one that another made first."""
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    fresh = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(private)
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    except OSError as error:
        what = say("{folder} can not be written: {reason}", folder=path, reason=system_reason(error))
        raise SopgenError(with_fix(what, system_fix(error))) from error
    made = load_key(path)
    if fingerprint(made.public_key()) == fingerprint(key.public_key()):
        public_path(path).write_bytes(public_pem(key.public_key()))
    return made


def public_path(path: Path) -> Path:
    """Return where the public half of a key stands."""
    return path.with_suffix(".pub")


def load_public_key(path: Path) -> Ed25519PublicKey:
    """Return the public key of a file, be it the public or the private half. Raises SopgenError where it is none."""
    try:
        raw = _read(path)
        if b"PRIVATE" in raw:
            return load_key(path).public_key()
        key = serialization.load_pem_public_key(raw)
    except ValueError as error:
        what = say("{path} is no public key. fix: ask the issuing unit for its .pub file", path=path)
        raise SopgenError(what) from error
    if not isinstance(key, Ed25519PublicKey):
        what = say("{path} is no public key. fix: ask the issuing unit for its .pub file", path=path)
        raise SopgenError(what)
    return key


def public_pem(key: Ed25519PublicKey) -> bytes:
    """Return a public key as its .pub file has it."""
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def is_private(path: Path) -> bool:
    """Say whether a file holds a private key, which its owner alone may have."""
    try:
        return b"PRIVATE" in path.read_bytes()
    except OSError:
        return False  # that it can not be read is told by whoever loads it


def fingerprint(key: Ed25519PublicKey) -> str:
    """Return the short name of a public key, to compare by eye or phone: half of its SHA-256 in groups of four.

    128 bits: nobody can make a key of his own with the same ones.
    """
    digest = hashlib.sha256(key.public_bytes(*RAW)).hexdigest()
    return " ".join(digest[n : n + 4] for n in range(0, 32, 4))
