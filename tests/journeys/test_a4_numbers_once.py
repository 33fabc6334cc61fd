"""A4: one register wherever the officer stands, and no letter over another one."""

import os
import re
from pathlib import Path

from tests.journeys.desk import FKPM, archive_code, done, letter, refused, roster


def test_a_duty_officer_gives_each_number_once_from_any_folder() -> None:
    edge = ("--activity", "A", "--date", "2026-11-27", "--formats", "docx")
    archive_code()
    assert "register begin" in refused("order", FKPM, *edge, "--roster", roster(1), "--register")
    done("register", "begin", "--start", "18", "--year", "2026")
    done("order", FKPM, *edge, "--roster", roster(1), "--register")
    first = letter(18)
    issued = first.read_bytes()
    roster(2)
    os.chdir("spec")
    done("order", "sop/fkpm/2019.yaml", *edge, "--roster", "../roster/daftar.csv", "--register")
    os.chdir("..")
    listed = done("register", "list")
    assert ["18", "19"] == re.findall(r"Sprin/([0-9]+)/", listed)
    assert not Path("spec/register").exists()
    told = refused("order", FKPM, *edge, "--roster", roster(3), "--number", "18")
    assert "18" in told
    assert issued == first.read_bytes()
    assert "nomor 20 sampai 89" in refused("order", FKPM, *edge, "--roster", roster(3), "--number", "90")
    assert issued == first.read_bytes()
    done("order", FKPM, *edge, "--roster", roster(3), "--number", "90", "--yes")
    assert letter(90).is_file()
    assert issued == first.read_bytes()
