import json
from pathlib import Path

import pytest

from sopgen.cli.findings import FORMATS, as_github, as_json, as_sarif, as_text
from sopgen.errors import Problem

FOUND = [
    Problem("spec/sop/a b.yaml", 3, 7, "FL02", "100 % salah, ya:\ntidak", "tulis ulang", "kegiatan[0].alur"),
    Problem("spec/satuan.yaml", 1, 1, "LG01", "kata", "", "kop[0]", "warning"),
    Problem("spec/satuan.yaml", 2, 1, "LB07", "hukum", "", "", "info"),
]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")


def test_text_counts_errors_and_others() -> None:
    assert "1 error, 2 other findings" == as_text(FOUND).splitlines()[-1]


def test_a_finding_is_one_line_also_where_it_quotes_several() -> None:
    assert 3 + len(FOUND) + 1 == len(as_text(FOUND).splitlines())  # each under its head


def test_json_names_the_source_of_each_rule() -> None:
    rows = json.loads(as_json(FOUND))
    assert "Permenpan RB 35/2012, annex, flowchart part" == rows[0]["sumber"]
    assert all(row["sumber"] for row in rows)


def test_github_commands_are_escaped() -> None:
    first, second, third = as_github(FOUND).splitlines()
    assert (
        "::error file=spec/sop/a b.yaml,line=3,col=7,title=FL02::"
        "100 %25 salah, ya:%0Atidak (kegiatan[0].alur). fix: tulis ulang"
    ) == first
    assert "::warning file=spec/satuan.yaml,line=1,col=1,title=LG01::kata (kop[0])." == second
    assert third.startswith("::notice ")


def test_a_name_with_colon_and_comma_is_escaped_for_github() -> None:
    assert "file=C%3A/a%2Cb.yaml," in as_github([Problem("C:/a,b.yaml", 1, 1, "LG01", "x")])


def test_sarif_has_rules_levels_and_places() -> None:
    log = json.loads(as_sarif(FOUND))
    assert "2.1.0" == log["version"]
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert ["FL02", "LB07", "LG01"] == [rule["id"] for rule in rules]
    assert all(rule["fullDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert ["error", "note", "warning"] == [rule["defaultConfiguration"]["level"] for rule in rules]
    assert ["error", "warning", "note"] == [result["level"] for result in run["results"]]
    for result in run["results"]:
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"]
    place = run["results"][0]["locations"][0]
    assert "spec/sop/a%20b.yaml" == place["physicalLocation"]["artifactLocation"]["uri"]
    assert {"startLine": 3, "startColumn": 7} == place["physicalLocation"]["region"]
    assert [{"fullyQualifiedName": "kegiatan[0].alur"}] == place["logicalLocations"]


def test_sarif_names_files_of_the_working_folder_relatively(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    log = json.loads(as_sarif([Problem((tmp_path / "sop.yaml").as_posix(), 1, 1, "LG01", "x")]))
    (result,) = log["runs"][0]["results"]
    assert "sop.yaml" == result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_a_run_without_problems_is_valid_in_every_form() -> None:
    assert [] == json.loads(as_json([]))
    assert [] == json.loads(as_sarif([]))["runs"][0]["results"]
    assert "" == as_github([])


@pytest.mark.parametrize("fmt", ["sarif", "gitlab"])
def test_a_file_whose_name_is_no_text_is_named_by_its_bytes(fmt: str) -> None:
    said = FORMATS[fmt]([Problem("spec/l\udcff.yaml", 1, 1, "SK01", "salah")])
    assert "spec/l%FF.yaml" in said
    assert said.encode("utf-8")
