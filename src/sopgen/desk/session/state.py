"""The state of a file that is written: its text, what is typed and not spliced yet, what of it is valid.

A keystroke goes into the model alone. When the hand rests, what was typed is spliced into the text as one step of
undo. The file gets the text as soon as that is valid; until then the journal has it.
"""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sopgen.desk.session.history import History
from sopgen.desk.session.journal import Journal, Kept
from sopgen.desk.session.writing import ChangedOutside, EditionFile
from sopgen.errors import Loc, Problem, SopgenError, SpecError, together
from sopgen.files import unwritten
from sopgen.jobs.edit.changes import with_value
from sopgen.read.source import Source
from sopgen.splice.value import Value

# Seconds after which what changed is in the file or the journal, whether the hand rests or not.
KEPT_AFTER: Final = 0.7


class TextSession(ABC):
    """One file that is open at the desk. Whoever uses it holds its `turn`."""

    source: Source

    def __init__(self, path: Path, journal: Journal) -> None:
        """Open the file; raise SpecError with its faults."""
        self.path = path.absolute()
        self.turn = threading.RLock()
        self.file = EditionFile(self.path)
        self.journal = journal
        self.history = History()
        self.typed: dict[Loc, Value] = {}
        self.faults: list[Problem] = []
        self.version = 0
        self.trouble: SopgenError | None = None
        self._timer: threading.Timer | None = None
        self._open()

    def _open(self) -> None:
        text = self.file.read()
        self.source = self._load()
        if self.source.text != text:  # written between the two
            self._open()
        self.saved = self.source.text

    @abstractmethod
    def _load(self) -> Source:
        """See what the file holds, and return its source; raise SpecError with its faults."""

    @abstractmethod
    def _see(self, source: Source) -> None:
        """See what another text would say; raise SpecError with its faults."""

    @property
    def may_change(self) -> bool:
        """Whether the words may be other."""
        return True

    @property
    def waits(self) -> bool:
        """Whether a person is to agree before the file gets the text."""
        return False

    def look_around(self) -> bool:
        """Read anew what stands beside the file, where that is other; tell whether it was."""
        return False

    @property
    def data(self) -> Any:
        """What the file says now, with what is typed, by the spec's own keys."""
        return _with_typed(self.source.data, self.typed)

    @property
    def is_kept(self) -> bool:
        """Whether the file has all."""
        return not self.typed and self.source.text == self.saved

    def type(self, loc: Loc, value: Value) -> None:
        """Learn a keystroke: the model alone has it until the hand rests."""
        self.typed[loc] = value
        self._changed()

    def rest(self) -> None:
        """Splice what was typed into the text, as one step."""
        if not self.typed:
            return
        source, last = self.source, next(reversed(self.typed))
        typed, self.typed, refused = self.typed, {}, list[SopgenError]()
        for loc, value in typed.items():
            try:
                source = with_value(source, loc, value.strip() if isinstance(value, str) else value)
            except SpecError as error:  # the others are written all the same
                refused.append(error)
        self._become(source, last)
        if refused:
            raise together(refused)

    def change(self, make: Callable[[Source], Source], loc: Loc) -> None:
        """Change the text as one step, after what was typed. Raises what `make` does, LookupError or SpecError."""
        self.rest()
        self._become(make(self.source), loc)

    def undo(self) -> Loc:
        """Take the last step back, and return where it was; raise LookupError where there is none."""
        self.rest()
        text, loc = self.history.undo(self.source.text)
        self._read(text)
        return loc

    def redo(self) -> Loc:
        """Make the step again that was taken back last; raise LookupError where there is none."""
        self.rest()
        text, loc = self.history.redo(self.source.text)
        self._read(text)
        return loc

    def _become(self, source: Source, loc: Loc) -> None:
        if source.text != self.source.text:
            self.history.add(self.source.text, source.text, loc)
        self.source = source
        self._changed()

    def _read(self, text: str) -> None:
        self.source = self.source.reread(text)
        self._changed()

    def _changed(self) -> None:
        """See what of the new state is valid, and have it kept soon."""
        self.version += 1
        self._weigh()
        if self._timer is None:
            self._timer = threading.Timer(KEPT_AFTER, self._keep_later)
            self._timer.daemon = True
            self._timer.start()

    def _weigh(self) -> None:
        source = replace(self.source, data=self.data) if self.typed else self.source
        try:
            self._see(source)
            self.faults = []
        except SpecError as error:
            self.faults = error.problems

    def _keep_later(self) -> None:
        with self.turn:
            self._timer = None
            noted = self._kept() if self.typed or self.faults else None
            if noted is None:
                self._try(self.keep)
        if noted:
            # Who types on does not wait for the disk.
            self._try(lambda: self.journal.keep(noted))
            with self.turn:
                if self.is_kept:  # meanwhile
                    self.journal.drop()

    def _try(self, keep: Callable[[], None]) -> None:
        """Keep; what hinders it is said by the next answer."""
        try:
            keep()
            self.trouble = None
        except SopgenError as error:  # said by the next answer
            self.trouble = error
        except OSError as error:
            self.trouble = unwritten(Path(error.filename or self.path), error)

    def keep(self) -> None:
        """Write the text into the file, or what is not valid yet, or only typed, into the journal.

        Raises ChangedOutside where somebody else wrote the file meanwhile; the journal has all then.
        """
        if self.is_kept:
            self.journal.drop()
        elif self.typed or self.faults or self.waits:
            self._note()
        else:
            try:
                self.file.write(self.source.text)
            except ChangedOutside:
                self._note()
                raise
            self.saved = self.source.text
            self.journal.drop()

    def _note(self) -> None:
        self.journal.keep(self._kept())

    def _kept(self) -> Kept:
        return Kept(self.file.digest, self.source.text, dict(self.typed))

    def offered(self) -> Kept | None:
        """Return what the journal holds beyond the file, of a desk that ended before it could write it."""
        if not self.is_kept:
            return None  # it is ours
        kept = self.journal.kept()
        return kept if kept and (kept.typed or kept.text != self.source.text) else None

    def recover(self) -> None:
        """Take over what the journal holds, as one step."""
        if kept := self.offered():
            source = self.source.reread(kept.text)
            for loc, value in kept.typed.items():
                source = with_value(source, loc, value)  # type: ignore[arg-type]
            self._become(source, ())

    def take_theirs(self) -> None:
        """Take over what the file holds now, as one step; raise SpecError where that is not valid."""
        former = EditionFile(self.path, self.file.digest)
        try:
            text = self.file.read()
            source = self._load()
        except SpecError:
            self.file = former
            raise
        self.typed = {}
        self.saved = text
        self._become(source, ())

    def came_from(self, text: str) -> None:
        """Let undo lead back to the text that the file was begun with, before it was written at once."""
        self.history.add(text, self.source.text, ())

    def take_ours(self) -> None:
        """Let the file become what stands here, whatever it holds now: somebody has seen both."""
        self.rest()
        self.file.read()
        self.keep()

    def close(self) -> None:
        """Keep all, and end."""
        with self.turn:
            if self._timer:
                self._timer.cancel()
            self.rest()
            self.keep()


def _with_typed(data: Any, typed: dict[Loc, Value]) -> Any:
    """Return the data with typed values; only what holds them is copied."""
    for loc, value in typed.items():
        data = _with(data, loc, value)
    return data


def _with(data: Any, loc: Loc, value: object) -> Any:
    if not loc:
        return value
    first, *rest = loc
    if isinstance(data, list):
        items: Any = copy(data)
        items[first] = _with(items[first], tuple(rest), value)
        return items
    keys = dict(data or {})
    keys[first] = _with(keys.get(first), tuple(rest), value)
    return keys
