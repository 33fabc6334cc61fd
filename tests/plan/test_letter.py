"""The blank task order: every part of the letter, on one sheet, and nothing made up."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from tests.documents import docx_lines, office_pdfs, page_words, pdf_pages, run, word_boxes
from tests.looks import ORDER_LOOK, ground

from sopgen.jobs.forms import blank_orders
from sopgen.jobs.work import Work
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit, YearlyBasis
from sopgen.plan.contract.tags import as_data
from sopgen.plan.letter.contents import OrderPlan
from sopgen.plan.letter.numbers import archive_code, letter_number, number_room
from sopgen.plan.letter.plan import plan_order
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.plan.letter.wording import dots, sop_as_basis, title_case
from sopgen.plan.measure import text_width
from sopgen.read.emblem import Emblems
from sopgen.read.load import Edition

TEMPLATES = Path(__file__).parents[2] / "templates"
DAY = date(2026, 12, 1)


def changed(unit: Unit, **settings: Any) -> Unit:
    """Return the unit with other settings of its letters."""
    return unit.model_copy(update={"surat_perintah": unit.surat_perintah.model_copy(update=settings)})


def person(n: int, rank: str = "BRIPKA") -> PersonRow:
    return PersonRow(f"Personel Contoh {n}", rank, f"{n:08}", "Anggota Binpolmas", "", "Anggota tim")


def numbered(sop: Sop, unit: Unit, count: int, **task: Any) -> OrderPlan:
    """Return the plan of a letter that has its number."""
    told = OrderTask(tuple(map(person, range(1, count + 1))), DAY, number="Sprin/1/XII/CONTOH/2026")
    return plan_order(ground(sop, unit), sop.kegiatan[0], ORDER_LOOK, replace(told, **task))


@pytest.mark.parametrize("activity", ["A", "B", "C"])
def test_the_words_of_the_blank_order_are_the_golden_ones(
    activity: str, edition: Edition, golden: Callable[[str, str], None]
) -> None:
    made = dict(blank_orders(Work(edition, TEMPLATES), activity))
    lines = docx_lines(made[f"forms/surat-perintah-tugas-{activity}.docx"])
    golden(f"fkpm-2019/surat-perintah-tugas-{activity}.txt", "".join(f"{line}\n" for line in lines))


@pytest.mark.exe
@pytest.mark.parametrize("activity", ["A", "B", "C"])
def test_the_blank_order_stands_on_one_sheet(activity: str, edition: Edition) -> None:
    made = dict(blank_orders(Work(edition, TEMPLATES), activity))
    assert 1 == len(pdf_pages(made[f"forms/surat-perintah-tugas-{activity}.pdf"]))


def test_dots_are_as_long_as_a_pen_needs() -> None:
    assert abs(text_width(dots(55.0, 11.0), 11.0) - 55.0) < 1.0


def test_the_number_leaves_room_for_what_is_not_known(sop: Sop, unit: Unit) -> None:
    number = plan_order(ground(sop, unit), sop.kegiatan[0], ORDER_LOOK).number
    assert number.startswith("Sprin/....")
    assert "/20...." in number


def test_a_known_archive_code_is_printed(sop: Sop, unit: Unit) -> None:
    coded = unit.model_copy(update={"surat_perintah": unit.surat_perintah.model_copy(update={"kka": "BIN.1.1."})})
    assert "/BIN.1.1./" in plan_order(ground(sop, coded), sop.kegiatan[0], ORDER_LOOK).number


def test_the_an_form_stands_above_the_post(sop: Sop, unit: Unit) -> None:
    signatory = unit.penandatangan.model_copy(update={"atas_nama": "KEPALA KEPOLISIAN RESOR CONTOH"})
    plan = plan_order(ground(sop, unit.model_copy(update={"penandatangan": signatory})), sop.kegiatan[0], ORDER_LOOK)
    assert ("a.n. KEPALA KEPOLISIAN RESOR CONTOH",) == plan.signer.on_behalf
    assert not plan_order(ground(sop, unit), sop.kegiatan[0], ORDER_LOOK).signer.on_behalf


def test_the_rows_for_personnel_are_a_setting(sop: Sop, unit: Unit) -> None:
    twelve = unit.model_copy(update={"surat_perintah": unit.surat_perintah.model_copy(update={"baris_personel": 12})})
    assert 12 == len(plan_order(ground(sop, twelve), sop.kegiatan[0], ORDER_LOOK).personnel.rows)


def test_the_letter_names_every_legal_basis_and_the_sop_itself(sop: Sop, unit: Unit) -> None:
    plan = plan_order(ground(sop, unit), sop.kegiatan[0], ORDER_LOOK)
    assert len(sop.dasar_hukum.isi) + 1 == len(plan.basis)
    assert sop.identitas.nomor_sop.nilai in plan.basis[-1].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("number", "line"), [("00000001", "X NRP 00000001"), ("0" * 18, f"X NIP {'0' * 18}"), ("", "X")]
)
def test_a_civil_servant_has_a_nip_and_a_civilian_no_number(number: str, line: str, sop: Sop, unit: Unit) -> None:
    task = OrderTask((PersonRow("Personel Contoh 1", "X", number),))
    signing = changed(unit, penerima=True)
    assert line == plan_order(ground(sop, signing), sop.kegiatan[0], ORDER_LOOK, task).receiver.rank


def texts(value: object) -> list[str]:
    """Return every text of a plan's data."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    return [text for one in value for text in texts(one)] if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize("count", [1, 5, 6, 30])
