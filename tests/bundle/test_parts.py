"""What the bundle is put together of."""

import hashlib
import os
import re
import struct
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image
from scripts.bundle import fetch, icon, packages
from scripts.bundle.archive import write_folder, write_zip
from scripts.bundle.authenticode import NotSigned, signer
from scripts.bundle.licences import Unlicensed, texts
from tests.bundle.stub import forwarding
from tests.test_dependencies import declared

ROOT = Path(__file__).parents[2]


def pinned(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE))


def wheel(folder: Path, name: str, **members: str) -> Path:
    path = folder / f"{name}-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-1.dist-info/METADATA", f"Name: {name}\nVersion: 1\nLicense: MIT\n")
        archive.writestr(
            f"{name}-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        for member, text in members.items():
            archive.writestr(member.replace("__", "/"), text)
    return path


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that pip takes for its registry, and where the pins lie."""
    for name, value in {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path), "PIP_CONFIG_FILE": os.devnull}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(fetch, "PINS", tmp_path)
    return tmp_path


def test_a_wheel_comes_by_its_pinned_hash(registry: Path) -> None:
    made = wheel(registry, "one")
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    (registry / "packages.lock").write_text(f"one==1 --hash=sha256:{digest}\n", "utf-8")
    assert [made.name] == [path.name for path in fetch.wheels(registry / "wheels")]


def test_a_wheel_of_another_hash_is_refused(registry: Path) -> None:
    wheel(registry, "one")
    (registry / "packages.lock").write_text(f"one==1 --hash=sha256:{'0' * 64}\n", "utf-8")
    with pytest.raises(fetch.NotPinned, match=r"packages\.lock"):
        fetch.wheels(registry / "wheels")


def test_a_wheel_that_is_not_to_be_had_is_named(registry: Path) -> None:
    (registry / "packages.lock").write_text(f"two==1 --hash=sha256:{'0' * 64}\n", "utf-8")
    with pytest.raises(fetch.NotFetched, match=r"packages\.lock: .*two==1"):
        fetch.wheels(registry / "wheels")


@pytest.mark.parametrize("lock", sorted(path.name for path in fetch.PINS.glob("*.lock")))
def test_a_lock_names_hashes_and_no_address(lock: str) -> None:
    text = (fetch.PINS / lock).read_text("utf-8")
    assert "://" not in text
    entries = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_bundle_holds_what_is_declared_in_the_versions_that_are_tested() -> None:
    here, tested = pinned(fetch.PINS / "packages.lock"), pinned(ROOT / "requirements.lock")
    assert declared() <= here.keys()
    assert {name: version for name, version in here.items() if tested.get(name, version) != version} == {}


def test_what_is_no_signed_program_is_refused() -> None:
    library = forwarding("a.dll", "One", "kernel32.Two")
    with pytest.raises(NotSigned, match="carries no signature"):
        signer(library)
    with pytest.raises(NotSigned, match="no program file"):
        signer(b"text".ljust(400))
    with pytest.raises(NotSigned, match="no 64-bit"):
        signer(library[:0x58] + struct.pack("<H", 0x10B) + library[0x5A:])


def test_a_zip_is_the_same_every_time(tmp_path: Path) -> None:
    files = {PurePosixPath("b", "c.txt"): b"two", PurePosixPath("a.txt"): b"one"}
    write_zip(files, tmp_path / "one.zip")
    write_zip(dict(reversed(files.items())), tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert ["sopgen/a.txt", "sopgen/b/c.txt"] == archive.namelist()


def test_a_folder_holds_nothing_of_a_former_bundle(tmp_path: Path) -> None:
    write_folder({PurePosixPath("old.txt"): b""}, tmp_path / "sopgen")
    write_folder({PurePosixPath("new.txt"): b""}, tmp_path / "sopgen")
    assert ["new.txt"] == [path.name for path in (tmp_path / "sopgen").iterdir()]


def test_a_wheel_goes_where_python_looks_for_it(tmp_path: Path) -> None:
    parts = {
        "one.py": "1",
        "one-1.data__scripts__one.exe": "MZ",
        "one-1.data__scripts__one.py": "#!",
        "one-1.data__data__x": "",
    }
    laid = packages.laid_out([wheel(tmp_path, "one", **parts)])
    expected = {"Lib/site-packages/one.py", "Scripts/one.exe"}
    assert expected == {str(path) for path in laid if path.parent.name != "one-1.dist-info"}


def test_two_wheels_bring_no_file_of_one_name(tmp_path: Path) -> None:
    both = [wheel(tmp_path, name, **{"same.py": name}) for name in ("one", "two")]
    with pytest.raises(ValueError, match=r"same\.py, which another wheel brought"):
        packages.laid_out(both)


def test_a_package_without_its_licence_is_not_shipped(tmp_path: Path) -> None:
    licensed = wheel(tmp_path, "one", **{"one-1.dist-info__licenses__LICENSE": "Anyone may."})
    assert "Anyone may." in texts([licensed])["one-1.txt"]
    assert "one-1: MIT\n" == texts([licensed])["DAFTAR.txt"]
    with pytest.raises(Unlicensed, match="two 1"):
        texts([wheel(tmp_path, "two")])


def test_the_icon_has_a_picture_for_each_size_and_is_the_same_every_time(tmp_path: Path) -> None:
    drawn = icon.icon()
    assert hashlib.sha256(drawn).digest() == hashlib.sha256(icon.icon()).digest()
    (tmp_path / "s.ico").write_bytes(drawn)
    with Image.open(tmp_path / "s.ico") as picture:
        assert {(size, size) for size in icon.SIZES} == picture.info["sizes"]
