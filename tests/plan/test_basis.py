from datetime import date
from pathlib import Path

import pytest

from sopgen.model.law.regulation import Regulation, Regulations
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.basis import order_ground
from sopgen.read.load import Edition

NEW = "Peraturan Kepolisian Negara Republik Indonesia Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat"


def names(cited: tuple[str, ...], words: str) -> int:
    return sum(words in entry for entry in cited)


@pytest.mark.parametrize(
    ("day", "left_out"),
    [
        (date(2014, 12, 31), []),
        (date(2015, 6, 1), []),  # the day in 2015 on which it was replaced is not known
        (date(2019, 10, 1), ["perkap-7-2008"]),
        (date(2026, 12, 1), ["perkap-7-2008", "perkap-23-2010", "perkap-3-2015"]),
        (None, ["perkap-7-2008", "perkap-23-2010", "perkap-3-2015"]),
    ],
)
def test_an_order_leaves_out_what_was_revoked_on_its_day(
    day: date | None, left_out: list[str], edition: Edition
) -> None:
    found = order_ground(edition.sop, edition.unit, edition.regulations, day)
    assert left_out == [law.id for law in found.left_out]
    assert 7 - len(left_out) == len(found.cited)


def test_what_the_spec_insists_on_stays(edition: Edition) -> None:
    kept = edition.sop.dasar_hukum.model_copy(update={"tetap_dikutip": ("Peraturan Kapolri Nomor 3 Tahun 2015",)})
    sop = edition.sop.model_copy(update={"dasar_hukum": kept})
    found = order_ground(sop, edition.unit, edition.regulations, date(2026, 12, 1))
    assert 1 == names(found.cited, "Perkap nomor 3 thn 2015")


def test_what_the_unit_adds_stands_once_however_it_is_written(sop: Sop, unit: Unit, edition: Edition) -> None:
    added = unit.surat_perintah.model_copy(update={"dasar": (NEW, "Permenpan RB Nomor 35 Tahun 2012", NEW)})
    found = order_ground(
        sop, unit.model_copy(update={"surat_perintah": added}), edition.regulations, date(2026, 12, 1)
    )
    assert 1 == names(found.cited, "Nomor 1 Tahun 2021")
    assert 1 == names(found.cited, "35")


def test_a_ring_of_successors_ends() -> None:
    told = {"status": "dicabut", "sejak_tahun": "2001", "sumber": "contoh", "kepastian": "M"}
    ring = [
        Regulation.model_validate(
            {"id": f"p{n}", "sebutan": f"UU {n}/2000", "diganti_oleh": f"UU {3 - n}/2000"} | told
        )
        for n in (1, 2)
    ]
    assert Regulations(tuple(ring)).successor(ring[0], None) is not None


def test_every_shipped_law_is_read_and_every_successor_is_known(edition: Edition) -> None:
    laws = edition.regulations.known
    assert all(law.citation for law in laws)
    assert len(laws) == len({law.citation.key for law in laws if law.citation})
    assert all(edition.regulations.cited(law.diganti_oleh) for law in laws if law.diganti_oleh)


def test_a_unit_s_own_laws_come_before_the_shipped_ones(tmp_path: Path) -> None:
    from sopgen.read.load import regulations_path

    shipped = regulations_path(tmp_path / "satuan.yaml")
    (tmp_path / "peraturan.yaml").write_text("peraturan: []\n", encoding="utf-8")
    assert shipped != regulations_path(tmp_path / "satuan.yaml") == tmp_path / "peraturan.yaml"
