"""The identity page: every item stands once, in its order, and no page holds more than it can."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import many

from sopgen.errors import PlanError
from sopgen.model.look.sop import SopLook
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.plan.front.lists import OFFICIAL
from sopgen.plan.measure import text_width
from sopgen.read.load import Edition, load_edition
from sopgen.read.look import load_look

ROOT = Path(__file__).parents[3]
ITEM = "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2021 tentang Polmas"
PAIRS = tuple(zip(OFFICIAL[::2], OFFICIAL[1::2], strict=True))
NAMES = OFFICIAL


@cache
def shipped() -> tuple[Edition, SopLook]:
    edition = load_edition(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")
    return edition, load_look(ROOT / "templates" / "sop", SopLook)


def planned(**items: tuple[str, ...]) -> DocumentPlan:
    edition, look = shipped()
    lists = {name: getattr(edition.sop, name).model_copy(update={"isi": isi}) for name, isi in items.items()}
    return plan_document(edition.sop.model_copy(update=lists), edition.unit, look)


def test_the_shipped_edition_has_one_identity_page() -> None:
    (page,) = planned().identity_pages
    assert [[one.title for one in part] for part in page] == [
        [getattr(shipped()[0].sop, name).judul for name in pair] for pair in PAIRS
    ]


@settings(max_examples=many(40))
@given(st.lists(st.integers(0, 60), min_size=6, max_size=6))
def test_every_item_stands_once_in_its_order_under_one_title(counts: list[int]) -> None:
    wanted = {name: tuple(f"{n}. {ITEM}" for n in range(count)) for name, count in zip(NAMES, counts, strict=True)}
    parts = [part for page in planned(**wanted).identity_pages for part in page]
    found: dict[str, list[str]] = {}
    names = iter(PAIRS)
    for part in parts:
        if part[0].title:
            pair = next(names)
        for name, one in zip(pair, part, strict=True):
            found.setdefault(name, []).extend(one.items)
    assert {name: tuple(items) for name, items in found.items()} == wanted
    assert not any(page == () for page in planned(**wanted).identity_pages[1:])
    assert all(part[0].items or part[1].items or part[0].title for part in parts)


def test_an_item_taller_than_a_page_is_refused_at_its_place() -> None:
    with pytest.raises(PlanError) as refused:
        planned(peringatan=("pendek", "panjang " * 900))
    assert [("TL06", ("peringatan", "isi", 1))] == [(one.code, one.loc) for one in refused.value.refusals]


@pytest.mark.parametrize("number", ["000.8.3.3/07/KEL-CTH/2025", f"000.8.3.3/07/{'KEL-CTH' * 3}/2025"])
def test_a_number_without_blanks_stays_on_its_line(number: str) -> None:
    edition, look = shipped()
    identity = edition.sop.identitas
    named = identity.model_copy(update={"nomor_sop": identity.nomor_sop.model_copy(update={"nilai": number})})
    pages = edition.sop.halaman.model_copy(
        update={"dokumen": edition.sop.halaman.dokumen.model_copy(update={"kertas": "A4"})}
    )
    sop = edition.sop.model_copy(update={"identitas": named, "halaman": pages})
    plan = plan_document(sop, edition.unit, look)
    assert plan.identity_columns[3] > text_width(number, look.identitas.ukuran)
    assert sum(plan.identity_columns) == pytest.approx(plan.upright.text_width)


def test_columns_without_such_a_number_are_those_of_the_look() -> None:
    width = shipped()[1].identitas.kolom
    assert planned().identity_columns[:3] == (width.kop, width.label, width.titik_dua)
