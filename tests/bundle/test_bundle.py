"""What the Windows bundle holds, and that Windows (Wine, where it is installed) makes of it what Linux makes."""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path, PurePosixPath
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

import pytest
from scripts.bundle import assemble, installer
from scripts.bundle.archive import write_folder
from scripts.bundle.assemble import Files
from scripts.bundle.authenticode import NotSigned, signer
from scripts.bundle.fetch import NotFetched
from scripts.bundle.icon import icon
from tests.bundle.wine import PATIENCE, Windows, missing, windows

from sopgen import VERSION
from sopgen.jobs.rebuild.trace import FOLDER as TRACES

ROOT = Path(__file__).parents[2]
SPEC = "spec/sop/fkpm/2019.yaml"
# What an office's own folders take of the 260 characters that a path of Windows may have.
LONGEST_PATH = 150
TITLE = "sopgen \N{EN DASH} SOP & Surat Perintah"


@pytest.fixture(scope="module")
def files() -> Files:
    try:
        return assemble.bundle(VERSION)
    except NotFetched as error:
        pytest.skip(f"pip can not fetch the wheels for Windows: {error}")


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    if why := missing():
        pytest.skip(why)
    with windows(tmp_path_factory.mktemp("wine")) as made:
        yield made


@pytest.fixture(scope="module")
def place(files: Files, wine: Windows) -> Path:
    """The folder of the bundle, but for the file at which Wine hangs."""
    folder = wine.folder / "sopgen"
    write_folder({path: content for path, content in files.items() if path.name != "_wmi.pyd"}, folder)
    return folder


@pytest.fixture(scope="module")
def work(place: Path, wine: Windows) -> Path:
    """A working folder that the bundle made."""
    code, said = wine.run(place / "sopgen.cmd", "new", "kerja", cwd=wine.folder)
    assert 0 == code, said
    return wine.folder / "kerja"


def sopgen(wine: Windows, folder: Path, *words: str) -> None:
    """Run this checkout's sopgen in a folder, with the key that the bundle has too."""
    env = {name: value for name, value in os.environ.items() if name != "CI"}
    env |= {"SOPGEN_KEY": str(wine.key), "SOPGEN_LANG": "id"}
    line = [sys.executable, "-m", "sopgen", *words]
    made = subprocess.run(line, cwd=folder, env=env, check=False, capture_output=True, text=True)
    assert 0 == made.returncode, made.stdout + made.stderr


def contents(folder: Path) -> dict[str, bytes]:
    """Return what a build made, without its notes for the next build on the same machine."""
    made = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {str(name): path.read_bytes() for name, path in made.items() if TRACES not in name.parts}


def test_whoever_unpacks_it_sees_what_to_click_and_what_to_read(files: Files) -> None:
    needed = {"python313._pth", "python313.dll", "sopgen.pth", "vcruntime140.dll"}
    assert {"BACA-SAYA.txt", "program", "sopgen.cmd", "sopgen.exe", *needed} == {path.parts[0] for path in files}
    text = files[PurePosixPath("BACA-SAYA.txt")].decode("utf-8-sig")
    assert VERSION in text
    assert "\r\n" in text
    assert "{" not in text
    assert signer(files[PurePosixPath("sopgen.exe")]).by == "Python Software Foundation"
    assert (ROOT / "docs" / "panduan-meja.md").read_bytes() in files.values()


def test_no_path_is_too_long_for_windows(files: Files) -> None:
    assert max(len(str(path)) for path in files) <= LONGEST_PATH


def test_every_package_brings_its_licence(files: Files) -> None:
    packages = {path.parts[3].partition("-")[0] for path in files if path.match("*.dist-info/METADATA")}
    folder = PurePosixPath("program", "LISENSI")
    listed = files[folder / "DAFTAR.txt"].decode().split("\r\n")[:-1]
    assert len(packages) == len(listed)
    assert all(re.fullmatch(r"\S+-\d\S*: \S.*", line) for line in listed), listed
    for line in listed:
        assert len(files[folder / f"{line.partition(':')[0]}.txt"]) > 500, line
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in files[folder / "docxtpl-0.20.2.txt"].decode()


def test_it_holds_no_trace_of_the_machine_that_made_it(files: Files) -> None:
    texts = (content for path, content in files.items() if path.suffix in (".pth", ".py", ".txt", ".cmd", "._pth"))
    assert not [one for one in texts if str(ROOT).encode() in one]
    assert not [path for path in files if path.suffix == ".pyc"]


