"""What templates are told of a drawing in the flow table."""

from typing import Annotated, Protocol

from sopgen.plan.contract.tags import Tag
from sopgen.plan.flow.geometry import FlowPlan


class _Drawn(Protocol):
    @property
    def flow(self) -> FlowPlan: ...


class DrawingTags:
    """The tags of whatever holds a flow: its size, and where the rules between the lanes stand."""

    @property
    def chart_width(self: _Drawn) -> Annotated[float, Tag("lebar_bagan", "lebar bagan (mm)")]:
        """The width of the drawing (mm)."""
        return self.flow.width

    @property
    def chart_height(self: _Drawn) -> Annotated[float, Tag("tinggi_bagan", "tinggi bagan (mm)")]:
        """The height of the drawing (mm)."""
        return self.flow.height

    @property
    def rules(
        self: _Drawn,
    ) -> Annotated[tuple[float, ...], Tag("batas", "letak garis antarjalur dari kiri (mm)")]:
        """Where the rules between the lanes stand (mm)."""
        return tuple(lane.left for lane in self.flow.lanes[1:])
