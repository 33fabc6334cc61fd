"""What a person can ask for, asked of an SOP in prose."""

import json
from pathlib import Path

import docx
import pytest
from tests.documents import pdf_pages
from tests.jobs.folder import REVIEWER
from tests.jobs.office import run

ROOT = Path(__file__).parents[2]
SPEC = Path("spec/sop/penjagaan/2026.yaml")
OFFICIAL = """pejabat:
  - {id: kasat, jabatan: KASAT SAMAPTA, nama: Personel Contoh 2, pangkat: AJUN KOMISARIS POLISI, nrp: "00000002"}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the example as an SOP of its own, in force from a day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.delenv("CI", raising=False)
    example = ROOT / "spec" / "contoh" / "naskah-penjagaan"
    SPEC.parent.mkdir(parents=True)
    text = (example / "sop.yaml").read_text("utf-8").replace("contoh: true\n", "")
    dated = text.replace("edisi: contoh", "edisi: '2026'").replace(
        "Tanggal efektif, nilai: null", "Tanggal efektif, nilai: 2026-12-01"
    )
    SPEC.write_text(dated.replace("2026-11-27", "2026-11-20"), "utf-8")
    unit = (example / "satuan.yaml").read_text("utf-8")
    Path("spec/satuan.yaml").write_text(unit + OFFICIAL, "utf-8")
    return tmp_path


def done(*words: str | Path) -> str:
    made = run(*words)
    assert 0 == made.exit_code, made.output
    return made.output


def test_it_is_checked_built_and_the_same_each_time(folder: Path) -> None:
    assert "0 errors" in done("check", SPEC)
    done("build", SPEC, "--out", "satu")
    done("build", SPEC, "--out", "dua")
    names = {path.relative_to(folder / "satu") for path in (folder / "satu").rglob("*") if path.is_file()}
    assert {"sop.docx", "sop.pdf", "manifest.json", "monitoring.docx"} <= {path.name for path in names}
    assert all((folder / "satu" / name).read_bytes() == (folder / "dua" / name).read_bytes() for name in names)


def test_without_activities_charts_and_orders_are_refused_and_its_chapters_are_monitored(folder: Path) -> None:
    for asked in (("chart",), ("form",), ("form", "--form", "notulen")):
        made = run(asked[0], SPEC, *asked[1:])
        assert 1 == made.exit_code
        assert "the SOP has no activities" in made.output
    done("form", SPEC, "--form", "monitoring", "--out", "formulir")
    words = " ".join(pdf_pages((folder / "formulir" / "monitoring.pdf").read_bytes())[0].split())
    assert "II. PENGGOLONGAN DAN SUSUNAN REGU JAGA" in words


@pytest.mark.usefixtures("folder")
def test_the_next_edition_is_begun_compared_and_corrected() -> None:
    done("revise", SPEC, "--edition", "2027")
    (new,) = SPEC.parent.glob("2027*.yaml")
    text = new.read_text("utf-8").replace(
        "paling sedikit 6 (enam) orang anggota", "paling sedikit 8 (delapan) orang anggota"
    )
    new.write_text(text.replace("Buku mutasi adalah buku", "Buku mutasi ialah personil buku"), "utf-8")
    told = json.loads(done("diff", SPEC, new, "--to", "json"))
    texts = [one["new"] for one in told["changes"]]
    assert "paling sedikit 8 (delapan) orang anggota." in texts
    parts = [one["part"] for one in told["changes"]]
    assert "Bab PENGGOLONGAN DAN SUSUNAN REGU JAGA, butir 2, butir 1, butir 3" in parts
    done("diff", SPEC, new, "--redline", "beda.docx", "--to", "docx", "--out", "matriks.docx")
    marked = docx.Document("beda.docx").element.body
    assert [one for one in marked.iter("{*}ins") if "delapan" in "".join(one.itertext())]
    done("fix", new)
    assert "personel buku" in new.read_text("utf-8")


def test_it_is_approved_as_it_stands_and_an_edit_voids_that(folder: Path) -> None:
    done("build", SPEC)
    done("approve", SPEC, "--to", "ditinjau", "--date", "2026-11-21", *REVIEWER)
    done("approve", SPEC, "--to", "siap_ditandatangani", "--date", "2026-11-22", "--by", "pengesah")
    done("build", SPEC)
    assert "DRAF" not in pdf_pages((folder / "build" / "penjagaan-2026" / "sop.pdf").read_bytes())[0]
    SPEC.write_text(SPEC.read_text("utf-8").replace("6 (enam)", "7 (tujuh)"), "utf-8")
    assert "holds no more, changed since: bab" in run("check", SPEC).output
