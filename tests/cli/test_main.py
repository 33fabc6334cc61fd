import inspect
import json
import re
import shutil
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sopgen.cli.main import COMMANDS, loaded, main

ROOT = Path(__file__).parents[2]
SPEC = "spec/sop/fkpm/2019.yaml"


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOPGEN_LANG", "en")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def test_check_prints_one_line_a_problem_and_succeeds_on_warnings() -> None:
    result = run("check", SPEC, "--all")
    assert 0 == result.exit_code
    assert re.search(r"^spec/sop/fkpm/2019\.yaml:\d+:\d+: warning LB05: .* fix: ", result.output, re.MULTILINE)


def test_strict_counts_warnings_as_errors() -> None:
    assert 1 == run("check", SPEC, "--all", "--strict").exit_code


def test_check_speaks_json() -> None:
    found = json.loads(run("check", SPEC, "--format", "json").output)
    assert {"file", "line", "column", "code", "what", "fix", "path", "severity", "sumber"} == set(found[0])


def test_check_speaks_to_ci() -> None:
    assert "2.1.0" == json.loads(run("check", SPEC, "--format", "sarif").output)["version"]
    assert run("check", SPEC, "--format", "github").output.startswith("::warning file=spec/sop/fkpm/2019.yaml,line=")
    assert 1 == run("check", SPEC, "--format", "github", "--strict").exit_code


def test_check_asks_what_holds_on_a_day() -> None:
    assert "LB06" not in run("check", SPEC, "--all", "--date", "2019-11-01").output
    assert "LB06" in run("check", SPEC, "--all", "--date", "2026-11-01").output
    assert 2 == run("check", SPEC, "--date", "besok").exit_code


@pytest.mark.parametrize("fmt", ["text", "json", "sarif", "github", "gitlab"])
def test_the_words_of_an_edition_as_issued_are_one_line_unless_all_is_asked_for(fmt: str) -> None:
    told = run("check", SPEC, "--format", fmt).output
    said = re.findall(r"edition 2019: (\d+) findings, printed as issued; --all shows them", told)
    each = re.findall(r"\b(?:LB|LG|FL|ID)\d\d\b", run("check", SPEC, "--all").output)
    assert [str(len(each))] == said
    assert not re.search(r"\b(LB|LG|FL|ID)\d\d\b", told)
    assert "PS13" in told
    assert 0 == run("check", "spec/sop/fkpm/2026-draf.yaml").output.count("PS16")


def test_check_explains_a_code() -> None:
    result = run("check", "--explain", "fl02")
    assert 0 == result.exit_code
    assert result.output.startswith("FL02  A decision has two or three labelled exits")
    unknown = run("check", "--explain", "FL99")
    assert 2 == unknown.exit_code
    assert 'did you mean "FL' in unknown.output


def test_faults_exit_with_1_and_print_no_traceback() -> None:
    result = run("check", "tests/cases/wrong-kinds/spec/sop.yaml")
    assert 1 == result.exit_code
    assert "Traceback" not in result.output


def test_wrong_usage_exits_with_2() -> None:
    assert 2 == run("chart", SPEC, "--to", "gif").exit_code
    assert 2 == run("chart", SPEC, "--activity", "Z").exit_code


def test_a_build_of_a_faulty_spec_leaves_the_output_folder_alone(tmp_path: Path) -> None:
    result = run("build", "tests/cases/dangling-step/spec/sop.yaml", "--out", str(tmp_path))
    assert 1 == result.exit_code
    assert "FL03" in result.output
    assert [] == list(tmp_path.iterdir())


def test_new_makes_a_folder_in_which_the_draft_alone_is_not_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 0 == run("new", str(tmp_path / "kerja")).exit_code
    monkeypatch.chdir(tmp_path / "kerja")
    found = json.loads(run("check", "--format", "json").output)
    assert {"spec/sop/fkpm/2026-draf.yaml"} == {one["file"] for one in found if one["severity"] == "error"}
    assert 0 == run("check", SPEC, "spec/sop/mediasi/contoh.yaml").exit_code
    assert 1 == run("new", ".").exit_code


