"""A letter given at the desk is the letter that the command gives: the same bytes, the same number, the same book."""

from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from click.testing import CliRunner
from tests.desk.sample import PEOPLE

from sopgen.cli.main import main
from sopgen.desk.calls import Nothing
from sopgen.desk.letters.book import Beginning, began
from sopgen.desk.letters.giving import (
    LetterFile,
    LetterGiven,
    RunNamed,
    given,
    kept_file,
    overview,
    previewed,
    progress,
    stop,
)
from sopgen.desk.letters.under_way import RUN, RunUnderWay, run_named
from sopgen.errors import SopgenError
from sopgen.jobs.letters import issue

SPEC = "spec/sop/fkpm/2019.yaml"
DAY = "27-11-2026"


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(office)
    monkeypatch.setenv("SOPGEN_KEY", str(tmp_path / "kunci" / "kunci.pem"))
    monkeypatch.setenv("SOPGEN_LANG", "id")
    return office


def asked(**values: Any) -> LetterGiven:
    said = {"edisi": "fkpm/2019", "kegiatan": "A", "orang": PEOPLE, "tanggal": DAY, "nomor": "buku"}
    return LetterGiven.model_validate({"kka": "CONTOH.1.1.", **said, **values})


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "surat").iterdir()}


def test_the_desk_and_the_command_give_the_same_bytes(here: Path) -> None:
    began(Beginning(nomor=19, tahun=2026))
    made: Any = given(asked(tempat="Aula Mapolres", pukul="08.00-12.00", untuk=["mencatat hasil;"], rangkap=3))
    by_desk = files(here)
    for name in by_desk:
        (here / "surat" / name).unlink()
    (here / "register" / "surat-perintah.sqlite").unlink()
    heads = ["Nama", "Pangkat", "NRP", "Jabatan", "Ket"]
    Path("daftar.csv").write_text("\n".join(";".join(row[:5]) for row in [heads, *PEOPLE]), "utf-8")
    begin = ["register", "begin", "--start", "19", "--year", "2026"]
    assert 0 == CliRunner().invoke(main, begin).exit_code
    line = ["order", SPEC, "--activity", "A", "--roster", "daftar.csv", "--date", DAY, "--place", "Aula Mapolres"]
    line += ["--hours", "08.00-12.00", "--duty", "mencatat hasil;", "--register", "--kka", "CONTOH.1.1.", "--yes"]
    told = CliRunner().invoke(main, [*line, "--print-run", "cetak.pdf", "--copies", "3"])
    assert 0 == told.exit_code, told.output
    assert by_desk == files(here)
    assert Path("cetak.pdf").read_bytes() == b64decode(made["cetakan"])
    assert ["surat-perintah-2026-0019-A.docx", "surat-perintah-2026-0019-A.pdf"] == sorted(by_desk)


def test_the_number_is_shown_before_it_is_taken_and_nothing_is_written(here: Path) -> None:
    began(Beginning(nomor=19, tahun=2026))
    shown = previewed(asked())
    assert ("Sprin/19/XI/CONTOH.1.1./2026",) == shown["nomor"]
    assert 12 == shown["orang"]
    assert not (here / "surat").exists()
    assert 19 == overview(Nothing())["nomor"]
    given(asked(yakin=True))
    assert previewed(asked())["pernah"]
    assert 20 == overview(Nothing())["nomor"]


