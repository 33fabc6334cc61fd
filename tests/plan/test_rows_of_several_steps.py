"""Rows of the flow table with several steps, sub-steps, cells over several rows, further columns."""

from pathlib import Path
from typing import Any

import pytest
from tests.plan.test_texts_of_the_table import planned

from sopgen.compare.part_names import part_name
from sopgen.errors import SpecError
from sopgen.plan.chart import activity_chart
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.measure import line_height
from sopgen.plan.steps import StepRow

STANDARD = {"kelengkapan": ["Berkas"], "waktu": "1 hari", "keluaran": ["Nota dinas"]}
ROWS: list[dict[str, Any]] = [
    {"id": "l1", "pelaksana": "ketua", "simbol": "mulai", "uraian": "Menugaskan anggota", "mutu_baku": STANDARD},
    {"id": "l2", "pelaksana": "anggota", "induk": "Menyusun laporan", "uraian": "Menulis", "mutu_baku": STANDARD},
    {"id": "l3", "pelaksana": "ketua", "simbol": "keputusan", "sebaris": True, "cabang": {"Ya": "l4", "Tidak": "l2"}},
    {"id": "l4", "pelaksana": "anggota", "uraian": "Mencetak", "sublangkah": True, "bersama": "mutu_baku"},
    {"id": "l5", "pelaksana": "ketua", "simbol": "selesai", "uraian": "Menandatangani", "mutu_baku": STANDARD},
]


def table(folder: Path, steps: list[dict[str, Any]] = ROWS, **changed: Any) -> DocumentPlan:
    return planned(folder, tata_letak="per_langkah", activity={"alur": [dict(step) for step in steps]}, **changed)


def rows(plan: DocumentPlan) -> list[StepRow]:
    return [row for sheet in plan.steps for part in sheet for row in part.rows]


def test_rows_are_numbered_with_their_sub_steps(tmp_path: Path) -> None:
    found = rows(table(tmp_path))
    assert ["1.", "2.", "2a.", "2b.", "3."] == [row.nomor for row in found]
    assert "Menyusun laporan" == found[1].uraian


def test_several_steps_of_a_row_have_their_symbols_side_by_side(tmp_path: Path) -> None:
    shapes = rows(table(tmp_path))[2].strip.shapes
    assert ["l2", "l3"] == sorted(shape.step for shape in shapes)
    assert 1 == len({shape.centre.y for shape in shapes})


def test_symbols_may_be_empty_where_their_rows_have_the_words(tmp_path: Path) -> None:
    plan = table(tmp_path, isi_simbol="kosong")
    assert {()} == {shape.lines for row in rows(plan) for shape in row.strip.shapes}
    assert activity_chart(plan.sop, plan.sop.kegiatan[0]).flow.shapes[0].lines


def test_a_chart_alone_numbers_the_words_to_which_bare_symbols_refer(tmp_path: Path) -> None:
    sop = table(tmp_path).sop
    shapes = activity_chart(sop, sop.kegiatan[0]).flow.mains
    assert {"l2": "2a. Menulis", "l3": "2a", "l4": "Mencetak"} == {
        name: shapes[name].text for name in ("l2", "l3", "l4")
    }


def test_a_place_is_called_by_the_number_of_its_row(tmp_path: Path) -> None:
    sop = table(tmp_path).sop
    names = [part_name(("kegiatan", 0, "alur", n), sop) for n in range(1, 4)]
    assert ["langkah 2a", "langkah 2a, simbol ke-2", "langkah 2b"] == [name.split(", ", 1)[1] for name in names]


def test_a_standard_of_several_rows_is_one_cell_with_its_text(tmp_path: Path) -> None:
    found = rows(table(tmp_path))
    assert [(1, 1, 1), (3, 3, 3), (0, 0, 0), (0, 0, 0), (1, 1, 1)] == [row.spans[:3] for row in found]
    assert ["1 hari", "1 hari", "", "", "1 hari"] == [row.waktu.replace("\u00a0", " ") for row in found]


def test_rows_of_one_cell_are_together_as_high_as_its_text(tmp_path: Path) -> None:
    low = [row.height for row in rows(table(tmp_path))]
    long = [
        step | {"mutu_baku": STANDARD | {"keluaran": ["Laporan"] * 30}} if step["id"] == "l2" else step
        for step in ROWS
    ]
    plan = table(tmp_path, long)
    high = [row.height for row in rows(plan)]
    assert low[0] == high[0]
    assert sum(high[1:4]) > 30 * line_height(plan.font_pt) > sum(low[1:4])


def test_a_text_of_more_rows_than_a_page_holds_stands_whole_on_the_first(tmp_path: Path) -> None:
    more = [{"id": f"m{n}", "pelaksana": "anggota", "uraian": "Menyalin", "bersama": "mutu_baku"} for n in range(20)]
    first = ROWS[0] | {"mutu_baku": STANDARD | {"keluaran": ["Laporan"] * 38}}
    plan = table(tmp_path, [first, *more, ROWS[-1]])
    pages = [[row for row in part.rows if row.nomor] for sheet in plan.steps for part in sheet]
    first_page, *others = filter(None, pages)
    assert others
    assert sum(row.height for row in first_page) >= 38 * line_height(plan.font_pt)
    assert all(page[0].keluaran == () for page in others[:-1])


def test_a_head_of_sub_steps_is_never_the_last_row_of_a_page(tmp_path: Path) -> None:
    for count in range(6, 12):
        many = [
            {"id": f"m{n}", "pelaksana": "anggota", "uraian": "Menyalin", "mutu_baku": STANDARD} for n in range(count)
        ]
        plan = table(tmp_path, [ROWS[0], *many, *ROWS[1:]])
        for sheet in plan.steps:
            last = [row for row in sheet[-1].rows if row.nomor][-1]
            assert last.uraian != "Menyusun laporan", count


def test_further_columns_have_their_planned_width_and_their_texts(tmp_path: Path) -> None:
    columns = [{"id": "aparat", "judul": "Aparat", "lebar": 25}, {"id": "cek", "judul": "Cek", "lebar": 12}]
    steps = [ROWS[0] | {"tambahan": {"aparat": ["Satgas"]}}, *ROWS[1:]]
    plan = table(tmp_path, steps, kolom_tambahan=columns)
    assert (25.0, 12.0) == plan.columns[-2:]
    assert ("Aparat", "Cek") == plan.further_heads
    assert (("Satgas",), ()) == rows(plan)[0].tambahan
    activities = planned(tmp_path, kolom_tambahan=columns, activity={"tambahan": {"cek": ["Buku"]}})
    assert ((), ("Buku",)) == activities.sheets[0][0].tambahan


def test_a_further_column_is_as_wide_as_a_part_of_a_word_of_its_head(tmp_path: Path) -> None:
    plan = table(tmp_path, kolom_tambahan=[{"id": "p", "judul": "Strengths", "lebar": 8}])
    assert plan.columns[-1] > 8
    assert ("Strengths",) == plan.further_heads


def test_more_than_two_further_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="kolom_tambahan"):
        table(tmp_path, kolom_tambahan=[{"id": f"k{n}", "judul": "Cek"} for n in range(3)])