def test_a_folder_whose_name_has_a_blank_is_named_as_the_shell_wants_it(tmp_path: Path) -> None:
    folder = tmp_path / "kerja baru"
    assert f'cd "{folder}" && sopgen build' in run("new", str(folder)).output


def test_what_the_system_refuses_is_told_in_the_reader_s_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "id")
    assert "tidak dapat dibaca: berkas atau folder tidak ada." in run("check", "spec/tidak-ada.yaml").output


def test_doctor_names_every_tool() -> None:
    result = run("doctor")
    assert 0 == result.exit_code
    for name in ("typst", "fontpkg-arimo", "graphviz-pure", "dot", "LibreOffice"):
        assert name in result.output


def test_every_command_is_in_the_readme_and_has_the_help_that_is_announced() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, announced in main.commands.items():
        assert f"sopgen {name}" in readme
        command = loaded(name)
        assert name == command.name
        assert announced.get_short_help_str(200) == command.get_short_help_str(200)
        assert command.get_short_help_str(200)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_options_of_a_command_are_the_fields_of_its_record(name: str) -> None:
    command = loaded(name)
    for one in command.commands.values() if isinstance(command, click.Group) else [command]:
        assert one.callback
        taken = {option.name for option in one.params}
        values = list(inspect.signature(inspect.unwrap(one.callback)).parameters.values())
        record = values[0].annotation if values else None
        if is_dataclass(record):
            assert taken == {field.name for field in fields(record)}
        else:
            assert taken == {value.name for value in values}


def test_the_help_loads_no_command_and_no_library_but_click() -> None:
    code = (
        "import sys; from sopgen.cli.main import main; main(['--help'], standalone_mode=False); "
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr); "
        "print(*sorted(name for name in sys.modules if name.startswith('sopgen.')), file=sys.stderr)"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms, ours = (line.split() for line in made.stderr.splitlines()[-2:])
    assert {"cli", "cli.main", "cli.language", "cli.own_faults", "cli.usage", "details", "errors", "messages"} == {
        name.removeprefix("sopgen.") for name in ours
    }
    assert not {"pydantic", "typst", "docx", "lxml", "sqlalchemy", "yaml", "pyhanko"} & set(rooms)


# What reads specs and plans pages; what draws, fills and typesets is loaded by whoever has something to make.
READERS = {"click", "fontpkg_arimo", "pydantic", "yaml"}
HELPERS = {"annotated_types", "pydantic_core", "typing_extensions", "typing_inspection"}
# Run a command in a process of its own, and print which libraries it has loaded when it ends.
LIBRARIES = """
import sys, sysconfig
before = set(sys.modules)
from sopgen.cli.main import main
try:
    main(sys.argv[1:])
finally:
    homes = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    files = {name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items()}
    found = {name.partition(".")[0] for name in files.keys() - before if files[name].startswith((*homes,))}
    print("loaded:", *sorted(found - {"sopgen"}), file=sys.stderr)
"""


def libraries(*words: str) -> tuple[str, set[str]]:
    """Return what a command tells of faults, and the libraries that it has loaded."""
    made = subprocess.run([sys.executable, "-c", LIBRARIES, *words], capture_output=True, text=True, check=False)
    told, _, loaded = made.stderr.rpartition("loaded:")
    return told, set(loaded.split())


def test_check_loads_what_reads_and_plans_and_no_more() -> None:
    assert ("", READERS | HELPERS | {"Sastrawi"}) == libraries("check", SPEC)


def test_build_loads_no_renderer_before_the_pages_are_planned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    monkeypatch.chdir(tmp_path)
    spec = tmp_path / SPEC
    wide = spec.read_text("utf-8").replace("judul: A. PENCEGAHAN DINI", f"judul: {'X' * 90}")
    spec.write_text(wide, "utf-8")
    told, found = libraries("build", SPEC)
    assert "TL04" in told
    assert READERS | HELPERS == found


