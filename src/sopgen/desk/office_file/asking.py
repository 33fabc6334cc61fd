"""A file that approvals rest on: where a change would take one away, a person agrees before it is saved."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from sopgen.desk.session.acts import TEXT_ACTS, Acts, EditCall
from sopgen.desk.session.journal import Journal
from sopgen.desk.session.state import TextSession
from sopgen.errors import Loc
from sopgen.read.load import Edition
from sopgen.read.source import Source, parse


class AskingSession(TextSession):
    """A file that is open; what would take an approval away waits in the journal until a person agrees."""

    def __init__(self, path: Path, journal: Journal) -> None:
        """Open the file; raise SpecError with its faults."""
        self._agreed: frozenset[str] = frozenset()
        self._lost: tuple[str, Sequence[Edition]] = ("", ())
        super().__init__(path, journal)

    def _load(self) -> Source:
        source = parse(self.path)
        self._see(source)
        return source

    @abstractmethod
    def _losing(self) -> Sequence[Edition]:
        """Return the approved editions whose approval is lost by the text; it is valid."""

    @property
    def losing(self) -> Sequence[Mapping[str, str]]:
        """The editions whose approval is lost by the text, unless a person agreed."""
        if self.faults or self.source.text == self.saved:
            return ()
        if not self.typed and self._lost[0] != self.source.text:
            self._lost = self.source.text, self._losing()
        found = [one for one in self._lost[1] if one.path.as_posix() not in self._agreed]
        return [{"judul": one.sop.judul, "edisi": one.sop.edisi} for one in found]

    @property
    def waits(self) -> bool:
        """Whether a person is to agree before the file gets the text."""
        return bool(self.losing)

    def agree(self) -> None:
        """Let the approvals be lost that the text takes away."""
        self._agreed |= {one.path.as_posix() for one in self._lost[1]}
        self._changed()


def _agreed(session: AskingSession, asked: EditCall) -> Loc:
    session.rest()
    session.agree()
    return asked.loc


ASKING_ACTS: Final[Acts[AskingSession]] = {**TEXT_ACTS, "agree": _agreed}
