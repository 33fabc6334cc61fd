"""WHAT the code of an order says: its number, dates, activity, people and digest, signed by the unit's key;
and short digests of its people and its place. Codes of the first version, without those, stay readable.

It lets anyone who holds the unit's public key check a letter offline. It is no electronic signature in the
sense of UU ITE: nobody signs the letter by it.
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sopgen.errors import VerificationFailed, with_fix
from sopgen.messages import say
from sopgen.seal.covered import LENGTH, line_digest, line_digests

FIRST: Final = "SOPGEN1"
KIND: Final = "SOPGEN2"
# With the signature; the second version has two more.
PARTS: Final = {FIRST: 7, KIND: 9}
# Letters of base64 of the content's digest: 132 bits.
CONTENT: Final = 22
MOST_NAMED: Final = 5


@dataclass(frozen=True)
class Seal:
    """What a code says; `people` are personnel numbers or names, none where the annex holds them.

    `lines` are the short digests of the lines of people, `place` that of the place (see covered.py): empty where the
    code covers none. `version` is 1 where it could not.
    """

    number: str
    days: str
    activity: str
    people: tuple[str, ...]
    digest: str
    lines: tuple[str, ...] = ()
    place: str = ""
    version: int = 2


def seal_of(
    number: str,
    days: str,
    activity: str,
    people: tuple[str, ...],
    content: bytes,
    *,
    lines: Sequence[str] = (),
    place: str = "",
) -> Seal:
    """Return the seal of a letter; `content` is all that it says, `lines` are those of its people as printed."""
    named = people if len(people) <= MOST_NAMED else (f"+{len(people)}",)
    plain = _plain(number)
    covered = line_digests(plain, lines), line_digest(plain, place)
    return Seal(number, days, activity, named, content_digest(content), *covered)


def content_digest(content: bytes) -> str:
    """Return the digest of all that a letter says."""
    return _text(hashlib.sha256(content).digest())[:CONTENT]


def says(seal: Seal, content: bytes) -> bool:
    """Whether a letter that says this is the one of the seal."""
    return seal.digest[:CONTENT] == content_digest(content)


def signed(seal: Seal, key: Ed25519PrivateKey) -> str:
    """Return the code's text: the seal and the signature of the unit's key (Ed25519, RFC 8032)."""
    said = _said(seal)
    return f"{said}|{_text(key.sign(said.encode()))}"


def checked_seal(text: str, key: Ed25519PublicKey) -> Seal:
    """Return what a code says. Raises VerificationFailed where it is no code of ours or the key did not sign it."""
    said, _, signature = text.strip().rpartition("|")
    parts = said.split("|")
    if len(parts) + 1 != PARTS.get(parts[0]):
        raise VerificationFailed(
            with_fix(
                say("this is not the code of a task order"),
                say("type the whole text of the code, or name a photo of it"),
            )
        )
    try:
        key.verify(base64.b64decode(_padded(signature), altchars=b"-_", validate=True), said.encode())
    except (InvalidSignature, binascii.Error, ValueError) as error:
        what = say("the code was changed, or another unit's key signed it. fix: --key names the issuing unit's key")
        raise VerificationFailed(what) from error
    named = tuple(filter(None, parts[4].split(";")))
    if parts[0] == FIRST:
        return Seal(parts[1], parts[2], parts[3], named, parts[5], version=1)
    lines = tuple(parts[6][first : first + LENGTH] for first in range(0, len(parts[6]), LENGTH))
    return Seal(parts[1], parts[2], parts[3], named, parts[5], lines, parts[7])


def _said(seal: Seal) -> str:
    people = ";".join(_plain(one) for one in seal.people)
    said = [*map(_plain, (seal.number, seal.days, seal.activity)), people, seal.digest]
    return "|".join([FIRST, *said] if seal.version == 1 else [KIND, *said, "".join(seal.lines), seal.place])


def _plain(text: str) -> str:
    """Take the code's own marks out of a text."""
    return text.replace("|", "/").replace(";", ",")


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _padded(text: str) -> bytes:
    return text.encode() + b"=" * (-len(text) % 4)
