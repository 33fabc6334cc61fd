"""Spread a run of letters: in this process, over processes of this machine, or over a dask cluster.

Each way takes plans and yields their files in the same order; what is under way at once has a bound, so that
memory stays flat however long the run. Workers only make bytes: numbers and files are the caller's.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, Protocol

from sopgen.errors import SopgenError, ToolMissing
from sopgen.messages import say
from sopgen.plan.order import OrderPlan
from sopgen.press import Press, Templates, make_batch

BATCH: Final = 16
# Batches under way for each worker: one at work, one waiting, one on its way back.
AHEAD: Final = 3
PATIENCE: Final = 30

Files = Mapping[str, bytes]
Spread = Callable[[Iterable[OrderPlan], Sequence[str]], Iterator[Files]]


class _Future(Protocol):
    def result(self) -> Any: ...


def here(press: Press) -> Spread:
    """Make one letter after the other in this process."""

    def run(plans: Iterable[OrderPlan], formats: Sequence[str]) -> Iterator[Files]:
        for plan in plans:
            yield press.files(plan, formats)

    return run


def over_processes(templates: Templates, count: int) -> Spread:
    """Make letters in `count` processes of this machine."""

    def run(plans: Iterable[OrderPlan], formats: Sequence[str]) -> Iterator[Files]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        # spawn: Typst's threads do not survive a fork.
        with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
            yield from _ordered(
                lambda batch: pool.submit(make_batch, templates, batch, formats), plans, count * AHEAD
            )

    return run


def over_dask(templates: Templates, address: str) -> Spread:
    """Make letters on the workers of a dask cluster; what a lost worker held is made again by another.

    Raises ToolMissing without the extra sopgen[dask], SopgenError where no scheduler or worker answers.
    """

    def run(plans: Iterable[OrderPlan], formats: Sequence[str]) -> Iterator[Files]:
        with _client(address) as client:
            sent = client.scatter(templates, broadcast=True, hash=True)
            count = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))

            def submit(batch: list[OrderPlan]) -> _Future:
                future: _Future = client.submit(make_batch, sent, batch, formats, pure=False, retries=3)
                return future

            yield from _ordered(submit, plans, count * AHEAD)

    return run


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise ToolMissing(say("dask is missing. fix: pip install sopgen[dask]")) from error
    place = address.removeprefix("dask://")
    try:
        client: Any = Client(f"tcp://{place}", timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        what = say("no dask scheduler with workers answers at {place}. fix: start it, or correct it", place=place)
        raise SopgenError(what) from error
    return client


def _ordered(submit: Callable[[list[OrderPlan]], _Future], plans: Iterable[OrderPlan], most: int) -> Iterator[Files]:
    """Yield the files in the order of the plans, with at most `most` batches under way."""
    waiting: deque[_Future] = deque()
    rest = iter(plans)
    while batch := list(islice(rest, BATCH)):
        waiting.append(submit(batch))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()
