"""Tracked changes: accepting all gives the new document, rejecting all the old one.

So says a program of our own, from the standard (tests/render/tracked.py), and so does LibreOffice.
"""

import copy
import json
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree
from tests.compare.edits import edited, with_
from tests.documents import docx_part, pdf_pages
from tests.finish.office import ACCEPT, REJECT, SHOW, printed
from tests.finish.tracked import body_of, settled

from sopgen.errors import TemplateError
from sopgen.finish.redline.document import track
from sopgen.jobs.charts.cache import ChartCache
from sopgen.jobs.compare.editions import Comparison, tracked
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.model.sop import Sop
from sopgen.read.load import load_edition

ROOT = Path(__file__).parents[3]
FKPM = load_edition(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")
MEDIASI = load_edition(ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml")
DAY = date(2026, 1, 2)
BIN = Path(sys.executable).parent
SHAPE = "/wps:txbx/w:txbxContent/"


def listed(sop: Sop, path: str) -> list[Any]:
    data: Any = sop.model_dump(mode="json")
    for key in path.split("."):
        data = data[int(key)] if isinstance(data, list) else data[key]
    assert isinstance(data, list)
    return data


def inserted(sop: Sop, path: str, place: int, item: object) -> Sop:
    items = listed(sop, path)
    items.insert(place, item)
    return with_(sop, path, items)


def without(sop: Sop, path: str, place: int) -> Sop:
    items = listed(sop, path)
    del items[place]
    return with_(sop, path, items)


def activity(sop: Sop, name: str) -> dict[str, Any]:
    return {**sop.kegiatan[2].model_dump(mode="json"), "id": name, "judul": f"{name}. PENYULUHAN"}


CASES: dict[str, Callable[[Sop], Sop]] = {
    "a word": lambda sop: with_(sop, "dasar_hukum.isi.3", "Perkap Nomor 3 Tahun 2015 tentang pemolisian masyarakat"),
    "a word in the table": lambda sop: with_(sop, "kegiatan.1.tujuan.isi.1", "Memberikan rasa aman kepada warga"),
    "an item in the middle": lambda sop: inserted(sop, "peralatan.isi", 2, "Pengeras suara"),
    "an item at the end": lambda sop: inserted(sop, "pencatatan.isi", 2, "Daftar hadir"),
    "two items less": lambda sop: without(without(sop, "pencatatan.isi", 1), "dasar_hukum.isi", 1),
    "an activity more": lambda sop: inserted(sop, "kegiatan", 3, activity(sop, "D")),
    "two activities more": lambda sop: inserted(
        inserted(sop, "kegiatan", 0, activity(sop, "D")), "kegiatan", 4, activity(sop, "E")
    ),
    "an activity less": lambda sop: without(sop, "kegiatan", 1),
    "a step's text": lambda sop: with_(sop, "kegiatan.0.alur.2.uraian", "Menelaah laporan"),
    "a role's name": lambda sop: with_(sop, "pelaksana.1.label", "KBO Satbinmas"),
    "a role more": lambda sop: inserted(sop, "pelaksana", 5, {"id": "bhabin", "label": "Bhabinkamtibmas"}),
    "another paper": lambda sop: with_(sop, "halaman.tabel.kertas", "A4"),
    "another SOP": lambda _: MEDIASI.sop,
}
# LibreOffice keeps the new page size, and headers are no part of what is tracked.
NOT_BY_OFFICE = {"another paper"}


@dataclass(frozen=True)
class Made:
    """The official documents of all cases, and what is tracked between each and the 2019 edition, both ways."""

    official: Callable[[Sop], bytes]
    old: bytes
    new: dict[str, bytes]

    def pairs(self, name: str) -> tuple[tuple[bytes, bytes], tuple[bytes, bytes]]:
        return (self.old, self.new[name]), (self.new[name], self.old)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    drawings = ChartCache(tmp_path_factory.mktemp("gambar"))

    def official(sop: Sop) -> bytes:
        return next(document(Work(replace(FKPM, sop=sop), ROOT / "templates", drawings=drawings)))[1]

    return Made(official, official(FKPM.sop), {name: official(edit(FKPM.sop)) for name, edit in CASES.items()})


def redline(old: bytes, new: bytes) -> bytes:
    return track(old, new, author="Satuan Contoh", dated=DAY, day=DAY)


def assert_settles(old: bytes, new: bytes) -> None:
    changed = redline(old, new)
    assert body_of(new) == settled(changed, accept=True)
    assert body_of(old) == settled(changed, accept=False)


@pytest.mark.parametrize("name", CASES)
def test_all_accepted_is_the_new_document_and_all_rejected_the_old(name: str, made: Made) -> None:
    for old, new in made.pairs(name):
        assert_settles(old, new)


@pytest.mark.parametrize("seed", range(5))
def test_so_it_is_after_any_edits(seed: int, made: Made) -> None:
    assert_settles(made.old, made.official(edited(FKPM.sop, seed, 8)))


def test_the_same_document_has_no_changes(made: Made) -> None:
    assert [] == marks(redline(made.old, made.old))


def text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def marks(docx: bytes) -> list[etree._Element]:
    return [one for one in docx_part(docx).iter(etree.Element) if one.get(qn("w:author")) is not None]


def test_a_changed_word_is_one_deletion_and_one_insertion(made: Made) -> None:
    changed = docx_part(redline(made.old, made.new["a word"]))
    assert ["nomor", "thn"] == [text(one) for one in changed.iter(qn("w:del"))]
    assert ["Nomor", "Tahun"] == [text(one) for one in changed.iter(qn("w:ins"))]


def test_an_item_that_came_leaves_the_others_alone(made: Made) -> None:
    changed = docx_part(redline(made.old, made.new["an item in the middle"]))
    runs = [one for one in changed.iter(qn("w:ins")) if len(one)]
    assert ["-Pengeras suara"] == [text(one) for one in runs]
    assert [] == list(changed.iter(qn("w:del")))


def test_words_and_labels_change_in_their_cells_and_no_row_of_the_flow_table_is_replaced(made: Made) -> None:
    """A row has an exact height: where what went and what came have no room in it, it grows."""
    step = with_(
        MEDIASI.sop, "kegiatan.0.alur.2.uraian", "Meneliti laporan informasi serta kelengkapan data para pihak"
    )
    time = with_(MEDIASI.sop, "kegiatan.0.alur.8.mutu_baku.waktu.nilai", 20)
    pairs = {
        "step": (made.new["another SOP"], made.official(step)),
        "time": (made.new["another SOP"], made.official(time)),
        "label": (made.old, made.new["a step's text"]),
    }
    rows, grown = {}, {}
    for name, (old, new) in pairs.items():
        changed = docx_part(redline(old, new))
        ways = (changed.findall(f".//{qn('w:trPr')}/{qn(f'w:{way}')}") for way in ("del", "ins"))
        rows[name] = [len(found) for found in ways]
        grown[name] = len(changed.findall(f".//{qn('w:trPr')}/{qn('w:trPrChange')}"))
    assert {"step": [0, 0], "time": [0, 0], "label": [0, 0]} == rows
    assert {"step": 0, "time": 0, "label": 1} == grown


def test_marks_have_numbers_of_their_own_and_the_author_and_day_of_the_edition(made: Made) -> None:
    found = marks(redline(made.old, made.new["another SOP"]))
    assert len({one.get(qn("w:id")) for one in found}) == len(found)
    assert {("Satuan Contoh", "2026-01-02T00:00:00Z")} == {
        (one.get(qn("w:author")), one.get(qn("w:date"))) for one in found
    }


def test_the_command_takes_author_and_day_from_the_spec_and_makes_the_same_bytes() -> None:
    sop = with_(CASES["a step's text"](FKPM.sop), "identitas.tanggal_revisi.nilai", "2026-02-03")
    sop = with_(sop, "identitas.nomor_sop.nilai", "SOP / 01 / II / 2026")
    new = replace(FKPM, sop=with_(sop, "identitas.tanggal_efektif.nilai", "2026-03-01"))
    first, second = (tracked(Comparison(FKPM, new, ROOT / "templates")) for _ in range(2))
    assert first == second
    assert {("SATBINMAS POLRES GORONTALO KOTA", "2026-02-03T00:00:00Z")} == {
        (one.get(qn("w:author")), one.get(qn("w:date"))) for one in marks(first)
    }


def test_drawings_of_both_have_numbers_of_their_own_and_their_pictures(made: Made) -> None:
    for old, new in made.pairs("another SOP"):
        changed = Document(BytesIO(redline(old, new)))
        body = changed.element.body
        for fallback in body.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"):
            assert all(one.get(qn("r:embed")) in changed.part.rels for one in fallback.iter(qn("a:blip")))
        numbers = [one.get("id") for one in body.iter("{*}docPr", "{*}cNvPr")]
        assert len(set(numbers)) == len(numbers)


def faults(docx: Path) -> list[str]:
    """Return what the checkers say, but for one thing.

    ooxml-integrity wants the words in the shapes of a deleted drawing to be deleted text. They are a text of their
    own that goes with the run that holds it (ISO/IEC 29500-1, 17.13.5.14); as deleted text, LibreOffice drops them
    when the deletion is rejected.
    """
    audit = [str(BIN / "openxml-audit"), "--format", "office2019", "--max-errors", "0", str(docx)]
    done = subprocess.run(audit, capture_output=True, text=True, check=False)
    found = [done.stdout] if done.returncode else []
    told = subprocess.run([BIN / "ooxml-integrity", "check", "--json", docx], capture_output=True, check=False)
    told_findings = [one for file in json.loads(told.stdout)["files"] for one in file["findings"]]
    return found + [str(one) for one in told_findings if (one["code"], SHAPE in one["where"]) != ("REV002", True)]


@pytest.mark.parametrize("name", ["two activities more", "two items less", "another SOP", "another paper"])
def test_a_redline_is_sound_for_the_checkers(name: str, made: Made, tmp_path: Path) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(made.old, made.new[name]))
    assert [] == faults(path)


@pytest.mark.exe
def test_libreoffice_accepts_and_rejects_to_the_words_of_the_two(made: Made, tmp_path: Path) -> None:
    """Page by page; an empty page is none: LibreOffice leaves one where a page of the flow table is rejected."""
    jobs = {("old", SHOW): made.old} | {(name, SHOW): made.new[name] for name in CASES if name not in NOT_BY_OFFICE}
    for name in CASES.keys() - NOT_BY_OFFICE:
        jobs |= {(name, way): redline(made.old, made.new[name]) for way in (ACCEPT, REJECT)}
    pages = {key: words(pdf) for key, pdf in printed(jobs, tmp_path).items()}
    for name in CASES.keys() - NOT_BY_OFFICE:
        assert pages[name, SHOW] == pages[name, ACCEPT], name
        assert pages["old", SHOW] == pages[name, REJECT], name


def words(pdf: bytes) -> list[list[str]]:
    """Return the words of each page without its head: the number, and the mark of a draft."""
    pages = [page.replace("CONTOH - DRAF - BUKAN SOP YANG BERLAKU", "").split() for page in pdf_pages(pdf)]
    for number, page in enumerate(pages, 1):
        if number > 1:
            page.remove(str(number))
    return [sorted(page) for page in pages if page]


def sample(chance: random.Random) -> Any:
    """Return a small document of paragraphs and tables, nested ones too, as no template of ours has it."""
    sample_ = Document()
    body = sample_.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    for _ in range(chance.randint(0, 4)):
        fill(sample_, chance)
        if chance.random() < 0.5:
            table(sample_, chance, depth=1)
    fill(sample_, chance)
    return sample_


TEXTS = ("", "satu", "satu dua tiga", "dua tiga empat lima", "satu dua empat", "tiga\tempat", "lima. enam, tujuh")


def fill(holder: Any, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        paragraph = holder.add_paragraph()
        for text in chance.sample(TEXTS, chance.randint(0, 2)):
            paragraph.add_run(text).bold = chance.choice([None, True])
        paragraph.paragraph_format.page_break_before = chance.choice([None, None, True])
        if chance.random() < 0.2:
            paragraph.paragraph_format.left_indent = Mm(5)


def table(holder: Any, chance: random.Random, *, depth: int) -> None:
    columns = chance.choice([2, 2, 3])
    made_ = holder.add_table(0, columns)
    for _ in range(chance.randint(1, 3)):
        row = made_.add_row()
        if chance.random() < 0.4:
            row.height, row.height_rule = Mm(chance.choice([5, 30])), WD_ROW_HEIGHT_RULE.EXACTLY
        for cell in row.cells:
            cell._tc.remove(cell.paragraphs[0]._p)
            if depth and chance.random() < 0.15:
                table(cell, chance, depth=0)
            fill(cell, chance)


def saved(docx: Any) -> bytes:
    out = BytesIO()
    docx.save(out)
    return out.getvalue()


@pytest.mark.parametrize("seed", range(24))
def test_so_it_is_with_any_documents(seed: int) -> None:
    chance = random.Random(seed)
    one = sample(chance)
    other = sample(chance) if seed % 2 else shuffled(one, chance)
    assert_settles(saved(one), saved(other))
    assert_settles(saved(other), saved(one))


def shuffled(docx: Any, chance: random.Random) -> Any:
    """Return a document with some paragraphs and rows of another taken away, doubled or reworded."""
    other = Document(BytesIO(saved(docx)))
    for element in list(other.element.body.iter(qn("w:p"), qn("w:tr"))):
        twins = [one for one in element.getparent() if one.tag == element.tag]
        if (
            chance.random() < 0.2
            and len(twins) > 1
            and element.getnext() is not None
            and element.getnext().tag == element.tag
        ):
            element.getparent().remove(element)
        elif chance.random() < 0.2:
            element.addnext(copy.deepcopy(element))
    for text in other.element.body.iter(qn("w:t")):
        if chance.random() < 0.2:
            text.text = chance.choice(TEXTS[1:-2])
    return other


def test_what_can_not_be_tracked_is_refused_by_name() -> None:
    docs = []
    for name in ("satu", "dua"):
        docx = Document()
        paragraph = docx.add_paragraph("Lihat ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f"REF {name}")
        paragraph._p.append(field)
        docs.append(saved(docx))
    with pytest.raises(TemplateError, match="fldSimple"):
        redline(*docs)


def test_what_word_leaves_in_a_template_is_no_change() -> None:
    docs = []
    for n in range(2):
        docx = Document()
        paragraph = docx.add_paragraph("Kata")
        for name, ends in (("w:bookmarkStart", {"w:id": "7", "w:name": "_GoBack"}), ("w:bookmarkEnd", {"w:id": "7"})):
            mark = OxmlElement(name)
            for key, value in ends.items():
                mark.set(qn(key), value)
            if n:
                paragraph._p.append(mark)
        docs.append(saved(docx))
    assert [] == marks(redline(*docs))