@pytest.mark.usefixtures("here")
def test_what_is_odd_is_asked_about_before_a_number_is_taken() -> None:
    began(Beginning(nomor=1, tahun=2026))
    far = asked(tanggal="1 Februari 2026")
    assert given(far)["ragu"]
    assert 1 == overview(Nothing())["nomor"]
    assert "cetakan" in given(far.model_copy(update={"yakin": True}))


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"tanggal": "31-02-2026"}, "tanggal"),
        ({"tanggal": ""}, "tanggal"),
        ({"sampai": "kemarin"}, "sampai"),
        ({"pukul": "pagi"}, "pukul"),
        ({"nomor": "sendiri"}, "nomor"),
        ({"orang": []}, "personel"),
        ({"sampai": "26-11-2026"}, "sampai"),
        ({"kka": "", "nomor": "sendiri", "nomor_sendiri": 7}, "kka"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_wrong_term_is_told_at_its_field(values: dict[str, object], key: str) -> None:
    told: Any = previewed(asked(**{"nomor": "tulis", **values}))
    assert [key] == [one.get("path") for one in told["faults"]]


@pytest.mark.usefixtures("here")
def test_all_that_is_wrong_is_told_at_once() -> None:
    told: Any = previewed(asked(nomor="sendiri", tanggal="31-02-2026", sampai="nanti", pukul="pagi", orang=[]))
    assert {"tanggal", "sampai", "pukul", "nomor", "personel"} == {one.get("path") for one in told["faults"]}


@pytest.mark.usefixtures("here")
def test_a_letter_s_file_is_one_of_the_letters_folder_alone() -> None:
    made: Any = given(asked(nomor="tulis"))
    name = made["surat"][0]["berkas"]["pdf"]
    kept: Any = kept_file(LetterFile(nama=name))
    assert b64decode(kept["isi"]).startswith(b"%PDF")
    for other in ("../spec/satuan.yaml", "satuan.yaml", "/etc/passwd"):
        with pytest.raises(SopgenError):
            kept_file(LetterFile(nama=other))


def test_further_letters_of_a_day_without_a_number_stand_beside_the_first(here: Path) -> None:
    first: Any = given(asked(nomor="tulis"))
    second: Any = given(asked(nomor="tulis", tempat="Aula Contoh"))
    again: Any = given(asked(nomor="tulis"))
    third: Any = given(asked(nomor="tulis", tempat="Balai Contoh"))
    names = [one["surat"][0]["berkas"]["pdf"] for one in (first, second, again, third)]
    stem = "surat-perintah-2026-11-27-0001-A.pdf"
    assert [stem, f"ke-2/{stem}", stem, f"ke-3/{stem}"] == names
    kept: Any = kept_file(LetterFile(nama=names[1]))
    assert (here / "surat" / names[1]).read_bytes() == b64decode(kept["isi"])
    assert kept["isi"] != kept_file(LetterFile(nama=stem))["isi"]


def test_a_run_that_is_stopped_keeps_its_letters_and_goes_on_with_the_numbers_that_were_kept(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began(Beginning(nomor=19, tahun=2026))
    monkeypatch.setattr(issue, "AT_ONCE", 2)
    watched: list[tuple[int, int]] = []
    watch = RunUnderWay.watch

    def stopping(run: RunUnderWay, made: int, wanted: int) -> bool:
        watched.append((made, wanted))
        if made == 4:
            assert {"jadi": 3, "semua": 12} == progress(RunNamed(tanda="ini"))
            stop(RunNamed(tanda="lain"))
            stop(RunNamed(tanda="ini"))
        return watch(run, made, wanted)

    monkeypatch.setattr(RunUnderWay, "watch", stopping)
    letters = asked(per_orang=True, yakin=True, tanda="ini")
    told: Any = given(letters)
    assert told["berhenti"]
    assert [(n, 12) for n in range(5)] == watched
    first = files(here)
    assert 8 == len(first)
    assert [19, 20, 21, 22] == [one["nomor"] for one in told["surat"]]
    monkeypatch.setattr(RunUnderWay, "watch", watch)
    made: Any = given(letters)
    assert list(range(19, 31)) == [one["nomor"] for one in made["surat"]]
    assert first.items() <= files(here).items()
    assert made["cetakan"]
    assert {"jadi": 0, "semua": 0} == progress(RunNamed(tanda="ini"))


def test_who_waits_for_the_run_before_can_stop_too(here: Path) -> None:
    began(Beginning(nomor=19, tahun=2026))
    with RUN, ThreadPoolExecutor(1) as other:
        waiting = other.submit(given, asked(yakin=True, tanda="kedua"))
        while run_named("kedua") is None:
            sleep(0.01)
        stop(RunNamed(tanda="kedua"))
        assert {"berhenti": True, "surat": []} == waiting.result(10)
    assert not (here / "surat").exists()
