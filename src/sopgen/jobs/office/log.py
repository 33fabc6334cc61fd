"""Who did what to the records of an office, and when: one line an act, in a file of its working folder.

It names editions and numbers of letters, and nobody whom a letter orders.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError
from sopgen.files import one_writer
from sopgen.messages import say, system_reason

FILE: Final = Path(".meja", "catatan.jsonl")


class LoggedAct(StrEnum):
    """What was done."""

    FOLDER = "folder"
    EDITION = "edisi"
    SOP = "sop"
    MANUSCRIPT = "naskah"
    UNIT = "satuan"
    LOOK = "rupa"
    REASON = "alasan"
    STEP = "langkah"
    FILES = "berkas"
    SCAN = "pindaian"
    SIGNED = "tanda-tangan"
    CERTIFICATE = "sertifikat"
    LAW = "peraturan"
    KEY = "kunci"
    FORGOTTEN = "hapus-personel"
    RECOVERED = "pulihkan"
    RESERVED = "cadangan"
    RENAMED = "ganti-nama"
    LETTERS = "surat"
    REGISTER = "agenda"
    VOID = "batal"
    EMBLEM = "lambang"
    REVIEW = "pemantauan"
    WORD = "dari-word"
    IMPORT = "impor"
    PACKED = "kemas"
    UPDATED = "dasar"


WORDS: Final[Mapping[LoggedAct, Callable[[], str]]] = {
    LoggedAct.FOLDER: lambda: say("made the folder"),
    LoggedAct.EDITION: lambda: say("began an edition"),
    LoggedAct.SOP: lambda: say("began an SOP"),
    LoggedAct.MANUSCRIPT: lambda: say("wrote the manuscript"),
    LoggedAct.UNIT: lambda: say("changed the unit's data"),
    LoggedAct.LOOK: lambda: say("changed the look"),
    LoggedAct.REASON: lambda: say("gave a reason of a change"),
    LoggedAct.STEP: lambda: say("took a step of the approval"),
    LoggedAct.FILES: lambda: say("made the files to sign"),
    LoggedAct.SCAN: lambda: say("registered a scan"),
    LoggedAct.SIGNED: lambda: say("signed a file"),
    LoggedAct.CERTIFICATE: lambda: say("registered a certificate"),
    LoggedAct.LAW: lambda: say("added a law"),
    LoggedAct.KEY: lambda: say("changed the keys of codes"),
    LoggedAct.FORGOTTEN: lambda: say("had the people of old letters forgotten"),
    LoggedAct.RECOVERED: lambda: say("rebuilt the agenda book"),
    LoggedAct.RESERVED: lambda: say("reserved numbers"),
    LoggedAct.RENAMED: lambda: say("had the agenda book go on under a new name"),
    LoggedAct.LETTERS: lambda: say("gave letters"),
    LoggedAct.REGISTER: lambda: say("began the agenda book"),
    LoggedAct.VOID: lambda: say("voided a number"),
    LoggedAct.EMBLEM: lambda: say("chose the emblem"),
    LoggedAct.REVIEW: lambda: say("wrote down a monitoring or an evaluation"),
    LoggedAct.WORD: lambda: say("took proposals over from Word"),
    LoggedAct.IMPORT: lambda: say("made a draft of an old SOP"),
    LoggedAct.PACKED: lambda: say("made a package for another office"),
    LoggedAct.UPDATED: lambda: say("brought an edition over to its base"),
}


@dataclass(frozen=True)
class LogLine:
    """One act: when (with its time zone), who, what, about what."""

    waktu: str
    siapa: str
    apa: str
    tentang: str

    @property
    def words(self) -> str:
        """What was done, in the reader's language; an act of a later sopgen by its name."""
        return WORDS[LoggedAct(self.apa)]() if self.apa in set(LoggedAct) else self.apa


def log(home: Path, who: str, act: LoggedAct, about: str) -> None:
    """Add a line to an office's log. Raises SopgenError where the system refuses; what was done is done then."""
    path = home / FILE
    line = LogLine(datetime.now().astimezone().isoformat(timespec="seconds"), who, act.value, about)
    try:
        path.parent.mkdir(exist_ok=True)
        with one_writer(path):
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "ab") as file:
                file.write((json.dumps(asdict(line), ensure_ascii=False) + "\n").encode())
    except OSError as error:
        what = say("this is done, but the log can not be written: {reason}", reason=system_reason(error))
        raise SopgenError(what) from error


def logged(home: Path, most: int) -> list[LogLine]:
    """Return the last lines of an office's log, the newest first; one that a power cut cut short is none."""
    try:
        text = (home / FILE).read_text("utf-8", "replace")
    except FileNotFoundError:
        return []
    return [found for line in reversed(text.splitlines()[-most:]) for found in _read(line)]


def _read(line: str) -> Iterator[LogLine]:
    try:
        told = json.loads(line)
        yield LogLine(**{key: str(told[key]) for key in ("waktu", "siapa", "apa", "tentang")})
    except (ValueError, KeyError, TypeError):
        return
