"""The chart on the screen is the chart of the documents: the same symbols, lines and words at the same places."""

import re
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.examples import many
from tests.random_sops import random_sop

from sopgen.jobs.charts.drawn import table_svg
from sopgen.jobs.work import Work
from sopgen.model.flow import Step, Symbol
from sopgen.model.sop import Lane
from sopgen.plan.contract.flow_table import Drawing
from sopgen.plan.flow.one_sheet import plan_flow
from sopgen.read.load import load_edition
from sopgen.render.chart.dot import PT
from sopgen.render.chart.screen import screen_svg

ROOT: Final = Path(__file__).parents[3]
SVG: Final = "{http://www.w3.org/2000/svg}"
# Graphviz rounds to hundredths of a point, and the places of words to tenths.
NEAR_MM: Final = 0.06
Box = tuple[float, float, float, float]
Words = list[tuple[str, float, float]]


def drawn(svg: bytes, scale: float) -> dict[str, tuple[Box | None, Words]]:
    """Return of each named group the box around its outline, and its words with their places (mm)."""
    root = etree.fromstring(svg)
    x, y = corner(root) if scale == PT else (0.0, 0.0)
    found: dict[str, tuple[Box | None, Words]] = {}
    for group in root.iter(f"{SVG}g"):
        name = group.get("id", "")
        if re.fullmatch(r"(node|l)\d+", name):  # Graphviz names the words on lines by itself
            name = f"word{sum(one.startswith('word') for one in found)}"
        elif not re.fullmatch(r"[ncej]\d+(p\d+)?", name):
            continue
        outline = next((box(one) for one in group if one.tag != f"{SVG}text"), None)
        texts = group.findall(f"{SVG}text")
        words = [
            ("".join(map(str, one.itertext())), float(one.get("x", "")), float(one.get("y", ""))) for one in texts
        ]
        found[name] = (
            outline and placed(outline, (x, y), scale),
            [(text, (across - x) / scale, (down - y) / scale) for text, across, down in words],
        )
    return found


def placed(outline: Box, at: tuple[float, float], scale: float) -> Box:
    left, top, right, bottom = outline
    return (left - at[0]) / scale, (top - at[1]) / scale, (right - at[0]) / scale, (bottom - at[1]) / scale


def corner(root: "etree._Element") -> tuple[float, float]:
    """Return the upper left corner of Graphviz's drawing in its group's own measure."""
    group = root.find(f"{SVG}g")
    assert group is not None
    moved = re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", group.get("transform", ""))
    assert moved
    left, top, *_ = map(float, root.get("viewBox", "").split())
    return left - float(moved[1]), top - float(moved[2])


def box(one: "etree._Element") -> Box:
    if one.tag == f"{SVG}rect":
        x, y, width, height = (float(one.get(key, "")) for key in ("x", "y", "width", "height"))
        return x, y, x + width, y + height
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", one.get("points") or one.get("d") or "")]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def assert_the_same(work: Work, drawing: Drawing) -> None:
    official = drawn(table_svg(work, drawing).svg, PT)
    shown = drawn(screen_svg(drawing.flow, drawing.description).encode(), 1.0)
    assert set(official) == set(shown)
    for name, (outline, words) in official.items():
        own, said = shown[name]
        assert [text for text, *_ in words] == [text for text, *_ in said]
        for one, other in zip(words, said, strict=True):
            assert pytest.approx(one[1:], abs=2 * NEAR_MM) == other[1:], name
        if not name.startswith("e"):  # Graphviz ends a line at its arrow head, and draws that for itself
            assert outline is not None
            assert pytest.approx(outline, abs=NEAR_MM) == own, name


@pytest.mark.parametrize("name", ["fkpm/2019", "mediasi/contoh"])
def test_the_shipped_flows_look_on_the_screen_as_in_the_documents(name: str) -> None:
    work = Work(load_edition(ROOT / "spec" / "sop" / f"{name}.yaml"), ROOT / "templates")
    drawings = work.pages.document.drawings  # type: ignore[union-attr]
    assert drawings
    for drawing in drawings.values():
        assert_the_same(work, drawing)


@pytest.mark.parametrize("seed", range(max(2, many(20))))
def test_random_flows_look_on_the_screen_as_in_the_documents(seed: int, tmp_path: Path) -> None:
    work = Work(load_edition(random_sop(seed, tmp_path / "sop", steps=14, lanes=7)), ROOT / "templates")
    for drawing in work.pages.document.drawings.values():  # type: ignore[union-attr]
        assert_the_same(work, drawing)


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
@settings(max_examples=many(30), deadline=None)
@example("<script>alert(1)</script>", "&lt;")
def test_no_text_becomes_markup(said: str, title: str) -> None:
    said, title = ("".join(sign for sign in text if sign.isprintable()) or "a" for text in (said, title))
    steps = (Step(id="l1", pelaksana="p", uraian=said), Step(id="l2", pelaksana="p", simbol=Symbol.END))
    flow = plan_flow(steps, (Lane(id="p", label="Kepala"),), lane_width=300.0, usual=300.0)
    root = etree.fromstring(screen_svg(flow, title).encode())
    assert {f"{SVG}{tag}" for tag in ("svg", "g", "rect", "path", "text")} >= {one.tag for one in root.iter()}
    assert title == root.get("aria-label")


def test_each_symbol_tells_its_step() -> None:
    work = Work(load_edition(ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml"), ROOT / "templates")
    drawings = work.pages.document.drawings.values()  # type: ignore[union-attr]
    told = [
        group.get("data-langkah")
        for one in drawings
        for group in etree.fromstring(screen_svg(one.flow, "").encode()).iter(f"{SVG}g")
        if group.get("class") == "simbol" and group.get("id", "").startswith("n")
    ]
    assert [step.id for activity in work.edition.sop.kegiatan for step in activity.alur] == told
