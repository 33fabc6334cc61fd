"""A decree before its SOP, which is its annex: with a cover, without one, before another form of the head."""

from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from tests.documents import docx_lines, office_pdfs, page_words, pdf_pages
from tests.looks import SOP_LOOK

from sopgen.jobs.build import build
from sopgen.plan.contract.boxes import GAP
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.read.load import load_edition
from sopgen.read.source import parse
from sopgen.workspace import start

DECREE = {
    "judul": ["KEPUTUSAN KEPALA KEPOLISIAN RESOR CONTOH"],
    "nomor": "Kep/01/VIII/2026",
    "tentang": "STANDAR OPERASIONAL PROSEDUR",
    "jabatan": "KEPALA KEPOLISIAN RESOR CONTOH,",
    "menimbang": ["bahwa pelayanan perlu seragam;", "bahwa perlu ditetapkan keputusan;"],
    "mengingat": [{"peraturan": "uu-2-2002"}, "Peraturan Contoh Nomor 1 Tahun 2020 tentang Contoh"],
    "menetapkan": "KEPUTUSAN TENTANG STANDAR OPERASIONAL PROSEDUR.",
    "isi": ["Standar operasional prosedur tercantum dalam lampiran.", "Keputusan ini mulai berlaku hari ini."],
    "tempat": "Contoh",
    "tanggal": "2026-08-03",
    "tembusan": ["Kapolda Contoh"],
}
# What is other than in a sample: left out, and given.
CASES: dict[str, tuple[str, list[str], dict[str, Any]]] = {
    "a cover": ("permenpan", [], {}),
    "no cover": ("permenpan", ["sampul", "daftar_isi", "penjelasan"], {}),
    "no cover but contents": ("permenpan", ["sampul"], {"bentuk": "peraturan"}),
    "a controlled document": ("kendali", [], {"memperhatikan": ["hasil rapat"]}),
    "a long one": ("puskesmas", [], {"menimbang": [f"bahwa {'perlu ' * 60}{n};" for n in range(14)]}),
}


@dataclass(frozen=True)
class Made:
    """An SOP with a decree: its plan, and both formats."""

    plan: DocumentPlan
    docx: bytes
    pdfs: dict[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    found = {}
    for name, (sample, without, others) in CASES.items():
        folder = tmp_path_factory.mktemp("keputusan") / "kerja"
        start(folder, sample)
        (spec,) = (folder / "spec" / "sop").glob("*/*.yaml")
        data: Any = {**parse(spec).data, "keputusan": {**DECREE, **others}}  # type: ignore[dict-item]
        kept = {key: value for key, value in data.items() if key not in without}
        spec.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), "utf-8")
        built = build(spec, folder / "build", templates=folder / "templates")
        edition = load_edition(spec)
        plan = plan_document(edition.sop, edition.unit, SOP_LOOK)
        found[name] = Made(plan, (built / "sop.docx").read_bytes(), {"pdf": (built / "sop.pdf").read_bytes()})
    office = office_pdfs(
        {name.replace(" ", "-"): one.docx for name, one in found.items()}, tmp_path_factory.mktemp("c")
    )
    for name, one in found.items():
        one.pdfs["docx"] = office[name.replace(" ", "-")]
    return found


@pytest.mark.exe
@pytest.mark.parametrize("name", CASES)
def test_both_formats_have_the_pages_of_the_plan_and_the_same_words(name: str, made: dict[str, Made]) -> None:
    one = made[name]
    assert one.plan.page_count == len(pdf_pages(one.pdfs["pdf"])) == len(pdf_pages(one.pdfs["docx"]))
    front = one.plan.page_count - len(one.plan.steps)
    assert page_words(one.pdfs["pdf"])[:front] == page_words(one.pdfs["docx"])[:front]
    assert len(one.plan.decree) == (2 if name == "a long one" else 1)


@pytest.mark.exe
@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("name", CASES)
def test_the_decree_is_whole_and_the_page_behind_it_says_whose_annex_it_is(
    name: str, kind: str, made: dict[str, Made]
) -> None:
    pages = [" ".join(page.split()) for page in pdf_pages(made[name].pdfs[kind])]
    count = len(made[name].plan.decree)
    act = " ".join(pages[:count])
    assert "Undang-Undang Nomor 2 Tahun 2002" in act
    for words in ("Menimbang", "Mengingat", "MEMUTUSKAN:", "Menetapkan", "Ditetapkan di Contoh", "3 Agustus 2026"):
        assert words in act
    assert ("Pasal 2" if name == "no cover but contents" else "KEDUA") in act
    assert ("Memperhatikan" in act) == (name == "a controlled document")
    assert "LAMPIRAN KEPUTUSAN KEPALA KEPOLISIAN RESOR" in pages[count]
    assert ["LAMPIRAN" in page for page in pages].count(True) == 1


@pytest.mark.parametrize("name", CASES)
def test_no_page_holds_more_than_it_can(name: str, made: dict[str, Made]) -> None:
    plan = made[name].plan
    for sheet in (*plan.decree, *plan.opening, *plan.front):
        assert sum(table.height + GAP for table in sheet) <= plan.upright.text_height


def test_the_signature_stands_with_the_last_order(made: dict[str, Made]) -> None:
    last = made["a long one"].plan.decree[-1]
    words = [line.text for table in last for *_, cell in table.placed for line in cell.lines]
    assert words.index("KEDUA") < words.index("Ditetapkan di Contoh")
    assert "Kapolda Contoh" in " ".join(docx_lines(made["a long one"].docx))
