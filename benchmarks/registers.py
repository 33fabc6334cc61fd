"""Time the register of numbers on SQLite and on a PostgreSQL of our own: letters a second, one process and two.

Both wait for the disk, whose speed changes with what else uses it: each rate is told beside the flushes a second that
the disk gave just before, and as a ratio to them.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

BATCH = 32
OFFICE = "UKURAN"
# Processes, letters of each, letters in one transaction.
HOW = ((1, 160, 1), (1, 3200, BATCH), (2, 3200, BATCH))


@contextmanager
def postgres(folder: Path) -> Iterator[str | None]:
    """Yield the address of a PostgreSQL on a socket in a folder, durable as it comes; None without its programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        yield None
        return
    before: list[str] = []
    if os.geteuid() == 0:
        before = ["runuser", "-u", "postgres", "--"]
        folder.chmod(0o755)
    home = folder / "pg"
    home.mkdir()
    if before:
        shutil.chown(home, "postgres")

    def run(program: str, *words: str | Path) -> None:
        line = [*before, str(found[-1].parent / program), "-D", str(home / "data"), *map(str, words)]
        subprocess.run(line, check=True, capture_output=True)

    run("initdb", "-A", "trust", "-U", "sopgen", "-E", "UTF8", "--locale=C")
    options = f"-c listen_addresses='' -c unix_socket_directories={home}"
    run("pg_ctl", "-w", "-l", home / "log", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://sopgen@/postgres?host={home}"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")


def give_numbers(url: str, name: str, count: int, batch: int) -> tuple[float, float]:
    """Give and complete numbers as a run does; return when that began and ended."""
    from sopgen.register.entry import LetterKey
    from sopgen.register.opening import open_register

    register = open_register(url, OFFICE)
    day = date(2026, 12, 1)
    started = time.time()
    for first in range(0, count, batch):
        asked = [(LetterKey(f"{name}-{n}", "uji", day, (f"{n:08}",)), str) for n in range(first, first + batch)]
        register.complete_all([(entry, {"surat.docx": "0" * 64}) for entry in register.give_all(asked)])
    ended = time.time()
    register.engine.dispose()
    return started, ended


def rate(url: str, processes: int, count: int, batch: int) -> float:
    """Return the letters a second of several processes together, from the first's begin to the last's end."""
    words = [sys.executable, __file__, url]
    started = [
        subprocess.Popen([*words, f"{time.time_ns()}-{n}", str(count), str(batch)], stdout=subprocess.PIPE, text=True)
        for n in range(processes)
    ]
    spans = [tuple(map(float, one.communicate()[0].split())) for one in started]
    return processes * count / (max(end for _, end in spans) - min(begin for begin, _ in spans))


def flushes(folder: Path, count: int = 200) -> float:
    """Return how often a second the disk keeps 4 KiB more of a file for good: what no register can do without."""
    with (folder / "laju").open("wb") as file:
        started = time.perf_counter()
        for _ in range(count):
            file.write(b"0" * 4096)
            file.flush()
            os.fsync(file.fileno())
        return count / (time.perf_counter() - started)


@dataclass(frozen=True)
class Pace:
    """Flushes a second of the disk, and the letters a second that a database gave right after."""

    disk: float
    letters: float

    @property
    def ratio(self) -> float:
        """Letters for each flush."""
        return self.letters / self.disk


def measured(folder: Path, rounds: int = 3) -> Iterator[tuple[str, list[Pace]]]:
    """Yield for each database its median pace one by one, in batches, and of two processes in batches.

    The databases take turns, so that a drift of the machine hits both.
    """
    with postgres(folder) as server:
        urls = {"SQLite": f"sqlite:///{folder}/register.sqlite", "PostgreSQL": server}
        found: dict[str, list[list[Pace]]] = {name: [] for name, url in urls.items() if url}
        for turn in range(rounds + 1):
            for name, paces in found.items():
                if turn:
                    paces.append([Pace(flushes(folder), rate(str(urls[name]), *how)) for how in HOW])
                else:
                    _begin(str(urls[name]))
        for name, paces in found.items():
            yield name, [sorted(of, key=lambda one: one.ratio)[len(of) // 2] for of in zip(*paces, strict=True)]


def _begin(url: str) -> None:
    """Begin a register and give its first numbers: a database that is empty yet is half as fast."""
    from sopgen.register.opening import begin

    begin(url, OFFICE, 2026, 1).engine.dispose()
    rate(url, 1, 3200, BATCH)


if __name__ == "__main__":
    print(*give_numbers(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
