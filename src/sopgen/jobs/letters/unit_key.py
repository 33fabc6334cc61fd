"""The unit's key for the codes on its letters: where it is kept, and what is said of it when it is made."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sopgen.messages import say
from sopgen.seal.keys import fingerprint, load_key, make_key, public_path

VARIABLE: Final = "SOPGEN_KEY"
NAME: Final = "kunci.pem"


@dataclass(frozen=True)
class UnitKey:
    """The key, where there is one, and what whoever has the letters made is to know of it."""

    key: Ed25519PrivateKey | None
    note: str = ""


def key_path() -> Path:
    """Return where the unit's key is: the file that SOPGEN_KEY names, else one among the user's settings."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else settings_folder() / NAME


def settings_folder() -> Path:
    """Return the folder of the user's own settings for sopgen, as each system has it."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home()) / "sopgen"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "sopgen"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "sopgen"


def unit_key() -> UnitKey:
    """Return the unit's key, made on first use. CI has none: its letters carry no code."""
    path = key_path()
    if path.exists():
        return UnitKey(load_key(path), _seen_by_others(path))
    if os.environ.get("CI") and VARIABLE not in os.environ:
        return UnitKey(None, say("warning: no key of the unit here; the letters carry no code"))
    key = make_key(path)
    note = say(
        "made the unit's key {path} (keep a copy locked away); {public} is for those who check: {print}",
        path=path,
        public=public_path(path).name,
        print=fingerprint(key.public_key()),
    )
    return UnitKey(key, note)


def _seen_by_others(path: Path) -> str:
    """Return a warning where others than the owner may read or write the key; Windows keeps no such modes."""
    if os.name == "nt" or not path.stat().st_mode & 0o077:
        return ""
    return say("warning: others may read the unit's key {path}. fix: chmod 600 {path}", path=path)
