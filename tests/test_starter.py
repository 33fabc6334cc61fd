"""What `sopgen new` writes for git, pre-commit and servers works: its commands, run for real in a fresh folder."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.jobs.folder import CHIEF, REVIEWER, edit, run

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
GITHUB, GITLAB = Path(".github/workflows/sop.yml"), Path(".gitlab-ci.yml")
INSTALLS = "python -m pip install "


@pytest.fixture(autouse=True)
def _in_a_fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    assert 0 == run("new", str(tmp_path / "kerja")).exit_code
    monkeypatch.chdir(tmp_path / "kerja")


def environment() -> dict[str, str]:
    """Return what a server has: the programs beside this Python, and this source."""
    own = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"), "SOPGEN_LANG": "id"}
    return {**os.environ, **own}


def shell(lines: str) -> subprocess.CompletedProcess[str]:
    """Run lines as both servers do: stop at the first that fails, also inside a pipe."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)


def github() -> list[str]:
    steps: list[dict[str, Any]] = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]["sop"]["steps"]
    return [step["run"] for step in steps if "run" in step]


def gitlab() -> list[str]:
    job = yaml.safe_load(GITLAB.read_text("utf-8"))["sop"]
    return [*job["before_script"], *job["script"]]


SERVERS = {"github": github, "gitlab": gitlab}


def steps(server: str) -> list[str]:
    """Return the steps after those that install sopgen."""
    return [step for step in SERVERS[server]() if not step.startswith(INSTALLS)]


def test_every_step_of_each_server_passes_in_a_fresh_folder() -> None:
    assert [4] * len(SERVERS) == [len(steps(server)) for server in SERVERS]
    # Most steps are those of both.
    for step in dict.fromkeys(step for server in SERVERS for step in steps(server)):
        done = shell(step)
        assert 0 == done.returncode, f"{step}\n{done.stdout}{done.stderr}"
    assert {"fkpm-2019", "mediasi-contoh"} <= {path.name for path in Path("build").iterdir()}
    assert not Path("rilis").exists()


def test_a_server_gives_out_what_is_approved_and_stops_at_what_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 == run("build", "spec/sop/fkpm/2019.yaml").exit_code
    Path("asli.pdf").write_bytes(b"%PDF-1.7 pindaian naskah asli")
    original = ("--by", "pengesah", "--scan", "asli.pdf", "--date", "2019-09-03")
    with monkeypatch.context() as office:
        office.delenv("CI", raising=False)  # where nobody signs
        assert 0 == run("sign", "build/fkpm-2019/sop.pdf", *original).exit_code
    register = ("--to", "berlaku", *CHIEF, "--date", "2026-11-20", "--note", "Cocok dengan naskah asli")
    assert 0 == run("approve", "spec/sop/fkpm/2019.yaml", *register).exit_code
    compare, _, release = steps("github")[1:]
    assert [compare, release] == steps("gitlab")[1::2]
    assert 0 == shell(release).returncode
    assert ["fkpm-2019"] == [path.name for path in Path("rilis").iterdir() if not path.name.startswith(".")]
    edit("spec/sop/fkpm/2019.yaml", "Soundsystem", "Pengeras suara")
    assert 1 == shell(compare).returncode


def test_a_rejected_edition_is_not_given_out() -> None:
    who = ("approve", "spec/sop/mediasi/contoh.yaml", *REVIEWER, "--date", "2026-11-20", "--note", "Belum")
    run(*who, "--to", "ditinjau", "--decision", "tolak")
    assert 0 == shell(steps("github")[-1]).returncode
    assert not Path("rilis").exists()


def test_both_servers_install_the_same_with_digests_and_need_no_secret() -> None:
    installs = [line for step in github() for line in step.splitlines() if line.startswith(INSTALLS)]
    assert installs == [line for line in gitlab() if line.startswith(INSTALLS)]
    assert "--require-hashes -r alat/requirements.lock" in installs[0]
    for path in (GITHUB, GITLAB):
        assert not re.search(r"secrets?\.|passw|token|CI_JOB", path.read_text("utf-8"))


def test_actions_are_pinned_to_a_major_version_and_may_only_read() -> None:
    workflow = yaml.safe_load(GITHUB.read_text("utf-8"))
    used = [step["uses"] for step in workflow["jobs"]["sop"]["steps"] if "uses" in step]
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@v\d+", action)
    assert {"contents": "read"} == workflow["permissions"]


def pins(path: Path) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", path.read_text("utf-8"), re.MULTILINE)
    return dict(found)


