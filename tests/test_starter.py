"""What `sopgen new` writes for git, pre-commit and servers works: its commands, run for real in a fresh folder."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.jobs.folder import CHIEF, REVIEWER, edit, run
from tests.jobs.servers import Answer, serving

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
GITHUB, GITLAB = Path(".github/workflows/sop.yml"), Path(".gitlab-ci.yml")
INSTALLS = "python -m pip install "
FKPM = "spec/sop/fkpm/2019.yaml"


@pytest.fixture(autouse=True)
def _in_a_fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    assert 0 == run("new", str(tmp_path / "kerja")).exit_code
    monkeypatch.chdir(tmp_path / "kerja")


def environment() -> dict[str, str]:
    """Return what a server has: the programs beside this Python, and this source."""
    own = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"), "SOPGEN_LANG": "id"}
    return {**os.environ, **own}


def shell(lines: str, **own: str) -> subprocess.CompletedProcess[str]:
    """Run lines as both servers do: stop at the first that fails, also inside a pipe."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines]
    told = {**environment(), **own}
    return subprocess.run(command, env=told, capture_output=True, text=True, check=False)


def github(job: str = "sop") -> list[str]:
    steps: list[dict[str, Any]] = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"][job]["steps"]
    return [step["run"] for step in steps if "run" in step]


def gitlab_job(name: str) -> dict[str, Any]:
    """Return a job with what it takes over from another one."""
    jobs: dict[str, dict[str, Any]] = yaml.safe_load(GITLAB.read_text("utf-8"))
    return {**jobs[jobs[name]["extends"]], **jobs[name]}


def gitlab(job: str = "sop") -> list[str]:
    own = gitlab_job(job)
    return [*own["before_script"], *own["script"]]


SERVERS = {"github": github, "gitlab": gitlab}


def steps(server: str, job: str = "sop") -> list[str]:
    """Return the steps after those that install sopgen."""
    return [step for step in SERVERS[server](job) if not step.startswith(INSTALLS)]


def test_every_step_of_each_server_passes_in_a_fresh_folder() -> None:
    assert [4] * len(SERVERS) == [len(steps(server)) for server in SERVERS]
    # Most steps are those of both.
    for step in dict.fromkeys(step for server in SERVERS for step in steps(server)):
        done = shell(step)
        assert 0 == done.returncode, f"{step}\n{done.stdout}{done.stderr}"
    assert {"fkpm-2019", "mediasi-contoh"} <= {path.name for path in Path("build").iterdir()}
    assert not Path("rilis").exists()


