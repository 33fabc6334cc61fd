"""A command in a process of its own, and the memory that it took at most."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# The larger of the process itself and those that it started, in KiB, after all that it prints.
MEASURED: Final = """
import atexit, resource, sys
atexit.register(lambda: print(max(resource.getrusage(who).ru_maxrss for who in (0, -1))))
from sopgen.cli.main import main
main(sys.argv[1:])
"""


@dataclass(frozen=True)
class Measured:
    """How a command ended, the lines that it printed, and its memory (MiB)."""

    code: int
    lines: tuple[str, ...]
    memory: int


def measured(*words: str | Path, cwd: Path) -> Measured:
    """Run `sopgen` with these words, in English."""
    env = {**os.environ, "SOPGEN_LANG": "en", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    # A small process in between: Linux counts the memory of the one that starts a program as the program's own.
    between = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"
    command = [sys.executable, "-c", between, sys.executable, "-c", MEASURED, *map(str, words)]
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=120, check=False)
    *lines, memory = (done.stderr + done.stdout).splitlines()
    return Measured(done.returncode, tuple(lines), int(memory) // 1024)
