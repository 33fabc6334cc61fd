"""What Beranda tells of a working folder: of each edition where it stands, what is due, the last letters."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from sopgen.desk.calls import Answer, shown
from sopgen.desk.office import edition_files, edition_name
from sopgen.errors import Problem, SopgenError
from sopgen.jobs.check import problems
from sopgen.jobs.life.overview import EditionState, look_over
from sopgen.jobs.overlays.bases import all_bases, base_name
from sopgen.jobs.register.folder import address, viewed
from sopgen.model.sop import Status
from sopgen.read.load import load_unit
from sopgen.read.overlay.spec import read_spec
from sopgen.register.entry import NumberEntry
from sopgen.register.opening import exists
from sopgen.workspace import sample_folder, samples

LETTERS: Final = 5
UNIT: Final = Path("spec", "satuan.yaml")


def sample_names() -> list[dict[str, str]]:
    """Return the samples that an SOP can begin with, each with the title that it bears."""
    return [{"nama": name, "judul": _title(name)} for name in samples()]


def _title(sample: str) -> str:
    text = (sample_folder(sample) / "sop.yaml").read_text("utf-8")
    found = re.search(r"^judul: *(.+?) *(?:#.*)?$", text, re.MULTILINE)
    return found[1].strip("\"'") if found else sample


def editions() -> dict[str, object]:
    """Return the editions of the folder that is open, those that can not be read too, and what is due."""
    files = edition_files()
    if not files:
        return {"edisi": [], "jatuh": [], "rusak": [], "satuan": _unit_name()}
    found, today = look_over([]), date.today()
    told = [_told(one, today) for one in found.standings]
    read = {one["nama"] for one in told}
    broken = [{"nama": name, "judul": name, "sop": name.split("/")[0], "keadaan": "rusak"} for name in files]
    return {
        "edisi": [*told, *(one for one in broken if one["nama"] not in read)],
        "jatuh": [due for one in found.standings for due in _dues(one, today)],
        "rusak": [shown(fault) for fault in found.faults if not _of_edition(fault, files)],
        "satuan": _unit_name(),
    }


def base_names() -> list[dict[str, str]]:
    """Return the bases of the folder that is open, with their titles, over which no edition has begun yet."""
    found = {base_name(path): path for path in all_bases(Path())}
    there = {name for name in found if Path("spec", "sop", f"{name}.yaml").is_file()}
    return [{"nama": name, "judul": _title_of_base(path, name)} for name, path in found.items() if name not in there]


def _title_of_base(path: Path, name: str) -> str:
    try:
        data = read_spec(path).data
    except SopgenError:  # whoever begins from it is told what is wrong
        return name
    return str(data.get("judul", name)) if isinstance(data, dict) else name


def _of_edition(fault: Problem, files: dict[str, Path]) -> bool:
    """Tell whether a fault stands in an edition's own file, whose row says so already."""
    return fault.file in {path.as_posix() for path in files.values()}


def _unit_name() -> str:
    try:
        return load_unit(UNIT).nama
    except SopgenError:
        return ""


def _told(one: EditionState, today: date) -> Answer:
    sop, life = one.sop, one.life
    return {
        "nama": edition_name(Path(one.path)),
        "sop": sop.id,
        "judul": sop.judul,
        "edisi": sop.edisi,
        "contoh": sop.contoh,
        "terbit": sop.sebagaimana_terbit,
        "keadaan": _state(one, today),
        "oleh": life.approval.oleh.nama if life.approval else "",
        "tanggal": life.approval.tanggal.isoformat() if life.approval else "",
        "gugur": life.changes if life.voided else "",
        "berakhir": one.ends.isoformat() if one.ends else "",
        "berlaku": sop.identitas.tanggal_efektif.nilai.isoformat() if sop.identitas.tanggal_efektif.nilai else "",
        "pindaian_kurang": life.unproven,
        "ttd_kurang": life.unsigned,
    }


def _state(one: EditionState, today: date) -> str:
    """Return where an edition stands today: one that another took the place of is in force no more."""
    ended = one.sop.status is Status.IN_FORCE and one.ends and one.ends <= today
    return "berakhir" if ended else one.sop.status.value


def _dues(one: EditionState, today: date) -> Iterator[Answer]:
    name = edition_name(Path(one.path))
    for due in one.due:
        yield {
            "nama": name,
            "judul": one.sop.judul,
            "edisi": one.sop.edisi,
            "jenis": due.look.value,
            "hari": due.day.isoformat(),
            "lewat": due.overdue(today),
        }


def checked() -> list[Answer]:
    """Return of each edition how many findings must be mended, and how many should."""
    return [_counted(name, path) for name, path in edition_files().items()]


def _counted(name: str, path: Path) -> Answer:
    levels = Counter(one.severity for one in problems(path))
    return {"nama": name, "wajib": levels["error"], "sebaiknya": levels["warning"], "petunjuk": levels["info"]}


def last_letters() -> list[Answer] | None:
    """Return the letters with the highest numbers, without whom they order; None where no register is begun."""
    if not exists(address(None)):
        return None
    try:
        return [_letter(one) for one in viewed(None).entries()[-LETTERS:][::-1]]
    except SopgenError:
        return None  # the agenda book says what is wrong with it


def _letter(one: NumberEntry) -> Answer:
    day = one.day.isoformat() if one.day else ""
    return {
        "tahun": one.year,
        "urut": one.number,
        "nomor": one.text,
        "hari": day,
        "hal": one.subject,
        "keadaan": one.state,
    }
