"""The frame of a page: one type for all plans."""

from dataclasses import dataclass
from typing import Annotated

from sopgen.model.page import PageSetup
from sopgen.plan.contract.tags import Tag


@dataclass(frozen=True)
class PageFrame:
    """One kind of page: its size, its margins, and how far from the upper edge the head of the page begins (mm)."""

    width: Annotated[float, Tag("lebar", "lebar kertas (mm)")]
    height: Annotated[float, Tag("tinggi", "tinggi kertas (mm)")]
    top: Annotated[float, Tag("atas", "margin atas (mm)")]
    right: Annotated[float, Tag("kanan", "margin kanan (mm)")]
    bottom: Annotated[float, Tag("bawah", "margin bawah (mm)")]
    left: Annotated[float, Tag("kiri", "margin kiri (mm)")]
    head: Annotated[float, Tag("kepala", "jarak tepi atas kertas ke kepala halaman (mm)")]

    @property
    def text_width(self) -> float:
        """The width between the margins (mm)."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height between the margins (mm)."""
        return self.height - self.top - self.bottom


def frame(page: PageSetup, head: float) -> PageFrame:
    """Return the frame of a page of the spec; `head` is where the head of the page begins (mm)."""
    margin = page.margin
    return PageFrame(*page.size, margin.atas, margin.kanan, margin.bawah, margin.kiri, head)