def test_a_program_of_python_that_was_changed_is_refused(files: Files) -> None:
    program = bytearray(files[PurePosixPath("sopgen.exe")])
    program[len(program) // 2] ^= 1
    with pytest.raises(NotSigned, match="not what was signed"):
        signer(bytes(program))


def test_a_program_with_the_signature_of_another_is_refused(files: Files) -> None:
    exe, other = files[PurePosixPath("sopgen.exe")], files[PurePosixPath("program", "python.exe")]
    entry = struct.unpack_from("<I", exe, 0x3C)[0] + 24 + 112 + 32
    begin, _ = struct.unpack_from("<II", exe, entry)
    foreign = other[struct.unpack_from("<I", other, struct.unpack_from("<I", other, 0x3C)[0] + 168)[0] :]
    moved = bytearray(exe[:begin] + foreign)
    struct.pack_into("<II", moved, entry, begin, len(foreign))
    with pytest.raises(NotSigned, match="not what was signed"):
        signer(bytes(moved))


def test_windows_makes_the_manifest_that_linux_makes(wine: Windows, place: Path, work: Path) -> None:
    code, said = wine.run(place / "sopgen.cmd", "build", SPEC, "--out", "windows", cwd=work)
    assert 0 == code, said
    sopgen(wine, work, "build", SPEC, "--out", "linux")
    made = contents(work / "linux")
    assert any(path.endswith("manifest.json") for path in made)
    assert made == contents(work / "windows")


def test_windows_makes_the_letter_that_linux_makes(wine: Windows, place: Path, work: Path) -> None:
    who = ("--activity", "A", "--roster", "spec/surat-perintah/contoh-daftar.csv", "--date", "2026-12-01")
    words = ("order", SPEC, *who, "--kka", "UJI.1.1.", "--number", "12", "--yes", "--out")
    sopgen(wine, work, *words, "surat-linux")
    code, said = wine.run(place / "sopgen.cmd", *words, "surat-windows", cwd=work)
    assert 0 == code, said
    made = contents(work / "surat-linux")
    assert {".pdf", ".docx"} <= {Path(path).suffix for path in made}
    assert made == contents(work / "surat-windows")


def test_a_double_click_opens_the_desk_that_serves_its_page(wine: Windows, place: Path) -> None:
    record = wine.settings / "sopgen" / "meja.json"
    started = wine.start(place / "sopgen.exe")
    until = time.monotonic() + PATIENCE
    while not (record.is_file() and '"kunci"' in record.read_text("utf-8")):
        assert started.poll() is None, "the desk ended"
        assert time.monotonic() < until, "the desk did not start"
        time.sleep(0.2)
    told = json.loads(record.read_text("utf-8"))
    opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
    with opener.open(f"http://127.0.0.1:{told['port']}/?buka={told['kunci'][0]}", timeout=PATIENCE) as page:
        assert page.status == 200
        assert b"<script" in page.read()
    wine.close()
    started.communicate(timeout=PATIENCE)


def test_nothing_is_written_into_the_folder_of_the_bundle(
    files: Files, wine: Windows, place: Path, work: Path
) -> None:
    assert work.is_dir()
    there = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert there == {str(path) for path in files if path.name != "_wmi.pyd"}
    assert list((wine.user / "AppData" / "Local" / "sopgen" / "pyc").iterdir())


def test_the_installer_puts_all_in_place_and_takes_only_that_away(wine: Windows, tmp_path: Path) -> None:
    if shutil.which("makensis") is None:
        pytest.skip("not installed: nsis")
    small = {PurePosixPath("program", "sopgen.ico"): icon(), PurePosixPath("sopgen.exe"): b"MZ"}
    write_folder(small, tmp_path / "sopgen")
    setup = installer.build(tmp_path / "sopgen", tmp_path, VERSION)
    assert setup
    assert 0 == wine.run(setup, "/S")[0]
    installed = wine.user / "AppData" / "Local" / "Programs" / "sopgen"
    assert {"hapus-sopgen.exe", "program", "sopgen.exe"} == {path.name for path in installed.iterdir()}
    assert f"{TITLE}.lnk" in {path.name for path in wine.settings.rglob("*.lnk")}
    (installed / "catatan.txt").write_text("milik orang", "utf-8")
    # It goes on in a copy of itself, which can delete it.
    assert 0 == wine.run(installed / "hapus-sopgen.exe", "/S")[0]
    until = time.monotonic() + PATIENCE
    while (installed / "hapus-sopgen.exe").exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert ["catatan.txt"] == [path.name for path in installed.iterdir()]
    assert not list(wine.settings.rglob("*.lnk"))
