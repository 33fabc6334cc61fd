import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sopgen.errors import SopgenError
from sopgen.files import NEW, OLD, sweep, write_file, write_files, write_folder

WRITER = """
from pathlib import Path
import sys
from sopgen.files import write_folder
n = 0
while True:
    n += 1
    write_folder(Path(sys.argv[1]), {f"{i}.bin": str(n).encode() * 60_000 for i in range(4)})
    if n == 1:
        print("begun", flush=True)
"""


@contextmanager
def writing(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a process that writes the folder again and again; its first write is done."""
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet) as writer:
        assert writer.stdout
        assert b"begun" == writer.stdout.readline().strip()
        yield writer


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "sop", {"a.txt": b"1", "charts/A.svg": b"2"})
    write_folder(tmp_path / "sop", {"b.txt": b"3"})
    assert [path.name for path in (tmp_path / "sop").rglob("*")] == ["b.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["sop"]


def test_a_failed_write_leaves_the_former_folder(tmp_path: Path) -> None:
    write_folder(tmp_path / "sop", {"a.txt": b"1"})
    with pytest.raises(SopgenError, match="can not be written"):
        write_folder(tmp_path / "sop", {"a.txt": b"2", "a.txt/b": b"3"})
    assert (tmp_path / "sop" / "a.txt").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["sop"]


def test_a_run_killed_between_the_renames_is_put_right(tmp_path: Path) -> None:
    write_folder(tmp_path / "sop", {"a.txt": b"1"})
    (tmp_path / "sop").rename(tmp_path / f"{OLD}sop")
    (tmp_path / f"{NEW}sop").mkdir()
    sweep(tmp_path / "sop")
    assert (tmp_path / "sop" / "a.txt").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["sop"]


def test_a_folder_of_a_like_name_is_left_alone(tmp_path: Path) -> None:
    half_made = tmp_path / f"{NEW}sop-2026-b"
    half_made.mkdir()
    write_folder(tmp_path / "sop-2026", {"a.txt": b"1"})
    assert half_made.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_or_a_file_in_the_place_of_a_folder_makes_way(tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "surat.txt").write_bytes(b"tetap")
    (tmp_path / "sop").symlink_to(tmp_path / "lain")
    (tmp_path / "nota").write_bytes(b"x")
    for name in ("sop", "nota"):
        for text in (b"1", b"2"):
            write_folder(tmp_path / name, {"a.txt": text})
            assert (tmp_path / name / "a.txt").read_bytes() == text
    assert (tmp_path / "lain" / "surat.txt").read_bytes() == b"tetap"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lain", "nota", "sop"]


def test_two_runs_at_once_leave_one_whole_folder(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from sopgen.files import write_folder
for _ in range(40):
    names = [f"{part}{n}.bin" for part in ("", "a/", "b/") for n in range(8)]
    write_folder(Path(sys.argv[1]), {name: sys.argv[2].encode() * 2000 for name in names})
"""
    runs = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "sop"), tag]) for tag in "xyz"]
    assert [0, 0, 0] == [run.wait() for run in runs]
    files = [path for path in (tmp_path / "sop").rglob("*") if path.is_file()]
    assert len(files) == 24
    assert len({path.read_bytes() for path in files}) == 1
    assert ["sop"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not to be had on Windows")
def test_kill_leaves_no_half_file(tmp_path: Path) -> None:
    folder = tmp_path / "sop"
    for delay in (0, 0.011, 0.023, 0.037, 0.05, 0.071):
        with writing(folder) as writer:
            time.sleep(delay)
            os.kill(writer.pid, signal.SIGKILL)
        sweep(folder)
        assert len({path.read_bytes() for path in folder.iterdir()}) == 1
        assert len(list(folder.iterdir())) == 4


def test_ctrl_c_leaves_no_half_file(tmp_path: Path) -> None:
    folder = tmp_path / "sop"
    # A shell's background job ignores Ctrl-C, and its children do so too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for delay in (0, 0.017, 0.041):
        with writing(folder) as writer:
            time.sleep(delay)
            writer.send_signal(signal.SIGINT)
        sweep(folder)
        # A lock's empty file may stay where Ctrl-C comes while it is being deleted; the next run takes it away.
        assert {path.name for path in tmp_path.iterdir()} <= {"sop", ".kunci-sop.lock"}
        assert len({path.read_bytes() for path in folder.iterdir()}) == 1
        assert len(list(folder.iterdir())) == 4
    write_folder(folder, {"a.txt": b"1"})
    assert [path.name for path in tmp_path.iterdir()] == ["sop"]


def test_files_are_written_together_with_ordinary_rights(tmp_path: Path) -> None:
    (tmp_path / "lain").write_bytes(b"")
    files = {tmp_path / "surat" / f"{n}.bin": bytes([n]) * 1000 for n in range(20)}
    write_files(files)
    write_files({})
    assert files == {path: path.read_bytes() for path in (tmp_path / "surat").iterdir()}
    assert {(tmp_path / "lain").stat().st_mode} == {path.stat().st_mode for path in files}


def test_files_that_can_not_be_written_leave_the_former_ones_and_nothing_else(tmp_path: Path) -> None:
    write_files({tmp_path / "a": b"1"})
    with pytest.raises(SopgenError, match="can not be written"):
        write_files({tmp_path / "a": b"2", tmp_path / "a" / "b": b"3"})
    assert [b"1"] == [path.read_bytes() for path in tmp_path.iterdir()]


def test_files_are_on_the_disk_before_they_get_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(sorted(path.name for path in tmp_path.iterdir())))
    write_files({tmp_path / name: b"1" for name in "abc"})
    assert 3 <= len(seen) <= 4  # Windows keeps the folder's names by itself
    assert all(name.startswith(NEW) for names in seen[:3] for name in names)
    assert ["a", "b", "c"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_device_or_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    with pytest.raises(SopgenError, match="no file but a folder or a device"):
        write_file(pipe, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(SopgenError, match="no file but a folder or a device"):
        write_file(tmp_path, b"x")
