"""Spread a run of letters: in this process, over processes of this machine, or over a dask cluster.

Each way takes plans and yields their files in the same order; what is under way at once has a bound, so that
memory stays flat however long the run. Workers only make bytes: numbers and files are the caller's.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from sopgen.errors import SopgenError, ToolMissing, with_fix
from sopgen.jobs.letters.maker import LetterMaker, Templates, make_batch, make_batch_file, taken
from sopgen.messages import say, system_fix, system_reason
from sopgen.plan.letter.contents import OrderPlan
from sopgen.tools.processes import begun, work_folder

if TYPE_CHECKING:
    from distributed import Client, Future

BATCH: Final = 8
# Batches under way for each worker: one at work, one waiting, one on its way back.
AHEAD: Final = 3
PATIENCE: Final = 30
# A batch that makes one worker after the other end is given up; dask itself gives each sending several workers.
SENT_AGAIN: Final = 3
RETRIES: Final = 3

T = TypeVar("T")
Files = Mapping[str, bytes]
Spread = Callable[[Iterable[OrderPlan], Sequence[str]], Iterator[Files]]


# What waits for a batch that is under way.
_Awaited = Callable[[], list[Files]]


def here(maker: LetterMaker) -> Spread:
    """Make one letter after the other in this process."""

    def run(plans: Iterable[OrderPlan], formats: Sequence[str]) -> Iterator[Files]:
        for plan in plans:
            yield maker.files(plan, formats)

    return run


def over_processes(templates: Templates, count: int, out: Path) -> Spread:
    """Make letters in `count` processes of this machine, on their way in a folder of their own in `out`.

    Raises SopgenError where one is ended from outside. They end with this process, however that ends.
    """

    def run(plans: Iterable[OrderPlan], formats: Sequence[str]) -> Iterator[Files]:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        # spawn: Typst's threads do not survive a fork.
        spawn = get_context("spawn")
        try:
            with (
                work_folder(out) as folder,
                ProcessPoolExecutor(count, mp_context=spawn, initializer=begun, initargs=(folder,)) as pool,
            ):

                def submit(batch: list[OrderPlan]) -> _Awaited:
                    future = pool.submit(make_batch_file, folder, templates, batch, formats)
                    return lambda: taken(future.result())

                yield from _ordered(submit, plans, count * AHEAD)
        except BrokenProcessPool as error:
            what = say("a process that makes letters was ended. fix: give the same command again; the numbers stay")
            raise SopgenError(what) from error
        except OSError as error:
            what = with_fix(
                say("{folder} can not be written: {reason}", folder=out, reason=system_reason(error)),
                system_fix(error),
            )
            raise SopgenError(what) from error

    return run


def over_dask(templates: Templates, address: str) -> Spread:
    """Make letters on the workers of a dask cluster; what a lost worker held is made again by another.

    Raises ToolMissing without the extra sopgen[dask], SopgenError where no scheduler or worker answers (any more), or
    where every worker that took a batch was lost with it.
    """

    def run(plans: Iterable[OrderPlan], formats: Sequence[str]) -> Iterator[Files]:
        with dask_client(address) as client:
            from distributed.comm.core import CommClosedError

            def submit(batch: list[OrderPlan]) -> _Awaited:
                # The templates go with each batch. Of what is scattered once, dask keeps a single copy when it tidies
                # up: all batches go to the worker that has it, and with that worker all of them are cancelled.
                send = partial(client.submit, make_batch, templates, batch, formats, pure=False, retries=RETRIES)
                return partial(made_by, client, send, send())

            try:
                yield from _ordered(submit, plans, max(1, worker_count(client)) * AHEAD)
            except CommClosedError as error:
                raise cluster_lost() from error

    return run


def made_by(client: "Client", send: "Callable[[], Future[T]]", future: "Future[T]") -> T:
    """Return what a worker made; send it again where it was lost and the cluster still has a worker."""
    from distributed import KilledWorker

    for _ in range(SENT_AGAIN):
        try:
            return _result(client, future)
        except (CancelledError, KilledWorker) as error:
            _wait_for_a_worker(client, error)
            future = send()
    try:
        return _result(client, future)
    except (CancelledError, KilledWorker) as error:
        raise cluster_lost() from error


def _wait_for_a_worker(client: "Client", lost: Exception) -> None:
    """Raise SopgenError where the scheduler answers no more or has no worker for PATIENCE seconds."""
    if client.status != "running":
        raise cluster_lost() from lost
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError) as error:
        raise cluster_lost() from error


def cluster_lost() -> SopgenError:
    """Return what is said where a cluster is gone."""
    return SopgenError(
        say("the dask cluster was lost. fix: start it, then give the same command again; the numbers stay")
    )


def worker_count(client: "Client") -> int:
    """Return how many workers a cluster has."""
    return len(client.scheduler_info(n_workers=-1)["workers"])


def _result(client: "Client", future: "Future[T]") -> T:
    """Wait for a batch; a batch may be slow, but where no worker is left nobody will make it."""
    while True:
        try:
            made: T = future.result(timeout=PATIENCE)
            return made
        except TimeoutError:
            if not worker_count(client):
                raise cluster_lost() from None


def dask_client(address: str) -> "Client":
    """Return a client of a cluster that has a worker; raise ToolMissing without dask, SopgenError without one."""
    try:
        from distributed import Client

        # What is lost is told in one line of ours.
        for name in ("distributed", "distributed.client"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    except ImportError as error:
        raise ToolMissing(say("dask is missing. fix: pip install sopgen[dask]")) from error
    place = address.removeprefix("dask://")
    try:
        client = Client(f"tcp://{place}", timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        what = say("no dask scheduler with workers answers at {place}. fix: start it, or correct it", place=place)
        raise SopgenError(what) from error
    return client


def _ordered(submit: Callable[[list[OrderPlan]], _Awaited], plans: Iterable[OrderPlan], most: int) -> Iterator[Files]:
    """Yield the files in the order of the plans, with at most `most` batches under way."""
    waiting: deque[_Awaited] = deque()
    rest = iter(plans)
    while batch := list(islice(rest, BATCH)):
        waiting.append(submit(batch))
        if len(waiting) >= most:
            yield from waiting.popleft()()
    while waiting:
        yield from waiting.popleft()()
