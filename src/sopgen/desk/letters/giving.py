"""A letter at the desk: what can be chosen, how it would look now, and giving it."""

import tempfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Nothing, Values, faults, reading, writing
from sopgen.desk.letters.asked import AskedLetter, run_request
from sopgen.desk.letters.under_way import RunUnderWay, run_named, under_way
from sopgen.desk.noted import noted
from sopgen.desk.office import edition_files, opened_office
from sopgen.desk.wording import at_the_desk
from sopgen.errors import SopgenError, SpecError, with_fix
from sopgen.files import owner_only
from sopgen.jobs.forms import ORDERS
from sopgen.jobs.letters.deployment import numbered_name
from sopgen.jobs.letters.issue import IssuedLetter
from sopgen.jobs.letters.kept_files import letter_files, read_letter
from sopgen.jobs.letters.typed.preview import next_number, preview, register_here
from sopgen.jobs.letters.typed.unnumbered import NEXT, run_beside
from sopgen.jobs.life.day import today_at
from sopgen.jobs.office.log import LoggedAct
from sopgen.jobs.register.folder import letters_folder, unit_here
from sopgen.messages import say
from sopgen.model.base import long_date
from sopgen.model.sop import Activity, Status
from sopgen.model.unit import Unit
from sopgen.plan.forms.table import FORMS
from sopgen.plan.letter.numbers import archive_code
from sopgen.plan.letter.wording import title_case
from sopgen.read.load import Edition, load_edition


class LetterGiven(AskedLetter):
    """A letter to be given; `tanda` is what the page calls this run, to see how far it is and to stop it."""

    tanda: str = ""


class RunNamed(Values):
    """A run of letters, by what its page calls it."""

    tanda: str


class LetterFile(Values):
    """A letter's file, by its name in the letters' folder."""

    nama: str


def routes() -> Sequence[BaseRoute]:
    """Return the routes of giving a letter."""
    return [
        reading("/api/surat", Nothing, overview),
        writing("/api/surat/pratinjau", AskedLetter, previewed),
        writing("/api/surat/cetak", LetterGiven, noted(LoggedAct.LETTERS, given, _numbers)),
        reading("/api/surat/kemajuan", RunNamed, progress),
        writing("/api/surat/henti", RunNamed, stop),
        writing("/api/surat/berkas", LetterFile, kept_file),
    ]


def overview(_: Nothing) -> Answer:
    """Return the editions in force first, who may sign, the day, and the next number of the agenda book."""
    unit = unit_here() if opened_office() else None
    if unit is None:
        return {"folder": False}
    today = today_at(unit)
    return {
        "folder": True,
        "edisi": sorted(_editions(), key=lambda one: one["keadaan"] != Status.IN_FORCE),
        "hari_ini": f"{today:%d-%m-%Y}",
        "penandatangan": [["", _signs(unit, None)], *([one.id, _signs(unit, one.id)] for one in unit.pejabat)],
        "rangkap": 2 + max(1, len(unit.surat_perintah.tembusan)),
        "nomor": next_number(register_here(), today.year),
        "tahun": today.year,
        "formulir": [(ORDERS, say("Blank letter")), *((form.name, form.title) for form in FORMS.values())],
    }


def _editions() -> Iterator[dict[str, object]]:
    for name, path in edition_files().items():
        with suppress(SpecError):  # Beranda and Naskah tell of what can not be read
            edition = load_edition(path)
            if edition.sop.kegiatan and not edition.sop.contoh:
                yield _of_edition(name, edition)


def _of_edition(name: str, edition: Edition) -> dict[str, object]:
    sop = edition.sop
    activities = [_of_activity(edition.unit, one) for one in sop.kegiatan]
    return {"nama": name, "judul": f"{sop.edisi}: {sop.judul}", "keadaan": sop.status.value, "kegiatan": activities}


def _of_activity(unit: Unit, one: Activity) -> dict[str, object]:
    code = archive_code(unit, one)
    return {
        "id": one.id,
        "nama": title_case(one.name),
        "kka": code,
        "kka_perlu": "{kka}" in unit.surat_perintah.nomor,
    }


def _signs(unit: Unit, official: str | None) -> str:
    signatory = unit.signed_by(official).penandatangan if official else unit.penandatangan
    above = [f"a.n. {signatory.atas_nama}"] if signatory.atas_nama else []
    return " / ".join([*above, f"{signatory.jabatan}, {signatory.nama}"])


def previewed(asked: AskedLetter) -> Answer:
    """Return the first letter as it would be now, or what keeps it from that: who types is not refused."""
    try:
        made = preview(run_request(asked))
    except SopgenError as error:
        return {"faults": list(faults(error))}
    return {
        "nomor": made.numbers,
        "halaman": [page.decode() for page in made.pages],
        "catatan": list(map(at_the_desk, made.notes)),
        "orang": made.people,
        "pernah": made.given,
    }


def given(asked: LetterGiven) -> Answer:
    """Give the letters, and return them with their print run; what is odd is asked about before."""
    with under_way(asked.tanda) as own, own.turn() as wanted:
        return _given(asked, own) if wanted else {"berhenti": True, "surat": []}


def _given(asked: LetterGiven, own: RunUnderWay) -> Answer:
    with owner_only(), tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        path = Path(folder, "cetak.pdf")
        run, letters = run_beside(run_request(asked, path), lambda run: asked.yakin or not run.doubts, own.watch)
        notes = [at_the_desk(note) for note in run.notes if note not in run.roster]
        if letters is None:
            return {"ragu": list(map(at_the_desk, run.doubts)), "catatan": notes}
        made = list(map(_of_letter, letters))
        if len(letters) < len(run.ones):
            return {"berhenti": True, "surat": made}
        return {
            "surat": made,
            "catatan": notes,
            "orang": run.people,
            "cetakan": b64encode(path.read_bytes()).decode(),
            "tanggal": long_date(run.ones[0].day),
        }


def progress(asked: RunNamed) -> Answer:
    """Return how many letters of a run are made, of how many; nothing while it has not begun or is over."""
    run = run_named(asked.tanda)
    return {"jadi": run.made, "semua": run.all} if run else {"jadi": 0, "semua": 0}


def stop(asked: RunNamed) -> Answer:
    """Stop a run after the letter that is being made."""
    if run := run_named(asked.tanda):
        run.stopped = True
    return {}


def _numbers(_: AskedLetter, answer: Answer) -> str:
    """Return the numbers of the letters for the log, and nobody whom they order."""
    found: Any = answer.get("surat", ())
    return ", ".join(f"{one['nomor']}/{one['tahun']}" if one["nomor"] else "-" for one in found)


def _of_letter(letter: IssuedLetter) -> Answer:
    year, number = numbered_name(letter.paths[0].name) or (None, None)
    names = {path.suffix[1:]: _name(path) for path in letter.paths}
    return {"judul": letter.title, "tahun": year, "nomor": number, "berkas": names}


def _name(path: Path) -> str:
    """Return the name of a letter's file in the letters' folder, or in one of those for further letters of a day."""
    return f"{path.parent.name}/{path.name}" if path.parent.name.startswith(NEXT) else path.name


def kept_file(asked: LetterFile) -> Answer:
    """Return a file of the letters' folder, by its name there alone."""
    home = letters_folder()
    for path in letter_files([home, *sorted(home.glob(f"{NEXT}*"))]):
        if _name(path) == asked.nama and (content := read_letter(path)) is not None:
            return {"nama": path.name, "isi": b64encode(content).decode()}
    raise SopgenError(with_fix(say("this letter's file is no longer there"), say("print it again by its number")))