def test_the_lock_for_servers_holds_what_sopgen_needs_as_it_was_tested() -> None:
    lock, tested = pins(Path("alat/requirements.lock")), pins(ROOT / "requirements.lock")
    assert lock.items() <= tested.items()
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[><=\[]", one)[0].replace(".", "-") for one in needed}
    assert names <= lock.keys()
    assert {"pytest", "mypy", "ruff"}.isdisjoint(lock)


@pytest.fixture
def _repository() -> None:
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=P", "-c", "user.email=p@contoh", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *words], check=True, capture_output=True)


PRIVATE = (
    "roster/daftar.xlsx",
    "daftar.csv",
    "spec/surat-perintah/daftar.csv",
    "spec/surat-perintah/daftar.xlsx",
    "tindak-lanjut/laporan-hasil-0001-A.docx",
    "cetak.pdf",
    "cetak-desember/1.pdf",
    "agenda.xlsx",
    "hasil/laporan-hasil-0001-A-81110001.pdf",
    "register/surat-perintah.sqlite",
    "register/surat-perintah.sqlite-wal",
    "surat/1-sprin.docx",
    "build/fkpm-2019/sop.pdf",
    "rilis/fkpm-2019/sop.pdf",
    "kunci/kunci.pem",
    "pejabat.p12",
    "pejabat.pfx",
    "rahasia/x.txt",
    "spec/sop/fkpm/~$2019.yaml",
)
KEPT = (
    "spec/satuan.yaml",
    "spec/surat-perintah/contoh-daftar.csv",
    "spec/pengesahan/fkpm-2019.yaml",
    "templates/sop/sop.docx",
    "alat/requirements.lock",
    "alat/sopgen-0.2.0-py3-none-any.whl",
    "kunci.pub",
)


@pytest.mark.usefixtures("_repository")
def test_git_ignores_personal_data_keys_and_outputs_and_nothing_else() -> None:
    def ignored(paths: tuple[str, ...]) -> list[str]:
        done = subprocess.run(
            ["git", "check-ignore", "--no-index", *paths], capture_output=True, text=True, check=False
        )
        return done.stdout.splitlines()

    assert list(PRIVATE) == ignored(PRIVATE)
    assert [] == ignored(KEPT)


@pytest.mark.usefixtures("_repository")
def test_git_keeps_line_ends_so_that_digests_are_the_same_everywhere() -> None:
    paths = ["spec/satuan.yaml", "templates/sop/sop.typ", "templates/sop/sop.docx"]
    told = subprocess.run(
        ["git", "check-attr", "eol", "text", "--", *paths], capture_output=True, text=True, check=True
    )
    assert "spec/satuan.yaml: eol: lf" in told.stdout
    assert "templates/sop/sop.typ: eol: lf" in told.stdout
    assert "templates/sop/sop.docx: text: unset" in told.stdout


@pytest.mark.usefixtures("_repository")
def test_the_hook_lets_a_sound_folder_pass_and_stops_a_faulty_one() -> None:
    hook = [str(BIN / "pre-commit"), "run", "--all-files"]
    own = {**environment(), "PRE_COMMIT_HOME": str(Path.cwd().parent / "pre-commit")}
    passed = subprocess.run(hook, env=own, capture_output=True, text=True, check=False)
    assert 0 == passed.returncode, passed.stdout
    Path("spec/surat-perintah/catatan.yaml").write_text("ketua: BRIPKA Budi NRP 81110001\n", encoding="utf-8")
    subprocess.run(["git", "add", "-A"], check=True, capture_output=True)
    told = subprocess.run(hook, env=own, capture_output=True, text=True, check=False)
    assert 1 == told.returncode
    assert "catatan.yaml:1:1: error PR02" in told.stdout or "catatan.yaml:1:1: kesalahan PR02" in told.stdout
    assert "81110001" not in told.stdout
    edit("spec/satuan.yaml", "nama:", "namaa:")
    stopped = subprocess.run(hook, env=own, capture_output=True, text=True, check=False)
    assert 1 == stopped.returncode
    assert "SK01" in stopped.stdout


def test_the_hook_of_this_repository_is_one_that_pre_commit_takes() -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    own = {**environment(), "PRE_COMMIT_HOME": str(Path.cwd().parent / "pre-commit")}
    subprocess.run([BIN / "pre-commit", "validate-manifest", manifest], env=own, check=True, capture_output=True)
    hooks = yaml.safe_load(manifest.read_text("utf-8"))
    assert ["sopgen-check", "sopgen-personal-data"] == [hook["id"] for hook in hooks]
    for hook in hooks:
        assert 0 == shell(f"{hook['entry']} spec/sop/fkpm/2019.yaml").returncode


def test_the_wheel_holds_all_that_new_writes(tmp_path: Path) -> None:
    subprocess.run(
        [BIN / "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = {name.removeprefix("sopgen/contoh/starter/") for name in archive.namelist() if "/starter/" in name}
    starter = ROOT / "starter"
    assert inside == {path.relative_to(starter).as_posix() for path in starter.rglob("*") if path.is_file()}


def test_an_unfinished_folder_is_left_alone() -> None:
    before = sorted(path.as_posix() for path in Path().rglob("*"))
    assert 1 == run("new", ".").exit_code
    assert before == sorted(path.as_posix() for path in Path().rglob("*"))


def test_a_server_runs_once_a_request_and_keeps_what_pip_fetched() -> None:
    # YAML 1.1 reads `on` as true.
    workflow: dict[Any, Any] = yaml.safe_load(GITHUB.read_text("utf-8"))
    assert {"push": {"branches": ["main", "master"]}, "pull_request": None} == workflow[True]
    (python,) = [one for one in workflow["jobs"]["sop"]["steps"] if "setup-python" in one.get("uses", "")]
    assert Path(python["with"]["cache-dependency-path"]).is_file()
    pipeline = yaml.safe_load(GITLAB.read_text("utf-8"))
    assert {"if": "$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS", "when": "never"} in pipeline["workflow"]["rules"]
    assert all(Path(name).is_file() for name in pipeline["sop"]["cache"]["key"]["files"])


def test_gitlab_shows_the_findings_also_where_the_check_fails() -> None:
    job = yaml.safe_load(GITLAB.read_text("utf-8"))["sop"]
    (report,) = job["after_script"]
    edit("spec/satuan.yaml", "nama:", "namaa:")
    assert 1 == shell(report).returncode
    found = json.loads(Path(job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert {"SK01"} == {one["check_name"] for one in found}
    assert len(found) == len({one["fingerprint"] for one in found})
    for one in found:
        assert {"major", "spec/satuan.yaml"} == {one["severity"], one["location"]["path"]}
        assert one["location"]["lines"]["begin"] >= 1
