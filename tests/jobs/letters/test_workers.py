"""The whole command over a dask scheduler and workers that were started by hand, as an office would."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.cli.test_order import roster, spec  # noqa: F401  (a fixture)
from tests.registers import begun, opened

from sopgen.register.entry import State

Process: TypeAlias = "subprocess.Popen[bytes]"
PATIENCE = 180.0
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not to be had on Windows")


@dataclass(frozen=True)
class Cluster:
    address: str
    scheduler: Process
    workers: list[Process]
    places: list[str]


def started(stack: ExitStack, log: Path, *words: str) -> Process:
    """Start a program of dask's that ends with the test and writes what it says into a file."""
    with log.open("w", encoding="utf-8") as file:
        made = subprocess.Popen([sys.executable, "-m", *words, "--no-dashboard"], stdout=file, stderr=file)
    stack.callback(made.wait)
    stack.callback(made.kill)
    return made


def told(log: Path, words: str) -> str:
    """Wait for a line with these words; return what follows them."""
    until = time.monotonic() + PATIENCE
    while True:
        for line in log.read_text(encoding="utf-8").splitlines():
            if words in line:
                return line.split(words)[1]
        assert time.monotonic() < until, log.read_text(encoding="utf-8")
        time.sleep(0.05)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    place, options = tmp_path / "dask", ["--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path / "dask")]
    place.mkdir()
    with ExitStack() as stack:
        at = ("--host", "127.0.0.1", "--port", "0")
        scheduler = started(stack, place / "penjadwal", "distributed.cli.dask_scheduler", *at)
        address = told(place / "penjadwal", "tcp://").strip()
        logs = [place / "pekerja-1", place / "pekerja-2"]
        command = ("distributed.cli.dask_worker", f"tcp://{address}", *options)
        workers = [started(stack, log, *command) for log in logs]
        for log in logs:
            told(log, "Registered to")
        places = [told(log, "Start worker at:").strip() for log in logs]
        yield Cluster(address, scheduler, workers, places)


def ordered(spec: Path, count: int, cluster: Cluster, doomed: Process) -> subprocess.Popen[str]:  # noqa: F811
    """Begin the command; end a process when the other worker has nothing to do but wait for the first one.

    The first worker stands still from the beginning: what it was given is left to make, however slow all others are.
    """
    begun()
    os.kill(cluster.workers[0].pid, signal.SIGSTOP)
    people = roster(spec.parents[2], count)
    line = [sys.executable, "-m", "sopgen", "order", str(spec), "--activity", "A", "--roster", people]
    options = [
        "--date",
        "2026-12-01",
        "--per-person",
        "--register",
        "--yes",
        "--scheduler",
        f"dask://{cluster.address}",
    ]
    command = subprocess.Popen([*line, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_until_one_waits_for_the_other(cluster, command)
    os.kill(doomed.pid, signal.SIGKILL)
    return command


def wait_until_one_waits_for_the_other(cluster: Cluster, command: subprocess.Popen[str]) -> None:
    from distributed import Client

    held, until = (0, 0), time.monotonic() + PATIENCE
    with Client(f"tcp://{cluster.address}", timeout=PATIENCE, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        while not (held[0] and not held[1]):
            assert time.monotonic() < until
            assert command.poll() is None, "the command ended without what the first worker holds"
            time.sleep(0.05)
            batches = client.processing()
            held = len(batches[cluster.places[0]]), len(batches[cluster.places[1]])


@pytest.mark.filterwarnings("ignore")
def test_a_worker_killed_in_the_middle_costs_no_number_and_no_letter(spec: Path, cluster: Cluster) -> None:  # noqa: F811
    command = ordered(spec, 112, cluster, cluster.workers[0])
    output, errors = command.communicate(timeout=PATIENCE)
    assert 0 == command.returncode, errors
    assert "112 letters for 112 people" in output
    entries = opened().entries(2026)
    assert [(n, State.ISSUED) for n in range(1, 113)] == [(entry.number, entry.state) for entry in entries]
    names = [f"surat-perintah-2026-{n:04}-A-{n:08}.{ending}" for n in range(1, 113) for ending in ("docx", "pdf")]
    assert names == sorted(path.name for path in Path("surat").iterdir())


@pytest.mark.filterwarnings("ignore")
def test_a_lost_scheduler_is_one_clear_line_and_the_same_command_goes_on(spec: Path, cluster: Cluster) -> None:  # noqa: F811
    command = ordered(spec, 112, cluster, cluster.scheduler)
    _, errors = command.communicate(timeout=PATIENCE)
    assert 1 == command.returncode
    assert "Traceback" not in errors
    assert errors.splitlines()[-1].startswith("sopgen: the dask cluster was lost. fix:")
    register = opened()
    issued = [entry.number for entry in register.entries(2026) if entry.state is State.ISSUED]
    assert issued == [int(path.name.split("-")[3]) for path in sorted(Path("surat").glob("*.pdf"))]
    words = [sys.executable, "-m", "sopgen", "order", str(spec), "--activity", "A", "--date", "2026-12-01"]
    more = ["--per-person", "--register", "--yes", "--roster", "daftar.csv", "--formats", "docx"]
    subprocess.run([*words, *more], check=True, capture_output=True)
    assert [State.ISSUED] * 112 == [entry.state for entry in register.entries(2026)]


def test_workers_end_with_a_killed_parent_and_the_next_run_sweeps(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    line = [sys.executable, "-m", "sopgen", "order", str(spec), "--activity", "A", "--roster", roster(tmp_path, 400)]
    line += ["--date", "2026-12-01", "--per-person", "--workers", "2", "--formats", "docx,pdf"]
    own = {**os.environ, "TMPDIR": str(tmp_path / "sementara")}
    (tmp_path / "sementara").mkdir()
    quiet = subprocess.DEVNULL
    command = subprocess.Popen(line, env=own, stdout=quiet, stderr=quiet, start_new_session=True)
    until = time.monotonic() + PATIENCE
    while not list(Path("surat").glob("*.pdf")) and time.monotonic() < until:
        time.sleep(0.05)
    assert command.poll() is None, "nothing was left to make"
    (left,) = (path for path in Path("surat").glob(".kerja-*") if path.is_dir())
    assert 0o700 == left.stat().st_mode & 0o777
    command.kill()
    command.wait()
    until = time.monotonic() + PATIENCE
    while running(command.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert [] == running(command.pid)
    assert [] == list((tmp_path / "sementara").iterdir())
    line[line.index("--roster") + 1] = roster(tmp_path, 2)
    assert 0 == subprocess.run(line, env=own, stdout=quiet, stderr=quiet, check=False).returncode
    assert [] == list(Path("surat").glob(".kerja-*"))


def running(session: int) -> list[str]:
    """Return the processes of a session that have not ended."""
    told = subprocess.run(["ps", "-eo", "sid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    found = [one.split(maxsplit=2) for one in told.splitlines()]
    return [args[0] for sid, state, *args in found if int(sid) == session and not state.startswith("Z")]
