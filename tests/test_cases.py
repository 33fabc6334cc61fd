"""A bad-input case is a folder: spec/ as a user would have it, and the lines that `check` must print."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.jobs.check import problems

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_each_case_prints_its_problems(
    name: str, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.chdir(CASES / name)
    found = problems(Path("spec/sop.yaml"))
    assert any(problem.severity == "error" for problem in found)
    golden(f"../cases/{name}/expected.txt", "".join(f"{problem}\n" for problem in found))
