"""What looks odd about numbers is asked about before one is given."""

from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.test_order import roster, spec  # noqa: F401  (a fixture)
from tests.registers import begun, opened

from sopgen.cli.main import main
from sopgen.jobs.register.folder import today
from sopgen.read.load import load_unit


def order(spec: Path, people: str, days: int, *more: str) -> Result:  # noqa: F811
    day = today(load_unit(spec.parents[1] / "satuan.yaml")) + timedelta(days=days)
    words = ["order", str(spec), "--activity", "A", "--roster", people, "--date", str(day), *more]
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.mark.parametrize("days", [-400, -40, 40, 400])
def test_a_date_far_off_is_asked_about(days: int, spec: Path, tmp_path: Path) -> None:  # noqa: F811
    year = (today(load_unit(spec.parents[1] / "satuan.yaml")) + timedelta(days=days)).year
    begun(1, year)
    made = order(spec, roster(tmp_path, 1), days, "--register")
    assert 1 == made.exit_code
    assert f"lies {abs(days)} days from today" in made.output
    assert [] == opened().entries()
    assert 1 == order(spec, roster(tmp_path, 1), days, "--number", "7").exit_code
    assert 0 == order(spec, roster(tmp_path, 1), days, "--register", "--yes").exit_code
    assert 0 == order(spec, roster(tmp_path, 1), days, "--register").exit_code, "a letter that has its number"


def test_the_office_says_how_far_is_far(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    unit = tmp_path / "spec" / "satuan.yaml"
    settings = "surat_perintah:\n  selisih_hari: 50\n"
    unit.write_text(unit.read_text("utf-8").replace("surat_perintah:\n", settings), "utf-8")
    assert 0 == order(spec, roster(tmp_path, 1), 40, "--number", "7").exit_code


def test_numbers_against_the_order_of_the_dates_are_asked_about(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    later, earlier = (0, -1) if (today(load_unit(tmp_path / "spec" / "satuan.yaml"))).day > 1 else (1, 0)
    begun(1, today(load_unit(tmp_path / "spec" / "satuan.yaml")).year)
    assert 0 == order(spec, roster(tmp_path, 1), later, "--register").exit_code
    made = order(spec, roster(tmp_path, 2), earlier, "--register")
    assert 1 == made.exit_code
    assert "bears a later date" in made.output
    assert 1 == len(opened().entries())
    assert 0 == order(spec, roster(tmp_path, 2), earlier, "--register", "--yes").exit_code


def test_numbers_that_are_passed_over_are_asked_about(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    begun(5, today(load_unit(tmp_path / "spec" / "satuan.yaml")).year)
    made = order(spec, roster(tmp_path, 1), 0, "--number", "50")
    assert 1 == made.exit_code
    assert "numbers 5 to 49" in made.output
    assert 0 == order(spec, roster(tmp_path, 1), 0, "--number", "5").exit_code


def test_a_changed_remark_is_asked_about_before_it_takes_a_second_number(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    begun(5, today(load_unit(tmp_path / "spec" / "satuan.yaml")).year)
    people = roster(tmp_path, 2)
    assert 0 == order(spec, people, 0, "--register").exit_code
    Path(people).write_text(Path(people).read_text("utf-8").replace("Binpolmas;", "Binpolmas;Ketua"), "utf-8")
    made = order(spec, people, 0, "--register")
    assert 1 == made.exit_code
    assert "orders the same people for the same task on that day; `--correct 5` replaces it" in made.output
    assert 1 == len(opened().entries())
    assert 0 == order(spec, people, 0, "--correct", "5", "--reason", "keterangan").exit_code
    assert [(5, 2)] == [(entry.number, entry.version) for entry in opened().entries()]
