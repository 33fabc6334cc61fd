"""The forms that follow a task order: where their pages begin, and what they take from the SOP and the order."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import docx_lines
from tests.looks import FORM_LOOKS

from sopgen.jobs.forms import follow_ups
from sopgen.jobs.work import Work
from sopgen.model.base import named_date
from sopgen.model.life.criteria import CRITERIA
from sopgen.model.sop import Sop
from sopgen.model.unit import FormSettings, Official, Unit
from sopgen.plan.forms.sheets import FormBlock, new_pages, roomiest, row_pieces, split
from sopgen.plan.forms.table import FORMS, FormPlan, form_data, plan_form
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.plan.measure import text_width
from sopgen.read.load import Edition, load_edition

ROOT = Path(__file__).parents[3]
DAY = date(2026, 12, 1)
PERSON = PersonRow("Personel Contoh 1", "BRIPKA", "00000001", "Anggota Binpolmas")

HEIGHTS = st.lists(st.floats(1.0, 90.0), min_size=1, max_size=60)


@given(HEIGHTS, st.floats(0.0, 9.0))
def test_no_page_is_fuller_than_its_room(heights: list[float], again: float) -> None:
    pieces = [FormBlock(f"p{n}", height, again) for n, height in enumerate(heights)]
    begun = new_pages(pieces, 100.0)
    for n, page in enumerate(split("p", heights, begun)):
        assert sum(page) + (again if n else 0.0) <= 100.0 + 1e-6


@given(HEIGHTS)
def test_the_rows_of_a_list_stay_in_their_order(heights: list[float]) -> None:
    begun = new_pages(row_pieces("baris", heights, title=10.0, head=5.0), 120.0)
    assert heights == [height for page in split("baris", heights, begun) for height in page]


def test_a_piece_taller_than_a_page_begins_no_second_empty_one() -> None:
    assert ("b",) == new_pages([FormBlock("a", 90.0), FormBlock("b", 150.0)], 100.0)
    assert () == new_pages([FormBlock("a", 150.0)], 100.0)


def test_as_many_lines_stand_on_a_page_as_it_holds() -> None:
    assert 9 == roomiest(lambda lines: [FormBlock("a", 10.0 * lines)], 95.0, range(4, 20))
    assert 5 == roomiest(lambda lines: [FormBlock("a", 10.0), FormBlock("b", 90.0 + lines)], 95.0, range(4, 20))
    assert 4 == roomiest(lambda lines: [FormBlock("a", 100.0 + lines)], 95.0, range(4, 20))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_its_two_templates_and_its_look(form: str) -> None:
    folder = ROOT / "templates" / form
    assert {f"{form}.docx", f"{form}.typ", "rupa.yaml"} <= {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("form", FORMS)
def test_the_words_of_a_blank_form_are_the_golden_ones(
    form: str, edition: Edition, golden: Callable[[str, str], None]
) -> None:
    made = dict(follow_ups(Work(edition, ROOT / "templates"), names=[form]))
    name = next(name for name in made if name.endswith(".docx"))
    golden(f"fkpm-2019/{form}.txt", "".join(f"{line}\n" for line in docx_lines(made[name])))


def plan(sop: Sop, unit: Unit, form: str, task: OrderTask | None = None) -> FormPlan:
    activity = sop.kegiatan[0]
    return plan_form(FORMS[form], (sop, unit), FORM_LOOKS[form], activity=activity, task=task or OrderTask())


def said(made: FormPlan) -> Any:
    """Return what a form says; each form has contents of its own."""
    return made.content


def detail(made: FormPlan, label: str) -> str:
    return str(dict(said(made).details)[label])


@pytest.mark.parametrize(
    ("until", "wanted"),
    [
        (DAY, "Selasa, 1 Desember 2026"),
        (date(2026, 12, 3), "Selasa, 1 Desember 2026 s.d. Kamis, 3 Desember 2026"),
        (None, "Selasa, 1 Desember 2026 s.d. ....."),
    ],
)
def test_a_report_says_the_days_of_its_task(until: date | None, wanted: str, sop: Sop, unit: Unit) -> None:
    made = plan(sop, unit, "laporan-hasil", OrderTask((PERSON,), DAY, until))
    assert detail(made, "Hari/tanggal").startswith(wanted)


@pytest.mark.parametrize("form", ["daftar-hadir", "notulen"])
def test_a_meeting_has_a_date_only_where_its_day_is_known(form: str, sop: Sop, unit: Unit) -> None:
    assert "Selasa, 1 Desember 2026" == detail(plan(sop, unit, form, OrderTask((PERSON,), DAY, DAY)), "Hari/tanggal")
    several = plan(sop, unit, form, OrderTask((PERSON,), DAY, date(2026, 12, 3)))
    assert {"."} == set(detail(several, "Hari/tanggal"))


def test_the_days_of_the_week_have_their_names() -> None:
    names = [named_date(date(2026, 11, day)).split(",")[0] for day in range(23, 30)]
    assert ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"] == names


def test_hours_are_in_the_unit_s_time_zone(sop: Sop, unit: Unit) -> None:
    assert detail(plan(sop, unit, "laporan-hasil"), "Waktu").endswith("WITA")
    assert detail(plan(sop, unit.model_copy(update={"zona_waktu": "WIB"}), "notulen"), "Waktu").endswith("WIB")


def test_one_who_goes_alone_reports_and_of_several_nobody_is_guessed(sop: Sop, unit: Unit) -> None:
    alone = said(plan(sop, unit, "laporan-hasil", OrderTask((PERSON,), DAY))).signers
    several = said(plan(sop, unit, "laporan-hasil", OrderTask((PERSON, PERSON), DAY))).signers
    assert ["Personel Contoh 1", ""] == [signers[1].name for signers in (alone, several)]
    assert "BRIPKA NRP 00000001" == alone[1].rank


def test_the_list_asks_for_no_number_of_a_telephone_or_a_person(sop: Sop, unit: Unit) -> None:
    content = said(plan(sop, unit, "daftar-hadir", OrderTask((PERSON,), DAY)))
    assert ("No", "Nama", "Pangkat/Jabatan", "Instansi/Alamat", "Tanda Tangan") == content.heads
    assert "00000001" not in str(content.sheets)


def test_a_civilian_is_of_no_office(sop: Sop, unit: Unit) -> None:
    civilian = PersonRow("Personel Contoh 2", "", "", "Ketua FKPM")
    sheets = said(plan(sop, unit, "daftar-hadir", OrderTask((PERSON, civilian), DAY))).sheets
    officer, other = sheets[0][0]
    assert ("1", "Personel Contoh 1", "BRIPKA, Anggota Binpolmas", "Satbinmas Polres Gorontalo Kota") == officer
    assert ("2", "Personel Contoh 2", "Ketua FKPM", "") == other


def test_the_list_leaves_rows_for_guests(sop: Sop, unit: Unit) -> None:
    for count in (0, 1, 7, 40):
        sheets = said(plan(sop, unit, "daftar-hadir", OrderTask((PERSON,) * count, DAY))).sheets
        rows = [row for sheet in sheets for pair in sheet for row in pair]
        assert len(rows) % 2 == 0
        assert len(rows) >= count + 3


def procedures(sop: Sop, unit: Unit, activity: Any = None) -> list[str]:
    made = plan_form(FORMS["monitoring"], (sop, unit), FORM_LOOKS["monitoring"], activity=activity)
    return [" ".join(row) for sheet in said(made).sheets for row in sheet]


def test_monitoring_has_a_row_for_each_activity(sop: Sop, unit: Unit) -> None:
    found = procedures(sop, unit)
    assert ["1. A. PENCEGAHAN DINI", "2. B. NEGOSIASI DAN MEDIASI", "3. C. KOORDINASI"] == found
    assert ["1. B. NEGOSIASI DAN MEDIASI"] == procedures(sop, unit, sop.kegiatan[1])


def test_monitoring_has_a_row_for_each_step_where_the_table_has(unit: Unit) -> None:
    example = load_edition(ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml").sop
    steps = [f"{n}. {step.uraian}" for n, step in enumerate(example.kegiatan[0].alur, 1)]
    assert steps == procedures(example, unit)
    twice = example.model_copy(update={"kegiatan": example.kegiatan * 2})
    title = f"{example.kegiatan[0].nomor} {example.kegiatan[0].judul}"
    assert [title, *steps, title, *steps] == procedures(twice, unit)


def test_what_is_agreed_stands_on_the_sheet_that_is_signed(sop: Sop, unit: Unit) -> None:
    content = said(plan(sop, unit, "kesepakatan-bersama"))
    assert ("sepakat",) == content.new_pages
    assert ("e-Meterai", "Rp10.000") == content.stamp


@pytest.mark.parametrize("form", FORMS)
def test_dotted_lines_end_at_the_margin(form: str, sop: Sop, unit: Unit) -> None:
    made = plan(sop, unit, form)
    widest = max(re.findall(r"\.{5,}", str(made.content)), key=len)
    assert text_width(widest, made.size_pt) <= made.page.text_width


def filled(form: str, sop: Sop, unit: Unit, task: OrderTask, activity: int = 0) -> FormPlan:
    return plan_form(FORMS[form], (sop, unit), FORM_LOOKS[form], activity=sop.kegiatan[activity], task=task)


def test_a_report_has_number_addressee_second_level_and_is_seen_by_the_head_of_the_section(
    sop: Sop, unit: Unit
) -> None:
    told = form_data(filled("laporan-hasil", sop, unit, OrderTask((PERSON,), DAY)))
    assert told["judul_lembar"][1].startswith("Nomor : LHP/")
    assert "Kepada Yth. KAPOLRES GORONTALO KOTA" == told["kepada"][0]
    assert ["a.", "b."] == [letter for letter, _ in told["dasar"]]
    assert ["Mengetahui,", "KASAT BINMAS"] == told["tanda_tangan"][0]["baris"]


def test_a_report_names_the_official_who_sees_it_where_the_unit_names_him(sop: Sop, unit: Unit) -> None:
    kasat = Official(id="kasat", jabatan="KASAT BINMAS", nama="Nama Contoh", pangkat="AKP", nrp="00000009")
    knowing = unit.model_copy(update={"pejabat": (kasat,), "formulir": FormSettings(mengetahui="kasat")})
    signer = form_data(filled("laporan-hasil", sop, knowing, OrderTask((PERSON,), DAY)))["tanda_tangan"][0]
    assert "Nama Contoh" == signer["nama"]


def test_the_agreement_bears_no_letterhead_unless_the_unit_wants_it(sop: Sop, unit: Unit) -> None:
    assert () == filled("kesepakatan-bersama", sop, unit, OrderTask(), 1).kop
    wanted = unit.model_copy(update={"formulir": FormSettings(kop_kesepakatan=True)})
    assert unit.kop == filled("kesepakatan-bersama", sop, wanted, OrderTask(), 1).kop


def test_only_an_activity_that_says_so_has_an_agreement(sop: Sop) -> None:
    having = [activity.id for activity in sop.kegiatan if FORMS["kesepakatan-bersama"].belongs(activity)]
    assert ["B"] == having


def test_the_evaluation_asks_the_seven_criteria(sop: Sop, unit: Unit) -> None:
    rows = form_data(filled("evaluasi", sop, unit, OrderTask()))["baris"]
    assert list(CRITERIA.values()) == [text for _, text in rows]
    assert 7 == len(rows)


def test_an_invitation_names_the_civilians(sop: Sop, unit: Unit) -> None:
    invited = (PersonRow("Warga Contoh 1", "", "", "Ketua RT 01"), PersonRow("Warga Contoh 2"))
    told = form_data(filled("undangan", sop, unit, OrderTask(invited, DAY)))
    assert [["1.", "Warga Contoh 1, Ketua RT 01"], ["2.", "Warga Contoh 2"]] == [list(row) for row in told["kepada"]]
