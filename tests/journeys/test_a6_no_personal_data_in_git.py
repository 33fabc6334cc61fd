"""A6: whoever saves the whole folder to git saves nobody's number."""

import subprocess
from pathlib import Path

from tests.journeys.desk import FKPM, archive_code, done, roster


def git(*words: str) -> str:
    told = subprocess.run(["git", *words], check=True, capture_output=True, text=True)
    return told.stdout


def test_a_day_of_letters_forms_and_prints_leaves_no_number_in_git() -> None:
    git("init", "-q")
    archive_code()
    done("register", "begin", "--start", "1", "--year", "2026")
    letter = (FKPM, "--activity", "A", "--roster", roster(1, 2), "--date", "2026-11-27", "--register")
    done("order", *letter, "--formats", "docx", "--print-run", "cetak.pdf")
    done("form", *letter, "--form", "laporan-hasil", "--out", "tindak-lanjut")
    done("form", *letter, "--form", "daftar-hadir")
    done("register", "export", "--out", "agenda.xlsx")
    assert all(list(Path(room).iterdir()) for room in ("surat", "tindak-lanjut", "register", "roster"))
    git("add", "-A")
    kept = git("ls-files").splitlines()
    assert "spec/sop/fkpm/2019.yaml" in kept
    private = ("surat/", "roster/", "tindak-lanjut/", "register/", "cetak", "agenda", "build/")
    assert [] == [name for name in kept if name.startswith(private)]
    for name in kept:
        assert b"81010001" not in Path(name).read_bytes(), name
    done("check", "--personal-data", *[name for name in kept if not name.startswith("alat/")])
