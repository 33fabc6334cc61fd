"""A run of letters on its way: how far it is, and that who asked for it wants no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Final

# One run at a time: files of letters are made for their owner's eyes, and that mode is the whole process's.
RUN: Final = Lock()
# Seconds after which one who waits for its turn looks whether he is still wanted.
LOOK: Final = 0.2


@dataclass
class RunUnderWay:
    """How many letters of a run are made, of how many; nothing is known of the number before it begins."""

    made: int = 0
    all: int = 0
    stopped: bool = False

    def watch(self, made: int, wanted: int) -> bool:
        """Note how far the run is; tell whether it goes on, which it does after its last letter anyway."""
        self.made, self.all = made, wanted
        return not self.stopped or made >= wanted > 0

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Wait for the runs before; tell whether this one is still wanted when its turn comes."""
        while not RUN.acquire(timeout=LOOK):
            if self.stopped:
                yield False
                return
        try:
            yield not self.stopped
        finally:
            RUN.release()


_RUNS: Final[dict[str, RunUnderWay]] = {}


@contextmanager
def under_way(name: str) -> Iterator[RunUnderWay]:
    """Have a run be known by the name that its page gave it; one without a name is nobody's to stop."""
    run = RunUnderWay()
    if name:
        _RUNS[name] = run
    try:
        yield run
    finally:
        _RUNS.pop(name, None)


def run_named(name: str) -> RunUnderWay | None:
    """Return a run; None where it is over, or not begun."""
    return _RUNS.get(name)
