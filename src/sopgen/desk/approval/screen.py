"""The routes of Pengesahan."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from starlette.routing import BaseRoute

from sopgen.desk.approval import signing
from sopgen.desk.approval.by_whom import ByWhom
from sopgen.desk.approval.standing import standing
from sopgen.desk.calls import (
    Answer,
    FileAnswer,
    HandedFile,
    Values,
    reading,
    receiving_for,
    sending,
    shown,
    writing,
)
from sopgen.desk.noted import noted, who
from sopgen.desk.office import edition_file
from sopgen.desk.session.opened import closed
from sopgen.desk.wording import at_the_desk
from sopgen.errors import WrongUsage, with_fix
from sopgen.jobs.life.approve import StepRequest, approve, missing
from sopgen.jobs.life.officials import APPROVER
from sopgen.jobs.office.log import LoggedAct, log
from sopgen.jobs.signing.handed import proven
from sopgen.jobs.signing.means import sign_by_ink
from sopgen.jobs.signing.sign import SigningRequest
from sopgen.jobs.signing.to_sign import file_to_sign, folder_of, made_to_sign
from sopgen.messages import say
from sopgen.model.life.record import FINAL, Decision
from sopgen.model.sop import Status
from sopgen.read.load import Edition, load_edition


class AskedEdition(Values):
    """An edition by the name that the page gives it."""

    edisi: str


class StepAsked(AskedEdition, ByWhom):
    """A step of an edition's life; `ke` is the state it is to have, nothing cancels the last step."""

    ke: Status | None
    tanggal: str
    catatan: str = ""
    keputusan: Decision = Decision.APPROVED


class ScannedSignature(AskedEdition):
    """The scan of a signed paper: of which edition, signed by which official on which day."""

    tanggal: str
    oleh: str = APPROVER


class ReadOut(Values):
    """The fingerprint of a signer's certificate that his office read out; empty where it is not known."""

    sidik: str = ""


class MadeFile(AskedEdition):
    """A file of an edition; it is saved, or shown beside the page."""

    berkas: str
    lihat: bool = False


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/pengesahan", AskedEdition, told),
        writing("/api/pengesahan/kurang", StepAsked, lacking),
        writing("/api/pengesahan/langkah", StepAsked, noted(LoggedAct.STEP, taken, _step_words)),
        writing("/api/pengesahan/berkas", AskedEdition, noted(LoggedAct.FILES, made, lambda asked, _: asked.edisi)),
        sending("/api/pengesahan/berkas", MadeFile, file),
        receiving_for("/api/pengesahan/pindaian", ScannedSignature, signed),
        receiving_for("/api/pengesahan/periksa", ReadOut, checked),
        *signing.routes(),
    ]


def told(asked: AskedEdition) -> Answer:
    """Return where an edition stands, who decided what, and what was made of it."""
    return standing(_edition(asked))


def lacking(asked: StepAsked) -> Answer:
    """Return what would keep a step from being written."""
    edition = _edition(asked)
    return {"kurang": [shown(one) for one in missing(edition, _request(asked).of(edition))]}


def taken(asked: StepAsked) -> Answer:
    """Write a step into the edition's record; return where the edition stands then."""
    edition = _edition(asked)
    approve(edition, _request(asked).of(edition))
    closed(edition.path)  # whoever has it open learns what it is now
    return standing(load_edition(edition.path))


def _step_words(asked: StepAsked, _: Answer) -> str:
    """Return the edition and its step for the log: the states have one name in every language."""
    return f"{asked.edisi}: {asked.ke.value if asked.ke else 'batal'} ({asked.keputusan.value})"


def made(asked: AskedEdition) -> Answer:
    """Make the files that are signed and given out."""
    edition = _edition(asked)
    made_to_sign(edition)
    return standing(edition)


def file(asked: MadeFile) -> FileAnswer:
    """Return one of the files that were made."""
    edition = _edition(asked)
    name = f"{edition.sop.name}-{asked.berkas.replace('/', '-')}"
    return FileAnswer(name, file_to_sign(edition, asked.berkas), shown=asked.lihat)


def signed(asked: ScannedSignature, scan: HandedFile) -> Answer:
    """Register the scan of the signed document; return where the edition stands then."""
    edition = _edition(asked)
    request = SigningRequest(folder_of(edition) / FINAL, asked.oleh, day=_day(asked.tanggal))
    sign_by_ink(request, scan.content, scan.name)
    log(Path.cwd(), who(), LoggedAct.SCAN, asked.edisi)
    return standing(load_edition(edition.path))


def checked(asked: ReadOut, handed: HandedFile) -> Answer:
    """Return what a file proves: what holds, what does not, what could not be looked at."""
    found = proven(Path.cwd(), handed.name, handed.content, tuple(filter(None, [asked.sidik.strip()])))
    return {
        "nama": handed.name,
        "hasil": [{"putusan": one.verdict.value, "kata": at_the_desk(one.text)} for one in found],
    }


def _edition(asked: AskedEdition) -> Edition:
    """Return the edition as its file has it; what is typed at the desk is there first."""
    path = edition_file(asked.edisi)
    closed(path)
    return load_edition(path)


def _request(asked: StepAsked) -> StepRequest:
    return StepRequest(asked.ke, asked.who, _day(asked.tanggal), asked.keputusan, asked.catatan or None)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongUsage(with_fix(say("the day is missing"), say("choose it in the calendar"))) from error
