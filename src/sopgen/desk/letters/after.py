"""What follows an issued letter at the desk: printed again, corrected, its forms; its code checked; blank forms."""

import tempfile
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import Final

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, HandedFile, Values, faults, reading, receiving, writing
from sopgen.desk.letters.asked import AskedPaper
from sopgen.desk.letters.book import register
from sopgen.desk.letters.under_way import RUN
from sopgen.desk.office import edition_file, edition_files, edition_name
from sopgen.errors import SopgenError, with_fix
from sopgen.files import owner_only, write_file
from sopgen.jobs.forms import form_names
from sopgen.jobs.letters.before.people import by_rank
from sopgen.jobs.letters.codes.verify_code import VouchedCode
from sopgen.jobs.letters.form_request import FormRequest, asked_forms, numbered_blank_letters
from sopgen.jobs.letters.typed.kept import as_asked, forms_of, spec_of
from sopgen.jobs.letters.typed.preview import register_here
from sopgen.jobs.letters.typed.verified import verified
from sopgen.jobs.register.reprint import ReprintRequest, reprint
from sopgen.messages import say
from sopgen.model.base import long_date
from sopgen.plan.forms.table import FORMS
from sopgen.register.entry import NumberEntry
from sopgen.seal.scan import PHOTOS

PICTURES: Final = (".pdf", *(f".{kind.lower()}" for kind in PHOTOS), ".jpg", ".tif")


class LetterNumber(Values):
    """An issued letter."""

    tahun: int
    nomor: int


class Reprinted(AskedPaper, LetterNumber):
    """An issued letter, and how it is printed again."""


class LetterForms(LetterNumber):
    """The forms that follow a letter."""

    formulir: tuple[str, ...]


class BlankForms(Values):
    """Blank forms of an activity, or of the whole SOP; `isian` asks for fields to fill on the screen.

    `bernomor` is how many blank letters are to bear numbers, which are reserved for them.
    """

    edisi: str
    kegiatan: str
    formulir: tuple[str, ...]
    isian: bool = False
    bernomor: int = 0


class CodeText(Values):
    """The text of a code, as a phone reads it."""

    kode: str


def routes() -> Sequence[BaseRoute]:
    """Return the routes of what follows a letter."""
    return [
        writing("/api/agenda/cetak", Reprinted, printed_again),
        reading("/api/agenda/isi", LetterNumber, as_form),
        reading("/api/agenda/formulir", LetterNumber, forms),
        writing("/api/agenda/formulir", LetterForms, made_forms),
        writing("/api/surat/blangko", BlankForms, blank_forms),
        writing("/api/agenda/kode", CodeText, code_text),
        receiving("/api/agenda/kode/berkas", code_picture),
    ]


def _of(asked: LetterNumber) -> tuple[NumberEntry, Path]:
    entry = register().show(asked.tahun, asked.nomor)
    return entry, spec_of(entry, edition_files().values())


def printed_again(asked: Reprinted) -> Answer:
    """Print an issued letter again, byte for byte; its files are put back where they are gone."""
    _, spec = _of(asked)
    with RUN, owner_only(), tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        path = Path(folder, "cetak.pdf")
        again = ReprintRequest(spec, asked.nomor, asked.tahun, print_run=path, paper=asked.paper)
        made = reprint(again)
        return {
            "judul": made.title,
            "cetakan": b64encode(path.read_bytes()).decode(),
            "berkas": [_file(one.name, one.read_bytes()) for one in made.paths],
        }


