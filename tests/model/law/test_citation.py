import pytest

from sopgen.model.law.citation import read_citation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Perkap nomor 3 thn 2015 tentang pemolisian masyarakat", "Peraturan Kapolri Nomor 3 Tahun 2015"),
        (
            "Peraturan Kepala Kepolisian Negara Republik Indonesia nomor 7 tahun 2008",
            "Peraturan Kapolri Nomor 7 Tahun 2008",
        ),
        ("PERKAP NO. 7 TH. 2008", "Peraturan Kapolri Nomor 7 Tahun 2008"),
        ("Perkap 7/2008", "Peraturan Kapolri Nomor 7 Tahun 2008"),
        ("Undang-undang Nomor 2 Tahun 2002 tentang x", "Undang-Undang Nomor 2 Tahun 2002"),
        ("UU No 11 Tahun 2008", "Undang-Undang Nomor 11 Tahun 2008"),
        ("Perpol 1/2021", "Peraturan Kepolisian Negara Republik Indonesia Nomor 1 Tahun 2021"),
        (
            "Permenpan Nomor 35 Tahun 2012",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012",
        ),
        (
            "Surat Keputusan Kapolri no.pol : Skep/431/VII/2006 tanggal 01 Juni 2006",
            "Surat Keputusan Kapolri No. Pol.: Skep/431/VII/2006",
        ),
        ("Skep/433/VII/2006", "Surat Keputusan Kapolri No. Pol.: Skep/433/VII/2006"),
        ("Per/21/M.PAN/11/2008", "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor 21 Tahun 2008"),
    ],
)
def test_a_law_is_known_however_it_is_written(text: str, name: str) -> None:
    found = read_citation(text)
    assert found is not None
    assert name == found.name


@pytest.mark.parametrize(
    "text", ["", "SOP F K P M", "Undang-Undang Dasar 1945", "surat nomor 5 tahun 2020", "Per/1/X/2003"]
)
def test_what_names_no_law_is_none(text: str) -> None:
    assert read_citation(text) is None


def test_title_and_date_are_told_apart() -> None:
    found = read_citation(
        "Peraturan Kapolri nomor 23 tahun 2010 tanggal 30 September 2010 tentang susunan organisasi ."
    )
    assert found is not None
    assert ("30 September 2010", "susunan organisasi") == (found.date, found.title)
