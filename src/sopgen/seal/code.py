"""WHAT the code of an order says: its number, dates, activity, people and digest, signed by the unit's key.

It lets anyone who holds the unit's public key check a letter offline. It is no electronic signature in the
sense of UU ITE: nobody signs the letter by it.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sopgen.errors import VerificationFailed
from sopgen.messages import say

KIND: Final = "SOPGEN1"
PARTS: Final = 7
MOST_NAMED: Final = 5


@dataclass(frozen=True)
class Seal:
    """What a code says; `people` are personnel numbers or names, none where the annex holds them."""

    number: str
    days: str
    activity: str
    people: tuple[str, ...]
    digest: str


def seal_of(number: str, days: str, activity: str, people: tuple[str, ...], content: bytes) -> Seal:
    """Return the seal of a letter; `content` is all that the letter says."""
    named = people if len(people) <= MOST_NAMED else (f"+{len(people)}",)
    return Seal(number, days, activity, named, _text(hashlib.sha256(content).digest()))


def signed(seal: Seal, key: Ed25519PrivateKey) -> str:
    """Return the code's text: the seal and the signature of the unit's key (Ed25519, RFC 8032)."""
    said = _said(seal)
    return f"{said}|{_text(key.sign(said.encode()))}"


def checked_seal(text: str, key: Ed25519PublicKey) -> Seal:
    """Return what a code says. Raises VerificationFailed where it is no code of ours or the key did not sign it."""
    said, _, signature = text.strip().rpartition("|")
    parts = said.split("|")
    if len(parts) != PARTS - 1 or parts[0] != KIND:
        raise VerificationFailed(say("this is not the code of a task order"))
    try:
        key.verify(base64.b64decode(_padded(signature), altchars=b"-_", validate=True), said.encode())
    except (InvalidSignature, binascii.Error, ValueError) as error:
        what = say("the code was changed, or another unit's key signed it. fix: --key names the issuing unit's key")
        raise VerificationFailed(what) from error
    return Seal(parts[1], parts[2], parts[3], tuple(filter(None, parts[4].split(";"))), parts[5])


def _said(seal: Seal) -> str:
    people = ";".join(_plain(one) for one in seal.people)
    return "|".join([KIND, *map(_plain, (seal.number, seal.days, seal.activity)), people, seal.digest])


def _plain(text: str) -> str:
    """Take the code's own marks out of a text."""
    return text.replace("|", "/").replace(";", ",")


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _padded(text: str) -> bytes:
    return text.encode() + b"=" * (-len(text) % 4)
