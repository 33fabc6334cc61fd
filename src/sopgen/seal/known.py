"""The public keys of other offices that codes are checked with: each was let in by its fingerprint alone."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sopgen.errors import SopgenError, VerificationFailed, WrongUsage, with_fix
from sopgen.files import one_writer, unwritten, write_file
from sopgen.messages import nearest, say
from sopgen.seal.keys import fingerprint, is_private, load_public_key, public_pem

ENDING: Final = ".pub"
NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")


@dataclass(frozen=True)
class KnownKey:
    """A public key by the name that this office gave it."""

    name: str
    key: Ed25519PublicKey

    @property
    def fingerprint(self) -> str:
        """Its fingerprint, as it is read out."""
        return fingerprint(self.key)


def known_keys(folder: Path) -> list[KnownKey]:
    """Return the keys of a folder in the order of their names. Raises SopgenError where a file in it is none."""
    return [KnownKey(path.stem, load_public_key(path)) for path in sorted(folder.glob(f"*{ENDING}"))]


def let_in(folder: Path, file: Path, said: str, name: str) -> KnownKey:
    """Keep the key of a file under a name, where its fingerprint is the one that was said.

    Raises VerificationFailed where it is another, SopgenError where the file is no public key or the name is taken.
    The file's own fingerprint is never told: who copies it from here has compared nothing.
    """
    heard = _digits(said)
    if not NAME.fullmatch(name):
        raise WrongUsage(
            with_fix(say("a key's name has letters, digits, dots and dashes"), say("choose another name")), "name"
        )
    if is_private(file):
        what = say("{path} is a private key, which nobody may send", path=file)
        raise SopgenError(say("{what}. fix: {fix}", what=what, fix=say("tell the issuing unit: it needs a new key")))
    key = load_public_key(file)
    if _digits(fingerprint(key)) != heard:
        fix = say("ask the issuing unit by telephone; do not use this file if it stays so")
        what = say("{path} has another fingerprint than the one that you were told", path=file)
        raise VerificationFailed(say("{what}. fix: {fix}", what=what, fix=fix))
    with one_writer(folder):
        _refuse_known(folder, name, key)
        write_file(folder / f"{name}{ENDING}", public_pem(key))
    return KnownKey(name, key)


def _refuse_known(folder: Path, name: str, key: Ed25519PublicKey) -> None:
    for one in known_keys(folder):
        if one.fingerprint == fingerprint(key) and one.name != name:
            raise SopgenError(say('this key is known already, as "{name}"', name=one.name))
        if one.name == name and one.fingerprint != fingerprint(key):
            fix = say("another --name; both keys count, so that older letters can be checked")
            raise SopgenError(say('"{name}" has another key. fix: {fix}', name=name, fix=fix))


def shut_out(folder: Path, name: str) -> None:
    """Count a key no more. Raises SopgenError where none has that name."""
    names = [one.stem for one in folder.glob(f"*{ENDING}")]
    if name not in names:
        hint = nearest(name, names) if names else say("`sopgen key add` lets one in")
        raise SopgenError(with_fix(say('no key is known as "{name}"', name=name), hint))
    try:
        (folder / f"{name}{ENDING}").unlink()
    except OSError as error:
        raise unwritten(folder, error) from error


def _digits(said: str) -> str:
    """Return the digits of a fingerprint as somebody read it out, however they are put apart."""
    digits = re.sub(r"[\s:.-]", "", said).lower()
    if not re.fullmatch(r"[0-9a-f]{32}", digits):
        raise WrongUsage(
            with_fix(say("a key's fingerprint has 32 digits 0-9, a-f"), say("copy all of it")), "fingerprint"
        )
    return digits
