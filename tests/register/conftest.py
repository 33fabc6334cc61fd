"""A real PostgreSQL for the tests of the register."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest


def postgres_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL of our own, on a socket in a folder; as root it runs as the user `postgres`."""
    programs = postgres_programs()
    if programs is None or sys.platform == "win32":
        if os.environ.get("CI"):
            pytest.fail("missing in CI: PostgreSQL")
        pytest.skip("not installed: PostgreSQL")
    # Not in pytest's own folder: each run that begins beside this one closes that to other users.
    folder = Path(mkdtemp(prefix="sopgen-pg-"))
    before: list[str] = []
    if os.geteuid() == 0:
        before = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    data = folder / "data"

    def run(*words: str | Path) -> None:
        subprocess.run([*before, *map(str, words)], check=True, capture_output=True)

    run(programs / "initdb", "-D", data, "-A", "trust", "-U", "sopgen", "-E", "UTF8", "--locale=C")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run(programs / "pg_ctl", "-D", data, "-w", "-t", "240", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://sopgen@/postgres?host={folder}"
    finally:
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)
