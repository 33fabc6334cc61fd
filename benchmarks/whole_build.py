"""Time the whole build against one cold LibreOffice conversion of our DOCX; --help and check against bare Python.

Ratios of medians in one run; wall time of whole processes.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from results import Result, ours_of_peer

ROOT = Path(__file__).parents[1]
ROUNDS = 3


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def paired(first: Callable[[], list[str]], second: Callable[[], list[str]]) -> tuple[float, float]:
    """Return the medians of two commands, run in turn after a warm-up of each."""
    seconds(first())
    seconds(second())
    pairs = [(seconds(first()), seconds(second())) for _ in range(ROUNDS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def goals() -> Iterator[Result]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)

        def build() -> list[str]:
            return [sys.executable, "-m", "sopgen", "build", "spec/sop/fkpm/2019.yaml", "--out", str(place / "build")]

        def convert() -> list[str]:
            office = shutil.which("soffice") or sys.exit("LibreOffice is missing: nothing to measure against")
            profile = Path(tempfile.mkdtemp(dir=place))  # a fresh profile: a cold start
            docx = place / "build" / "fkpm-2019" / "sop.docx"
            words = ["--headless", "--convert-to", "pdf", "--outdir", str(profile), str(docx)]
            return [office, f"-env:UserInstallation={profile.as_uri()}", *words]

        yield ours_of_peer(
            "build of one edition / one cold LibreOffice conversion", *paired(build, convert), most=0.5
        )
    click = [sys.executable, "-c", "import click"]
    helped = paired(lambda: [sys.executable, "-m", "sopgen", "--help"], lambda: click)
    yield ours_of_peer("sopgen --help / python -c 'import click'", *helped, most=3)
    nothing = [sys.executable, "-c", "pass"]
    for words, goal in ((["--help"], 8), (["build", "--help"], 25), (["check", "spec/sop/fkpm/2019.yaml"], 35)):
        ours, peer = paired(partial(list, [sys.executable, "-m", "sopgen", *words]), lambda: nothing)
        yield ours_of_peer(f"sopgen {' '.join(words)} / python -c pass", ours, peer, most=goal)