def test_a_numbered_letter_leaves_nothing_to_write(count: int, sop: Sop, unit: Unit) -> None:
    assert not [text for text in texts(as_data(numbered(sop, unit, count))) if "....." in text]


@pytest.mark.parametrize("count", [1, 2, 5, 6, 8, 30])
def test_the_type_size_is_the_same_for_few_and_many(count: int, sop: Sop, unit: Unit) -> None:
    assert ORDER_LOOK.ukuran[0] == numbered(sop, unit, count).size_pt


def test_up_to_five_people_are_a_numbered_block_and_more_an_annex(sop: Sop, unit: Unit) -> None:
    few, many = numbered(sop, unit, 5), numbered(sop, unit, 6)
    assert ["1.", "2.", "3.", "4.", "5."] == [line.number for line in few.recipients if line.number]
    assert few.annex is None
    assert not few.to
    assert not many.recipients
    assert many.to.startswith("PARA PERSONEL POLRI SATBINMAS POLRES GORONTALO KOTA YANG NAMA, PANGKAT DAN JABATANNYA")
    assert many.annex


def test_one_person_alone_has_no_number_and_a_civil_servant_a_nip(sop: Sop, unit: Unit) -> None:
    (row,) = (PersonRow("Personel Contoh 1", "PENDA TK. I", "0" * 18, "Bamin"),)
    lines = numbered(sop, unit, 1, people=(row,)).recipients
    assert [("", "Nama"), ("", "Pangkat"), ("", "NIP"), ("", "Jabatan")] == [
        (line.number, line.label) for line in lines
    ]


def test_five_people_with_long_posts_take_a_second_sheet_and_none_loses_its_signature(sop: Sop, unit: Unit) -> None:
    assert not numbered(sop, unit, 2).new_pages
    assert ("untuk",) == numbered(sop, unit, 5).new_pages


