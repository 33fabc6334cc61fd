"""Which desk runs now: its port, for the next start, and the keys that open it once each."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Final

from sopgen.files import one_writer, owner_only, write_file
from sopgen.jobs.letters.unit_key import settings_folder

FILE: Final = "meja.json"
# What is kept between starts.
LAST_FOLDER: Final = "folder"
FOLDERS: Final = "folder_dikenal"
MOST_FOLDERS: Final = 8
PORT, PROCESS, KEYS = "port", "proses", "kunci"


@dataclass(frozen=True)
class Running:
    """The file in the user's settings that tells of the desk; only its owner reads it."""

    path: Path

    def told(self) -> Mapping[str, Any]:
        """Return what the file tells; nothing where there is none, or nothing that can be read."""
        with suppress(OSError, ValueError):
            found = json.loads(self.path.read_text("utf-8"))
            return found if isinstance(found, dict) else {}
        return {}

    def put(self, **values: object) -> None:
        """Write values beside those that the file tells."""
        with owner_only(), one_writer(self.path):
            self._write({**self.told(), **values})

    def went_into(self, folder: Path) -> None:
        """Remember a working folder for the next start, and among those that were opened."""
        with owner_only(), one_writer(self.path):
            told, name = self.told(), str(folder)
            known = [name, *(one for one in told.get(FOLDERS, ()) if one != name)]
            self._write({**told, LAST_FOLDER: name, FOLDERS: known[:MOST_FOLDERS]})

    def new_key(self) -> str:
        """Return a key that opens the desk once."""
        key = token_urlsafe(24)
        with owner_only(), one_writer(self.path):
            told = self.told()
            self._write({**told, KEYS: [*told.get(KEYS, ()), key][-20:]})
        return key

    def opens(self, key: str) -> bool:
        """Tell whether a key opens the desk; from then on it does not."""
        with owner_only(), one_writer(self.path):
            told = self.told()
            if key not in told.get(KEYS, ()):
                return False
            self._write({**told, KEYS: [one for one in told[KEYS] if one != key]})
            return True

    def ended(self) -> None:
        """Forget the desk of this process; the folder stays known."""
        with owner_only(), one_writer(self.path):
            told = self.told()
            if told.get(PROCESS) == os.getpid():
                self._write({name: told[name] for name in (LAST_FOLDER, FOLDERS) if name in told})

    def _write(self, values: Mapping[str, object]) -> None:
        write_file(self.path, json.dumps(values, ensure_ascii=False, indent=1).encode())


def running() -> Running:
    """Return the record of this user's desk."""
    return Running(settings_folder() / FILE)
