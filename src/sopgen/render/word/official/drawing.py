"""What rows with a drawing need of the Word document that they stand in."""

import io
from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.table import _Cell

from sopgen.plan.flow.geometry import FlowPlan
from sopgen.render.word.drawing.elements import Ids
from sopgen.render.word.drawing.shapes import ChartPicture, chart_run


@dataclass(frozen=True)
class DrawingContext:
    """What rows need of the document: it, the PNG of each drawing for old readers, numbers.

    `cell` is the distance of texts from the rules (mm).
    """

    document: Document
    pictures: Mapping[str, bytes]
    next_id: Ids
    cell: float

    def relationship(self, key: str) -> str:
        """Return the id of a drawing's picture in the document; the same picture has one."""
        relationship, _ = self.document.part.get_or_add_image(io.BytesIO(self.pictures[key]))
        return relationship

    def put(self, cell: _Cell, flow: FlowPlan, description: str, picture: ChartPicture) -> None:
        """Put a drawing into a cell."""
        paragraph = cell.paragraphs[0]
        paragraph.style = "Tabel alur"
        paragraph._p.append(chart_run(flow, description=description, picture=picture, next_id=self.next_id))
