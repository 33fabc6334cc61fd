"""The last number that a register gave, remembered beside the unit's key: it tells that an old register was restored.

Who brings register/ and surat/ back together from an old copy leaves no letter that tells of later numbers. What this
computer saw stands outside both. It holds names of offices and numbers, and nobody's data.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError
from sopgen.files import one_writer, write_file
from sopgen.jobs.letters.unit_key import key_path
from sopgen.messages import say
from sopgen.register.look import RegisterView

NAME: Final = "nomor-terakhir.json"
Numbers = dict[str, dict[str, int]]


def remember(register: RegisterView, year: int) -> None:
    """Keep the last number of a year. Where the folder of the key takes no file, nothing is kept: it only helps."""
    path = _path()
    if not path.parent.is_dir():
        return
    with suppress(SopgenError), one_writer(path):
        span = register.span(year)
        if span is None:
            return
        known = _read(path)
        of_office = known.setdefault(register.office.name, {})
        if of_office.get(str(year), 0) < span[1]:
            of_office[str(year)] = span[1]
            write_file(path, (json.dumps(known, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())


def older_than_known(register: RegisterView, year: int) -> str | None:
    """Return what tells that a register is an older one than this computer saw; None where nothing does."""
    seen = _read(_path()).get(register.office.name, {}).get(str(year), 0)
    span = register.span(year)
    last = span[1] if span else 0
    if seen <= last:
        return None
    fix = say("`sopgen register recover --year {year} --last {seen}` if it is", year=year, seen=seen)
    what = say(
        "on this computer number {seen} of {year} was given, the register's last is {last}: it may be an old copy",
        seen=seen,
        year=year,
        last=last,
    )
    return f"{what}; {fix}"


def _path() -> Path:
    return key_path().parent / NAME


def _read(path: Path) -> Numbers:
    """Return what is remembered; nothing of a file that somebody else wrote."""
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {
        office: {year: number for year, number in of_office.items() if isinstance(number, int)}
        for office, of_office in known.items()
        if isinstance(of_office, dict)
    }
