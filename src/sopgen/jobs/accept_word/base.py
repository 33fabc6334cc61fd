"""The edition that an edited document was issued from, as it was then.

Its file may have moved on since: then what was issued was kept when it was built or accepted, or git knows it.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.accept_word.kept import kept_text
from sopgen.jobs.office.whose import editions_of, those
from sopgen.messages import say
from sopgen.model.edited.document import EditedDocument, IssuedAs
from sopgen.read.digest import meaning_digest
from sopgen.read.load import Edition, edited, load_edition
from sopgen.tools import git
from sopgen.workspace import working_folder

MOST_REVISIONS: Final = 200


@dataclass(frozen=True)
class IssuedEdition:
    """The edition as it was issued, and as its file is now; not `certain` where what was issued is not known."""

    issued: Edition
    now: Edition
    certain: bool = True


def issued_edition(document: EditedDocument, name: str, office: Path, spec: Path | None) -> IssuedEdition:
    """Return the edition of a document, in the working folder `office`; `spec` names it where the document does not.

    Raises SopgenError where the document says no edition, another one than `spec`, or one that the folder has not.
    """
    said = document.issued
    if said is None and spec is None:
        what = say("{file} does not say which edition it was issued from", file=name)
        raise SopgenError(with_fix(what, say("name the edition with --spec")))
    now = load_edition(spec or _file(said, name, office))
    if said is None:
        return IssuedEdition(now, now)
    if (said.sop, said.edition) != (now.sop.id, now.sop.edisi):
        what = say(
            "{file} was issued from edition {edition} of {sop}, not from {path}",
            file=name,
            edition=said.edition,
            sop=said.sop,
            path=now.path.as_posix(),
        )
        raise SopgenError(with_fix(what, say("leave --spec out, or name that edition")))
    then = _issued(now, office, said.digest)
    return IssuedEdition(then or now, now, certain=then is not None)


def _file(said: IssuedAs | None, name: str, office: Path) -> Path:
    assert said is not None
    files = editions_of(office, said.sop, said.edition)
    if not files:
        what = say(
            "{file} was issued from edition {edition} of {sop}, which this folder does not have",
            file=name,
            edition=said.edition,
            sop=said.sop,
        )
        raise SopgenError(with_fix(what, say("go to the working folder that issued it")))
    found = files if len(files) == 1 else those(files, lambda one: _issued(one, office, said.digest) is not None)
    if len(found) != 1:
        names = ", ".join(path.as_posix() for path in found or files)
        what = say("{file} may be issued from any of these: {names}", file=name, names=names)
        raise SopgenError(with_fix(what, say("name the edition with --spec")))
    return found[0]


def _issued(now: Edition, office: Path, digest: str) -> Edition | None:
    """Return the edition as it was when it had this digest; None where that is not known."""
    if meaning_digest(now.sop) == digest:
        return now
    for text in _former(now, office, digest):
        with suppress(SopgenError):  # a former text that can not be read any more
            then = edited(now, text)
            if meaning_digest(then.sop) == digest:
                return then
    return None


def _former(now: Edition, office: Path, digest: str) -> Iterator[str]:
    """Yield former texts of an edition's file: the one that was kept, then those that git knows, the newest first."""
    for home in dict.fromkeys((office, working_folder(now.path) or office)):
        kept = kept_text(home, digest)
        if kept is not None:
            yield kept
    folder = now.path.absolute().parent
    with suppress(SopgenError):  # no git, or no repository: then nothing is known of former texts
        top = git.prefix(folder)
        for commit in git.changes_of(folder, now.path.name, MOST_REVISIONS):
            content = git.blob(folder, commit, f"{top}{now.path.name}")
            if content is not None:
                yield content.decode("utf-8-sig", errors="replace")
