"""What a Word template may not hold, and what happens to one that can not be filled."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from tests.looks import ORDER_LOOK, ground

from sopgen.errors import TemplateError
from sopgen.jobs.forms import blank_orders
from sopgen.jobs.work import Work
from sopgen.plan.letter.plan import plan_order
from sopgen.read.load import Edition
from sopgen.render.word.fill import Properties, fill
from sopgen.render.word.letters.order import to_docx

TEMPLATES = Path(__file__).parents[3] / "templates"
ORDER = TEMPLATES / "surat-perintah" / "surat-perintah.docx"
PROPERTIES = Properties("Judul", "Pokok", "Satuan", date(2026, 1, 1))


def changed(folder: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Return a copy of the order's template with one part changed."""
    copy = folder / "rusak.docx"
    with zipfile.ZipFile(ORDER) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return copy


def forms_of(edition: Edition, template: Path) -> bytes:
    return to_docx(plan_order(ground(edition.sop, edition.unit), edition.sop.kegiatan[0], ORDER_LOOK), template)


def test_a_template_with_an_outside_link_is_refused(tmp_path: Path) -> None:
    link = b'<Relationship Id="x9" Type="t" Target="http://contoh.invalid" TargetMode="External"/></Relationships>'
    path = changed(tmp_path, "word/_rels/document.xml.rels", lambda old: old.replace(b"</Relationships>", link))
    with pytest.raises(TemplateError, match=r"rusak\.docx: word/_rels/document\.xml\.rels holds an outside link"):
        fill(path, {}, PROPERTIES)


def test_a_template_with_a_doctype_is_refused(tmp_path: Path) -> None:
    path = changed(
        tmp_path, "word/document.xml", lambda old: old.replace(b"<w:document", b"<!DOCTYPE x []><w:document", 1)
    )
    with pytest.raises(TemplateError, match="DOCTYPE"):
        fill(path, {}, PROPERTIES)


def test_a_tag_without_a_value_is_named(edition: Edition, tmp_path: Path) -> None:
    path = changed(tmp_path, "word/document.xml", lambda old: old.replace(b"judul_lembar", b"tak_dikenal", 1))
    with pytest.raises(TemplateError, match=r"rusak\.docx: .*tak_dikenal"):
        forms_of(edition, path)


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bukan.docx").write_bytes(b"teks")
    with pytest.raises(TemplateError, match="not a readable Word file"):
        fill(tmp_path / "bukan.docx", {}, PROPERTIES)


def test_a_typst_template_that_does_not_compile_says_why(edition: Edition, tmp_path: Path) -> None:
    own = tmp_path / "templates"
    copytree(TEMPLATES, own)
    (own / "surat-perintah" / "surat-perintah.typ").write_text("#tak_dikenal", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"surat-perintah\.typ:.*tak_dikenal"):
        list(blank_orders(Work(edition, own), "A"))
