"""The page in view as the browser is told of it: what of it is other than what that window shows already.

Typst writes a page as a flat list of pieces, and names each glyph by its content: a keystroke changes a few of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from sopgen.desk.calls import faults
from sopgen.desk.session.history import alike
from sopgen.errors import Loc, SopgenError, path_text
from sopgen.jobs.preview.document import Preview
from sopgen.read.load import Edition
from sopgen.render.live_page import SCHEME

LINK: Final = re.compile(rf'href="{SCHEME}([^"]*)"')
# Each piece that is written alone names the languages of the whole again.
NAMESPACES: Final = re.compile(r' xmlns(?::\w+)?="[^"]*"')
SVG: Final = "{http://www.w3.org/2000/svg}"
XLINK: Final = "{http://www.w3.org/1999/xlink}href"
PARSER: Final = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)


@dataclass
class ShownPage:
    """What a window shows: the number of the page, its size, its pieces, the glyphs that it knows of any page."""

    number: int = -1
    box: str = ""
    pieces: Sequence[str] = ()
    glyphs: set[str] = field(default_factory=set)


@dataclass
class LivePage:
    """The pages of an edition: made anew when it is another version, and told to each window as a patch.

    `printed` are the places of the spec that each page prints, `places` the page on which each is printed first.
    """

    preview: Preview
    made: list[bytes] = field(default_factory=list)
    version: int = -1
    printed: list[Sequence[str]] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    refused: list[dict[str, object]] = field(default_factory=list)

    def patch(self, edition: Edition, version: int, shown: ShownPage, view: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a window must change to show the page in view.

        `view` names it: the `path` of a field, the number of an activity (`kegiatan`), or its own number (`halaman`,
        from 0); the first one that is known counts.
        """
        self._make(edition, version)
        told: dict[str, Any] = {"jumlah": len(self.made), "salah": self.refused}
        if not self.made:
            return told
        number = min(max(self._number(view), 0), len(self.made) - 1)
        return {**told, "nomor": number, **_changed(self.made[number], number, shown)}

    def _make(self, edition: Edition, version: int) -> None:
        """Make the pages; where they are refused the former ones stay."""
        if version == self.version:
            return
        self.version = version
        former = dict(zip(self.made, self.printed, strict=True))
        try:
            self.made, self.refused = self.preview.pages(edition), []
        except SopgenError as error:
            self.refused = list(faults(error))
            return
        self.printed = [former[svg] if svg in former else _printed(svg) for svg in self.made]
        self.places = {}
        for number, paths in enumerate(self.printed):
            for path in paths:
                self.places.setdefault(path, number)

    def _number(self, view: Mapping[str, Any]) -> int:
        if view.get("path"):
            known = self.page_of(view["path"])
            if known is not None:
                return known
        if view.get("kegiatan") is not None:
            known = self.page_of(("kegiatan", int(view["kegiatan"])))
            if known is not None:
                return known
        return int(view.get("halaman") or 0)

    def page_of(self, place: str | Loc) -> int | None:
        """Return the page on which a place is printed: it, else the first text of what it is a part of."""
        path = place if isinstance(place, str) else path_text(tuple(place))
        while path:
            if path in self.places:
                return self.places[path]
            under = [n for one, n in self.places.items() if one.startswith((f"{path}.", f"{path}["))]
            if under:
                return min(under)
            path = re.sub(r"(?:^|\.)[^.\[\]]+$|\[\d+\]$", "", path)
        return None


def _printed(svg: bytes) -> Sequence[str]:
    """Return the places of the spec that a page prints."""
    return list(dict.fromkeys(LINK.findall(svg.decode())))


def _changed(svg: bytes, number: int, shown: ShownPage) -> dict[str, Any]:
    root = etree.fromstring(svg, PARSER)
    pieces, glyphs = list(_pieces(root)), dict(_glyphs(root))
    fresh = {name: piece for name, piece in glyphs.items() if name not in shown.glyphs}
    box = root.get("viewBox", "")
    other = (number, box) != (shown.number, shown.box)
    old: Sequence[str] = () if other else shown.pieces
    first = alike(old, pieces)
    last = alike(old[first:][::-1], pieces[first:][::-1])
    shown.number, shown.box, shown.pieces = number, box, pieces
    shown.glyphs |= fresh.keys()
    return {
        "kotak": box,
        "lain": other,
        "awal": first,
        "hilang": len(old) - first - last,
        "baru": "".join(pieces[first : len(pieces) - last]),
        "huruf": "".join(fresh.values()),
    }


def _pieces(root: etree._Element) -> Iterator[str]:
    for child in root:
        if etree.QName(child).localname != "defs":
            yield _alone(child)


def _glyphs(root: etree._Element) -> Iterator[tuple[str, str]]:
    for child in root:
        if etree.QName(child).localname == "defs":
            yield from ((one.get("id", ""), _alone(one)) for one in child)


def _alone(element: etree._Element) -> str:
    for link in [*element.iter(f"{SVG}a")]:
        _become_place(link)
    return NAMESPACES.sub("", etree.tostring(element, encoding="unicode"), count=3)


def _become_place(link: etree._Element) -> None:
    """Let a link of the page be a place that is clicked: a browser would follow it, wherever a template leads it."""
    target = link.get("href", "")
    link.tag = f"{SVG}g"
    for name in ("href", XLINK):
        link.attrib.pop(name, "")
    if target.startswith(SCHEME):
        link.set("class", "isian")
        link.set("data-isian", target.removeprefix(SCHEME))
