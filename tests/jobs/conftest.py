"""An office of its own for every test: its spec and its build, made once, and the keys of its people."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.jobs.folder import REVIEWER, begin, step
from tests.jobs.office import Office, approved
from tests.jobs.people import PASSPHRASE, Holder, authority, person
from tests.jobs.remade import kept

from sopgen.jobs.build import build
from sopgen.jobs.outputs import document, outputs

ROOT = Path(__file__).parents[2]
OFFICIAL = """pejabat:
  - id: kasat
    jabatan: KEPALA BAGIAN CONTOH
    nama: Personel Contoh 2
    pangkat: INSPEKTUR POLISI SATU
    nrp: "00000002"
"""


REGISTERED = """  - nrp: "{nrp}"
    pemilik: Personel Contoh {n}
    sidik: {print}
"""


@pytest.fixture(scope="session", autouse=True)
def _what_is_made_anew_is_kept() -> Iterator[None]:
    """The same edition is made anew once by this process; tests of what makes it are elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sopgen.jobs.life.remake.outputs", kept(outputs))
        patch.setattr("sopgen.jobs.life.remake.document", kept(document))
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, approver: Holder, kasat: Holder) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    (folder / "spec" / "sop" / "contoh").mkdir(parents=True)
    unit = (ROOT / "tests" / "contoh" / "satuan.yaml").read_text("utf-8")
    own = [
        REGISTERED.format(nrp=f"0000000{n}", n=n, print=one.asn1.sha256.hex())
        for n, one in enumerate((approver, kasat), 1)
    ]
    (folder / "spec" / "satuan.yaml").write_text(unit + OFFICIAL + "sertifikat:\n" + "".join(own), encoding="utf-8")
    spec = folder / "spec" / "sop" / "contoh" / "2026.yaml"
    text = (ROOT / "tests" / "contoh" / "sop.yaml").read_text("utf-8")
    spec.write_text(text.replace("\njudul:", "\nstatus: draf\njudul:", 1), encoding="utf-8")
    approved(spec)
    build(spec, folder / "build", templates=ROOT / "templates")
    return folder


@pytest.fixture(scope="session")
def approved_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with the small edition, reviewed and approved to be signed; to be copied."""
    folder = begin(tmp_path_factory.mktemp("disahkan"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("CI", raising=False)  # where nobody signs
        assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
        assert 0 == step("siap_ditandatangani", "2026-03-06").exit_code
    return folder


@pytest.fixture
def office(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    folder = tmp_path / "kantor"
    shutil.copytree(built, folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.setenv("SOPGEN_PASSPHRASE", PASSPHRASE)
    return Office(folder)


@pytest.fixture(scope="session")
def root() -> Holder:
    return authority("Otoritas Contoh")


@pytest.fixture(scope="session")
def approver(root: Holder) -> Holder:
    return person("Personel Contoh 1", root)


@pytest.fixture(scope="session")
def kasat(root: Holder) -> Holder:
    return person("Personel Contoh 2", root)


@pytest.fixture(scope="session")
def keys(approver: Holder, kasat: Holder, root: Holder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("kunci-contoh")
    (folder / "akar.pem").write_bytes(root.pem)
    return {
        "pengesah": approver.p12(folder / "pengesah.p12", root),
        "kasat": kasat.p12(folder / "kasat.p12", root),
        "root": folder / "akar.pem",
    }