def test_at_least_two_rows_of_the_annex_stand_with_the_signature(sop: Sop, unit: Unit) -> None:
    for count in range(6, 60):
        annex = numbered(sop, unit, count).annex
        assert annex
        assert count == sum(map(len, annex.sheets))
        assert min(map(len, annex.sheets)) >= 2


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_a_number_stands_whole_in_the_annex_and_what_says_nothing_is_narrow(paper: str, sop: Sop, unit: Unit) -> None:
    page = unit.surat_perintah.halaman.model_copy(update={"kertas": paper})
    servants = tuple(PersonRow(f"Pegawai {n}", "PENATA TK. I", f"{n:018}", "Bamin", grade="III/d") for n in range(6))
    officers = tuple(replace(person(n), duty="") for n in range(1, 7))
    widths = []
    for people in (servants, officers, tuple(map(person, range(1, 7)))):
        annex = numbered(sop, changed(unit, halaman=page), 6, people=people).annex
        assert annex
        assert abs(sum(annex.columns) - annex.page.text_width) < 0.1
        number, last = annex.columns[3], annex.columns[5]
        longest = max(text_width(row.texts[3], 11.0) for row in annex.sheets[0])
        assert longest < number - 2 * ORDER_LOOK.personel.jarak_sel < longest + 8
        widths.append((number, last))
    assert widths[1][0] < widths[0][0]
    assert widths[1][1] < widths[2][1]


def test_the_annex_says_subject_day_and_short_post(sop: Sop, unit: Unit) -> None:
    annex = numbered(sop, unit, 6, until=date(2026, 12, 3)).annex
    assert annex
    assert "KAPOLRES GORONTALO KOTA" == annex.head[1]
    assert "TANGGAL 1 DESEMBER 2026 S.D. 3 DESEMBER 2026" == annex.titles[-1]
    assert "PENCEGAHAN DINI" in annex.titles[1]
    assert "JABATAN OPERASIONAL" == annex.heads[-1]


def test_the_basis_ends_with_the_plans_of_the_letters_own_year(sop: Sop, unit: Unit) -> None:
    plans = (
        YearlyBasis(tahun=2026, isi=("Rencana Kegiatan Tahun 2026",)),
        YearlyBasis(tahun=2027, isi=("DIPA 2027",)),
    )
    plan = numbered(sop, changed(unit, rencana=plans), 1)
    assert "Rencana Kegiatan Tahun 2026." == plan.basis[-1]
    assert "Standar Operasional Prosedur" in plan.basis[-2]


def test_equipment_is_printed_only_where_the_unit_wants_it_and_never_the_order_itself(sop: Sop, unit: Unit) -> None:
    assert () == numbered(sop, unit, 1).equipment
    wanted = numbered(sop, changed(unit, kelengkapan=True), 1).equipment
    assert ("1. Kamera / hp", "2. Buku catatan") == wanted[0]


def test_it_says_to_whom_results_are_reported(sop: Sop, unit: Unit) -> None:
    assert "kepada Kapolres Gorontalo Kota" in numbered(sop, unit, 1).duties[-2]
    assert "kepada Kabag Ops" in numbered(sop, changed(unit, lapor_kepada="Kabag Ops"), 1).duties[-2]


def test_hours_and_place_that_are_not_known_are_left_out_of_a_numbered_letter(sop: Sop, unit: Unit) -> None:
    said = "melaksanakan tugas mulai tanggal 1 Desember 2026 s.d. selesai"
    assert f"{said};" == numbered(sop, unit, 1).duties[1]
    whole = numbered(sop, unit, 1, hours="08.00 s.d. 12.00", place="Kota Gorontalo")
    assert f"{said} pukul 08.00 s.d. 12.00 WITA bertempat di Kota Gorontalo;" == whole.duties[1]


def test_the_title_brings_its_prefix(unit: Unit) -> None:
    pattern = "{awalan}/{urut}/{bulan_romawi}/{kka}/{tahun}"
    one = changed(unit, judul="SURAT PERINTAH", nomor=pattern)
    assert "Sprin/7/XII/BIN.1./2026" == letter_number(one, DAY, 7, kka="BIN.1.")
    other = changed(unit, judul="SURAT PERINTAH TUGAS", nomor=pattern)
    assert "Sp.Gas/7/XII/BIN.1./2026" == letter_number(other, DAY, 7, kka="BIN.1.")


