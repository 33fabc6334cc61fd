from pathlib import Path

import sopgen.check
from sopgen.check import problems
from sopgen.lint.registry import RULES

ROOT = Path(__file__).parents[2]


def test_every_rule_names_its_source_and_says_what_holds() -> None:
    assert sopgen.check
    for entry in RULES.values():
        assert entry.source
        assert entry.check.__doc__


def test_a_sound_spec_has_no_findings() -> None:
    assert [] == problems(ROOT / "tests" / "contoh" / "sop.yaml")


def test_the_2019_edition_has_warnings_only() -> None:
    found = problems(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")
    assert {"warning"} == {problem.severity for problem in found}
    assert ["FL07", "LB05", "LB05"] == sorted(problem.code for problem in found)


def test_every_rule_that_is_an_error_has_a_case() -> None:
    texts = "".join(path.read_text("utf-8") for path in (ROOT / "tests" / "cases").glob("*/expected.txt"))
    for code, entry in RULES.items():
        assert entry.severity != "error" or f"error {code}" in texts
