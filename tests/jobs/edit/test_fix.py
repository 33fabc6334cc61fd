"""A draft is corrected where a rule knows how; the rest of its text stays, and is named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sopgen.cli.main import main
from sopgen.errors import SopgenError, SpecError
from sopgen.jobs.edit.fix import load_draft, mend
from sopgen.lint.registry import RULES, Finding, Reorder, Rewrite, Rule, Subject

ROOT = Path(__file__).parents[3]
BASIS = ("dasar_hukum", "isi")
DRAFT = (
    (ROOT / "tests" / "contoh" / "sop.yaml")
    .read_text("utf-8")
    .replace('edisi: "2026"\n', 'edisi: "2026"\nstatus: draf\n')
    .replace(
        "dasar_hukum: {judul: Dasar Hukum, isi: [Aturan contoh]}\n",
        "dasar_hukum:\n  judul: Dasar Hukum\n  isi:\n    # tentang c\n    - aturan c # mata\n"
        '    - "aturan a"\n    # tentang b\n    - aturan b: hemat\n',
    )
    .replace("- aturan b: hemat", "- 'aturan b: hemat'")
)


def capitals(subject: Subject) -> Iterator[Finding]:
    """A law begins with a capital."""
    for n, text in enumerate(subject.sop.dasar_hukum.isi):
        if text[0].islower():
            yield Finding((*BASIS, n), "small", "write it", mend=Rewrite((*BASIS, n), text.capitalize()))


def order(subject: Subject) -> Iterator[Finding]:
    """Laws stand by their letters."""
    items = subject.sop.dasar_hukum.isi
    wanted = sorted(range(len(items)), key=lambda n: items[n].lower())
    if wanted != list(range(len(items))):
        yield Finding(BASIS, "order", "put it in order", mend=Reorder(BASIS, tuple(wanted)))


def spelling(subject: Subject) -> Iterator[Finding]:
    """Two words are misspelt; each finding knows of its own only."""
    for n, text in enumerate(subject.sop.dasar_hukum.isi):
        for wrong, right in (("hemat", "cermat"), ("Aturan b", "Aturan B")):
            if wrong in text:
                yield Finding((*BASIS, n), "word", "mend it", mend=Rewrite((*BASIS, n), text.replace(wrong, right)))


def undecided(subject: Subject) -> Iterator[Finding]:
    """What no program can mend."""
    yield Finding(("judul",), f"is {subject.sop.judul} right?", "decide")


def rules(*checks: Any) -> dict[str, Rule]:
    for check in checks:
        check.__doc__ = f"{check.__name__.title()} holds.\n\nIt does.\n\nWrong:\n    a\nRight:\n    b"
    return {check.__name__: Rule(check.__name__, "warning", "sumber", "own", "approval", check) for check in checks}


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "spec" / "sop.yaml"
    path.parent.mkdir()
    path.write_text(DRAFT, encoding="utf-8")
    (path.parent / "satuan.yaml").write_bytes((ROOT / "tests" / "contoh" / "satuan.yaml").read_bytes())
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    teach(monkeypatch, capitals, order, spelling, undecided)
    return Path("spec/sop.yaml")


def teach(monkeypatch: pytest.MonkeyPatch, *checks: Any) -> None:
    for code in list(RULES):
        monkeypatch.delitem(RULES, code)
    for code, entry in rules(*checks).items():
        monkeypatch.setitem(RULES, code, entry)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def test_a_draft_is_mended_in_words_and_order_with_its_comments(draft: Path) -> None:
    assert 0 == run("fix", str(draft)).exit_code
    mended = (
        "  isi:\n"
        '    - "Aturan a"\n'
        "    # tentang b\n"
        "    - 'Aturan B: cermat'\n"
        "    # tentang c\n"
        "    - Aturan c # mata\n"
    )
    before, rest = DRAFT.split("  isi:\n    # tentang c\n")
    after = rest[rest.index("kualifikasi_pelaksana") :]
    reasons = (
        "\nalasan_perubahan:\n"
        "  - di: dasar_hukum.isi[2]\n    menjadi: Aturan c\n    alasan: Order holds (order, sumber)\n"
        "  - di: dasar_hukum.isi[0]\n    menjadi: Aturan a\n    alasan: Capitals holds (capitals, sumber)\n"
        '  - di: dasar_hukum.isi[1]\n    menjadi: "Aturan B: cermat"\n'
        "    alasan: Capitals holds (capitals, sumber); Spelling holds (spelling, sumber)\n"
        "  - di: dasar_hukum.isi[2]\n    menjadi: Aturan c\n    alasan: Capitals holds (capitals, sumber)\n"
    )
    assert before + mended + after + reasons == draft.read_text("utf-8")


def test_fix_lists_what_was_changed_and_what_a_person_must_decide(draft: Path) -> None:
    lines = run("fix", str(draft)).output.splitlines()
    assert [
        "spec/sop.yaml:18:3: order: order 1, 2, 3 -> 2, 3, 1",
        'spec/sop.yaml:19:7: capitals: "aturan a" -> "Aturan a"',
        'spec/sop.yaml:21:7: capitals, spelling: "aturan b: hemat" -> "Aturan B: cermat"',
        'spec/sop.yaml:23:7: capitals: "aturan c" -> "Aturan c"',
        "4 places corrected",
        "to be decided by a person:",
        "spec/sop.yaml:4:1: warning undecided: is SOP Contoh right? (judul). fix: decide",
    ] == lines


def test_a_correction_of_a_text_of_several_lines_is_told_in_one(draft: Path) -> None:
    draft.write_text(
        DRAFT.replace("'aturan b: hemat'", "|\n      aturan b: hemat\n      dan teliti"), encoding="utf-8"
    )
    told = run("fix", str(draft)).output.splitlines()
    assert [one for one in told if "teliti" in one] == [one for one in told if "Aturan B: cermat" in one] != []


def test_a_second_fix_finds_nothing(draft: Path) -> None:
    run("fix", str(draft))
    once = draft.read_bytes()
    assert "0 places corrected" in run("fix", str(draft)).output
    assert once == draft.read_bytes()


def test_a_dry_run_prints_the_same_and_writes_nothing(draft: Path) -> None:
    tried = run("fix", str(draft), "--dry-run").output
    assert DRAFT == draft.read_text("utf-8")
    assert run("fix", str(draft)).output == tried


def test_reasons_that_a_person_wrote_follow_the_items_to_their_new_places(draft: Path) -> None:
    written = "alasan_perubahan:\n  - {di: 'dasar_hukum.isi[2]', alasan: Baru}\n  - {di: judul, alasan: Singkat}\n"
    draft.write_text(DRAFT + written, encoding="utf-8")
    run("fix", str(draft))
    assert "- {di: 'dasar_hukum.isi[1]', alasan: Baru}\n" in draft.read_text("utf-8")


def test_a_reason_for_a_text_that_is_corrected_again_follows_it(draft: Path) -> None:
    reason = "  - {di: 'dasar_hukum.isi[%d]', menjadi: '%s', alasan: Baru}\n"
    written = (reason % (2, "aturan b: hemat"), reason % (0, "aturan b: hemat"), reason % (7, "aturan c"))
    draft.write_text(DRAFT + "alasan_perubahan:\n" + "".join(written), encoding="utf-8")
    run("fix", str(draft))
    made = draft.read_text("utf-8")
    assert reason % (1, "Aturan B: cermat") in made
    assert reason % (2, "aturan b: hemat") in made
    assert reason % (7, "Aturan c") in made


def test_what_a_remark_silences_is_left_alone(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = DRAFT.replace('- "aturan a"', '- "aturan a" # abaikan CAPITALS: nama adat')
    draft.write_text(text, encoding="utf-8")
    teach(monkeypatch)
    monkeypatch.setitem(RULES, "CAPITALS", replace(rules(capitals)["capitals"], code="CAPITALS"))
    output = run("fix", str(draft)).output
    assert '- "aturan a" # abaikan CAPITALS: nama adat' in draft.read_text("utf-8")
    assert "aturan c" in output
    assert "aturan a" not in output


def test_the_mark_and_the_line_breaks_of_notepad_stay(draft: Path) -> None:
    draft.write_bytes(b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode())
    run("fix", str(draft))
    made = draft.read_bytes()
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.count(b"\n") == made.count(b"\r\n") > 40


def test_a_text_that_stands_at_two_places_is_left_to_a_person(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = DRAFT.replace("- aturan c #", "- &c aturan c #").replace("isi: [Mampu]", "isi: [*c]")
    shared = shared.replace('- "aturan a"', '- "Aturan a"').replace("'aturan b: hemat'", "Aturan b")
    teach(monkeypatch, capitals)
    draft.write_text(shared, encoding="utf-8")
    result = run("fix", str(draft))
    assert shared == draft.read_text("utf-8")
    assert "warning capitals: small (dasar_hukum.isi[0])" in result.output


def test_rules_that_undo_each_other_are_told_and_nothing_is_written(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def smalls(subject: Subject) -> Iterator[Finding]:
        """A law begins small."""
        for n, text in enumerate(subject.sop.dasar_hukum.isi):
            if text[0].isupper():
                yield Finding((*BASIS, n), "big", "write it", mend=Rewrite((*BASIS, n), text.lower()))

    teach(monkeypatch, capitals, smalls)
    with pytest.raises(SopgenError, match="capitals, smalls"):
        mend(load_draft(draft))
    assert 1 == run("fix", str(draft)).exit_code
    assert DRAFT == draft.read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("status: dicabut", "3:1"),
        ("status: draf\nsebagaimana_terbit: true", "4:1"),
    ],
)
def test_an_edition_that_is_no_draft_is_refused(draft: Path, line: str, place: str) -> None:
    text = DRAFT.replace("status: draf\n", f"{line}\n")
    draft.write_text(text, encoding="utf-8")
    result = run("fix", str(draft))
    assert 1 == result.exit_code
    assert f"spec/sop.yaml:{place}: error ED01: the edition is no draft" in result.output
    assert text == draft.read_text("utf-8")


def test_a_draft_with_faults_is_refused_with_all_of_them(draft: Path) -> None:
    draft.write_text(DRAFT.replace("judul: SOP Contoh\n", "jdul: SOP Contoh\n"), encoding="utf-8")
    result = run("fix", str(draft))
    assert 1 == result.exit_code
    assert 2 == result.output.count("error SK01")
    with pytest.raises(SpecError):
        load_draft(Path("spec/tidak-ada.yaml"))


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The draft, with the rules of the book."""
    (tmp_path / "satuan.yaml").write_bytes((ROOT / "tests" / "contoh" / "satuan.yaml").read_bytes())
    monkeypatch.setenv("SOPGEN_LANG", "en")
    return tmp_path / "sop.yaml"


def test_a_proposal_is_carried_out_only_when_it_is_accepted(real: Path) -> None:
    draft = real
    laws = "dasar_hukum: {judul: Dasar Hukum, isi: [Perpol 1/2021, Perpol Nomor 1 Tahun 2021]}\n"
    draft.write_text(re.sub(r"dasar_hukum:\n(?: .*\n)+", laws, DRAFT), encoding="utf-8")
    told = run("fix", str(draft), "--dry-run").output
    assert "LB13@dasar_hukum.isi[1]" in told
    assert "tentang Pemolisian Masyarakat" in told
    assert 2 == len(load_draft(draft).sop.dasar_hukum.isi)
    run("fix", str(draft), "--accept", "LB13@dasar_hukum.isi[1]", "--accept", "LB09")
    (law,) = load_draft(draft).sop.dasar_hukum.isi
    assert law.endswith("Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat")
    assert "dihapus: Perpol Nomor 1 Tahun 2021" in draft.read_text("utf-8")


def test_a_proposal_of_no_rule_is_refused(draft: Path) -> None:
    refused = run("fix", str(draft), "--accept", "LB99")
    assert (2, True) == (refused.exit_code, '"LB99" is the code of no rule' in refused.output)
