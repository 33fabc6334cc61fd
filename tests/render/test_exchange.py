"""Charts for other programs: BPMN and Mermaid opened in a real browser, draw.io and JSON read back."""

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sopgen.jobs.charts.drawn import chart_bytes, chart_plan
from sopgen.jobs.charts.poster import notes_of, posters, sheets_of
from sopgen.jobs.work import Work
from sopgen.model.flow import Symbol
from sopgen.model.sop import SymbolText
from sopgen.plan.chart import ChartPlan
from sopgen.plan.posters.sheets import plan_poster
from sopgen.read.load import load_edition
from sopgen.render.bpmn import UNITS
from sopgen.render.exchange import UNITS as DRAWIO_UNITS

ROOT = Path(__file__).parents[2]
BROWSER = ROOT / "tests" / "browser"
WORK = Work(load_edition(ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml"), ROOT / "templates")
ACTIVITY = WORK.activities()[0]
TYPES = {
    Symbol.START: "bpmn:StartEvent",
    Symbol.END: "bpmn:EndEvent",
    Symbol.PROCESS: "bpmn:Task",
    Symbol.DECISION: "bpmn:ExclusiveGateway",
}


@pytest.fixture(scope="module")
def plan() -> ChartPlan:
    return chart_plan(WORK, ACTIVITY)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What bpmn-js and Mermaid made of our files, in headless Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None or not (BROWSER / "node_modules").is_dir():
        missing = "Chromium, or `npm ci` in tests/browser"
        if os.environ.get("CI"):
            pytest.fail(f"missing in CI: {missing}")
        pytest.skip(f"not installed: {missing}")
    folder = tmp_path_factory.mktemp("browser")
    shutil.copy(BROWSER / "open.html", folder)
    (folder / "node_modules").symlink_to(BROWSER / "node_modules")
    texts = {"bpmn": chart_bytes(WORK, ACTIVITY, "bpmn"), "mermaidText": chart_bytes(WORK, ACTIVITY, "mermaid")}
    data = [f"window.{name} = {json.dumps(text.decode())};" for name, text in texts.items()]
    (folder / "data.js").write_text("\n".join(data), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    command = [
        program,
        *options,
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=20000",
        "--dump-dom",
    ]
    page = (folder / "open.html").as_uri()
    done = subprocess.run([*command, page], capture_output=True, timeout=120, check=True)
    found = re.search(r'<pre id="result">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found
    result: dict[str, Any] = json.loads(html.unescape(found[1]))
    assert "error" not in result, result["error"]
    return result


def test_bpmn_js_opens_the_chart_without_a_warning(opened: dict[str, Any]) -> None:
    assert [] == opened["warnings"]


def test_every_symbol_stands_in_bpmn_js_where_it_was_planned(opened: dict[str, Any], plan: ChartPlan) -> None:
    elements = {element["id"]: element for element in opened["elements"]}
    for shape in plan.flow.shapes:
        found = elements[f"n{shape.number}"]
        assert TYPES[shape.symbol] == found["type"]
        assert shape.text == found["name"]
        centre = (found["x"] + found["width"] / 2, found["y"] + found["height"] / 2)
        assert centre == pytest.approx((shape.centre.x * UNITS, shape.centre.y * UNITS), abs=1.0)


def test_every_line_ends_at_its_symbols_in_bpmn_js(opened: dict[str, Any], plan: ChartPlan) -> None:
    elements = {element["id"]: element for element in opened["elements"]}
    names = {shape.step: f"n{shape.number}" for shape in plan.flow.shapes}
    for number, route in enumerate(plan.flow.routes, 1):
        points = elements[f"e{number}"]["waypoints"]
        assert len(points) == len(route.points)
        for point, step in ((points[0], route.source), (points[-1], route.target)):
            box = elements[names[step]]
            assert box["x"] - 1 <= point[0] <= box["x"] + box["width"] + 1
            assert box["y"] - 1 <= point[1] <= box["y"] + box["height"] + 1
        assert all(abs(a[0] - b[0]) < 0.02 or abs(a[1] - b[1]) < 0.02 for a, b in pairwise(points))


def test_lanes_are_lanes_of_one_pool(opened: dict[str, Any], plan: ChartPlan) -> None:
    lanes = [element for element in opened["elements"] if element["type"] == "bpmn:Lane"]
    assert [lane.title for lane in plan.flow.lanes] == [lane["name"] for lane in lanes]
    assert {"pool"} == {lane["parent"] for lane in lanes}


def test_mermaid_reads_the_flow(opened: dict[str, Any]) -> None:
    assert opened["mermaid"].startswith("flowchart")


def test_mermaid_has_every_step_and_line_once(plan: ChartPlan) -> None:
    text = chart_bytes(WORK, ACTIVITY, "mermaid").decode()
    assert len(plan.flow.routes) == text.count("-->")
    for shape in plan.flow.shapes:
        assert 1 == len(re.findall(rf"^    n{shape.number}[\[({{]", text, re.MULTILINE))


def test_drawio_keeps_every_place(plan: ChartPlan) -> None:
    cells = {cell.get("id"): cell for cell in etree.fromstring(chart_bytes(WORK, ACTIVITY, "drawio")).iter("mxCell")}
    for shape in plan.flow.shapes:
        x, y = corner(cells, f"n{shape.number}")
        assert (x, y) == pytest.approx(
            (shape.centre.x - shape.width / 2, shape.centre.y - shape.height / 2), abs=0.01
        )
    for number, route in enumerate(plan.flow.routes, 1):
        points = [
            (float(p.get("x", "")) / DRAWIO_UNITS, float(p.get("y", "")) / DRAWIO_UNITS)
            for p in cells[f"e{number}"].iterfind("mxGeometry/Array/mxPoint")
        ]
        wanted = [(p.x, p.y) for p in route.points[1:-1]]
        assert [pytest.approx(pair, abs=0.01) for pair in wanted] == points


def corner(cells: dict[str | None, Any], name: str) -> tuple[float, float]:
    """Return the upper left corner of a cell in millimetres, with its lane's."""
    if name == "1":
        return 0.0, 0.0
    geometry = cells[name].find("mxGeometry")
    x, y = corner(cells, cells[name].get("parent"))
    return x + float(geometry.get("x")) / DRAWIO_UNITS, y + float(geometry.get("y")) / DRAWIO_UNITS


def test_json_tells_the_geometry(plan: ChartPlan) -> None:
    told = json.loads(chart_bytes(WORK, ACTIVITY, "json"))
    assert [shape.step for shape in plan.flow.shapes] == [shape["step"] for shape in told["flow"]["shapes"]]
    assert len(plan.flow.routes) == len(told["flow"]["routes"])


def test_text_stays_text_in_every_format() -> None:
    evil = '"]; <b>tebal</b> #35; %% --> {x}'
    steps = (ACTIVITY.alur[0].model_copy(update={"uraian": evil}), *ACTIVITY.alur[1:])
    sop = WORK.edition.sop.model_copy(update={"isi_simbol": SymbolText.WORDS})
    work = replace(WORK, edition=replace(WORK.edition, sop=sop))
    activity = ACTIVITY.model_copy(update={"alur": steps})
    for made in (chart_bytes(work, activity, "bpmn"), chart_bytes(work, activity, "drawio")):
        root = etree.fromstring(made)
        names = {element.get(key) for element in root.iter() for key in ("name", "value")}
        assert "".join(evil.split()) in {"".join((name or "").split()) for name in names}
    first = next(line for line in chart_bytes(work, activity, "mermaid").decode().splitlines() if " n1" in line)
    assert not re.search(r'"[^"]*[<>{}\[\]%][^"]*"', first)


def test_a_poster_is_an_a3_sheet_in_colour() -> None:
    roots = [etree.fromstring(sheet) for sheet in posters(WORK, ACTIVITY, "svg")]
    assert all({"297.000mm", "420.000mm"} == {root.get("width"), root.get("height")} for root in roots)
    fills = {element.get("fill") for root in roots for element in root.iter()}
    assert "#ffe9ad" in fills


def test_the_words_of_a_poster_are_read_from_afar() -> None:
    for root in (etree.fromstring(sheet) for sheet in posters(WORK, ACTIVITY, "svg")):
        _, _, width, _ = map(float, root.get("viewBox", "").split())
        # Points of the paper by units of the drawing.
        scale = float(root.get("width", "").removesuffix("mm")) / 25.4 * 72 / width
        sizes = [float(one.get("font-size", "0")) * scale for one in root.iter("{*}text")]
        assert min(sizes) >= 13.99
        assert sizes[0] > max(sizes[5:])


def test_a_poster_shows_every_step_on_one_of_its_sheets() -> None:
    sheets = plan_poster(WORK.edition.sop, ACTIVITY)
    shown = [shape.step for sheet in sheets for shape in sheet.chart.flow.shapes if not shape.connector]
    assert shown == [step.id for step in ACTIVITY.alur]
    assert len({sheet.scale for sheet in sheets}) == 1


def of_many(lanes: int, words: str) -> Work:
    """Return the edition with so many roles, and with these words in each symbol."""
    sop = WORK.edition.sop
    roles = tuple(sop.pelaksana[0].model_copy(update={"id": f"p{n}", "label": f"Seksi {n}"}) for n in range(lanes))
    steps = tuple(
        step.model_copy(update={"pelaksana": roles[n * 5 % lanes].id, "uraian": words, "cabang": None, "ke": None})
        for n, step in enumerate(ACTIVITY.alur)
    )
    plain = [
        one.model_copy(update={"simbol": Symbol.PROCESS}) if one.simbol is Symbol.DECISION else one for one in steps
    ]
    one = ACTIVITY.model_copy(update={"alur": tuple(plain)})
    return replace(
        WORK, edition=replace(WORK.edition, sop=sop.model_copy(update={"pelaksana": roles, "kegiatan": (one,)}))
    )


@pytest.mark.parametrize(
    ("lanes", "words", "paper", "size"),
    [
        (3, "Mencatat", "A3", 14),
        (16, "Mencatat surat masuk", "A3", 10),
        (16, "Mempertanggungjawabkan " * 9, "A2", 10),
    ],
)
def test_a_poster_of_many_roles_has_smaller_words_then_larger_sheets_and_says_so(
    lanes: int, words: str, paper: str, size: float
) -> None:
    work = of_many(lanes, words)
    sheets = sheets_of(work, work.edition.sop.kegiatan[0])
    told = [*notes_of(work.edition.sop.kegiatan[0], sheets)]
    assert {sheet.paper for sheet in sheets} == {paper}
    assert sheets[0].words_pt >= size - 0.01
    assert len(told) == (lanes > 3)
    assert all(f"{paper}" in one and f"{sheets[0].words_pt:.3g} pt" in one for one in told)
