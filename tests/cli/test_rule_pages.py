"""Every code that is printed has a page, and docs/rules/ is made from the pages."""

import re
from pathlib import Path

import pytest

from sopgen.cli.rule_pages import files, on_terminal
from sopgen.lint.pages.all import PAGES

ROOT = Path(__file__).parents[2]


def test_the_written_pages_are_those_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "id")
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert dict(files()) == written, "run `make rules`"


def test_every_code_in_the_source_has_a_page() -> None:
    texts = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "sopgen").rglob("*.py"))
    assert set(re.findall(r'"([A-Z]{2}\d{2})"', texts)) == set(PAGES)


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_page_reads_well_on_the_terminal_in_both_languages(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    english = on_terminal(PAGES[code])
    monkeypatch.setenv("SOPGEN_LANG", "id")
    indonesian = on_terminal(PAGES[code])
    assert english != indonesian
    for text in (english, indonesian):
        assert text.startswith(f"{code}  ")
        assert ".." not in text.splitlines()[0]
        assert max(map(len, text.splitlines())) <= 170
