"""The flow table stands in two Typst templates, since a template reads nothing outside its folder: it is the same."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "templates"
# What the annex of a prose SOP calls otherwise: its data lie under `l`, its look with them.
NAMES = (
    *((f"d.{name}", f"l.{name}") for name in ("pelaksana", "kepala.", "kepala_tambahan", "kolom", "tinggi_kepala")),
    *((f"d.{name}", f"l.{name}") for name in ("gambar_bagan", "ukuran_huruf", "lembar_langkah", "lembar")),
    ("rupa.", "l.rupa."),
)


def as_annex(sop: str) -> str:
    """Return the flow table of the official document's template as the annex has it."""
    table = sop[sop.index("#let jumlah = ") :].rstrip()
    for one, other in NAMES:
        table = table.replace(one, other)
    return re.sub(r"^(?=.)", "  ", re.sub(r"^#", "", table, flags=re.MULTILINE), flags=re.MULTILINE)


def test_the_flow_table_of_the_annex_is_that_of_the_official_document() -> None:
    sop, prose = ((TEMPLATES / name / f"{name}.typ").read_text("utf-8") for name in ("sop", "naskah-sop"))
    assert as_annex(sop) in prose
