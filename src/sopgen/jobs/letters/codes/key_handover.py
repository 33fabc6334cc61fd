"""How the key that vouches for an office's codes comes to those who check: handed over, compared, kept."""

from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError
from sopgen.files import write_file
from sopgen.jobs.letters.unit_key import key_path
from sopgen.messages import say
from sopgen.seal.keys import load_key, public_pem
from sopgen.seal.known import KnownKey, known_keys, let_in, shut_out

# Beside the own key, outside every working folder: who may write in one can not have his own key count.
KNOWN: Final = "kunci-dikenal"
OWN: Final = "-"


def known_folder() -> Path:
    """Return where the keys of other offices are kept."""
    return key_path().parent / KNOWN


def own_key(out: Path | None = None) -> KnownKey:
    """Return the office's own public key, written to a file for those who check where one is named.

    Raises SopgenError where the office has no key yet.
    """
    path = key_path()
    if not path.exists():
        what = say("this office has no key yet: {path}", path=path)
        fix = say("the first letter with a number makes it (`sopgen order`)")
        raise SopgenError(say("{what}. fix: {fix}", what=what, fix=fix))
    key = load_key(path).public_key()
    if out:
        write_file(out, public_pem(key))
    return KnownKey(OWN, key)


def others() -> list[KnownKey]:
    """Return the keys of other offices that count."""
    return known_keys(known_folder())


def add(file: Path, said: str, name: str = "") -> KnownKey:
    """Let a key in by the fingerprint that its office said; it is named after its file where no name is given."""
    return let_in(known_folder(), file, said, name or file.stem)


def remove(name: str) -> None:
    """Count a key no more."""
    shut_out(known_folder(), name)


def counting() -> list[KnownKey]:
    """Return the keys that codes are checked with where none is named: the own one, if any, and those let in."""
    return [*([own_key()] if key_path().exists() else []), *others()]