def test_a_build_loads_the_planner_once_an_edition_is_read() -> None:
    code = "import sys, sopgen.jobs.build; print(*sys.modules)"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {".".join(name.split(".")[:2]) for name in made.stdout.split() if name.startswith("sopgen.")}
    assert not {"sopgen.plan", "sopgen.render", "sopgen.tools"} & loaded


def test_no_validator_is_made_while_modules_load() -> None:
    code = (
        "import sopgen.jobs.build, sopgen.model.base as base\n"
        "def below(kind): return [kind, *(one for sub in kind.__subclasses__() for one in below(sub))]\n"
        "models = below(base.Model)\n"
        "print(len(models), *(model.__name__ for model in models if model.__pydantic_complete__))"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    count, *complete = made.stdout.split()
    assert int(count) > 50
    assert not complete


def test_garbage_is_looked_for_again_once_a_command_is_loaded() -> None:
    code = (
        "import gc; from sopgen.cli.main import loaded; loaded('build'); print(gc.isenabled(), gc.get_freeze_count())"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    running, kept = made.stdout.split()
    assert "True" == running
    assert int(kept) > 10_000


@pytest.mark.parametrize("name", ["order", "sign", "verify-order"])
def test_no_library_complains_at_the_exit(name: str) -> None:
    code = (
        "import sys; from sopgen.cli.main import main, loaded; loaded(sys.argv[1]); "
        "from sopgen.seal.picture import qr_png; qr_png('SOPGEN'); main(['--help'])"
    )
    made = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=True)
    assert not made.stderr


@pytest.mark.parametrize(
    ("words", "known"),
    [("sopgen ver", "verify-order"), ("sopgen order --per", "--per-person"), ("sopgen register ga", "gaps")],
)
def test_the_shell_completes_commands_and_their_options(words: str, known: str) -> None:
    told = {"_SOPGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    result = CliRunner().invoke(main, [], prog_name="sopgen", env=told, complete_var="_SOPGEN_COMPLETE")
    assert f"plain,{known}" in result.output.splitlines()


def test_an_unknown_command_is_wrong_usage() -> None:
    result = run("chek")
    assert 2 == result.exit_code
    assert "No such command 'chek'" in result.output


def test_two_editions_of_one_name_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    other = tmp_path / "spec" / "sop" / "lain.yaml"
    other.parent.mkdir(parents=True)
    other.write_text((ROOT / SPEC).read_text("utf-8").replace("id: fkpm\n", "id: FKPM\n", 1), encoding="utf-8")
    (tmp_path / "spec" / "satuan.yaml").write_bytes((ROOT / "spec" / "satuan.yaml").read_bytes())
    result = run("build", SPEC, str(other), "--out", str(tmp_path / "build"))
    assert 1 == result.exit_code
    assert "ID08" in result.output
    assert not (tmp_path / "build").exists()


DANGLING = "tests/cases/dangling-step/spec/sop.yaml"


def test_faults_of_a_build_are_annotations_at_their_lines(tmp_path: Path) -> None:
    made = run("build", DANGLING, "--out", str(tmp_path), "--format", "github")
    assert 1 == made.exit_code
    assert re.search(rf"^::error file={DANGLING},line=\d+,col=\d+,title=FL03::", made.stdout, re.MULTILINE)
    assert f"{DANGLING}:" in made.stderr


def test_faults_of_a_build_are_a_report_of_code_quality(tmp_path: Path) -> None:
    made = run("build", DANGLING, "--out", str(tmp_path), "--format", "gitlab")
    found = json.loads(made.stdout)
    assert 1 == made.exit_code
    assert {DANGLING} == {one["location"]["path"] for one in found}
    assert found == [
        one for one in json.loads(run("check", DANGLING, "--format", "gitlab").stdout) if one["severity"] == "major"
    ]


def test_a_release_of_what_is_not_approved_is_an_annotation_too(tmp_path: Path) -> None:
    made = run("build", SPEC, "--release", "--out", str(tmp_path), "--format", "github")
    assert made.stdout.startswith(f"::error file={SPEC},line=")
