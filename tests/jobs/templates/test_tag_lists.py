"""The tags of each template folder: told in tanda.md, and no other stands in its .docx or .typ."""

import re
from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from sopgen.jobs.templates.tag_lists import FOLDERS, NAME, tag_lists

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def lists() -> dict[str, str]:
    return tag_lists()


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_the_list_is_that_of_the_plan(folder: str, lists: dict[str, str]) -> None:
    assert (ROOT / "templates" / folder / NAME).read_text("utf-8") == lists[folder], "run `make rules`"


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_every_tag_has_a_meaning(folder: str, lists: dict[str, str]) -> None:
    rows = [line.split(" | ") for line in lists[folder].splitlines() if line.startswith("| `")]
    assert rows
    assert not [row[0] for row in rows if not row[1].strip()]


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_word_and_typst_use_listed_tags_only(folder: str, lists: dict[str, str]) -> None:
    known = {re.split(r"[.\[]", name)[0] for name in re.findall(r"^\| `([^`]+)`", lists[folder], re.M)}
    template = ROOT / "templates" / folder / folder
    word = DocxTemplate(template.with_suffix(".docx")).get_undeclared_template_variables()
    typst = set(re.findall(r"\bd\.(\w+)", template.with_suffix(".typ").read_text("utf-8"))) - {"at"}
    assert word <= known
    assert typst <= known
    assert word
    assert typst
