"""The editions that are open at the desk, each once for all its windows."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Generic, TypeVar, cast

from sopgen.desk.calls import Outdated
from sopgen.desk.noted import note_writing
from sopgen.desk.office import edition_file
from sopgen.desk.session.edition import Session
from sopgen.desk.session.named_lock import NamedLock
from sopgen.desk.session.pages import LivePage, ShownPage
from sopgen.desk.session.state import TextSession
from sopgen.desk.session.windows import Windows
from sopgen.jobs.preview.document import Preview
from sopgen.messages import say

# Windows whose pages are known; one that was closed long ago begins anew.
MOST_WINDOWS: Final = 8


S = TypeVar("S", bound=TextSession)


@dataclass
class OpenText(Generic[S]):
    """A file that is open: its state, who writes it, and the newest number that each window asked for."""

    session: S
    windows: Windows = field(default_factory=Windows)
    newest: dict[str, int] = field(default_factory=dict)
    lock: NamedLock = field(init=False)

    def __post_init__(self) -> None:
        """Have a lock by the name of its journal."""
        self.lock = NamedLock(self.session.journal.path.with_suffix(".kunci"))

    def writes(self, window: str) -> bool:
        """Tell whether a window writes: it is the one of this desk, and no other desk does."""
        if not self.session.may_change:
            return False
        if self.lock.is_asked_for and self.session.is_kept:
            self.lock.let_go()
            return False
        return self.windows.writes(window) and self.lock.hold()

    def take(self, window: str) -> None:
        """Let a window write; another desk that does is asked to let go."""
        self.windows.take(window)
        self.lock.ask()

    def asked(self, window: str, number: int) -> None:
        """Note the number of a call before it waits for its turn."""
        self.newest[window] = max(number, self.newest.get(window, 0))

    def is_late(self, window: str, number: int) -> bool:
        """Tell whether a window asked for something newer meanwhile."""
        return number < self.newest.get(window, 0)

    def note(self, name: str) -> None:
        """Note in the log who writes it."""
        note_writing(name)

    def refuse_watcher(self, window: str) -> None:
        """Refuse a window that only watches; raise Outdated with who writes."""
        if not self.writes(window):
            name = self.windows.person
            raise Outdated(self.held_by(name), {"menulis": False, "penulis": name})

    def held_by(self, name: str) -> str:
        """Return that somebody else writes it, and what helps."""
        return say("{name} writes this edition in another window. fix: close it, or take over here", name=name)

    def close(self) -> None:
        """Keep all, and let others write."""
        self.session.close()
        self.lock.let_go()


@dataclass
class OpenEdition(OpenText[Session]):
    """An edition that is open, and what each window shows of its pages."""

    shown: dict[str, ShownPage] = field(default_factory=dict)
    page: LivePage = field(init=False)

    def __post_init__(self) -> None:
        """Let its pages be made when a window first looks at one."""
        super().__post_init__()
        self.page = LivePage(Preview(self.session.path))

    def patch(self, window: str, view: Mapping[str, Any], *, anew: bool = False) -> dict[str, Any]:
        """Return what a window must change to show the page in view; `anew` where it shows none yet."""
        shown = self.shown.pop(window, None)
        shown = self.shown[window] = ShownPage() if anew or shown is None else shown
        while len(self.shown) > MOST_WINDOWS:
            self.shown.pop(next(iter(self.shown)))
        return self.page.patch(self.session.seen, self.session.version, shown, view)

    def close(self) -> None:
        """Forget its pages, keep all, and let others write."""
        self.page.preview.close()
        super().close()


_OPEN: Final[dict[Path, OpenEdition]] = {}
# Other files of the office that are open.
_FILES: Final[dict[Path, OpenText[Any]]] = {}
_DOOR: Final = threading.Lock()
One = TypeVar("One", bound=OpenText[Any])


def opened(name: str) -> OpenEdition:
    """Return the edition that the page calls `<sop>/<edisi>`; raise SopgenError where it can not be read."""
    path = edition_file(name).absolute()
    with _DOOR:
        if path not in _OPEN:
            _OPEN[path] = OpenEdition(Session(path))
        return _OPEN[path]


def those_open() -> list[OpenEdition]:
    """Return the editions that are open now."""
    with _DOOR:
        return list(_OPEN.values())


def kept_open(path: Path, opens: Callable[[], One]) -> One:
    """Return a file of the office that is open for all windows; raise SopgenError where it can not be read."""
    with _DOOR:
        if path not in _FILES:
            _FILES[path] = opens()
        return cast("One", _FILES[path])


def closed(path: Path) -> None:
    """Keep what an edition or another file holds, and forget it: the next one who asks reads its file anew."""
    found: OpenText[Any] | None
    with _DOOR:
        found = _OPEN.pop(path.absolute(), None) or _FILES.pop(path.absolute(), None)
    if found:
        found.close()


def all_closed() -> None:
    """Keep everything; the desk ends."""
    for path in list(_OPEN):
        closed(path)
    while _FILES:
        _FILES.popitem()[1].close()
