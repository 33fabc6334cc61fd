"""What a package says of itself, and the signature on it: whose it is, and each file with its digest."""

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Annotated, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from pydantic import Field, StringConstraints, ValidationError

from sopgen.errors import SopgenError, VerificationFailed, with_fix
from sopgen.messages import say
from sopgen.model.base import Model, Sha256, Slug
from sopgen.seal.keys import fingerprint
from sopgen.seal.known import KnownKey

CONTENTS: Final = "paket.json"
SIGNATURE: Final = "paket.sig"
KEY: Final = "kunci.pub"
# Before what is signed: no signature on a letter's code, or on anything else, can be taken for a package's.
KIND: Final = b"SOPGEN-PAKET-1\n"
Told = Annotated[str, StringConstraints(min_length=1, max_length=400)]
FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\:*?\"<>|\x00-\x1f]+(?:/[^/\\:*?\"<>|\x00-\x1f]+)*$")]


class PackageContents(Model):
    """What a package holds: the edition, whose it is and where it stands, the digest of each of its files."""

    sop: Slug
    edisi: Slug
    judul: Told
    satuan: Told
    keadaan: Told
    sopgen: Told
    berkas: dict[FileName, Sha256] = Field(min_length=1)


def written(contents: PackageContents) -> bytes:
    """Return what a package says of itself, as its file has it."""
    return (json.dumps(contents.model_dump(), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def signature(contents: bytes, key: Ed25519PrivateKey) -> bytes:
    """Return the signature on what a package says (Ed25519, RFC 8032), as its file has it."""
    return base64.b64encode(key.sign(KIND + contents)) + b"\n"


def read_contents(raw: bytes) -> PackageContents:
    """Return what a package says of itself; raise SopgenError where it is none of ours."""
    try:
        return PackageContents.model_validate(json.loads(raw))
    except (ValueError, ValidationError, RecursionError) as error:
        raise SopgenError(
            with_fix(say("this is no package of sopgen"), say("ask the other office for it"))
        ) from error


def signed_by(contents: bytes, signed: bytes, key: bytes, known: Sequence[KnownKey]) -> KnownKey:
    """Return the known key that signed a package.

    `key` is the one that the package brings: it vouches for nothing. Raises VerificationFailed, in other words where
    its own key signed it, but is not known here, than where none did.
    """
    for one in known:
        if _holds(contents, signed, one.key):
            return one
    own = _public(key)
    if own is None or not _holds(contents, signed, own):
        what = say("the package was changed: its signature does not hold")
        raise VerificationFailed(with_fix(what, say("ask the other office for it anew")))
    what = say("unknown key: fingerprint {print}", print=fingerprint(own))
    fix = say(
        "ask the other office for its fingerprint by telephone; if it is this one, take kunci.pub out of the package "
        "and `sopgen key add kunci.pub --fingerprint ...`"
    )
    raise VerificationFailed(with_fix(what, fix))


def _holds(contents: bytes, signed: bytes, key: Ed25519PublicKey) -> bool:
    try:
        key.verify(base64.b64decode(signed.strip(), validate=True), KIND + contents)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def _public(raw: bytes) -> Ed25519PublicKey | None:
    try:
        key = load_pem_public_key(raw)
    except ValueError:
        return None
    return key if isinstance(key, Ed25519PublicKey) else None
