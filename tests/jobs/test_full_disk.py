"""A disk that takes no more: former outputs stay, a line says so, nothing is half, no number is lost or given twice.

The system itself refuses: no file may grow beyond some bytes (RLIMIT_FSIZE), and, where one may be mounted, on a disk
of a few megabytes.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import pytest
from tests.jobs.office import Office, run, signed

from sopgen import files

SPEC = "spec/sop/contoh/2026.yaml"
ORDER = ("order", SPEC, "--activity", "A", "--roster", "daftar.csv", "--date", "2026-04-05", "--per-person")
REGISTERED = (*ORDER, "--register", "--kka", "HUK.1", "--yes")
PEOPLE = 4
Told = tuple[int, str]


def small(limit: int, *words: str) -> Told:
    """Run a command in a process that may write no file beyond so many bytes; return exit code and output."""
    code = (
        "import resource, sys; from sopgen.cli.main import main; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, resource.RLIM_INFINITY)); main(sys.argv[1:])"
    )
    made = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
    return made.returncode, made.stdout + made.stderr


def kept(folder: Path) -> dict[str, str]:
    """Return the digest of every file of a folder by its name."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def kept_names(folder: str) -> list[str]:
    return [path.name for path in Path(folder).rglob("*") if path.is_file()]


def refused(told: Told, *words: str) -> None:
    """Hold a refusal to one line with what helps."""
    code, output = told
    assert 1 == code, output
    (line,) = [one for one in output.splitlines() if one.startswith("sopgen: ")]
    assert "Traceback" not in output
    assert any(word in line for word in words), line
    assert 1 == line.count(". fix: ")


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (2000, ("build", SPEC, "--release")),
        (100, ("approve", SPEC, "--undo", "--date", "2026-03-07", "--by", "penandatangan", "--note", "keliru")),
        (100, ("officials", "add", "kasat", "--fingerprint", "a" * 64)),
        (2000, ("new", "baru")),
        (2000, ("form", SPEC, "--activity", "A", "--out", "isian")),
        (100, ("chart", SPEC, "--to", "svg", "--out", "bagan.svg")),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)
def test_what_was_there_stays_and_nothing_half_is_left(limit: int, words: tuple[str, ...], office: Office) -> None:
    before = kept(office.folder)
    refused(small(limit, *words), "File too large")
    assert before == kept(office.folder)
    assert 0 == run(*words).exit_code


def test_a_half_filled_archive_has_no_manifest_and_the_next_signature_fills_it(
    office: Office, keys: dict[str, Path]
) -> None:
    words = ("sign", "build/contoh-2026/sop.pdf", "--by", "pengesah", "--p12", str(keys["pengesah"]))
    record = office.record.read_bytes()
    refused(small(20_000, *words), "File too large")
    assert (record, False) == (office.record.read_bytes(), (office.archive / "manifest.json").exists())
    assert 0 == run(*words).exit_code
    assert 0 == run("verify", office.archive / "manifest.json").exit_code


@pytest.fixture
def in_force(office: Office, keys: dict[str, Path]) -> Office:
    signed(office.build / "sop.pdf", "--p12", keys["pengesah"])
    assert 0 == run("approve", SPEC, "--to", "berlaku", "--date", "2026-04-02", "--by", "pengesah").exit_code
    rows = [f"Personel Contoh {n},AIPDA,000000{n},ANGGOTA" for n in range(10, 10 + PEOPLE)]
    Path("daftar.csv").write_text("\n".join(["Nama,Pangkat,NRP,Jabatan", *rows, ""]), encoding="utf-8")
    return office


def numbers() -> list[str]:
    return [line.split()[0] for line in run("register", "list", "--year", "2026").output.splitlines() if "/" in line]


def test_a_register_is_begun_once_there_is_room_and_only_once(in_force: Office) -> None:
    begin = ("register", "begin", "--start", "5", "--year", "2026")
    refused(small(1000, *begin), "disk is full", "can not be opened or written")
    assert "there is no register" in run("register", "list").output
    assert 0 == run(*begin).exit_code
    before = kept(in_force.folder / "register")
    refused(small(1000, "register", "begin", "--start", "9", "--year", "2027"), "disk is full", "opened or written")
    assert before == kept(in_force.folder / "register")


@pytest.mark.usefixtures("in_force")
def test_no_number_is_lost_or_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 == run("register", "begin", "--start", "5", "--year", "2026").exit_code
    refused(small(1000, *REGISTERED), "disk is full", "can not be opened or written")
    assert [] == numbers()
    with monkeypatch.context() as patch:
        patch.setattr(files, "_flush", no_room)
        made = run(*REGISTERED)
    refused((made.exit_code, made.output), "No space left on device")
    assert [] == kept_names("surat")
    assert 0 == run(*REGISTERED).exit_code
    assert [f"Sprin/{n}/IV/HUK.1/2026" for n in range(5, 5 + PEOPLE)] == numbers()
    assert PEOPLE == len(list(Path("surat").glob("*.docx")))
    assert 0 == run("register", "verify").exit_code


def no_room(_: Sequence[BinaryIO]) -> None:
    """Fail as a full disk does when files are brought onto it."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB; skipped where nobody may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if os.name == "nt" or shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no file system may be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path, left: int) -> Callable[[], None]:
    """Leave so many bytes on a disk; return what makes room again."""
    filler = disk / "penuh"
    with filler.open("wb") as file:
        file.write(b"x" * (shutil.disk_usage(disk).free - left))
    return filler.unlink


def test_a_disk_that_is_full_for_real(in_force: Office, small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 == run("register", "begin", "--start", "5", "--year", "2026").exit_code
    shutil.copytree(in_force.folder, small_disk / "kantor")
    monkeypatch.chdir(small_disk / "kantor")
    before = kept(Path("build"))
    empty = fill(small_disk, 40_000)
    for words in (("build", SPEC, "--release"), REGISTERED):
        made = run(*words)
        refused((made.exit_code, made.output), "No space left on device", "disk is full")
    assert before == kept(Path("build"))
    empty()
    assert 0 == run(*REGISTERED).exit_code
    assert [f"Sprin/{n}/IV/HUK.1/2026" for n in range(5, 5 + PEOPLE)] == numbers()
