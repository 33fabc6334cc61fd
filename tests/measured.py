"""Commands in a process of their own, and the memory that they took at most."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# Of each command: how it ended, what it printed, and the larger memory (KiB) of the process until then and of those
# that it started.
MEASURED: Final = """
import contextlib, io, json, resource, sys
from sopgen.cli.main import main
for words in json.load(sys.stdin):
    told, code = io.StringIO(), 0
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            main(words)
        except SystemExit as ended:
            code = ended.code
    print(json.dumps([code, told.getvalue(), max(resource.getrusage(who).ru_maxrss for who in (0, -1))]), flush=True)
"""


@dataclass(frozen=True)
class Measured:
    """How a command ended, the lines that it printed, and the memory (MiB) that it and those before it took."""

    code: int
    lines: tuple[str, ...]
    memory: int


def measured(commands: Sequence[Sequence[str]], cwd: Path) -> list[Measured]:
    """Run `sopgen` with each of these words, in English, one after another in one process."""
    env = {**os.environ, "SOPGEN_LANG": "en", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    # A small process in between: Linux counts the memory of the one that starts a program as the program's own.
    between = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"
    command = [sys.executable, "-c", between, sys.executable, "-c", MEASURED]
    told = json.dumps([list(words) for words in commands])
    done = subprocess.run(
        command, input=told, cwd=cwd, env=env, capture_output=True, text=True, timeout=120, check=True
    )
    ends = [json.loads(line) for line in done.stdout.splitlines()]
    return [Measured(code, tuple(lines.splitlines()), memory // 1024) for code, lines, memory in ends]
