"""An approved edition goes to another office in one signed file; what is not as it was signed is not opened."""

import io
import json
import shutil
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.jobs.folder import CHIEF, REVIEWER, SPEC, edit, run
from tests.jobs.overlays.office import begin, overlay

from sopgen.jobs.sharing.seal import CONTENTS, KEY, SIGNATURE
from sopgen.model.sop import Status
from sopgen.read.load import load_edition
from sopgen.seal.keys import fingerprint, load_key, make_key, public_pem

PACKAGE = Path("contoh-2026.paket.zip")


@pytest.fixture(autouse=True)
def _in_an_office(tmp_path: Path, approved_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(approved_folder, tmp_path / "kantor")
    monkeypatch.chdir(tmp_path / "kantor")
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.setenv("SOPGEN_KEY", str(tmp_path / "kunci" / "kunci.pem"))
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture(scope="module")
def made(approved_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Path]:
    """A package, and the key that signed it."""
    folder = tmp_path_factory.mktemp("pengirim")
    shutil.copytree(approved_folder, folder / "kantor")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder / "kantor")
        patch.setenv("SOPGEN_KEY", str(folder / "kunci.pem"))
        patch.delenv("CI", raising=False)
        assert run("pack", SPEC).exit_code == 0
        return PACKAGE.read_bytes(), folder / "kunci.pem"


@pytest.fixture
def received(made: tuple[bytes, Path], tmp_path: Path) -> Path:
    """The package at another office, which let its key in."""
    PACKAGE.write_bytes(made[0])
    let_in(made[1], tmp_path)
    return PACKAGE


