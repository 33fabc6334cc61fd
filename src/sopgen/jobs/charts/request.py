"""Which charts can be asked for; what draws them is loaded by whoever draws them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ChartFormat = Literal["svg", "pdf", "png", "dot", "bpmn", "drawio", "mermaid", "json"]
ChartStyle = Literal["resmi", "poster"]


@dataclass(frozen=True)
class ChartRequest:
    """Which charts of which edition are asked for: one activity or all, the format, the look, the file."""

    spec: Path
    activity: str | None = None
    fmt: ChartFormat = "svg"
    style: ChartStyle = "resmi"
    out: Path | None = None
