"""What click says, and every help, in the reader's language."""

import click
import pytest
from click.testing import CliRunner

from sopgen.cli.main import COMMANDS, main


def run(*words: str, lang: str = "id") -> str:
    return CliRunner().invoke(main, list(words), env={"SOPGEN_LANG": lang}, prog_name="sopgen").output


def test_the_help_of_all_is_indonesian() -> None:
    told = run("--help")
    assert told.startswith("Pemakaian: sopgen [OPTIONS] COMMAND [ARGS]...\n\n  Membuat dokumen resmi")
    assert "Menyebutkan setiap kesalahan spec" in told
    assert "Tampilkan bantuan ini, lalu selesai." in told


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_in_the_reader_s_language(name: str) -> None:
    indonesian, english = run(name, "--help"), run(name, "--help", lang="en")
    assert indonesian.startswith(f"Pemakaian: sopgen {name} ")
    assert english.startswith(f"Usage: sopgen {name} ")
    assert "Tampilkan bantuan ini, lalu selesai." in indonesian
    for word in (" the ", " of ", "default:", "required"):
        assert word not in indonesian


def test_a_command_s_own_help_stays_as_it_was_written() -> None:
    first = run("check", "--help", lang="en")
    run("check", "--help")
    assert first == run("check", "--help", lang="en")
    assert isinstance(main, click.Group)