def let_in(key: Path, folder: Path) -> None:
    public = load_key(key).public_key()
    (folder / "polda.pub").write_bytes(public_pem(public))
    result = run("key", "add", str(folder / "polda.pub"), "--fingerprint", fingerprint(public))
    assert result.exit_code == 0, result.output


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as found:
        return {name: found.read(name) for name in found.namelist()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def refused(package: bytes, code: int, told: str) -> None:
    PACKAGE.write_bytes(package)
    result = run("open", PACKAGE.as_posix(), "--out", "hasil")
    assert (result.exit_code, told in result.output) == (code, True), result.output
    assert not Path("hasil").exists()


def test_a_package_opens_as_a_working_folder_in_which_the_approval_holds(received: Path) -> None:
    result = run("open", received.as_posix(), "--out", "hasil")
    assert result.exit_code == 0, result.output
    assert "siap_ditandatangani; signed by the key polda" in result.output
    edition = load_edition(Path("hasil") / SPEC)
    assert edition.sop.status is Status.READY
    assert edition.life.released
    built = json.loads(Path("hasil/build/contoh-2026/manifest.json").read_text("utf-8"))
    assert {"sop.docx", "sop.pdf"} <= built["files"].keys()
    assert (Path("hasil/build/contoh-2026/sop.pdf")).read_bytes().startswith(b"%PDF")
    assert Path("hasil/templates/sop/sop.docx").read_bytes() == Path("templates/sop/sop.docx").read_bytes()


def test_the_same_edition_gives_the_same_package(made: tuple[bytes, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_KEY", str(made[1]))
    assert run("pack", SPEC, "--out", "lain.zip").exit_code == 0
    assert Path("lain.zip").read_bytes() == made[0]
    assert run("pack", SPEC, "--out", "lain.zip").exit_code == 1
    assert Path("lain.zip").read_bytes() == made[0]


def test_only_what_is_approved_as_it_stands_is_packed() -> None:
    edit(SPEC, "isi: [Buku]", "isi: [Buku lain]")
    result = run("pack", SPEC)
    assert result.exit_code == 1
    assert "PS01" in result.output
    assert not PACKAGE.exists()


def test_an_edition_over_a_base_is_packed_with_its_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path / "polda", "polres"))
    spec = overlay("polres").as_posix()
    assert run("update", "--apply").exit_code == 0
    for to, who in (("ditinjau", REVIEWER), ("siap_ditandatangani", CHIEF)):
        result = run("approve", spec, "--to", to, "--date", "2026-03-05", *who)
        assert result.exit_code == 0, result.output
    assert run("pack", spec).exit_code == 0
    result = run("open", PACKAGE.as_posix(), "--out", "hasil")
    assert "signed by the key of this office" in result.output
    edition = load_edition(Path("hasil") / SPEC)
    assert edition.life.released
    assert edition.sop.peralatan.isi == ("Kamera", "Kamera saku")


def test_the_unit_s_own_record_and_archive_take_a_signature_that_the_office_above_enters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(begin(tmp_path / "polda", "airud", "polres"))
    spec = overlay("polres").as_posix()
    assert run("update", "--apply").exit_code == 0
    for to, who in (("ditinjau", REVIEWER), ("siap_ditandatangani", CHIEF)):
        assert run("approve", spec, "--to", to, "--date", "2026-03-05", *who).exit_code == 0
    assert run("build", spec, "--release", "--out", "build/polres").exit_code == 0
    final = "build/polres/contoh-2026/sop.pdf"
    result = run("sign", final, "--by", "pengesah", "--scan", final, "--date", "2026-03-06")
    assert result.exit_code == 0, result.output
    assert Path("satuan/polres/arsip/contoh-2026/sop-pindaian.pdf").is_file()
    assert not Path("satuan/airud/arsip").exists()
    result = run("approve", spec, "--to", "berlaku", "--date", "2026-03-06", *CHIEF)
    assert result.exit_code == 0, result.output
    assert run("pack", spec).exit_code == 0
    assert "berlaku; signed by" in run("open", PACKAGE.as_posix(), "--out", "hasil").output


def test_an_unknown_key_is_told_by_its_fingerprint(made: tuple[bytes, Path]) -> None:
    seen = fingerprint(load_key(made[1]).public_key())
    refused(made[0], 4, f"unknown key: fingerprint {seen}")
    Path("kunci.pub").write_bytes(parts(made[0])["kunci.pub"])  # what is told next works
    assert run("key", "add", "kunci.pub", "--fingerprint", seen).exit_code == 0
    assert run("open", PACKAGE.as_posix(), "--out", "hasil").exit_code == 0


def test_a_package_that_brings_another_key_is_told_as_changed(received: Path) -> None:
    files = parts(received.read_bytes())
    files[SIGNATURE] = b"AAAA\n"
    refused(zipped(files), 4, "its signature does not hold")
    files[KEY] = b"-----BEGIN PUBLIC KEY-----\n"
    refused(zipped(files), 4, "its signature does not hold")


def _changed(files: dict[str, bytes]) -> None:
    files[SPEC] += b"# x\n"


def _left_out(files: dict[str, bytes]) -> None:
    del files[SPEC]


def _added(files: dict[str, bytes]) -> None:
    files["spec/lain.yaml"] = b""


@pytest.mark.parametrize("change", [_changed, _left_out, _added])
def test_a_file_that_is_not_as_it_was_signed_is_named(
    received: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    files = parts(received.read_bytes())
    change(files)
    refused(zipped(files), 4, "is not as it was signed")


def test_contents_that_were_changed_are_not_signed(received: Path) -> None:
    files = parts(received.read_bytes())
    files[CONTENTS] = files[CONTENTS].replace(b"siap_ditandatangani", b"berlaku")
    refused(zipped(files), 4, "its signature does not hold")


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/x", "a/../../x", "C:/x", "a\\..\\x", "con", "spec/nul.yaml", "a/ ", ".git/config", "x" * 300],
)
def test_a_name_that_leads_elsewhere_is_refused(received: Path, name: str) -> None:
    refused(zipped({**parts(received.read_bytes()), name: b""}), 1, "no plain file")


def test_a_link_is_refused(received: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts(received.read_bytes()).items():
            package.writestr(name, content)
        link = zipfile.ZipInfo("spec/tautan")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/passwd")
    refused(out.getvalue(), 1, "no plain file")


def test_two_files_of_one_name_are_refused(received: Path) -> None:
    refused(zipped({**parts(received.read_bytes()), SPEC.upper(): b""}), 1, "holds a file twice")


def test_a_bomb_is_refused(received: Path) -> None:
    whole = zipped({**parts(received.read_bytes()), "spec/x": bytes(201 * 1024 * 1024)})
    refused(whole, 1, "unpacks to more than 200 MB")


def test_what_a_package_tells_of_itself_has_a_bound(received: Path) -> None:
    small = zipped({**parts(received.read_bytes()), CONTENTS: bytes(2 * 1024 * 1024)})
    refused(small, 1, f'"{CONTENTS}" unpacks to more than it says')


def test_an_encrypted_package_is_refused(received: Path) -> None:
    content = bytearray(received.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1
    refused(bytes(content), 1, "the package is encrypted")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rusak", b"%PDF-1.7", zipped({"a": b""}), zipped({})])
def test_what_is_no_package_is_refused(content: bytes) -> None:
    refused(content, 1, "this is no package of sopgen")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with PACKAGE.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    result = run("open", PACKAGE.as_posix())
    assert result.exit_code == 1
    assert "is larger than 50 MB" in result.output
    assert run("open", str(tmp_path / "tiada.zip")).exit_code == 1


def test_nothing_that_is_there_is_overwritten(received: Path) -> None:
    Path("contoh-2026").mkdir()
    Path("contoh-2026/penting.txt").write_text("x", "utf-8")
    result = run("open", received.as_posix())
    assert result.exit_code == 1
    assert "contoh-2026 exists already" in result.output
    assert [path.name for path in Path("contoh-2026").iterdir()] == ["penting.txt"]


def test_a_signature_on_something_else_is_none_on_a_package(received: Path) -> None:
    import base64

    key = Ed25519PrivateKey.generate()
    files = parts(received.read_bytes())
    files[KEY] = public_pem(key.public_key())
    files[SIGNATURE] = base64.b64encode(key.sign(files[CONTENTS]))
    refused(zipped(files), 4, "its signature does not hold")


def test_an_office_without_a_key_gets_one_and_is_told(tmp_path: Path) -> None:
    result = run("pack", SPEC)
    assert "made the unit's key" in result.output
    assert make_key(tmp_path / "kunci" / "kunci.pem").public_key()
