"""A chart in Mermaid, as scans of drawn flows are often given back, to its boxes and arrows."""

import re
from dataclasses import dataclass
from typing import Final

from sopgen.model.flow import Symbol

# How the forms of boxes open and close, the longer ones first, and the symbol that they stand for.
SHAPES: Final = (
    (r"\(\[", r"\]\)", Symbol.START),
    (r"\(\(", r"\)\)", Symbol.START),
    (r"\[\[", r"\]\]", Symbol.PROCESS),
    (r"\{\{", r"\}\}", Symbol.DECISION),
    (r"\{", r"\}", Symbol.DECISION),
    (r"\[", r"\]", Symbol.PROCESS),
    (r"\(", r"\)", Symbol.START),
)
_FORMS: Final = "|".join(f"{begin}(?P<label{n}>.{{0,300}}?){end}" for n, (begin, end, _) in enumerate(SHAPES))
_NODE: Final = re.compile(rf"(?P<id>[A-Za-z_][\w.]*)(?:{_FORMS})?(?=\s|$|;|--|==|-\.|&|:::)")
_ARROW: Final = re.compile(
    r"\s*(?:--+>|==+>|-\.+->|---+|--+\s*(?P<dashes>[^->|]+?)\s*--+>|==+\s*(?P<bars>[^=>|]+?)\s*==+>"
    r"|-\.\s*(?P<dots>[^.>|]+?)\s*\.->)\s*(?:\|\s*\"?(?P<bar>[^|\"]*)\"?\s*\|)?\s*"
)
_HEAD: Final = re.compile(r"\b(?:graph|flowchart)\s+(?:TB|TD|BT|RL|LR)\b;?", re.IGNORECASE)
_NOT_DRAWN: Final = re.compile(r"^\s*(?:(?:subgraph|style|classDef|class|linkStyle)\b.*|end\s*$|%%.*)", re.MULTILINE)


@dataclass
class ChartBox:
    """A box of a chart: its words, and its symbol where its form says one; rounded ends are `START`."""

    label: str = ""
    symbol: Symbol = Symbol.PROCESS


@dataclass(frozen=True)
class Chart:
    """The boxes of a chart by their ids, in the order in which they come first; arrows with their labels."""

    boxes: dict[str, ChartBox]
    arrows: tuple[tuple[str, str, str], ...]
    left: str = ""


def chart_of(text: str) -> Chart:
    """Return the boxes and arrows of a chart; `left` is what of its text is neither."""
    rest = _NOT_DRAWN.sub("", _HEAD.sub("", text))
    boxes: dict[str, ChartBox] = {}
    arrows: list[tuple[str, str, str]] = []
    left: list[str] = []
    sources: list[str] = []
    place, label = 0, ""
    while place < len(rest):
        node = _NODE.match(rest, place)
        if node is None:
            skipped = re.compile(r"[\s;]+|\S").match(rest, place)
            assert skipped
            left.append(skipped[0].strip(" ;\n"))
            place, sources = skipped.end(), [] if skipped[0].strip() or "\n" in skipped[0] else sources
            continue
        _note(boxes, node)
        arrows += [(source, node["id"], label) for source in sources]
        place, sources = node.end(), []
        if arrow := _ARROW.match(rest, place):
            sources, place = [node["id"]], arrow.end()
            said = (arrow[name] for name in ("dashes", "bars", "dots", "bar"))
            label = next((one.strip() for one in said if one), "")
    return Chart(boxes, tuple(arrows), " ".join("".join(left).split()))


def _note(boxes: dict[str, ChartBox], node: re.Match[str]) -> None:
    box = boxes.setdefault(node["id"], ChartBox())
    for n, (_, _, symbol) in enumerate(SHAPES):
        if (label := node[f"label{n}"]) is not None:
            box.label = " ".join(re.sub(r"<br\s*/?>|\\n", " ", label).strip(' "').split())
            box.symbol = symbol
