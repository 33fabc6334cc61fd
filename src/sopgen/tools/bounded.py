"""Work on what strangers made, in a process of its own that may take only so much time and memory.

A call gets seconds of the processor, so that a busy machine ends nothing sooner; a clock stands behind them. Windows
has no such limits of the system: there only the clock counts.
"""

import atexit
import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO, Final, ParamSpec, TypeVar, cast

SECONDS: Final = 3
# Of the clock, for each second of the processor.
PATIENCE: Final = 20
# Of what a process writes into, beside the files that it maps (bytes).
MEMORY: Final = 400 * 1024 * 1024
# How a process ends that has no memory left.
NO_MEMORY: Final = 77
LENGTH: Final = struct.Struct(">Q")
# No address of the network is reached through it.
NOWHERE: Final = "http://127.0.0.1:9"
PROXIES: Final = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")

P = ParamSpec("P")
R = TypeVar("R")


_Call = tuple[int, Callable[..., object], tuple[object, ...], dict[str, object]]


class Overrun(Exception):
    """The work took more than it may, or ended its process."""


class Bounded:
    """A process that makes one call after the other, started at the first and anew after one that was ended."""

    def __init__(self, seconds: int = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        atexit.register(self.close)

    def call(self, function: Callable[P, R], *args: P.args, **values: P.kwargs) -> R:
        """Return what the function, one of a module, returns there; its errors are raised here. Raises Overrun."""
        with self._turn:
            process = self._process = self._process or _start()
            clock = threading.Timer(self._seconds * PATIENCE, process.kill)
            clock.start()
            try:
                _send(cast("BinaryIO", process.stdin), (self._seconds, function, args, values))
                done, made = cast("tuple[bool, object]", _receive(cast("BinaryIO", process.stdout)))
            except (EOFError, OSError) as error:
                raise self._ended(process, by_clock=not clock.is_alive()) from error
            finally:
                clock.cancel()
        if not done:
            raise cast("Exception", made)
        return cast("R", made)

    def _ended(self, process: "subprocess.Popen[bytes]", *, by_clock: bool) -> Exception:
        """Return why the process ended; it is ours where it ended by itself and had memory left."""
        self._process = None
        process.communicate()
        if by_clock or process.returncode < 0 or process.returncode == NO_MEMORY:
            return Overrun()
        return RuntimeError(f"the process for {__name__} ended with code {process.returncode}")

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _start() -> "subprocess.Popen[bytes]":
    own = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), **dict.fromkeys(PROXIES, NOWHERE)}
    # -P: nothing is imported from the folder that staff work in.
    command = [sys.executable, "-P", "-c", "from sopgen.tools.bounded import serve; serve()"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env={**os.environ, **own})


def _send(to: BinaryIO, message: object) -> None:
    content = pickle.dumps(message)
    to.write(LENGTH.pack(len(content)) + content)
    to.flush()


def _receive(source: BinaryIO) -> object:
    (length,) = LENGTH.unpack(_exactly(source, LENGTH.size))
    return pickle.loads(_exactly(source, length))


def _exactly(source: BinaryIO, count: int) -> bytes:
    content = source.read(count)
    if len(content) < count:
        raise EOFError
    return content


def serve() -> None:
    """Make the calls that come in at the standard input, until its other end is closed."""
    source, to = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What a library says is no answer.
    os.dup2(2, 1)
    _limit_memory()
    while True:
        try:
            seconds, function, args, values = cast("_Call", _receive(source))
        except EOFError:
            return
        _limit_time(seconds)
        try:
            answer: tuple[bool, object] = True, function(*args, **values)
        except MemoryError:
            sys.exit(NO_MEMORY)
        except Exception as error:
            answer = False, error
        _send(to, answer)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource
    import signal

    # The process that waits decides what an interrupt means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))