def test_the_archive_code_is_the_orders_then_the_activitys_then_the_units(sop: Sop, unit: Unit) -> None:
    coded, plain = sop.kegiatan[0].model_copy(update={"kka": "BIN.2."}), sop.kegiatan[0]
    of_unit = changed(unit, kka="BIN.1.")
    assert ["BIN.3.", "BIN.2.", "BIN.1.", ""] == [
        archive_code(of_unit, coded, "BIN.3."),
        archive_code(of_unit, coded),
        archive_code(of_unit, plain),
        archive_code(unit, plain),
    ]


def test_the_ending_of_a_heads_letters_stands_where_the_number_is_written_by_hand(unit: Unit) -> None:
    kasat = unit.penandatangan.model_copy(update={"akhiran_nomor": "Satbinmas"})
    assert number_room(unit.model_copy(update={"penandatangan": kasat}), 11.0, None, "").endswith("/Satbinmas")


def test_the_post_under_an_is_printed_in_full(sop: Sop, unit: Unit) -> None:
    kasat = unit.penandatangan.model_copy(update={"jabatan": "KASAT BINMAS", "atas_nama": "KAPOLRES GORONTALO KOTA"})
    signer = numbered(sop, unit.model_copy(update={"penandatangan": kasat}), 1).signer
    assert ("a.n. KEPALA KEPOLISIAN RESOR GORONTALO KOTA",) == signer.on_behalf
    assert "KEPALA SATUAN PEMBINAAN MASYARAKAT" == signer.post


def test_the_code_says_that_it_is_no_electronic_signature(sop: Sop, unit: Unit) -> None:
    assert "bukan tanda tangan elektronik" in numbered(sop, unit, 1).code_title


@pytest.mark.exe
def test_the_emblem_stands_in_both_formats_and_its_place_stays_without_one(edition: Edition) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (120, 150), "red").save(drawn, "PNG")
    tops = []
    for emblem in (None, drawn.getvalue()):
        work = Work(replace(edition, emblems=Emblems(emblem)), TEMPLATES)
        files = work.letter_maker.files(work.order_plan(edition.sop.kegiatan[0]))
        pictures = [name for name in zipfile.ZipFile(io.BytesIO(files["docx"])).namelist() if "media/" in name]
        shown = render_page(files["pdf"]).getcolors(1 << 24) or []
        red = any(isinstance(one, tuple) and one[0] > 200 and max(one[1:]) < 60 for _, one in shown)
        assert (bool(emblem), bool(emblem)) == (bool(pictures), red)
        tops += [top for text, _, top, _, _ in word_boxes(files["pdf"])[0] if text == "PERINTAH"][:1]
    assert abs(tops[0] - tops[1]) < 0.1


def render_page(pdf: bytes) -> Image.Image:
    """Return the first page as a picture."""
    return Image.open(io.BytesIO(run("pdftoppm", "-r", "40", "-l", "1", "-png", "-", feed=pdf))).convert("RGB")


def on(paper: str, edition: Edition, *, full: bool) -> Work:
    """Return the edition at work on a paper; `full`: signed on behalf, with all that a letter can have below."""
    settings = edition.unit.surat_perintah
    page = settings.halaman.model_copy(update={"kertas": paper})
    more = {"tembusan": ("Kapolda", "Wakapolres"), "penerima": True, "kelengkapan": True} if full else {}
    unit = changed(edition.unit, halaman=page, **more)
    if full:
        posts = {"jabatan": "KAUR BINOPS", "atas_nama": "KAPOLRES CONTOH", "untuk_beliau": "KASAT BINMAS"}
        signer = unit.penandatangan.model_copy(update=posts)
        unit = unit.model_copy(update={"penandatangan": signer})
    return Work(replace(edition, unit=unit), TEMPLATES)


