"""Of many who write at once, each waits for the others; a lock that nobody holds stays nobody's way."""

import multiprocessing
from datetime import date
from pathlib import Path

import pytest
from tests.jobs.folder import ROOT

from sopgen import files
from sopgen.errors import SopgenError
from sopgen.files import one_writer
from sopgen.jobs.life.append import append
from sopgen.model.life.record import Monitoring, Officer, Outcome, Review
from sopgen.read.load import load_approvals, load_sop

SMALL = ROOT / "tests" / "contoh" / "sop.yaml"
AT_ONCE, EACH = 6, 10


def _write_down(path: str, first: int) -> None:
    sop = load_sop(SMALL)
    by = Officer(nama="Personel Contoh 1", pangkat="AKP", nrp="00000001", jabatan="KASAT CONTOH")
    for number in range(first, first + EACH):
        seen = Monitoring(
            jenis=Review.MONITORING, tanggal=date(2026, 9, 1), oleh=by, hasil=Outcome.GOOD, catatan=f"nomor {number}"
        )
        append(Path(path), "pemantauan", seen, sop=sop)


def test_of_sixty_entries_at_once_none_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "contoh-2026.yaml"
    spawn = multiprocessing.get_context("spawn")
    runs = [spawn.Process(target=_write_down, args=(str(path), n * EACH)) for n in range(AT_ONCE)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [0] * AT_ONCE == [run.exitcode for run in runs]
    kept = {one.catatan for one in load_approvals(path).pemantauan}
    assert {f"nomor {number}" for number in range(AT_ONCE * EACH)} == kept
    assert [path] == list(tmp_path.iterdir())


def test_who_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LONGEST_WAIT", 0.1)
    with (
        one_writer(tmp_path / "a.yaml"),
        pytest.raises(SopgenError, match="held by another run"),
        one_writer(tmp_path / "a.yaml"),
    ):
        pass
    with one_writer(tmp_path / "a.yaml"), one_writer(tmp_path / "b.yaml"):
        pass


def test_a_lock_that_a_killed_run_left_is_taken(tmp_path: Path) -> None:
    (tmp_path / ".kunci-a.yaml.lock").write_bytes(b"")
    with one_writer(tmp_path / "a.yaml"):
        pass
    assert [] == list(tmp_path.iterdir())
