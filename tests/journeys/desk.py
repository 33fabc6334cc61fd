"""A user's desk: a fresh working folder of `sopgen new`, the office's own SOP in it, the commands in Indonesian."""

import shutil
from pathlib import Path

from tests.jobs.folder import SPEC, edit, run

CONTOH = Path(__file__).parents[1] / "contoh"
FKPM = "spec/sop/fkpm/2019.yaml"
REVIEWER = ("--name", "Personel Contoh 2", "--rank", "AKP", "--nrp", "00000002", "--post", "KASAT CONTOH")
ROSTER = "Nama;Pangkat;NRP;Jabatan;Ket\n"


def own_sop() -> None:
    """Write the office's unit and its small SOP, as its admin does after `sopgen new`."""
    shutil.copy(CONTOH / "satuan.yaml", "spec/satuan.yaml")
    Path(SPEC).parent.mkdir(parents=True)
    shutil.copy(CONTOH / "sop.yaml", SPEC)


def archive_code() -> None:
    """Write the code of the office's letters, as the first letter asks for it."""
    edit("spec/satuan.yaml", "  kka: null", "  kka: BIN.1.1.")


def roster(*people: int) -> str:
    """Write a roster; return its name."""
    rows = "".join(f"Personel Contoh {n};BRIPDA;8101{n:04};Anggota;\n" for n in people)
    Path("roster").mkdir(exist_ok=True)
    Path("roster/daftar.csv").write_text(ROSTER + rows, encoding="utf-8")
    return "roster/daftar.csv"


def letter(number: int) -> Path:
    """Return the one file of an issued letter."""
    (found,) = Path("surat").glob(f"*-{number:04}*.docx")
    return found


def done(*words: str) -> str:
    """Run a command that succeeds; return what it says."""
    result = run(*words)
    assert 0 == result.exit_code, result.output
    return result.output


def refused(*words: str) -> str:
    """Run a command that is refused by clear lines; return them."""
    result = run(*words)
    assert result.exit_code in (1, 2), result.output
    return result.output


def put_in_force(spec: str = SPEC, edition: str = "contoh-2026") -> str:
    """Have an edition reviewed, approved, signed by ink and put in force; return what the last step says."""
    done("approve", spec, "--to", "ditinjau", "--date", "2026-03-05", *REVIEWER)
    done("approve", spec, "--to", "siap_ditandatangani", "--date", "2026-03-06")
    done("build", spec, "--release")
    Path("pindaian.pdf").write_bytes(b"%PDF-1.7 pindaian naskah yang ditandatangani")
    ink = ("--by", "pengesah", "--scan", "pindaian.pdf", "--date", "2026-03-10")
    done("sign", f"build/{edition}/sop.pdf", *ink)
    return done("approve", spec, "--to", "berlaku", "--date", "2026-03-10")


__all__ = [
    "FKPM",
    "REVIEWER",
    "SPEC",
    "archive_code",
    "done",
    "edit",
    "letter",
    "own_sop",
    "put_in_force",
    "refused",
    "roster",
]
