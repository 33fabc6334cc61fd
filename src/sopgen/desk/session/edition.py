"""The state of an edition that is written, with what stands beside its file: the unit, its pictures, the laws."""

from contextlib import suppress
from pathlib import Path

from sopgen.desk.session.journal import journal_of
from sopgen.desk.session.state import TextSession
from sopgen.errors import SpecError
from sopgen.model.sop import Status
from sopgen.read.load import Edition, load_edition, record_path, with_source
from sopgen.read.source import Source


class Session(TextSession):
    """One edition that is open at the desk."""

    def __init__(self, path: Path) -> None:
        """Open the edition; raise SpecError with the faults of its files."""
        super().__init__(path, journal_of(path))

    def _load(self) -> Source:
        self.seen: Edition = load_edition(self.path)
        self.beside = _beside(self.seen)
        return self.seen.sop_source

    def _see(self, source: Source) -> None:
        self.seen = with_source(self.seen, source)

    @property
    def may_change(self) -> bool:
        """Whether the words may be other: an edition that was decided on, or was issued, stays as it is."""
        # Its file may say less than the record of its life.
        return self.seen.life.state is Status.DRAFT and not self.seen.sop.sebagaimana_terbit

    def look_around(self) -> bool:
        """Read the unit, its emblem and the laws anew where their files are other; tell whether they were.

        While they hold faults the former ones count.
        """
        now = _beside(self.seen)
        if now == self.beside:
            return False
        self.beside = now
        with suppress(SpecError):
            self.seen = load_edition(self.path)
            self.source = self.seen.sop_source.reread(self.source.text)
            self.version += 1
            self._weigh()
        return True


def _beside(edition: Edition) -> tuple[tuple[str, int], ...]:
    """Return when the files of the unit, its pictures, the laws, the edition's record and bases were written."""
    unit = Path(edition.unit_source.file)
    record = record_path(unit.parent, edition.sop.name)
    bases = [Path(one.file) for one in edition.sop_source.files[1:]]
    files = sorted(path for path in (*unit.parent.glob("*"), record, *bases) if path.is_file())
    return tuple((path.name, path.stat().st_mtime_ns) for path in files)
