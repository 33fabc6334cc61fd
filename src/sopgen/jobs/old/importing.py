"""`sopgen import`: an old file to the draft of an edition, in the working folder."""

from dataclasses import dataclass
from pathlib import Path

from sopgen.errors import SopgenError, SpecError, WrongUsage, with_fix
from sopgen.files import one_writer, write_file
from sopgen.jobs.edit.revise import is_edition_name
from sopgen.jobs.old.draft import Draft, drafted
from sopgen.jobs.old.reading import read_old
from sopgen.messages import say, spoken
from sopgen.read.load import find_edition, load_unit


@dataclass(frozen=True)
class ImportRequest:
    """What is asked for: the old file, the name of the edition and the draft's file where they are chosen."""

    file: Path
    edition: str = ""
    out: Path | None = None
    home: Path = Path()


@dataclass(frozen=True)
class Imported:
    """The draft and the file that it was written to."""

    path: Path
    draft: Draft


def imported(request: ImportRequest) -> Imported:
    """Write the draft of an old file and return both.

    Raises WrongUsage where the edition can not have that name, SopgenError where the file can not be read, holds no
    SOP, or the draft's file or its edition is there already; then nothing is written.
    """
    if request.edition and not is_edition_name(request.edition):
        what = say('"{name}" can not name an edition', name=request.edition)
        fix = say("letters, digits, - and _ only; not a name that Windows keeps for itself, such as CON")
        raise WrongUsage(with_fix(what, fix))
    draft = draft_of(request.file, request.edition, request.home)
    path = request.out or request.home / "spec" / "sop" / draft.id / f"{draft.edition}-draf.yaml"
    _refuse_taken(request.home, draft, path)
    with one_writer(path):
        _refuse_taken(request.home, draft, path)
        write_file(path, draft.text.encode())
    return Imported(path, draft)


def draft_of(file: Path, edition: str = "", home: Path = Path()) -> Draft:
    """Return the draft of an old file; nothing is written. Raises SopgenError as `imported` does."""
    try:
        # A draft is Indonesian, whoever makes it: so are the doubts that stand in it.
        with spoken("id"):
            old = read_old(file)
    except SopgenError:
        read_old(file)  # raises the same, told to whoever asks in their language
        raise
    with spoken("id"):
        return drafted(old, file.name, edition, _letterhead(home))


def _letterhead(home: Path) -> tuple[str, ...]:
    """Return the lines of the head that the unit's file says; none where there is no such file, or a faulty one."""
    path = home / "spec" / "satuan.yaml"
    try:
        return load_unit(path).kop if path.is_file() else ()
    except SpecError:  # `check` tells its faults
        return ()


def _refuse_taken(home: Path, draft: Draft, path: Path) -> None:
    if path.exists():
        raise SopgenError(say("{path} exists already. fix: name another file with --out", path=path.as_posix()))
    if taken := find_edition(home, draft.id, draft.edition):
        fix = say("choose another name with --edition")
        raise SopgenError(
            say(
                'edition "{name}" exists already: {path}. fix: {fix}',
                name=draft.edition,
                path=taken.as_posix(),
                fix=fix,
            )
        )
