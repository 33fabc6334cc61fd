"""A role with a width of its own has a column of that width in both layouts, in both formats, and on the chart."""

from itertools import pairwise
from pathlib import Path

import pytest
from tests.documents import docx_part
from tests.looks import SOP_LOOK

from sopgen.errors import PlanError
from sopgen.jobs.build import build
from sopgen.model.sop import Sop
from sopgen.plan.chart import activity_flow
from sopgen.plan.columns import Columns
from sopgen.plan.document import flow_table
from sopgen.plan.flow.one_sheet import plan_flow
from sopgen.plan.flow.symbols.placing import bands
from sopgen.plan.posters.sheets import plan_poster
from sopgen.read.load import load_edition

ROOT = Path(__file__).parents[2]
PER_ACTIVITY = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"
PER_STEP = ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml"
TALL = 160.0
# The steps of several roles: their symbols stand over several lanes.
SHARED = {
    step.id
    for path in (PER_ACTIVITY, PER_STEP)
    for activity in load_edition(path).sop.kegiatan
    for step in activity.alur
    if len(step.lanes) > 1
}


def of_widths(path: Path, *widths: float | None) -> Sop:
    """Return an SOP whose first roles have these widths (mm)."""
    sop = load_edition(path).sop
    lanes = list(sop.pelaksana)
    for n, width in enumerate(widths):
        lanes[n] = lanes[n].model_copy(update={"lebar": width})
    return sop.model_copy(update={"pelaksana": tuple(lanes)})


def columns(sop: Sop) -> Columns:
    return flow_table(sop, SOP_LOOK, TALL)[0]


@pytest.mark.parametrize("path", [PER_ACTIVITY, PER_STEP])
def test_the_column_has_the_width_that_is_asked_for_and_the_others_share_the_rest(path: Path) -> None:
    sop = of_widths(path, 33.5)
    found = columns(sop)
    lanes = found.widths[2 : 2 + len(sop.pelaksana)]
    assert 33.5 == lanes[0]
    assert {found.lane} == {*lanes[1:]}
    assert sop.halaman.tabel.text_width == pytest.approx(sum(found.widths))


@pytest.mark.parametrize("path", [PER_ACTIVITY, PER_STEP])
def test_symbols_stand_in_the_middle_of_their_lanes(path: Path) -> None:
    sop = of_widths(path, 33.5, None, 18.0)
    found, sheets, steps = flow_table(sop, SOP_LOOK, TALL)
    flows = [row.flow for sheet in sheets for row in sheet] + [part.flow for sheet in steps for part in sheet]
    assert flows
    for flow in flows:
        assert list(found.widths[2 : 2 + len(sop.pelaksana)]) == pytest.approx([a.right - a.left for a in flow.lanes])
        assert all(a.right == pytest.approx(b.left) for a, b in pairwise(flow.lanes))
        for shape in (one for one in flow.shapes if one.step not in SHARED):
            lane = flow.lane_of(shape)
            assert lane.left < shape.centre.x - shape.width / 2 < shape.centre.x + shape.width / 2 < lane.right


def test_a_wider_lane_gives_the_words_of_its_steps_more_room() -> None:
    usual, wide = of_widths(PER_ACTIVITY), of_widths(PER_ACTIVITY, 40)
    first = usual.kegiatan[0].alur[0].model_copy(update={"uraian": "Memeriksa berkas laporan"})
    drawn = [plan_flow((first, *sop.kegiatan[0].alur[1:]), sop.pelaksana) for sop in (usual, wide)]
    before, after = (flow.shapes[0] for flow in drawn)
    assert len(after.lines) < len(before.lines)
    assert after.width > before.width


def test_lanes_of_one_width_are_as_they_were_without_it() -> None:
    sop = load_edition(PER_ACTIVITY).sop
    lanes = bands(sop.pelaksana, 21.7)
    assert [(n * 21.7, (n + 1) * 21.7) for n in range(6)] == [(lane.left, lane.right) for lane in lanes]


@pytest.mark.parametrize("widths", [(150.0,), (60.0, 60.0, 60.0), (40.0,) * 6])
def test_widths_that_leave_the_others_too_little_are_refused_where_the_widest_stands(
    widths: tuple[float, ...],
) -> None:
    with pytest.raises(PlanError) as refused:
        columns(of_widths(PER_STEP, *widths))
    assert [("TL08", ("pelaksana", 0, "lebar"))] == [(one.code, one.loc) for one in refused.value.refusals]


def test_a_head_that_its_own_width_can_not_hold_is_refused_with_what_helps() -> None:
    with pytest.raises(PlanError) as refused:
        columns(of_widths(PER_STEP, None, None, 9.0))
    assert {("TL04", ("pelaksana", 2, "label"))} == {(one.code, one.loc) for one in refused.value.refusals}
    assert all("lebar" in one.fix for one in refused.value.refusals)


def test_a_chart_that_stands_alone_is_never_refused_for_a_width_that_its_table_needs() -> None:
    sop = of_widths(PER_STEP, *(13.0,) * 6)
    assert activity_flow(sop, sop.kegiatan[0]).shapes


def test_a_poster_has_the_lanes_in_the_proportion_of_their_widths() -> None:
    sop = of_widths(PER_ACTIVITY, 44.0)
    lanes = plan_poster(sop, sop.kegiatan[0])[0].chart.flow.lanes
    assert 2 == pytest.approx((lanes[0].right - lanes[0].left) / (lanes[1].right - lanes[1].left), abs=0.4)


def test_word_prints_the_column_as_wide_as_it_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "spec" / "sop" / "mediasi"
    folder.mkdir(parents=True)
    (tmp_path / "spec" / "satuan.yaml").write_bytes((ROOT / "spec" / "satuan.yaml").read_bytes())
    text = PER_STEP.read_text("utf-8").replace("label: Para Pihak}", "label: Para Pihak, lebar: 36}")
    (folder / "contoh.yaml").write_text(text, "utf-8")
    made = build(folder / "contoh.yaml", tmp_path / "build", templates=ROOT / "templates")
    grid = docx_part((made / "sop.docx").read_bytes()).iter("{*}gridCol")
    assert str(round(36 / 25.4 * 1440)) in {width for one in grid for width in one.attrib.values()}
