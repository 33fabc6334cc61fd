"""Time the register of numbers on SQLite and on a PostgreSQL of our own: letters a second, one process and two."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

BATCH = 32
OFFICE = "UKURAN"


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


def measured(folder: Path) -> Iterator[tuple[str, float, float, float]]:
    """Yield for each database: letters a second one by one, in batches, and of two processes in batches."""
    with postgres(folder) as server:
        for name, url in (("SQLite", f"sqlite:///{folder}/register.sqlite"), ("PostgreSQL", server)):
            if url:
                from sopgen.register.opening import begin

                begin(url, OFFICE, 2026, 1).engine.dispose()
                rate(url, 1, 6400, BATCH)  # a database that is empty yet is half as fast
                yield name, rate(url, 1, 320, 1), rate(url, 1, 6400, BATCH), rate(url, 2, 6400, BATCH)


if __name__ == "__main__":
    print(*give_numbers(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
