"""A prose SOP is signed, and proved, as any other."""

from pathlib import Path

import pytest
import yaml
from tests.jobs.office import Office, approved, signed, verify

from sopgen.jobs.build import build
from sopgen.model.sections import STANDARD

ROOT = Path(__file__).parents[3]


@pytest.fixture
def prose(office: Office) -> Office:
    """An office whose edition has chapters in the place of the lists."""
    data = yaml.load(office.spec.read_text("utf-8"), yaml.CSafeLoader)
    text = {name: value for name, value in data.items() if name not in {"sampul", *STANDARD} - {"dasar_hukum"}}
    text |= {
        "judul_naskah": ["STANDAR OPERASIONAL PROSEDUR", "TENTANG", "CONTOH CETAKAN"],
        "bab": [
            {"judul": "PENDAHULUAN", "isi": ["Umum.", {"judul": "Dasar", "daftar": "dasar_hukum"}]},
            {"judul": "PENUTUP", "isi": ["Demikian standar operasional prosedur ini dibuat."]},
        ],
    }
    office.record.unlink()
    office.spec.write_text(yaml.safe_dump(text, allow_unicode=True, sort_keys=False), encoding="utf-8")
    approved(office.spec)
    build(office.spec, office.folder / "build", templates=ROOT / "templates")
    return office


@pytest.mark.exe
def test_a_prose_sop_is_signed_above_the_printed_name_and_proved(prose: Office, keys: dict[str, Path]) -> None:
    signed(prose.build / "sop.pdf", "--p12", keys["pengesah"])
    signed(prose.build / "sop.docx", "--p12", keys["pengesah"])
    for name in ("sop.pdf", "sop.docx"):
        said = verify(prose.archive / name)
        assert 0 == said.exit_code, said.output
        assert f"holds: edition contoh-2026: {name} as it is made anew from the spec" in said.output
        assert "holds: signature 1: Personel Contoh 1" in said.output
        assert ("what a signature shows on page 1" in said.output) == (name == "sop.pdf")
