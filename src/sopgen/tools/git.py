"""Read files as they stood at a revision, by git."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, ToolMissing, with_fix
from sopgen.messages import say, system_fix, system_reason

TIMEOUT_S: Final = 60


def program() -> Path | None:
    """Return git, where it is installed."""
    found = shutil.which("git")
    return Path(found) if found else None


def prefix(folder: Path) -> str:
    """Return the folder's path inside its repository, with a slash at its end; empty for the top.

    Raises SopgenError with git's own words where no repository can be read there, ToolMissing without git.
    """
    done = _run(folder, "rev-parse", "--show-prefix")
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        if "not a git repository" in reason:
            what = say("{folder}: this folder is not kept in git", folder=folder)
        elif "dubious ownership" in reason:
            what = say("{folder}: the folder belongs to another user of the computer", folder=folder)
        else:
            what = say("{folder}: git reads no repository here: {reason}", folder=folder, reason=reason)
        raise SopgenError(with_fix(what, say("go to the working folder that git keeps")))
    return done.stdout.decode(errors="surrogateescape").rstrip("\n")


def commit(folder: Path, revision: str) -> str:
    """Return the full name of the commit that a revision names; raise SopgenError where it names none."""
    prefix(folder)
    found = _ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is None:
        fix = say("`git tag` and `git log --oneline` list what there is")
        raise SopgenError(say('git knows no revision "{name}". fix: {fix}', name=revision, fix=fix))
    return found.decode().strip()


def files(folder: Path, known: str, wanted: Sequence[str]) -> set[str]:
    """Return which of the wanted paths, seen from the repository's top, are files of a commit."""
    listed = _ask(folder, "ls-tree", "--full-tree", "--name-only", "-z", known, "--", *wanted) or b""
    return {name.decode(errors="surrogateescape") for name in listed.split(b"\0") if name}


def blob(folder: Path, known: str, path: str) -> bytes | None:
    """Return the content of a file of a commit, None where it has no such file."""
    return _ask(folder, "cat-file", "blob", f"{known}:{path}")


def changes_of(folder: Path, path: str, most: int) -> list[str]:
    """Return the commits that changed a file, seen from the folder, the newest first; none without a repository."""
    done = _ask(folder, "log", f"--max-count={most}", "--format=%H", "--", path) or b""
    return done.decode().split()


def _ask(folder: Path, *words: str) -> bytes | None:
    done = _run(folder, *words)
    return None if done.returncode else done.stdout


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    git = program()
    if git is None:
        raise ToolMissing(say("git is missing (reads former revisions). fix: install git, or name two files"))
    try:
        return subprocess.run([git, *words], cwd=folder, capture_output=True, timeout=TIMEOUT_S, check=False)
    except subprocess.TimeoutExpired as error:
        what = say("git gave no answer within {seconds} s", seconds=TIMEOUT_S)
        raise SopgenError(with_fix(what, say("try again when the computer has less to do"))) from error
    except OSError as error:
        what = say("{path} can not be read: {reason}", path=folder, reason=system_reason(error))
        raise SopgenError(with_fix(what, system_fix(error))) from error