@pytest.fixture
def _signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The 2019 edition is signed and in force, as an office does it on its own computer."""
    assert 0 == run("build", FKPM).exit_code
    Path("asli.pdf").write_bytes(b"%PDF-1.7 pindaian naskah asli")
    original = ("--by", "pengesah", "--scan", "asli.pdf", "--date", "2019-09-03")
    with monkeypatch.context() as office:
        office.delenv("CI", raising=False)  # where nobody signs
        assert 0 == run("sign", "build/fkpm-2019/sop.pdf", *original).exit_code
    register = ("--to", "berlaku", *CHIEF, "--date", "2026-11-20", "--note", "Cocok dengan naskah asli")
    assert 0 == run("approve", FKPM, *register).exit_code


@pytest.mark.usefixtures("_signed")
def test_a_server_gives_out_what_is_approved_and_stops_at_what_was_changed() -> None:
    compare, _, release = steps("github")[1:]
    assert compare == steps("gitlab")[1]
    assert 0 == shell(release).returncode
    assert ["fkpm-2019"] == [path.name for path in Path("rilis").iterdir() if not path.name.startswith(".")]
    edit(FKPM, "Soundsystem", "Pengeras suara")
    assert 1 == shell(compare).returncode


@pytest.mark.usefixtures("_signed")
def test_a_release_publishes_the_signed_archive_and_nothing_that_was_changed_since(tmp_path: Path) -> None:
    pack, publish = steps("github", "rilis")
    assert pack.strip() == steps("gitlab", "rilis")[0].strip()
    packed = shell(pack)
    assert 0 == packed.returncode, packed.stdout + packed.stderr
    with zipfile.ZipFile("terbit/fkpm-2019.zip") as archive:
        kept = {name for name in archive.namelist() if not name.endswith("/")}
    assert {"fkpm-2019/sop.pdf", "fkpm-2019/sop-pindaian.pdf", "fkpm-2019/manifest.json"} <= kept
    assert kept == {path.relative_to("arsip").as_posix() for path in Path("arsip").rglob("*") if path.is_file()}
    program = tmp_path / "program" / "gh"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$SAID"\n', encoding="utf-8")
    program.chmod(0o755)
    said = tmp_path / "kata"
    told = {"SAID": str(said), "GITHUB_REF_NAME": "rilis-1", "GITHUB_REPOSITORY": "satuan/sop"}
    assert 0 == shell(f'PATH="{program.parent}:$PATH"; {publish}', **told).returncode
    assert ["release", "create", "rilis-1", "terbit/fkpm-2019.zip"] == said.read_text("utf-8").splitlines()[:4]
    pdf = Path("arsip/fkpm-2019/sop.pdf")
    pdf.write_bytes(pdf.read_bytes() + b"% lain")
    shutil.rmtree("terbit")
    assert 4 == shell(pack).returncode
    assert [] == list(Path("terbit").iterdir())


@pytest.mark.skipif(shutil.which("curl") is None, reason="GitLab's image has curl, this machine has not")
def test_gitlab_is_told_of_a_release_with_a_link_to_each_archive() -> None:
    Path("berlaku.txt").write_text("fkpm-2019\nmediasi-2026\n", encoding="utf-8")
    heard: list[tuple[str, str, str, dict[str, Any]]] = []

    def answer(method: str, path: str, headers: Any, body: bytes) -> Answer:
        heard.append((method, path, headers["JOB-TOKEN"], json.loads(body)))
        return 201, {}, b"{}"

    with serving(answer) as url:
        own = {"CI_API_V4_URL": url, "CI_PROJECT_ID": "7", "CI_COMMIT_TAG": "rilis-1", "CI_JOB_TOKEN": "t"}
        done = shell(steps("gitlab", "rilis")[1], CI_JOB_URL="https://git.contoh/satuan/sop/-/jobs/9", **own)
    assert 0 == done.returncode, done.stderr
    ((method, path, key, release),) = heard
    assert ("POST", "/projects/7/releases", "t", "rilis-1") == (method, path, key, release["tag_name"])
    links = {one["name"]: one["url"] for one in release["assets"]["links"]}
    address = "https://git.contoh/satuan/sop/-/jobs/9/artifacts/raw/terbit"
    assert {name: f"{address}/{name}" for name in ("fkpm-2019.zip", "mediasi-2026.zip")} == links


def test_where_nothing_was_signed_nothing_is_published() -> None:
    pack = steps("github", "rilis")[0]
    assert 1 == shell(pack).returncode
    assert not Path("terbit").exists()


def test_a_rejected_edition_is_not_given_out() -> None:
    who = ("approve", "spec/sop/mediasi/contoh.yaml", *REVIEWER, "--date", "2026-11-20", "--note", "Belum")
    run(*who, "--to", "ditinjau", "--decision", "tolak")
    assert 0 == shell(steps("github")[-1]).returncode
    assert not Path("rilis").exists()


def test_both_servers_install_the_same_with_digests_and_need_no_secret() -> None:
    installs = [line for step in github() for line in step.splitlines() if line.startswith(INSTALLS)]
    assert installs == [line for line in gitlab() if line.startswith(INSTALLS)]
    assert "--require-hashes -r alat/requirements.lock" in installs[0]
    for server in SERVERS:
        assert installs == [
            line for step in SERVERS[server]("rilis") for line in step.splitlines() if INSTALLS in line
        ]
    for path in (GITHUB, GITLAB):
        # What publishes has the leave that the server itself gives the job.
        check, publish = path.read_text("utf-8").split("\n  rilis:" if path == GITHUB else "\nrilis:")
        assert not re.search(r"secrets?\.|passw|token|CI_JOB", check)
        assert not re.search(r"secrets?\.|passw", publish)


def test_actions_are_pinned_to_a_major_version_and_may_only_read() -> None:
    workflow = yaml.safe_load(GITHUB.read_text("utf-8"))
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@v\d+", action)
    assert {"contents": "read"} == workflow["permissions"]
    assert {"rilis": {"contents": "write"}} == {
        name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job
    }


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
    with zipfile.ZipFile(built_wheel(tmp_path)) as archive:
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
    pushed = {"branches": ["main", "master"], "tags": ["rilis-*"]}
    assert {"push": pushed, "pull_request": None} == workflow[True]
    (python,) = [one for one in workflow["jobs"]["sop"]["steps"] if "setup-python" in one.get("uses", "")]
    assert Path(python["with"]["cache-dependency-path"]).is_file()
    pipeline = yaml.safe_load(GITLAB.read_text("utf-8"))
    assert {"if": "$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS", "when": "never"} in pipeline["workflow"]["rules"]
    assert all(Path(name).is_file() for name in gitlab_job("sop")["cache"]["key"]["files"])


def test_gitlab_shows_the_findings_also_where_the_check_fails() -> None:
    job = gitlab_job("sop")
    (report,) = job["after_script"]
    edit("spec/satuan.yaml", "nama:", "namaa:")
    assert 1 == shell(report).returncode
    checked, built = job["artifacts"]["reports"]["codequality"]
    assert any(step.endswith(f"> {built}") for step in job["script"])
    found = json.loads(Path(checked).read_text("utf-8"))
    assert {"SK01"} == {one["check_name"] for one in found}
    assert len(found) == len({one["fingerprint"] for one in found})
    for one in found:
        assert {"major", "spec/satuan.yaml"} == {one["severity"], one["location"]["path"]}
        assert one["location"]["lines"]["begin"] >= 1


def container_steps() -> list[str]:
    """Return the commands of the container file that run while it is made."""
    return re.findall(r"^RUN (.+)$", Path("Containerfile").read_text("utf-8"), re.MULTILINE)


def test_a_container_holds_what_the_servers_install_and_nothing_of_the_unit() -> None:
    text = Path("Containerfile").read_text("utf-8")
    installs = [step.replace("--no-cache-dir ", "").replace("/alat/", "alat/") for step in container_steps()]
    assert [line for line in gitlab() if line.startswith(INSTALLS)] == installs
    assert gitlab_job("sop")["image"] == re.findall(r"^FROM (.+)$", text, re.MULTILINE)[0]
    assert ["alat/ /alat/"] == re.findall(r"^(?:COPY|ADD) (.+)$", text, re.MULTILINE)
    assert ["*", "!alat/"] == Path(".dockerignore").read_text("utf-8").split()


def built_wheel(folder: Path) -> Path:
    command = [str(BIN / "hatchling"), "build", "-t", "wheel", "-d", str(folder.resolve())]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def container_program() -> str | None:
    """Return what can make containers here."""
    found = (program for program in ("podman", "docker") if shutil.which(program))
    return next(
        (one for one in found if 0 == subprocess.run([one, "version"], capture_output=True, check=False).returncode),
        None,
    )


@pytest.mark.skipif(os.environ.get("SOPGEN_TESTS") != "all", reason="installs all packages: `make test-all` does")
def test_the_container_s_steps_make_a_sopgen_that_checks(tmp_path: Path) -> None:
    built_wheel(Path("alat"))
    if program := container_program():
        subprocess.run([program, "build", "-f", "Containerfile", "-t", "sopgen-uji", "."], check=True)
        command = [program, "run", "--rm", "-v", f"{Path.cwd()}:/kerja", "sopgen-uji"]
    else:
        subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
        own = tmp_path / "venv" / "bin"
        for step in container_steps():
            done = shell(f'PATH="{own}:$PATH"; {step.replace("/alat/", "alat/")}', PYTHONPATH="")
            assert 0 == done.returncode, done.stderr
        command = [str(own / "sopgen")]
    told = subprocess.run([*command, "check", FKPM], capture_output=True, text=True, check=False)
    assert 0 == told.returncode, told.stderr
    assert "PS16" in told.stdout
