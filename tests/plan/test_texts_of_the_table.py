"""What the flow table shows of texts that are long, broken, missing, or of a civil servant."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.looks import SOP_LOOK

from sopgen.errors import PlanError, SpecError
from sopgen.model.flow import Step
from sopgen.model.quality import Quality
from sopgen.model.sop import Activity, Sop, SymbolText
from sopgen.plan.chart import activity_chart
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.plan.flow.symbols.sizes import size
from sopgen.plan.measure import line_height, text_width
from sopgen.plan.table.cells import printed_time, unparted
from sopgen.read.load import load_edition

CONTOH = Path(__file__).parents[1] / "contoh"


def planned(folder: Path, **changed: Any) -> DocumentPlan:
    """Return the plan of the small example with other values; `activity` and `step` change the first of each."""
    data = yaml.load((CONTOH / "sop.yaml").read_text("utf-8"), yaml.CSafeLoader)
    (activity,) = data["kegiatan"]
    activity |= changed.pop("activity", {})
    activity["alur"][0] |= changed.pop("step", {})
    data["identitas"]["pengesah"] |= changed.pop("approver", {})
    (folder / "satuan.yaml").write_bytes((CONTOH / "satuan.yaml").read_bytes())
    (folder / "sop.yaml").write_text(yaml.safe_dump(data | changed, allow_unicode=True, sort_keys=False), "utf-8")
    edition = load_edition(folder / "sop.yaml")
    return plan_document(edition.sop, edition.unit, SOP_LOOK)


def test_a_row_is_as_high_as_the_lines_that_a_text_has(tmp_path: Path) -> None:
    lines = 9
    plan = planned(tmp_path, tata_letak="per_langkah", step={"uraian": "\n".join(["surat"] * lines)})
    assert plan.steps[0][0].rows[0].height >= lines * line_height(plan.font_pt)


def test_a_head_that_is_wider_than_its_lane_is_parted_and_its_row_is_higher(tmp_path: Path) -> None:
    roles = [{"id": f"p{n}", "label": "Kepala Bagian Kesekretariatan"} for n in range(11)]
    roles[0]["id"], roles[1]["id"] = "ketua", "anggota"
    plan = planned(tmp_path, pelaksana=roles)
    assert "Kesek\u00adreta" in plan.lanes[0].replace("\u00adretari", "\u00adreta")
    assert plan.head_rows[1] >= 4 * line_height(plan.font_pt)


def test_a_row_a_step_shows_numbers_in_its_symbols_unless_words_are_asked_for(tmp_path: Path) -> None:
    shown = {}
    for asked in (None, "nomor", "uraian"):
        settings = {"isi_simbol": asked} if asked else {}
        plan = planned(tmp_path, tata_letak="per_langkah", **settings)
        shown[asked] = [shape.lines for shape in plan.steps[0][0].flow.shapes]
    assert shown[None] == shown["nomor"] != shown["uraian"]


def test_a_symbol_that_can_not_hold_its_words_shows_its_number_where_the_words_have_a_row(tmp_path: Path) -> None:
    long = {"uraian": "Mengoordinasikan pelaksanaan kegiatan " * 40}
    plan = planned(tmp_path, tata_letak="per_langkah", isi_simbol="uraian", step=long)
    assert plan.steps[0][0].flow.shapes[0].lines == ("1",)
    with pytest.raises(PlanError) as caught:
        planned(tmp_path, isi_simbol="uraian", step=long)
    assert [(one.code, one.loc) for one in caught.value.refusals] == [("TL07", ("kegiatan", 0, "alur", 0, "uraian"))]


def test_a_start_with_many_words_is_a_box_with_round_corners_in_the_chart(tmp_path: Path) -> None:
    plan = planned(tmp_path, isi_simbol="nomor", step={"uraian": "Menyampaikan undangan kepada warga " * 4})
    sop: Sop = plan.sop.model_copy(update={"isi_simbol": None})
    activity: Activity = sop.kegiatan[0]
    start = activity_chart(sop, activity).flow.shapes[0]
    assert start.height < start.width * 3
    assert " ".join(start.lines).replace("- ", "") == activity.alur[0].uraian.strip()


def test_a_list_without_items_has_no_head(tmp_path: Path) -> None:
    plan = planned(tmp_path, activity={"maksud": {"judul": "1. Maksud", "isi": []}})
    assert [one.judul for one in plan.sheets[0][0].sections] == ["2. Tujuan"]


@pytest.mark.parametrize(("number", "printed"), [("00000001", "NRP 00000001"), ("0" * 17 + "1", f"NIP {'0' * 17}1")])
def test_who_approves_has_an_nrp_or_a_nip(number: str, printed: str, tmp_path: Path) -> None:
    assert planned(tmp_path, approver={"nrp": number}).approver_number == printed


def test_an_activity_that_no_page_holds_goes_on_in_a_row_of_the_next_page(tmp_path: Path) -> None:
    steps = [{"id": f"l{n}", "pelaksana": ("ketua", "anggota")[n % 2], "uraian": f"Langkah {n}"} for n in range(30)]
    steps[0]["simbol"], steps[-1]["simbol"] = "mulai", "selesai"
    plan = planned(tmp_path, activity={"alur": steps})
    rows = [row for sheet in plan.sheets for row in sheet]
    assert [(row.id, row.nomor, row.judul) for row in rows] == [
        ("A", "1.", "A. CONTOH"),
        ("A.2", "", ""),
        ("A.3", "", ""),
    ]
    shown = [shape.step for row in rows for shape in row.flow.shapes if not shape.connector]
    assert shown == [step["id"] for step in steps]
    room = plan.across.text_height - sum(plan.head_rows)
    assert all(row.height <= room for row in rows)
    assert [shape.connector.letter for row in rows for shape in row.flow.shapes if shape.connector] == list("AABB")


def test_lists_that_no_page_holds_go_on_without_their_heads(tmp_path: Path) -> None:
    items = [f"Butir {n} yang menjelaskan tujuan kegiatan dengan panjang" for n in range(40)]
    plan = planned(tmp_path, activity={"tujuan": {"judul": "2. Tujuan", "isi": items}})
    rows = [row for sheet in plan.sheets for row in sheet]
    assert [[one.judul for one in row.sections] for row in rows[:2]] == [["1. Maksud", "2. Tujuan"], [""]]
    assert [item for row in rows for one in row.sections if one.judul != "1. Maksud" for item in one.isi] == items
    assert [len(row.flow.shapes) for row in rows[1:]] == [0] * (len(rows) - 1)


def test_an_item_that_no_page_holds_is_named(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        planned(tmp_path, activity={"keterangan": ["Singkat", "Kata kata " * 350]})
    assert [(one.code, one.loc) for one in caught.value.refusals] == [("TL06", ("kegiatan", 0, "keterangan", 1))]


@pytest.mark.parametrize("layout", ["per_langkah", "per_kegiatan"])
@pytest.mark.parametrize(
    "text", ["120 Menit / 3 Hari", "15 menit/berkas", "sesuai jadwal yang ditetapkan", "tentatif"]
)
def test_a_time_is_printed_as_its_source_writes_it(layout: str, text: str, tmp_path: Path) -> None:
    quality = {"kelengkapan": ["Kamera"], "waktu": text, "keluaran": ["Laporan"]}
    plan = planned(tmp_path, tata_letak=layout, activity={"mutu_baku": quality}, step={"mutu_baku": quality})
    rows = plan.steps[0][0].rows if layout == "per_langkah" else plan.sheets[0]
    assert rows[0].waktu.replace("\u00a0", " ") == text


def test_a_paper_alone_is_that_of_all_sheets(tmp_path: Path) -> None:
    plan = planned(tmp_path, halaman="A4")
    assert (plan.upright.width, plan.upright.height) == (210.0, 297.0)
    assert (plan.across.width, plan.across.height) == (297.0, 210.0)
    assert planned(tmp_path).across.left == plan.across.left


def test_a_paper_that_is_none_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        planned(tmp_path, halaman="A5")
    assert [(one.code, one.path) for one in caught.value.problems] == [("SK01", "halaman")]


@pytest.mark.parametrize("count", [20, 60])
def test_a_title_that_leaves_no_room_for_steps_has_pages_of_its_own(count: int, tmp_path: Path) -> None:
    items = [f"Butir {n} yang menjelaskan tujuan kegiatan\ndengan dua baris" for n in range(count)]
    step = {"uraian": "\n".join(["Mencatat"] * 20)}
    purpose = {"judul": "2. Tujuan", "isi": items}
    plan = planned(tmp_path, tata_letak="per_langkah", activity={"tujuan": purpose}, step=step)
    room = plan.across.text_height - sum(plan.head_rows)
    parts = [part for sheet in plan.steps for part in sheet]
    assert all((part.title.height if part.title else 0.0) + part.flow.height <= room for part in parts)
    told = [item for part in parts if part.title for one in part.title.sections for item in one.isi]
    assert told == ["Mencoba", *items]
    assert not parts[0].rows
    assert parts[-1].rows


def test_a_sheet_that_is_too_narrow_for_its_roles_is_told_once(tmp_path: Path) -> None:
    roles = [{"id": f"p{n}", "label": "Kesekretariatan"} for n in range(16)]
    roles[0]["id"], roles[1]["id"] = "ketua", "anggota"
    with pytest.raises(PlanError) as caught:
        planned(tmp_path, pelaksana=roles, halaman={"tabel": {"kertas": "Letter"}})
    assert [(one.code, one.loc) for one in caught.value.refusals] == [("TL04", ("pelaksana",))]


@pytest.mark.parametrize("layout", ["per_langkah", "per_kegiatan"])
def test_what_a_no_break_space_ties_stands_on_one_line_in_both_layouts(layout: str, tmp_path: Path) -> None:
    tied = "Peraturan\u00a0Kepolisian\u00a0Nomor\u00a05"
    quality = {"kelengkapan": [f"uang {tied}"], "waktu": "15 menit", "keluaran": []}
    of = {"activity": {"mutu_baku": quality}} if layout == "per_kegiatan" else {"step": {"mutu_baku": quality}}
    roles = [{"id": name, "label": name} for name in ("ketua", "anggota", *"abcdefg")]
    plan = planned(tmp_path, tata_letak=layout, pelaksana=roles, **of)
    standards = 2 + len(plan.lanes)
    assert plan.columns[standards] > text_width(tied, plan.font_pt)


def test_a_symbol_is_as_wide_as_words_that_a_no_break_space_ties() -> None:
    tied = "Menyimpan Pasal\u00a05\u00a0ayat\u00a0(1)"
    step = Step(id="a", pelaksana="p", uraian=tied)
    found = size(step, "1", SymbolText.WORDS, 60.0, 60.0)
    assert "Pasal\u00a05\u00a0ayat\u00a0(1)" in found.lines


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("± 10 menit", "±\u00a010\u00a0menit"),
        ("5 s.d. 10 menit / 1 hari", "5\u00a0s.d. 10\u00a0menit\u00a0/ 1\u00a0hari"),
    ],
)
def test_the_numbers_of_a_time_stay_with_their_unit_and_their_sign(written: str, printed: str) -> None:
    quality = Quality.model_validate({"waktu": written})
    assert printed == printed_time(quality)
    assert [part.replace(" ", "\u00a0") for part in unparted(quality)] == re.split(" ", printed)
