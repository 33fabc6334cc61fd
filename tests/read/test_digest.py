"""What an approval is bound to: every part of the meaning, and nothing but the meaning."""

import random
import shutil
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.jobs.folder import ROOT, SPEC, begin, edit

from sopgen.jobs.provenance import provenance_of
from sopgen.read.load import load_edition
from sopgen.read.source import parse

UNIT = "spec/satuan.yaml"


@pytest.fixture(autouse=True)
def _in_a_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path))


def parts() -> dict[str, str]:
    return dict(load_edition(Path(SPEC)).digests.parts)


def changes(change: Callable[[], object]) -> set[str]:
    """Return the names of the parts that a change touches; the whole changes with any of them."""
    before = load_edition(Path(SPEC)).digests
    change()
    after = load_edition(Path(SPEC)).digests
    names = before.parts.keys() | after.parts.keys()
    found = {name for name in names if before.parts.get(name) != after.parts.get(name)}
    assert bool(found) == (before.whole != after.whole)
    return found


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        (SPEC, "Menyusun laporan", "Menyusun  laporan", "kegiatan[A]"),
        (SPEC, "ke", "ke", None),
        (SPEC, "nilai: 1,", "nilai: 2,", "kegiatan[A]"),
        (SPEC, "Aturan contoh", "Aturan Contoh", "dasar_hukum"),
        (SPEC, "2026-04-01", "2026-04-02", "identitas"),
        (SPEC, "label: Ketua", "label: Kepala", "pelaksana"),
        (SPEC, 'tahun: "2026"', 'tahun: "2027"', "sampul"),
        (SPEC, "judul: SOP Contoh", "tata_letak: per_langkah\njudul: SOP Contoh", "tata_letak"),
        (SPEC, "judul: SOP Contoh", "status: draf\njudul: SOP Contoh", None),
        (SPEC, "judul: SOP Contoh", "status: dicabut\ntata_letak: per_kegiatan\njudul: SOP Contoh", None),
        (UNIT, "kop: [SATUAN INDUK", "kop: [INDUK", "satuan"),
        (UNIT, "tempat: Contoh", "tempat: Lain", None),
        (UNIT, "jabatan: KEPALA SATUAN", "jabatan: KETUA SATUAN", None),
        (UNIT, "zona_waktu: WITA", "zona_waktu: WITA\nsurat_perintah: {kka: BIN.1}", None),
        (SPEC, "pelaksana:\n", "alasan_perubahan: [{di: judul, alasan: Baru}]\npelaksana:\n", None),
        (UNIT, "nama: Personel Contoh 1", "nama: Personel Contoh 9", None),
        (UNIT, "telepon: (000)", "telepon: (111)", None),
    ],
)
def test_a_change_touches_the_part_that_it_is_in(file: str, old: str, new: str, part: str | None) -> None:
    assert ({part} if part else set()) == changes(lambda: edit(file, old, new))


def test_comments_layout_and_the_order_of_keys_change_nothing() -> None:
    def rewritten() -> None:
        data: Any = parse(Path(SPEC)).data
        data["identitas"]["tanggal_pembuatan"]["nilai"] = "2026-03-02"
        data["identitas"]["tanggal_efektif"]["nilai"] = "2026-04-01"
        keys = list(data)
        random.Random(1).shuffle(keys)
        made = yaml.safe_dump({key: data[key] for key in keys}, sort_keys=False, allow_unicode=True)
        Path(SPEC).write_text(f"# lain sama sekali\n\n{made}", encoding="utf-8", newline="\r\n")

    assert set() == changes(rewritten)


def test_a_remark_that_silences_a_rule_is_approved_with_the_edition() -> None:
    assert {"abaikan"} == changes(lambda: edit(SPEC, "isi: [Mampu]}", "isi: [Mampu]} # abaikan LG01: nama resmi"))
    assert {"abaikan"} == changes(lambda: edit(SPEC, "nama resmi", "nama yang resmi"))
    assert set() == changes(
        lambda: edit(SPEC, "# abaikan LG01: nama yang resmi", "\n# abaikan LG01: nama yang resmi")
    )


def test_templates_count_by_their_bytes_but_for_the_line_ends_of_text() -> None:
    typst, word = Path("templates/sop/sop.typ"), Path("templates/surat-perintah/surat-perintah.docx")
    assert set() == changes(lambda: typst.write_bytes(typst.read_bytes().replace(b"\n", b"\r\n")))
    assert set() == changes(partial(windows, Path("templates/sop/rupa.yaml")))
    assert set() == changes(partial(windows, Path("templates/sop/tanda.md")))
    assert set() == changes(Path("templates/sop/tanda.md").unlink)
    assert set() == changes(lambda: Path("templates/sop/~$sop.docx").write_bytes(b"Word has it open"))
    assert set() == changes(lambda: hidden("templates/.simpan/sop.typ"))
    assert {"templat/sop/.isi.typ"} == changes(lambda: Path("templates/sop/.isi.typ").write_bytes(b"#let isi = []"))
    assert {"templat/sop/sop.typ"} == changes(lambda: typst.write_bytes(typst.read_bytes() + b"// lain"))
    assert set() == changes(lambda: word.write_bytes(b"lain"))


def hidden(path: str) -> None:
    Path(path).parent.mkdir()
    Path(path).write_text("lain", encoding="utf-8")


def windows(path: Path) -> None:
    """Give a text the line ends of Windows, as git does there."""
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_the_files_that_outputs_are_made_from_count_as_the_templates_of_an_approval_do() -> None:
    def now() -> dict[str, str]:
        return asdict(provenance_of(load_edition(Path(SPEC)), Path("templates")))

    laws = Path("spec/peraturan.yaml")
    shutil.copy(ROOT / "spec" / "peraturan.yaml", laws)
    before = now()
    texts = [path for ending in ("typ", "yaml", "md") for path in Path("templates").rglob(f"*.{ending}")]
    assert {"sop.typ", "rupa.yaml", "tanda.md", "formulir.typ"} <= {path.name for path in texts}
    for text in (Path(SPEC), Path(UNIT), laws, *texts):
        windows(text)
    hidden("templates/.simpan/sop.typ")
    Path("templates/sop/~$sop.docx").write_bytes(b"Word has it open")
    assert before == now()
    for path, key in ((SPEC, "spec"), (UNIT, "spec"), (laws, "peraturan"), ("templates/sop/sop.typ", "templates")):
        was = now()
        Path(path).write_bytes(Path(path).read_bytes() + b"\n\n")
        assert {key} == {name for name, value in now().items() if value != was[name]}


def test_activities_in_another_order_are_another_edition() -> None:
    second = Path(SPEC).read_text("utf-8").split("kegiatan:\n  - id: A", 1)[1].replace("A. CONTOH", "B. LAIN")
    assert {"kegiatan", "kegiatan[B]"} == changes(lambda: _append(SPEC, f"  - id: B{second}"))
    edit(SPEC, "- id: A", "- id: X")
    edit(SPEC, "- id: B", "- id: A")
    assert {"kegiatan", "kegiatan[X]", "kegiatan[A]", "kegiatan[B]"} >= changes(
        lambda: edit(SPEC, "- id: X", "- id: B")
    )


def _append(path: str, text: str) -> None:
    Path(path).write_text(Path(path).read_text("utf-8") + text, encoding="utf-8")