def as_form(asked: LetterNumber) -> Answer:
    """Return what an issued letter was asked for, as the form of a letter has it, to correct it."""
    entry, spec = _of(asked)
    one, official = as_asked(entry, spec)
    said = {
        "edisi": edition_name(spec),
        "kegiatan": one.activity.id,
        "orang": [[p.name, p.rank, p.number, p.post, p.remark, p.duty] for p in one.people],
        "tanggal": f"{one.day:%d-%m-%Y}",
        "sampai": f"{one.until:%d-%m-%Y}" if one.until else "",
        "pukul": one.hours,
        "tempat": one.place,
        "untuk": one.duties,
        "penandatangan": official or "",
        "kka": one.kka,
        "urutan_daftar": by_rank(one.people) != one.people,
        "betulkan": entry.number,
    }
    return {"teks": entry.text, "surat": said}


def forms(asked: LetterNumber) -> Answer:
    """Return the forms that can follow a letter."""
    entry, spec = _of(asked)
    return {"formulir": [[form.name, form.title] for form in forms_of(entry, spec)]}


def made_forms(asked: LetterForms) -> Answer:
    """Make forms that follow a letter; they are kept as the command keeps them."""
    _, spec = _of(asked)
    _refuse_none(asked.formulir)
    made = asked_forms(FormRequest(spec, asked.formulir, letter=asked.nomor, year=asked.tahun))
    with RUN, owner_only():
        for path, content in made.files.items():
            write_file(path, content)
    return _files(made.files)


def blank_forms(asked: BlankForms) -> Answer:
    """Make blank forms; those that are one for the whole SOP are so for each activity."""
    _refuse_none(asked.formulir)
    of_sop = [name for name in asked.formulir if name in FORMS and FORMS[name].filled is None]
    of_activity = [name for name in asked.formulir if name not in of_sop]
    spec, made = edition_file(asked.edisi), dict[Path, bytes]()
    if asked.bernomor:
        return _files(numbered_blank_letters(spec, asked.kegiatan, asked.bernomor, fillable=asked.isian))
    for names, activity in ((of_activity, asked.kegiatan), (of_sop, None)):
        if names:
            made |= asked_forms(FormRequest(spec, names, activity=activity, fillable=asked.isian)).files
    return _files(made)


def _refuse_none(names: Sequence[str]) -> None:
    if not names or set(names) - set(form_names()):
        raise SopgenError(with_fix(say("no form is chosen"), say("choose at least one")))


def _files(made: Mapping[Path, bytes]) -> Answer:
    return {"berkas": [_file(path.name, content) for path, content in made.items()]}


def _file(name: str, content: bytes) -> Answer:
    return {"nama": name, "isi": b64encode(content).decode()}


def code_text(asked: CodeText) -> Answer:
    """Check a code by its text."""
    text = "".join(asked.kode.split("\n")).strip()
    if "|" not in text:
        what = say("this is no code of a letter")
        raise SopgenError(with_fix(what, say("copy all that the phone shows, from SOPGEN on")))
    return _checked(text)


def code_picture(file: HandedFile) -> Answer:
    """Check the code in a picture or PDF; the file's name tells its kind alone."""
    ending = PurePath(file.name.replace("\\", "/")).suffix.lower()
    if ending not in PICTURES:
        raise SopgenError(with_fix(say("this is neither a PDF nor a picture"), say("take a photo of the code")))
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        path = Path(folder, f"surat{ending}")
        path.write_bytes(file.content)
        return _checked(str(path))


def _checked(code: str) -> Answer:
    found = verified(code, register_here(), edition_files().values())
    wrong = list(faults(found.wrong)) if found.wrong else []
    return {"kode": list(map(_told, found.codes)), "faults": wrong}


def _told(found: VouchedCode) -> Answer:
    seal, entry = found.seal, found.entry
    days = [long_date(date.fromisoformat(day)) for day in seal.days.split("..")]
    return {
        "nomor": seal.number,
        "tanggal": " s.d. ".join(days),
        "tugas": seal.activity,
        "orang": [f"{p.rank} {p.name} {p.number}" for p in found.ordered.people] if found.ordered else seal.people,
        "keadaan": entry.state.value if entry else "",
        "kata": found.ordered is not None,
        "sepakat": found.agrees,
    }
