"""A look while it is written: the rupa.yaml of a template folder, or the file that all forms share."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from sopgen.desk.office_file.asking import AskingSession
from sopgen.desk.session.journal import FOLDER, Journal
from sopgen.jobs.office.approvals import lost_by_look
from sopgen.jobs.templates.look_sample import SHARED, look_file
from sopgen.model.look.form import FormsLook
from sopgen.read.load import Edition, validated
from sopgen.read.look import LOOKS
from sopgen.read.source import Source, parse_text
from sopgen.workspace import example

# The look of each template folder, and the one that all forms share.
KINDS: Final[dict[str, type[BaseModel]]] = {**LOOKS, SHARED: FormsLook}


class LookSession(AskingSession):
    """A look that is open at the desk."""

    def __init__(self, home: Path, name: str) -> None:
        """Open the look of a template folder of a working folder; raise SpecError with its faults."""
        self.home, self.name = home, name
        super().__init__(look_file(home / "templates", name), Journal(home / FOLDER / f"rupa-{name}.json"))

    def _see(self, source: Source) -> None:
        validated(source, KINDS[self.name])
        self.seen = source.text

    def _losing(self) -> Sequence[Edition]:
        return lost_by_look(self.home / "spec", self.name, self.source.text)

    def as_shipped(self) -> None:
        """Let the look be the shipped one, as one step."""
        shipped = look_file(example() / "templates", self.name).read_text("utf-8")
        self.change(lambda source: parse_text(source.file, shipped), ())
