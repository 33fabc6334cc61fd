"""One register an office, found by its working folder from anywhere inside it."""

from pathlib import Path

import pytest
from tests.cli.test_order import order, roster, spec, text  # noqa: F401  (a fixture)
from tests.registers import begun, opened

from sopgen.jobs.register.folder import office_name, today
from sopgen.read.load import load_unit
from sopgen.register.opening import begin, open_register


def test_an_order_from_inside_the_folder_goes_on_with_its_register(
    spec: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun()
    people = roster(tmp_path, 1)
    assert 0 == order(spec, people, "--register").exit_code
    monkeypatch.chdir(tmp_path / "spec")
    made = order(Path("sop", "2019.yaml"), roster(tmp_path, 2), "--register")
    assert 0 == made.exit_code, made.output
    monkeypatch.chdir(tmp_path)
    assert [1, 2] == [entry.number for entry in opened().entries()]
    assert 1 == len(list(tmp_path.rglob("*.sqlite")))
    assert {tmp_path / "surat"} == {path.parent for path in tmp_path.rglob("surat-perintah-*.docx")}


def test_an_order_without_a_register_begins_none(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    made = order(spec, roster(tmp_path, 1), "--register")
    assert 1 == made.exit_code
    assert 1 == made.output.count("sopgen: ")
    assert "`sopgen register begin --start N`" in made.output
    assert not (tmp_path / "register").exists()
    assert not (tmp_path / "surat").exists()


def test_two_offices_at_one_database_print_no_number_twice_by_chance(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    url = f"sqlite:///{tmp_path}/bersama.sqlite"
    unit = tmp_path / "spec" / "satuan.yaml"
    own = unit.read_text("utf-8")
    offices = [own, own.replace("SATBINMAS POLRES GORONTALO KOTA", "SATINTELKAM POLRES GORONTALO KOTA")]
    for count, written in enumerate(offices, 1):
        unit.write_text(written, "utf-8")
        more = ("--register", "--register-url", url, "--out", f"surat-{count}")
        refused = order(spec, roster(tmp_path, 1), *more)
        assert 1 == refused.exit_code
        begin(url, office_name(load_unit(unit)), 2026, 10 * count)
        assert 0 == order(spec, roster(tmp_path, 1), *more).exit_code
    assert ["Sprin/10/XII", "Sprin/20/XII"] == [
        next(word for word in text(path).split() if word.startswith("Sprin/")).rpartition("/CONTOH")[0]
        for path in sorted(tmp_path.glob("surat-*/*.docx"))
    ]
    assert 1 == len(open_register(url, office_name(load_unit(unit))).entries())


def test_the_day_is_that_of_the_unit(spec: Path) -> None:  # noqa: F811
    unit = load_unit(spec.parents[1] / "satuan.yaml")
    east = today(unit.model_copy(update={"zona_waktu": "WIT"}))
    assert (east - today(unit.model_copy(update={"zona_waktu": "WIB"}))).days in (0, 1)
