"""Two processes that have sopgen loaded and start their commands at the same moment."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Final

PATIENCE: Final = 120.0


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, what it printed, the fault that nobody foresaw."""

    code: int
    words: str
    fault: str


@dataclass(frozen=True)
class Pair:
    """Two waiting processes."""

    ends: tuple[Connection, Connection]

    def run(self, folder: Path, one: Sequence[str], other: Sequence[str]) -> tuple[Ended, Ended]:
        """Run two commands at the same moment in a folder."""
        for end, words in zip(self.ends, (one, other), strict=True):
            end.send((str(folder), list(words)))
        first, second = (self._ended(end) for end in self.ends)
        return first, second

    def _ended(self, end: Connection) -> Ended:
        assert end.poll(PATIENCE), "a command of a pair never ended"
        found = end.recv()
        assert isinstance(found, Ended)
        return found


@contextmanager
def kept_pair(**variables: str) -> Iterator[Pair]:
    """Keep two processes, with these variables set, until the caller is done with them."""
    spawn = multiprocessing.get_context("spawn")
    barrier = spawn.Barrier(2)
    pipes = [spawn.Pipe() for _ in range(2)]
    runs = [spawn.Process(target=_serve, args=(end, barrier, variables), daemon=True) for _, end in pipes]
    for run in runs:
        run.start()
    try:
        yield Pair((pipes[0][0], pipes[1][0]))
    finally:
        for (end, _), run in zip(pipes, runs, strict=True):
            end.send(None)
            run.join(PATIENCE)
            end.close()


def _serve(end: Connection, barrier: Barrier, variables: dict[str, str]) -> None:
    from click.testing import CliRunner

    from sopgen.cli.main import main

    os.environ.pop("CI", None)  # where nobody signs
    os.environ.update(variables)
    while asked := end.recv():
        folder, words = asked
        os.chdir(folder)
        barrier.wait(PATIENCE)
        made = CliRunner().invoke(main, words)
        fault = "" if made.exception is None or isinstance(made.exception, SystemExit) else repr(made.exception)
        end.send(Ended(made.exit_code, made.output, fault))
