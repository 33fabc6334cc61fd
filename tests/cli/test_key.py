"""The key of an office's codes, handed over to those who check its letters: by the fingerprint that was read out."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.test_order import order, roster, spec  # noqa: F401  (a fixture)
from tests.registers import begun, opened

from sopgen.cli.main import main
from sopgen.seal.keys import fingerprint, load_public_key, make_key


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], catch_exceptions=False)


@pytest.fixture
def letter(spec: Path, tmp_path: Path) -> Path:  # noqa: F811
    """A letter of another office, whose key is not ours."""
    begun()
    made = order(spec, roster(tmp_path, 2), "--register", "--place", "Pos A", "--hours", "08.00-12.00")
    assert 0 == made.exit_code, made.output
    return tmp_path / "surat" / "surat-perintah-2026-0001-A.pdf"


@pytest.fixture
def public(letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The issuing office's public key as it was sent; from here on we are the one who checks, without a key."""
    shown = run("key", "show", "--out", "polres-a.pub")
    assert 0 == shown.exit_code, shown.output
    assert fingerprint(load_public_key(tmp_path / "polres-a.pub")) in shown.output
    assert letter.is_file()
    monkeypatch.setenv("SOPGEN_KEY", str(tmp_path / "pos" / "kunci.pem"))
    return tmp_path / "polres-a.pub"


def said(public: Path) -> str:
    return fingerprint(load_public_key(public))


def test_a_key_counts_once_its_fingerprint_was_compared(public: Path, letter: Path) -> None:
    unknown = run("verify-order", letter)
    assert 1 == unknown.exit_code
    assert "fix: ask the issuing unit for its .pub file, then `sopgen key add`" in unknown.output
    heard = said(public).upper().replace(" ", ":")
    added = run("key", "add", public, "--fingerprint", heard, "--name", "polres-a")
    assert 0 == added.exit_code, added.output
    public.unlink()
    checked = run("verify-order", letter)
    assert 0 == checked.exit_code, checked.output
    assert "polres-a" in checked.output
    assert "its letterhead must stand on the paper" in checked.output
    assert "polres-a" in run("key", "list").output
    assert 0 == run("key", "remove", "polres-a").exit_code
    assert 1 == run("verify-order", letter).exit_code


def test_another_key_than_the_one_that_was_read_out_stays_out_and_tells_no_digits(public: Path, letter: Path) -> None:
    make_key(public.with_name("palsu.pem"))
    refused = run("key", "add", public.with_name("palsu.pub"), "--fingerprint", said(public))
    assert 4 == refused.exit_code
    assert "another fingerprint than the one that you were told" in refused.output
    assert said(public.with_name("palsu.pub"))[:4] not in refused.output
    assert "" == run("key", "list").output
    assert 1 == run("verify-order", letter).exit_code


def test_a_fingerprint_is_said_whole(public: Path) -> None:
    for half in (said(public)[:19], "", "zzzz " * 8):
        assert 2 == run("key", "add", public, "--fingerprint", half).exit_code
    assert 2 == run("key", "add", public).exit_code
    assert 2 == run("key", "add", public, "--fingerprint", said(public), "--name", "../lain").exit_code


def test_a_private_key_is_never_let_in(public: Path, tmp_path: Path) -> None:
    sent = tmp_path / "kunci" / "kunci.pem"
    refused = run("key", "add", sent, "--fingerprint", said(public))
    assert 1 == refused.exit_code
    assert "is a private key, which nobody may send" in refused.output


def test_a_name_keeps_its_key_and_a_key_its_name(public: Path) -> None:
    make_key(public.with_name("baru.pem"))
    new = public.with_name("baru.pub")
    assert 0 == run("key", "add", public, "--fingerprint", said(public)).exit_code
    assert 0 == run("key", "add", public, "--fingerprint", said(public)).exit_code
    twice = run("key", "add", public, "--fingerprint", said(public), "--name", "lain")
    assert 'known already, as "polres-a"' in twice.output
    other = run("key", "add", new, "--fingerprint", said(new), "--name", "polres-a")
    assert 1 == other.exit_code
    assert "fix: another --name" in other.output
    assert 0 == run("key", "add", new, "--fingerprint", said(new), "--name", "polres-a-2027").exit_code
    assert 2 == len(run("key", "list").output.splitlines())


def test_an_office_without_a_key_has_none_to_show(spec: Path) -> None:  # noqa: F811
    assert spec.is_file()
    shown = run("key", "show")
    assert 1 == shown.exit_code
    assert "this office has no key yet" in shown.output
    assert "" == run("key", "list").output


def test_every_word_is_compared_with_the_letter_of_the_register(spec: Path, letter: Path, tmp_path: Path) -> None:  # noqa: F811
    same = run("verify-order", letter, "--spec", spec)
    assert 0 == same.exit_code, same.output
    assert "every word is that of the letter made anew" in same.output
    former = letter.read_bytes()
    again = order(spec, roster(tmp_path, 1), "--correct", "1", "--reason", "salah")
    assert 0 == again.exit_code, again.output
    letter.write_bytes(former)
    replaced = run("verify-order", letter, "--spec", spec)
    assert 4 == replaced.exit_code
    assert "was corrected: this may be its former version" in replaced.output
    opened().void(2026, 1, "batal")
    assert "is void: batal" in run("verify-order", letter, "--spec", spec).output
