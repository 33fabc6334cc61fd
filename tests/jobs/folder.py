"""A small working folder for the tests of an edition's life, and the command line in it."""

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from sopgen.cli.main import main

ROOT = Path(__file__).parents[2]
SPEC = "spec/sop/contoh/2026.yaml"
RECORD = Path("spec/pengesahan/contoh-2026.yaml")
REVIEWER = ("--name", "Personel Contoh 2", "--rank", "AKP", "--nrp", "00000002", "--post", "KASAT CONTOH")
CHIEF = ("--by", "penandatangan")


def begin(folder: Path) -> Path:
    """Make a working folder with the small edition of the tests."""
    (folder / "spec" / "sop" / "contoh").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "contoh" / "sop.yaml", folder / SPEC)
    shutil.copy(ROOT / "tests" / "contoh" / "satuan.yaml", folder / "spec" / "satuan.yaml")
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def step(to: str, day: str, *more: str) -> Result:
    """Approve the small edition, as its chief where nobody else is named."""
    who = () if "--name" in more or "--by" in more else CHIEF
    return run("approve", SPEC, "--to", to, "--date", day, *who, *more)


def edit(path: str | Path, old: str, new: str) -> None:
    """Change a text in a file; it must be there."""
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")
