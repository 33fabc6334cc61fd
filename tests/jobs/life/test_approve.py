"""`sopgen approve` takes an edition through its life; what was approved may be given out, and nothing else."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result
from tests.documents import pdf_pages
from tests.jobs.folder import CHIEF, RECORD, REVIEWER, ROOT, SPEC, begin, edit, run, step

from sopgen.model.sop import Status
from sopgen.read.load import load_edition

FKPM = "spec/sop/fkpm/2019.yaml"


@pytest.fixture(autouse=True)
def _in_a_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path))
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.delenv("CI", raising=False)  # where nobody signs


@pytest.fixture
def ready(approved_folder: Path) -> None:
    """The small edition, reviewed and approved to be signed."""
    shutil.copytree(approved_folder / "spec", "spec", dirs_exist_ok=True)


def state() -> Status:
    return load_edition(Path(SPEC)).sop.status


def ordered(spec: str) -> Result:
    """Order one person by an edition."""
    Path("roster.csv").write_text("Nama;Pangkat;NRP;Jabatan\nPersonel Contoh 3;BRIPDA;00000003;BA\n", "utf-8")
    letters = ("--activity", "A", "--roster", "roster.csv", "--date", "2026-05-01")
    return run("order", spec, *letters, "--number", "1", "--yes")


def lines(output: str) -> list[str]:
    """Return the code of each fault."""
    return [line.split()[2].rstrip(":") for line in output.splitlines() if " error " in line or " warning " in line]


def test_each_step_is_written_with_who_when_and_why() -> None:
    result = step("ditinjau", "2026-03-05", *REVIEWER, "--note", "Sudah dibaca: lengkap")
    assert f"contoh-2026: draf -> ditinjau ({RECORD.as_posix()})" in result.output
    record = load_edition(Path(SPEC)).record
    assert record
    (event,) = record.file.riwayat
    assert ("Personel Contoh 2", "AKP", "00000002", "KASAT CONTOH") == tuple(event.oleh.model_dump().values())
    assert ("2026-03-05", "Sudah dibaca: lengkap") == (event.tanggal.isoformat(), event.catatan)
    assert load_edition(Path(SPEC)).digests.whole == event.sidik
    assert RECORD.read_text("utf-8").startswith("# yaml-language-server: $schema=../skema/pengesahan.schema.json\n")


@pytest.mark.usefixtures("ready")
def test_comments_in_the_record_stay_and_the_former_events_too() -> None:
    edit(RECORD, "riwayat:\n", "# Rapat 5 Maret, lihat notulen.\nriwayat: # urut\n")
    edit(RECORD, "keadaan: ditinjau", "keadaan: ditinjau   # oleh Kasat")
    before = RECORD.read_text("utf-8")
    assert 0 == step("berlaku", "2026-03-08", "--decision", "tolak", "--note", "Belum").exit_code
    assert RECORD.read_text("utf-8").startswith(before)


def test_steps_are_taken_in_order_and_a_refused_one_writes_nothing() -> None:
    for target in ("siap_ditandatangani", "berlaku"):
        result = step(target, "2026-03-05")
        assert 1 == result.exit_code
        assert "PS02" in lines(result.output)
        assert not RECORD.exists()


@pytest.mark.usefixtures("ready")
def test_a_date_before_the_former_event_is_refused() -> None:
    before = RECORD.read_bytes()
    result = step("berlaku", "2026-03-05")
    assert 1 == result.exit_code
    assert "PS03" in lines(result.output)
    assert before == RECORD.read_bytes()


def test_every_error_blocks_the_approval_to_sign_and_all_are_told_at_once() -> None:
    edit(SPEC, "SOP / 01 / III / 2026", "SOP / 01 / XII / 2026")
    edit(SPEC, "nilai: 2026-04-01", "nilai: null")
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
    result = step("siap_ditandatangani", "2026-03-05")
    assert 1 == result.exit_code
    assert {"ID01", "PS06"} <= set(lines(result.output))
    assert Status.REVIEWED is state()


def test_an_example_is_never_approved() -> None:
    edit(SPEC, "judul: SOP Contoh", "contoh: true\njudul: SOP Contoh")
    step("ditinjau", "2026-03-05", *REVIEWER)
    assert "PS08" in lines(step("siap_ditandatangani", "2026-03-05").output)


@pytest.mark.usefixtures("ready")
def test_a_rejection_needs_a_reason_and_makes_a_draft_again() -> None:
    assert "PS05" in lines(step("berlaku", "2026-03-07", "--decision", "tolak").output)
    assert Status.READY is state()
    assert 0 == step("berlaku", "2026-03-07", "--decision", "tolak", "--note", "Belum lengkap").exit_code
    assert Status.DRAFT is state()


def test_two_files_of_one_edition_get_no_approval_that_either_could_claim() -> None:
    twin = shutil.copy(SPEC, "spec/sop/contoh/salinan.yaml")
    for state in ("ditinjau", "siap_ditandatangani"):
        result = run("approve", str(twin), "--to", state, "--date", "2026-03-05", *CHIEF)
        assert (1, 1) == (result.exit_code, lines(result.output).count("ID08"))
    assert not RECORD.exists()
    assert 2 == lines(run("check", "--date", "2026-03-05").output).count("ID08")


def test_a_flow_that_nobody_confirmed_keeps_an_edition_from_being_signed() -> None:
    edit(SPEC, "    alur:", "    sumber: rekonstruksi\n    alur:")
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
    result = step("siap_ditandatangani", "2026-03-06")
    assert (1, ["FL07"]) == (result.exit_code, lines(result.output))
    assert Status.REVIEWED is state()


@pytest.mark.usefixtures("ready")
def test_a_change_voids_the_approval_and_check_says_what_and_whose() -> None:
    line = RECORD.read_text("utf-8").splitlines().index("  - keadaan: siap_ditandatangani") + 1
    edit(SPEC, "Menyusun laporan", "Menyusun laporan akhir")
    edit("spec/satuan.yaml", "kop: [SATUAN INDUK", "kop: [INDUK")
    result = run("check", SPEC)
    assert 1 == result.exit_code
    assert f"{RECORD.as_posix()}:{line}:5: error PS01:" in result.output
    assert '"siap_ditandatangani" of 2026-03-06 by Personel Contoh 1 holds no more' in result.output
    assert "changed since: kegiatan[A], satuan" in result.output
    assert Status.DRAFT is state()


@pytest.mark.usefixtures("ready")
def test_a_digest_that_was_edited_in_the_record_is_told_as_that() -> None:
    digest = load_edition(Path(SPEC)).digests.whole
    RECORD.write_text(RECORD.read_text("utf-8").replace(digest, "0" * 64), encoding="utf-8")
    for command in ("check", "status"):
        assert "(no part: its digest in the record was edited)" in run(command, SPEC).output


@pytest.mark.exe
@pytest.mark.usefixtures("ready")
def test_a_voided_edition_is_built_with_its_mark_and_refused_for_release() -> None:
    assert 0 == run("build", SPEC, "--release", "--out", "rilis").exit_code
    assert not any("DRAF" in page for page in pdf_pages(Path("rilis/contoh-2026/sop.pdf").read_bytes()))
    former = Path("rilis/contoh-2026/manifest.json").read_bytes()
    edit(SPEC, "Menyusun laporan", "Menyusun laporan akhir")
    result = run("build", SPEC, "--release", "--out", "rilis")
    assert (1, ["PS01"]) == (result.exit_code, lines(result.output))
    assert former == Path("rilis/contoh-2026/manifest.json").read_bytes()
    assert 0 == run("build", SPEC).exit_code
    assert all("DRAF" in page for page in pdf_pages(Path("build/contoh-2026/sop.pdf").read_bytes()))


@pytest.mark.usefixtures("ready")
def test_a_reviewed_change_may_be_approved_anew() -> None:
    edit(SPEC, "Menyusun laporan", "Menyusun laporan akhir")
    assert 0 == step("ditinjau", "2026-03-08", *REVIEWER).exit_code
    assert 0 == step("siap_ditandatangani", "2026-03-09").exit_code
    assert 0 == run("check", SPEC).exit_code
    assert 0 == run("build", SPEC, "--release").exit_code


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("judul: SOP Contoh", "status: draf\njudul: SOP Contoh", "contoh-2026 has no approval"),
        ("judul: SOP Contoh", "contoh: true\njudul: SOP Contoh", "an example is never given out"),
        ("judul: SOP Contoh", "status: dicabut\njudul: SOP Contoh", "contoh-2026 was revoked"),
        ("judul: SOP Contoh", "sebagaimana_terbit: true\njudul: SOP Contoh", "was issued before records began"),
    ],
)
def test_release_says_what_is_missing(old: str, new: str, said: str) -> None:
    edit(SPEC, old, new)
    result = run("build", SPEC, "--release")
    assert 1 == result.exit_code
    assert said in result.output
    assert "fix:" in result.output
    assert not Path("build").exists()


def test_release_names_the_next_step_of_one_that_was_only_reviewed() -> None:
    step("ditinjau", "2026-03-05", *REVIEWER)
    result = run("build", SPEC, "--release")
    assert 1 == result.exit_code
    assert 'contoh-2026 is "ditinjau", not approved to be signed' in result.output
    assert "--to siap_ditandatangani" in result.output


def issued() -> None:
    """The shipped edition of 2019 in the working folder, made, with a scan of its original beside."""
    shutil.copytree(ROOT / "spec" / "sop" / "fkpm", "spec/sop/fkpm")
    assert 0 == run("build", FKPM).exit_code
    Path("asli.pdf").write_bytes(b"%PDF-1.7 pindaian naskah asli")


REGISTER = ("approve", FKPM, "--to", "berlaku", "--date", "2026-11-20", "--note", "Cocok dengan naskah asli")
ORIGINAL = ("sign", "build/fkpm-2019/sop.pdf", "--by", "pengesah", "--scan", "asli.pdf", "--date", "2019-09-03")


def test_an_edition_as_issued_is_registered_with_the_scan_of_its_original_and_a_note() -> None:
    issued()
    assert 1 == run("build", FKPM, "--release").exit_code
    assert ["PS07"] == lines(run(*REGISTER).output)
    assert "not proven" in run("status", FKPM).output
    assert 0 == run(*ORIGINAL).exit_code
    assert "not proven" not in run("status", FKPM).output
    assert ["PS05"] == lines(run(*REGISTER[:-2]).output)
    assert 0 == run(*REGISTER).exit_code
    assert 0 == run("build", FKPM, "--release").exit_code


def test_an_edition_as_issued_that_nobody_proved_gives_orders_and_is_told() -> None:
    issued()
    for output in (run("check", FKPM).output, run("verify", "build/fkpm-2019/sop.pdf").output):
        assert "fkpm-2019 is not proven: the scan of its signed original is not registered" in output
    assert not any("bukti" in page.casefold() for page in pdf_pages(Path("build/fkpm-2019/sop.pdf").read_bytes()))
    edit("spec/satuan.yaml", "zona_waktu: WITA", "zona_waktu: WITA\nsurat_perintah: {kka: BIN.1}")
    assert 0 == ordered(FKPM).exit_code


def test_a_new_text_is_not_put_in_force_by_saying_that_it_was_issued() -> None:
    edit(SPEC, "judul: SOP Contoh", "sebagaimana_terbit: true\njudul: SOP Contoh")
    anyone = ("--name", "Orang Biasa", "--rank", "BRIPDA", "--nrp", "99999999", "--post", "STAF", "--note", "cocok")
    assert {"PS07", "PS12", "PS14"} == set(lines(step("berlaku", "2026-03-05", *anyone).output))
    assert {"PS07", "PS14"} == set(lines(step("berlaku", "2026-11-20", *anyone).output))
    assert not RECORD.exists()


def test_an_edition_as_issued_after_records_began_is_a_draft() -> None:
    issued()
    step("ditinjau", "2026-03-05", *REVIEWER)
    assert Status.IN_FORCE is load_edition(Path(FKPM)).sop.status
    edit(FKPM, "nilai: 2019-10-01", "nilai: 2026-03-05")
    assert Status.DRAFT is load_edition(Path(FKPM)).sop.status
    assert "PS12" in lines(run("check", FKPM).output)


def test_only_what_was_in_force_can_be_revoked_and_with_a_reason() -> None:
    assert "PS02" in lines(step("dicabut", "2026-03-05", "--note", "Diganti").output)
    edit(SPEC, "judul: SOP Contoh", "sebagaimana_terbit: true\njudul: SOP Contoh")
    assert "PS05" in lines(step("dicabut", "2026-05-05").output)
    assert 0 == step("dicabut", "2026-05-05", "--note", "Diganti edisi 2027").exit_code
    edit(SPEC, "Menyusun laporan", "Menyusun laporan akhir")
    assert Status.REVOKED is state()
    assert 0 == run("check", SPEC).exit_code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--by", "penandatangan", "--name", "Personel Contoh 1"), "exclude each other"),
        (("--name", "Personel Contoh 1", "--nrp", "00000001"), "--rank, --post"),
        (("--name", "P", "--rank", "AKP", "--nrp", "123", "--post", "KASAT"), "an NRP has 8 digits"),
        (("--name", " ", "--rank", "AKP", "--nrp", "00000001", "--post", "KASAT"), "--name"),
        ((*CHIEF, "--note", "x" * 4001), "the text is too long"),
    ],
)
def test_who_decided_is_said_once_and_in_full(words: tuple[str, ...], said: str) -> None:
    result = run("approve", SPEC, "--to", "ditinjau", "--date", "2026-03-05", *words)
    assert 2 == result.exit_code
    assert said in result.output
    assert not RECORD.exists()


def test_an_empty_note_is_none() -> None:
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER, "--note", " ").exit_code
    assert "PS05" in lines(step("siap_ditandatangani", "2026-03-06", "--decision", "tolak", "--note", "").output)


def test_a_review_that_holds_no_more_is_a_warning_only() -> None:
    step("ditinjau", "2026-03-05", *REVIEWER)
    edit(SPEC, "Menyusun laporan", "Menyusun laporan akhir")
    result = run("check", SPEC)
    assert (0, ["PS01"]) == (result.exit_code, lines(result.output))


def test_an_official_that_nobody_knows_is_told_with_the_nearest_id() -> None:
    result = run("approve", SPEC, "--to", "ditinjau", "--date", "2026-03-05", "--by", "penandatanan")
    assert 1 == result.exit_code
    assert '"penandatanan" is no official. fix: did you mean "penandatangan"?' in result.output
    assert 0 == run("approve", SPEC, "--to", "ditinjau", "--date", "2026-03-05", "--by", "pengesah").exit_code


def test_a_note_that_the_record_could_not_be_read_with_is_refused() -> None:
    result = step("ditinjau", "2026-03-05", *REVIEWER, "--note", "a\u202eb")
    assert (1, ["YM03"]) == (result.exit_code, sorted(set(lines(result.output))))
    assert not RECORD.exists()


def test_a_record_with_faults_stops_everything_with_their_places() -> None:
    RECORD.parent.mkdir()
    RECORD.write_text("sop: lain\nedisi: '2026'\nriwayat: [{keadaan: siap}]\n", encoding="utf-8")
    for command in ("check", "build"):
        result = run(command, SPEC)
        assert 1 == result.exit_code
        assert f"{RECORD.as_posix()}:3:12: error SK01:" in result.output


def test_no_task_order_is_given_for_an_edition_that_the_record_makes_no_longer_valid() -> None:
    step("ditinjau", "2026-03-05", *REVIEWER)
    result = ordered(SPEC)
    assert 1 == result.exit_code
    assert "the SOP is not in force" in result.output


def test_the_state_of_an_edition_is_json_for_other_programs() -> None:
    step("ditinjau", "2026-03-05", *REVIEWER)
    (told,) = json.loads(run("status", "--format", "json").output)
    assert ("contoh", "2026", "ditinjau", False) == tuple(
        told[key] for key in ("sop", "edition", "state", "approved_as_it_stands")
    )
    assert "Personel Contoh 2" == told["approval"]["oleh"]["nama"]


def test_a_day_to_come_is_wrong_usage() -> None:
    made = step("ditinjau", "2099-03-05")
    assert (2, True) == (made.exit_code, "2099-03-05 lies in the future" in made.output)
    assert not RECORD.exists()
