"""A call in a process of its own: it gives back what it makes, and is stopped where it takes too much."""

import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sopgen.errors import SopgenError
from sopgen.tools.bounded import MEMORY, Bounded, Overrun

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has the clock alone")


def refuse(words: str) -> None:
    raise SopgenError(words)


def work_on() -> None:
    while True:
        pass


@pytest.fixture
def bounded() -> Bounded:
    return Bounded(1)


def test_the_result_and_the_errors_of_a_call_come_back(bounded: Bounded) -> None:
    assert bounded.call(str.upper, "a") == "A"
    with pytest.raises(SopgenError, match="tidak"):
        bounded.call(refuse, "tidak")
    assert bounded.call(os.getpid) == bounded.call(os.getpid) != os.getpid()


def test_threads_wait_for_their_turn(bounded: Bounded) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda n: bounded.call(str, n), range(50))) == [str(n) for n in range(50)]


def test_a_call_that_takes_too_long_is_ended_and_the_next_one_made(
    bounded: Bounded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sopgen.tools.bounded.PATIENCE", 600)  # so that it is not the clock which ends it
    first = bounded.call(os.getpid)
    began = time.monotonic()
    with pytest.raises(Overrun):
        bounded.call(work_on)
    assert time.monotonic() - began < 600
    assert bounded.call(os.getpid) != first


def test_a_call_that_sleeps_is_ended_by_the_clock(bounded: Bounded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopgen.tools.bounded.PATIENCE", 1)
    with pytest.raises(Overrun):
        bounded.call(time.sleep, 60)


def test_a_call_that_fills_the_memory_is_ended(bounded: Bounded) -> None:
    with pytest.raises(Overrun):
        bounded.call(bytearray, MEMORY * 2)
    assert bounded.call(len, b"ab") == 2


def test_a_process_that_is_killed_is_an_overrun_and_one_that_ends_by_itself_a_fault_of_ours(bounded: Bounded) -> None:
    with pytest.raises(Overrun):
        bounded.call(signal.raise_signal, signal.SIGKILL)
    with pytest.raises(RuntimeError, match="code 3"):
        bounded.call(os._exit, 3)


def test_nothing_is_imported_from_the_working_folder(
    bounded: Bounded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sopgen.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert bounded.call(str, 1) == "1"


def test_the_process_ends_with_the_one_that_called(bounded: Bounded) -> None:
    child = bounded.call(os.getpid)
    bounded.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
