"""Every wrong usage is one line with what helps, in both languages."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli.main import COMMANDS, main

SPEC = "spec/sop/fkpm/2019.yaml"
WRONG = [
    (["chek"], "Perintah 'chek' tidak ada. perbaikan: apakah maksudnya \"check\"?"),
    (["zzz"], "Perintah 'zzz' tidak ada. perbaikan: yang dikenal di sini: accept-word, approve, build, "),
    (["register", "begn"], "Perintah 'begn' tidak ada. perbaikan: apakah maksudnya \"begin\"?"),
    (["--versi"], "Pilihan '--versi' tidak ada. perbaikan: apakah maksudnya \"--version\"?"),
    (["order", SPEC, "--activty", "A"], "Pilihan '--activty' tidak ada. perbaikan: apakah maksudnya \"--activity\"?"),
    (
        ["order", SPEC, "--qqq"],
        "Pilihan '--qqq' tidak ada. perbaikan: lihat isian yang dikenal dengan `sopgen order --help`",
    ),
    (["chart"], "isian SPEC belum disebut. perbaikan: lihat isian yang dikenal dengan `sopgen chart --help`"),
    (["verify"], "isian FILE... belum disebut. perbaikan: "),
    (["sign", "a.pdf"], "pilihan --by belum disebut. perbaikan: tambahkan --by TEXT"),
    (["record", SPEC], "pilihan --kind belum disebut. perbaikan: tambahkan --kind monitoring|evaluasi"),
    (["chart", SPEC, "--to", "gif"], "tidak termasuk 'svg', 'pdf', 'png', 'dot', 'bpmn', 'drawio', 'mermaid', "),
    (["order", SPEC, "--number", "0"], "Nilai '--number' tidak sah: 0 di luar batas x>=1. perbaikan: tulis angka"),
    (["order", SPEC, "--number", "satu"], " yang sah. perbaikan: tulis angka dalam batas itu"),
    (["build", "."], "'.' adalah folder. perbaikan: sebutkan sebuah berkas"),
    (["approve", "x", "--date", "besok"], '"besok" bukan tanggal. perbaikan: '),
    (["approve", "x", "--date", "30-02-2026"], '"30-02-2026" tidak ada dalam kalender. perbaikan: '),
    (["order", SPEC, "--activity"], "Pilihan '--activity' memerlukan nilai. perbaikan: ketik nilainya di belakang"),
    (["form", SPEC, "--fillable=ya"], "Pilihan '--fillable' tidak memerlukan nilai. perbaikan: hapus tanda = dan"),
    (["doctor", "a"], "Ada satu isian yang berlebih (a). perbaikan: hapus; atau apit teks yang berspasi"),
    (["doctor", "a", "b"], "Ada beberapa isian yang berlebih (a b). perbaikan: "),
    (["officials", "add", "kasat"], "sertifikatnya harus disebut, satu saja. perbaikan: sebutkan satu: --p12"),
    (["chart", "-x", SPEC], "Pilihan '-x' tidak ada. perbaikan: "),
]


def run(*words: str, lang: str) -> Result:
    return CliRunner().invoke(main, list(words), env={"SOPGEN_LANG": lang}, prog_name="sopgen")


@pytest.mark.parametrize(("words", "told"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_wrong_usage_is_told_in_one_line_with_what_helps(words: list[str], told: str) -> None:
    for lang, name, label in (("id", "Kesalahan: ", ". perbaikan: "), ("en", "Error: ", ". fix: ")):
        made = run(*words, lang=lang)
        last = made.output.splitlines()[-1]
        assert 2 == made.exit_code, made.output
        assert last.startswith(name)
        assert 1 == last.count(label.strip(". "))
        assert label in last
        assert ".." not in last.replace("...", "")
        assert lang != "id" or told in last


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unknown_option_of_every_command_has_its_label(name: str) -> None:
    assert ". perbaikan: " in run(name, "--tidak-ada-pilihan-ini", lang="id").output


def test_help_is_no_wrong_usage() -> None:
    assert "perbaikan" not in run("register", lang="id").output
    assert 0 == run("--help", lang="id").exit_code


def test_an_order_of_an_sop_that_lacks_something_names_what_and_a_missing_file_is_told_first() -> None:
    spec = str(Path(__file__).parents[2] / SPEC)
    half = run("order", spec, "--activity", "A", "--date", "2026-12-01", lang="en")
    assert (2, True) == (half.exit_code, "missing: --roster. fix: add --roster" in half.output)
    gone = run("order", "tidak-ada.yaml", "--activity", "A", lang="en")
    assert (1, True) == (gone.exit_code, gone.output.startswith("tidak-ada.yaml:1:1: error YM01: "))


def test_many_known_names_are_not_all_listed() -> None:
    told = run("check", "--explain", "QQ", lang="en").output
    assert (True, True) == (", ..." in told, len(told) < 600)
