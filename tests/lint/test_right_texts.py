"""No mend touches a right text: laws in every official form, the annex's examples, sentences near to faults."""

from pathlib import Path

from tests.lint.edits import LAWS, TODAY, subject
from tests.lint.right_texts import ANNEX, SENTENCES, laws

from sopgen.jobs.check import weigh
from sopgen.jobs.edit.fix import mend
from sopgen.lint.book import RULES
from sopgen.lint.registry import Finding, Loc, Reorder, findings
from sopgen.read.load import load_edition

ROOT = Path(__file__).parents[2]
BASIS: Loc = ("dasar_hukum", "isi")
# What a list of laws as such is asked.
OF_LISTS = {"LB02", "LB13", "LG10"}


def mends(texts: list[str], loc: Loc) -> list[tuple[str, Finding]]:
    found = findings(subject({loc: texts, ("status",): "draf"}))
    return [(entry.code, one) for entry, one in found if one.mend and entry.code not in OF_LISTS]


def test_no_mend_touches_a_law_in_an_official_form() -> None:
    cited = list(dict.fromkeys(laws()))
    assert len(cited) >= 300
    assert [] == mends(cited, BASIS)
    assert [] == mends(list(ANNEX), BASIS)


def test_no_mend_puts_a_single_law_or_the_table_in_its_order_anew() -> None:
    found = findings(subject({BASIS: list(ANNEX)[:1]}), [RULES["LB02"]])
    assert [] == [one for _, one in found if isinstance(one.mend, Reorder)]


def test_no_mend_touches_a_right_sentence_wherever_it_stands() -> None:
    for loc in (("peringatan", "isi"), ("kualifikasi_pelaksana", "isi"), ("kegiatan", 0, "tujuan", "isi")):
        assert [] == mends(list(SENTENCES), loc)


def test_no_mend_touches_the_title_of_a_law_in_a_sentence() -> None:
    assert [] == mends([f"Berpedoman pada {law.name}" for law in LAWS], ("peringatan", "isi"))


def test_no_mend_is_left_in_the_example_and_the_draft() -> None:
    for path in ("mediasi/contoh.yaml", "fkpm/2026-draf.yaml"):
        edition = load_edition(ROOT / "spec" / "sop" / path)
        assert [] == [one.finding for one in weigh(edition, TODAY).found if one.finding.mend]
        assert () == mend(edition).changes
