"""A build asks the rules that stop it, all of them, and loads no others."""

import subprocess
import sys

from sopgen.lint.book import RULES
from sopgen.lint.stopping import stopping


def codes_alone(command: str) -> list[str]:
    """Return what a new process prints, a word each."""
    made = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    return made.stdout.split()


def test_the_few_modules_hold_every_rule_that_stops_a_build() -> None:
    alone = codes_alone("from sopgen.lint.stopping import stopping; print(*(one.code for one in stopping()))")
    whole = [code for code, one in RULES.items() if (one.stops, one.severity) == ("build", "error")]
    assert sorted(alone) == sorted(whole) == sorted(one.code for one in stopping())


def test_what_builds_does_not_load_the_book() -> None:
    loaded = codes_alone("import sys, sopgen.jobs.rebuild.changed, sopgen.jobs.outputs; print(*sys.modules)")
    assert "sopgen.lint.stopping" in loaded
    assert "sopgen.lint.book" not in loaded
