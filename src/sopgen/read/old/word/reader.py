"""An old SOP in a Word document (.docx): its tables and paragraphs, its flow by what is drawn on them."""

from pathlib import Path

from sopgen.read.old.found import Found, OldSop, Spot
from sopgen.read.old.from_tables import sop_of
from sopgen.read.old.word.numbering import Numbering
from sopgen.read.old.word.tables import BodyReader
from sopgen.read.word.word_file import WordFile


def read_word(path: Path) -> OldSop:
    """Return what an old Word document says. Raises SopgenError where it is none."""
    file = WordFile(path)
    reader = BodyReader(Numbering(file))
    grids = reader.grids(file.body())
    around = [grid for kind in ("header", "footer") for part in file.of_kind(kind) for grid in reader.grids(part)]
    beside = {
        cell.text: Found(cell.text, Spot(name=cell.name)) for grid in around for cell in grid.cells if cell.text
    }
    return sop_of(grids, tuple(beside.values()))
