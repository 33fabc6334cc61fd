"""Issue letters once, in a process of its own, and print what it took as JSON.

Called by orders.py with a JSON object: count, formats, code, register (an address or ""), way (1, 2, ... processes
or "dask"), printed (a print run too), folder.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from office import DAY, KEY, TEMPLATES, deployments, work

from sopgen.files import opened
from sopgen.jobs.letters.issue import Delivery, issue
from sopgen.jobs.letters.maker import template_files
from sopgen.jobs.letters.numbers import by_hand, by_register
from sopgen.jobs.letters.run import printing
from sopgen.jobs.letters.workers import Spread, here, over_dask, over_processes
from sopgen.jobs.work import Work
from sopgen.register.opening import begin
from sopgen.register.store import Register


def megabytes(maxrss: int) -> float:
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def peak_here() -> float:
    """Return this process's highest memory in MB.

    Linux hands getrusage's figure on from the process that started this one; VmHWM begins anew.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    return megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peak_of_workers() -> float:
    return megabytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def cpu_seconds() -> float:
    """Return the time that this process and those it started have computed."""
    return sum(os.times()[:4])


@contextmanager
def spread(way: int | str, at: Work) -> Iterator[Spread]:
    """Yield the way that letters are made; a cluster is up and warm before the time is taken, processes are not."""
    if way == 1:
        yield here(at.letter_maker)
    elif isinstance(way, int):
        yield over_processes(template_files(TEMPLATES), way, Path(tempfile.gettempdir()))
    else:
        from distributed import LocalCluster

        options: dict[str, Any] = {"threads_per_worker": 1, "processes": True, "dashboard_address": None}
        with LocalCluster(n_workers=2, silence_logs=50, **options) as cluster:
            over = over_dask(template_files(TEMPLATES), cluster.scheduler_address.replace("tcp://", "dask://"))
            for _ in issue(
                at, deployments(64), Delivery(Path("pemanasan"), ("docx", "pdf"), by_hand(at, 1, None), over)
            ):
                pass
            yield over


@contextmanager
def printer(wanted: bool, at: Work) -> Iterator[Callable[[str, bytes], None]]:
    if not wanted:
        yield lambda _, __: None
        return
    with opened(Path("cetak.pdf")) as file, printing(at, file, day=DAY) as add:
        yield add


def run(told: dict[str, Any]) -> dict[str, float]:
    at, formats = work(), tuple(told["formats"])
    register: Register | None = begin(told["register"], "UKURAN", DAY.year, 1) if told["register"] else None
    numbers = by_register(at, register) if register else by_hand(at, 1, None)
    key = KEY if told["code"] else None
    with ExitStack() as stack:
        made_by = stack.enter_context(spread(told["way"], at))
        if told["way"] == 1:  # the first letter of a shape is a cost of the process, not of each letter
            list(
                issue(
                    at, deployments(2), Delivery(Path("pemanasan"), formats, by_hand(at, 1, None), made_by, None, key)
                )
            )
        ones = deployments(told["count"])
        before, started = cpu_seconds(), time.perf_counter()
        with printer(told["printed"], at) as add:
            for made in issue(
                at, ones, Delivery(Path("surat"), formats, numbers, made_by, register, key, told["printed"])
            ):
                if made.pdf:
                    add(made.title, made.pdf)
        seconds = time.perf_counter() - started
    # The worker processes have ended here, so that their time counts; the cluster's start and end count too.
    return {"seconds": seconds, "cpu": cpu_seconds() - before, "peak": peak_here(), "worker": peak_of_workers()}


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    # Worker processes read this file too if they find it, and import what only we need; those of sopgen do not.
    del sys.modules["__main__"].__file__
    os.chdir(asked["folder"])
    print(json.dumps(run(asked)))
