"""The unit while it is written: satuan.yaml, checked with its pictures."""

from collections.abc import Sequence
from pathlib import Path

from sopgen.desk.office_file.asking import AskingSession
from sopgen.desk.session.journal import FOLDER, Journal
from sopgen.jobs.office.approvals import lost_by_unit
from sopgen.model.unit import Unit
from sopgen.read.emblem import load_emblems
from sopgen.read.load import Edition, validated
from sopgen.read.source import Source, parse_text


class UnitSession(AskingSession):
    """The unit that is open at the desk."""

    def __init__(self, path: Path) -> None:
        """Open `<folder>/spec/satuan.yaml`; raise SpecError with its faults."""
        home = path.absolute().parents[1]
        super().__init__(path, Journal(home / FOLDER / "satuan.json"))

    def _see(self, source: Source) -> None:
        self.emblems = load_emblems(validated(source, Unit), source)

    def _losing(self) -> Sequence[Edition]:
        return lost_by_unit(parse_text(self.source.file, self.saved), self.source)
