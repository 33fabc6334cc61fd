"""The office of a test, and the commands as its staff type them."""

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from sopgen.cli import main


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


def verify(*words: str | Path) -> Result:
    return run("verify", *words)
