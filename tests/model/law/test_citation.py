import pytest

from sopgen.model.law.citation import read_citation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Perkap nomor 3 thn 2015 tentang pemolisian masyarakat",
            "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015",
        ),
        (
            "Peraturan Kepala Kepolisian Negara Republik Indonesia nomor 7 tahun 2008",
            "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2008",
        ),
        ("PERKAP NO. 7 TH. 2008", "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2008"),
        ("Perkap 7/2008", "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2008"),
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peraturan Kepala Kepolisian Daerah Gorontalo Nomor 3 Tahun 2015", "Perkap Nomor 3 Tahun 2015"),
        ("Peraturan Kapolda Gorontalo Nomor 3 Tahun 2015", "Peraturan Kapolda Sulawesi Utara Nomor 3 Tahun 2015"),
        ("Peraturan Kapolres Limboto Nomor 3 Tahun 2015", "Perkap 3/2015"),
        ("Perpol Nomor 3 Tahun 2015", "Perkap Nomor 3 Tahun 2015"),
        (
            "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
            "Peraturan Pemerintah Nomor 2 Tahun 2022",
        ),
        ("Perppu 2/2022", "Undang-Undang Nomor 2 Tahun 2022"),
        ("Keputusan Kapolri Nomor: Kep/431/VII/2006", "Surat Keputusan Kapolri No. Pol.: Skep/431/VII/2006"),
        ("Keputusan Kapolda Gorontalo Nomor: Kep/313/V/2010", "Keputusan Kapolri Nomor: Kep/313/V/2010"),
        ("Permendagri Nomor 35 Tahun 2012", "Permenpan Nomor 35 Tahun 2012"),
        ("Peraturan Presiden Nomor 5 Tahun 2017", "Keputusan Presiden Nomor 5 Tahun 2017"),
        ("Undang-Undang Nomor 2 Tahun 2002", "Undang-Undang Nomor 20 Tahun 2002"),
        ("Peraturan Kabareskrim Nomor 1 Tahun 2022", "Perkap Nomor 1 Tahun 2022"),
        ("Peraturan Kepala Badan Pusat Statistik Nomor 1 Tahun 2022", "Perkap Nomor 1 Tahun 2022"),
        ("Surat Edaran Kapolri Nomor SE/8/VII/2018", "Kep/8/VII/2018"),
    ],
)
def test_no_law_is_taken_for_another(one: str, other: str) -> None:
    found, second = read_citation(one), read_citation(other)
    assert found is not None
    assert second is not None
    assert found.key != second.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Permendagri Nomor 84 Tahun 2014", "Peraturan Menteri Dalam Negeri Nomor 84 Tahun 2014"),
        ("Perkapolda Gorontalo 3/2015", "Peraturan Kepala Kepolisian Daerah Gorontalo Nomor 3 Tahun 2015"),
        ("Pergub Gorontalo Nomor 1 Tahun 2020", "Peraturan Gubernur Gorontalo Nomor 1 Tahun 2020"),
        ("Undang-Undang Nomor 012 Tahun 2011", "UU No. 12/2011"),
        (
            "Peraturan Kapolresta Contoh Nomor 3 Tahun 2015",
            "Peraturan Kepala Kepolisian Resor Contoh Nomor 3 Tahun 2015",
        ),
    ],
)
def test_a_law_is_the_same_in_full_and_in_short(one: str, other: str) -> None:
    found, second = read_citation(one), read_citation(other)
    assert found is not None
    assert second is not None
    assert found.key == second.key


def test_what_amended_a_law_is_no_part_of_its_title() -> None:
    found = read_citation(
        "Peraturan Pemerintah Nomor 31 Tahun 2013 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2011 "
        "tentang Keimigrasian sebagaimana telah diubah beberapa kali terakhir dengan Peraturan Pemerintah Nomor 48 "
        "Tahun 2021"
    )
    assert found is not None
    assert found.title.endswith("tentang Keimigrasian")
    assert found.clause.startswith("sebagaimana telah diubah")
    assert ("31", 2013) == (found.number, found.year)
