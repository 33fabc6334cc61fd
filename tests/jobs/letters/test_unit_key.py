"""Where the unit's key is kept."""

import click
import pytest

from sopgen.jobs.letters.unit_key import key_path, settings_folder


@pytest.mark.parametrize("folder", ["", "/tmp/pengaturan"])
def test_the_key_is_kept_where_programs_keep_their_settings(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOPGEN_KEY")
    monkeypatch.setenv("XDG_CONFIG_HOME", folder) if folder else monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert click.get_app_dir("sopgen") == str(settings_folder())
    assert settings_folder() / "kunci.pem" == key_path()
