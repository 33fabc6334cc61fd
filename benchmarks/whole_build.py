"""Time the whole build against one cold LibreOffice conversion of our DOCX; --help and check against bare Python.

Ratios of medians in one run; wall time of whole processes.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 5


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


def report(name: str, ours: float, peer: float) -> None:
    print(f"{name:<58} {ours:7.3f} s  {peer:7.3f} s  ratio {ours / peer:5.2f}")


def main() -> None:
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

        report("whole build / one cold LibreOffice conversion (goal < 1)", *paired(build, convert))
    click = [sys.executable, "-c", "import click"]
    report(
        "sopgen --help / python -c 'import click' (goal < 3)",
        *paired(lambda: [sys.executable, "-m", "sopgen", "--help"], lambda: click),
    )
    nothing = [sys.executable, "-c", "pass"]
    for words, goal in ((["--help"], 8), (["build", "--help"], 25), (["check", "spec/sop/fkpm/2019.yaml"], 35)):
        ours, peer = paired(partial(list, [sys.executable, "-m", "sopgen", *words]), lambda: nothing)
        report(f"sopgen {' '.join(words)} / python -c pass (goal < {goal})", ours, peer)


main()
