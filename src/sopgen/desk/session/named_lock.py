"""One desk writes an edition, also where two computers share the folder: a lock by the edition's name.

The system frees it when its desk ends, however that was. Who wants to write instead asks for it by a file beside it;
a desk that sees that lets go once all is kept.
"""

from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout


@dataclass
class NamedLock:
    """The lock of one edition, in the folder `.meja`."""

    path: Path
    _lock: FileLock | None = None
    asked: Path = field(init=False)

    def __post_init__(self) -> None:
        """Name the file by which another desk asks."""
        self.asked = self.path.with_suffix(".minta")

    @property
    def is_ours(self) -> bool:
        """Whether this desk holds it."""
        return self._lock is not None

    @property
    def is_asked_for(self) -> bool:
        """Whether another desk wants to write."""
        return self.is_ours and self.asked.exists()

    def hold(self) -> bool:
        """Take the lock where no other desk has it; tell whether it is ours."""
        if self._lock is None:
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
            lock = FileLock(self.path, thread_local=False)  # each call of the page has a thread of its own
            try:
                lock.acquire(timeout=0)
            except Timeout:
                return False
            except OSError:  # a folder that can only be read: then nobody writes there
                return False
            self._lock = lock
            self.asked.unlink(missing_ok=True)
        return True

    def ask(self) -> None:
        """Ask the desk that has the lock to let go."""
        if not self.hold():
            self.asked.touch()

    def let_go(self) -> None:
        """Let others write."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
