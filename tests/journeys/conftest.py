"""Every journey begins in a fresh working folder, on an office's computer, in Indonesian."""

from pathlib import Path

import pytest
from tests.jobs.folder import run


@pytest.fixture(autouse=True)
def _at_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "id")
    monkeypatch.delenv("CI", raising=False)
    assert 0 == run("new", str(tmp_path / "kerja")).exit_code
    monkeypatch.chdir(tmp_path / "kerja")
