"""What the program says, in the language of the one who reads it.

Messages are English in the source; the catalogue of another language is chosen by SOPGEN_LANG or the locale.
"""

import errno
import gettext
import locale
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

# C0, DEL, C1, the two line ends of Unicode, and what turns the direction of writing.
UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# Names in one line of what is known.
MOST_LISTED: Final = 30
CATALOGUES: Final = Path(__file__).parent / "locale"
# The language of who is answered now, where several are; empty where the computer's own counts.
_SPOKEN: Final[ContextVar[str]] = ContextVar("_SPOKEN", default="")


def language() -> str:
    """Return `id` or `en`: SOPGEN_LANG first, then the locale's variables, English where none says."""
    if chosen := _SPOKEN.get():
        return chosen
    for name in ("SOPGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return _known(value)
    # Windows sets no such variables; its user's choice is read through the C library.
    return _known(locale.getlocale()[0] or "")


@contextmanager
def spoken(lang: str) -> Iterator[None]:
    """Have what is said meanwhile, in this task and the threads that it starts, be said in `id` or `en`."""
    token = _SPOKEN.set(lang)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def _known(name: str) -> str:
    """Return the catalogue for a locale's name: `id_ID`, or `Indonesian_Indonesia` on Windows."""
    return "id" if name.lower().startswith(("id", "ind")) else "en"


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    return gettext.translation("sopgen", CATALOGUES, languages=[lang], fallback=True)


def say(template: str, /, **values: object) -> str:
    """Return the message in the reader's language, with its values set in; none of them makes a line of its own."""
    quoted = (str, Path, BaseException)
    shown = {name: visible(str(value)) if isinstance(value, quoted) else value for name, value in values.items()}
    return _catalogue(language()).gettext(template).format(**shown)


def visible(text: str) -> str:
    """Return a text with escapes for what a terminal obeys: control characters, line ends, changes of direction."""
    return UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def translated(text: str) -> str:
    """Return a text that has no values, such as the page of a rule, in the reader's language."""
    return _catalogue(language()).gettext(text) if text else ""


def indonesian(text: str) -> str:
    """Return a text that has no values in Indonesian, whoever reads it: what a document or a spec keeps."""
    return _catalogue("id").gettext(text) if text else ""


def system_reason(error: OSError) -> str:
    """Return why the system refused a file, in the reader's language where it is one of the usual reasons."""
    known = {
        errno.ENOENT: say("No such file or directory"),
        errno.EACCES: say("Permission denied"),
        errno.EPERM: say("Permission denied"),
        errno.EISDIR: say("Is a directory"),
        errno.ENOTDIR: say("Not a directory"),
        errno.ENAMETOOLONG: say("File name too long"),
        errno.ENOSPC: say("No space left on device"),
        errno.EDQUOT: say("No space left on device"),
        errno.EFBIG: say("File too large"),
        errno.EROFS: say("Read-only file system"),
        errno.EEXIST: say("something else has this name"),
        errno.ENOTEMPTY: say("the folder is not empty"),
        errno.EBUSY: say("another program has it open"),
        errno.ETXTBSY: say("another program has it open"),
        errno.ELOOP: say("links lead in a circle"),
        errno.EIO: say("the disk can not be read or written"),
        errno.EMFILE: say("too many files are open"),
        errno.ENFILE: say("too many files are open"),
        errno.EINVAL: say("the system takes no such name"),
    }
    told = error.strerror or type(error).__name__
    return known.get(error.errno or 0, say('the system says "{words}"', words=told))


def system_fix(error: OSError) -> str:
    """Return what helps where the system refused a file."""
    known = {
        errno.EACCES: say("ask for the right to it, or close the program that has it open"),
        errno.EPERM: say("ask for the right to it, or close the program that has it open"),
        errno.EISDIR: say("name a file"),
        errno.ENAMETOOLONG: say("choose a shorter name"),
        errno.ENOSPC: say("make room on the disk"),
        errno.EDQUOT: say("make room on the disk"),
        errno.EFBIG: say("choose another disk: this one takes no file of that size"),
        errno.EROFS: say("choose another folder"),
    }
    return known.get(error.errno or 0, say("check the name and the place"))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ` did you mean X?` for a near miss among the known names, else the known names."""
    names = list(known)
    if close := likeliest(word, names):
        return say('did you mean "{name}"?', name=close)
    more = ["..."] if len(names) > MOST_LISTED else []
    return say("known here: {names}", names=", ".join([*names[:MOST_LISTED], *more]))


def likeliest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that a word is a near miss of, whatever its capitals, blanks and quotes; None where none is."""
    plain = {_plain(name): name for name in names}
    close = closest(_plain(word), plain, 0.6)
    return plain[close] if close else None


def closest(word: str, names: Iterable[str], likeness: float) -> str | None:
    """Return the name that is most like a word, of those that are at least so like it (0 to 1); None for none."""
    from difflib import get_close_matches  # here: what is written without a slip waits for no comparison

    return next(iter(get_close_matches(word, list(names), 1, likeness)), None)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_") or name
