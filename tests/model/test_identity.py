from datetime import date

import pytest

from sopgen.model.identity import Cover
from sopgen.model.sop import Sop

MADE, REVISED = date(2019, 9, 3), date(2026, 3, 2)


@pytest.mark.parametrize(
    ("number", "revised", "finished"),
    [(None, None, MADE), (0, None, MADE), (2, None, None), (2, REVISED, REVISED), (None, REVISED, REVISED)],
)
def test_an_edition_was_finished_when_it_was_revised_or_else_made(
    sop: Sop, number: int | None, revised: date | None, finished: date | None
) -> None:
    identity = sop.identitas
    day = identity.tanggal_revisi.model_copy(update={"nilai": revised})
    assert finished == identity.model_copy(update={"nomor_revisi": number, "tanggal_revisi": day}).finished


def test_outputs_of_a_revision_that_is_still_open_bear_the_year_of_its_edition_and_no_former_date(sop: Sop) -> None:
    none = {"nilai": None}
    identity = sop.identitas.model_copy(
        update={"nomor_revisi": 2, "tanggal_efektif": sop.identitas.tanggal_efektif.model_copy(update=none)}
    )
    cover = Cover(judul=("SOP",), tahun="2027", instansi=("SATUAN",))
    undated = cover.model_copy(update={"tahun": "TAHUN 9999"})
    for edition, sampul, year in (
        ("2026", None, 2026),
        ("2026", cover, 2026),
        ("uji", cover, 2027),
        ("uji", None, 2000),
        ("9999", undated, 2000),
    ):
        draft = sop.model_copy(update={"identitas": identity, "edisi": edition, "sampul": sampul})
        assert date(year, 1, 1) == draft.day
