"""The office of a test, and the commands as its staff type them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result
from tests.jobs.people import Holder

from sopgen.cli.main import main
from sopgen.jobs.life.approve import Transition, approve
from sopgen.jobs.life.officials import officer_of
from sopgen.jobs.signing.registered import register
from sopgen.model.sop import Status
from sopgen.model.unit import RegisteredCertificate
from sopgen.read.load import load_edition


@dataclass(frozen=True)
class Office:
    """A working folder with a build of the edition contoh-2026."""

    folder: Path

    @property
    def build(self) -> Path:
        return self.folder / "build" / "contoh-2026"

    @property
    def archive(self) -> Path:
        return self.folder / "arsip" / "contoh-2026"

    @property
    def record(self) -> Path:
        return self.folder / "spec" / "pengesahan" / "contoh-2026.yaml"

    def forget_signatures(self) -> None:
        """Leave the approvals in the record, and no signature."""
        self.record.write_text(self.approvals, encoding="utf-8")

    @property
    def approvals(self) -> str:
        """What stands in the record before its signatures."""
        return self.record.read_text("utf-8").partition("tanda_tangan:")[0]

    @property
    def spec(self) -> Path:
        return self.folder / "spec" / "sop" / "contoh" / "2026.yaml"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def sign(file: Path, *how: str | Path, by: str = "pengesah") -> Result:
    return run("sign", file, "--by", by, *how)


def signed(file: Path, *how: str | Path, by: str = "pengesah") -> None:
    made = sign(file, *how, by=by)
    assert 0 == made.exit_code, made.output


def enrol(office: Office, holder: Holder, nrp: str = "00000001", name: str = "") -> None:
    """Write a person's certificate into satuan.yaml."""
    entry = RegisteredCertificate(nrp=nrp, pemilik=name or holder.name, sidik=holder.asn1.sha256.hex())
    register(office.folder / "spec" / "satuan.yaml", entry)


def verify(*words: str | Path) -> Result:
    return run("verify", *words)


def approved(spec: Path) -> None:
    """Have an edition reviewed and approved, so that it may be signed."""
    for state, by in ((Status.REVIEWED, "kasat"), (Status.READY, "pengesah")):
        edition = load_edition(spec)
        approve(edition, Transition(state, officer_of(edition, by), date(2026, 3, 1)))