@pytest.mark.exe
def test_the_code_stands_over_its_caption_in_both_formats(edition: Edition, tmp_path: Path) -> None:
    work = Work(edition, TEMPLATES)
    plan = replace(work.order_plan(edition.sop.kegiatan[0], OrderTask((person(1),), DAY, number="1")), seal="kode")
    made = work.letter_maker.files(plan)
    for pdf in (made["pdf"], office_pdfs({"surat": made["docx"]}, tmp_path)["surat"]):
        caption = next(left for text, left, _, _, _ in word_boxes(pdf)[0] if text == "QR")
        with pypdfium2.PdfDocument(pdf) as opened:
            pictures = [one for one in opened[0].get_objects() if isinstance(one, pypdfium2.PdfImage)]
            lefts = [one.get_bounds()[0] / 72 * 25.4 for one in pictures]
        assert abs(lefts[-1] - caption) < 0.5


@pytest.mark.exe
def test_equipment_of_several_lines_hangs_under_its_words_in_both_formats(edition: Edition, tmp_path: Path) -> None:
    long = ("1. Kamera", "2. Pengeras suara dengan dua mikrofon tanpa kabel beserta baterai cadangan untuk satu hari")
    sop = edition.sop.kegiatan[0]
    standard = sop.mutu_baku.model_copy(update={"kelengkapan": long})
    activity = sop.model_copy(update={"mutu_baku": standard})
    work = Work(replace(edition, unit=changed(edition.unit, kelengkapan=True)), TEMPLATES)
    made = work.letter_maker.files(work.order_plan(activity, OrderTask((person(1),), DAY, number="1")))
    for pdf in (made["pdf"], office_pdfs({"surat": made["docx"]}, tmp_path)["surat"]):
        (item,) = [(left, top) for text, left, top, _, _ in word_boxes(pdf)[0] if text == "Pengeras"]
        lefts = [left for _, left, top, _, _ in word_boxes(pdf)[0] if 3 < top - item[1] < 10 and left > item[0] - 1]
        assert min(lefts) > item[0]
    assert page_words(made["pdf"]) == page_words(office_pdfs({"surat": made["docx"]}, tmp_path)["surat"])


@pytest.mark.exe
def test_word_and_pdf_begin_their_pages_alike_for_few_and_many(edition: Edition, tmp_path: Path) -> None:
    made: dict[str, dict[str, bytes]] = {}
    for paper in ("F4", "A4"):
        for full in (False, True):
            work = on(paper, edition, full=full)
            for count in (1, 5, 17):
                task = OrderTask(tuple(map(person, range(1, count + 1))), DAY, number="Sprin/1/XII/CONTOH/2026")
                plan = replace(work.order_plan(edition.sop.kegiatan[2], task), seal="kode")
                made[f"{paper}-{full}-{count}"] = dict(work.letter_maker.files(plan))
    printed = office_pdfs({name: one["docx"] for name, one in made.items()}, tmp_path)
    for name, one in made.items():
        assert page_words(one["pdf"]) == page_words(printed[name]), name


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("PENERBITAN SKCK DAN SIM OLEH SPKT (UU 2/2002)", "Penerbitan SKCK dan SIM oleh SPKT (UU 2/2002)"),
        ('PELAYANAN "SATU ATAP" (TERPADU)', 'Pelayanan "Satu Atap" (Terpadu)'),
        ("NEGOSIASI DAN MEDIASI", "Negosiasi dan Mediasi"),
    ],
)
def test_a_title_in_a_sentence_keeps_its_abbreviations_and_small_words(title: str, printed: str) -> None:
    assert title_case(title) == printed


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("SOP Patroli", "Standar Operasional Prosedur Patroli Nomor"),
        ("SPO Identifikasi Pasien", "Standar Prosedur Operasional Identifikasi Pasien Nomor"),
        ("Patroli Sopir", "Standar Operasional Prosedur Patroli Sopir Nomor"),
    ],
)
def test_a_letter_names_its_sop_as_its_title_does(title: str, named: str, sop: Sop) -> None:
    assert sop_as_basis(sop.model_copy(update={"judul": title})).replace("\u00a0", " ").startswith(named)
