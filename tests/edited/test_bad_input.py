"""A file that is not what it says is refused in one line, and nothing is written."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from tests.jobs.folder import begin, run

from sopgen.jobs.accept_word.opened import OPEN_DOCUMENT, opened
from sopgen.read.edited import package
from sopgen.read.edited.names import MAIN, STRICT
from sopgen.read.packed.guard import OLD_OFFICE

DOCUMENT = "word/document.xml"


def plain() -> bytes:
    out = io.BytesIO()
    document = Document()
    document.add_paragraph("Naskah")
    document.save(out)
    return out.getvalue()


def with_parts(parts: dict[str, bytes | None]) -> bytes:
    """Return a plain document with other parts; None takes one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {**dict.fromkeys(old.namelist()), **parts}:
            content = parts.get(name, old.read(name) if name in old.namelist() else None)
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def declared() -> bytes:
    with zipfile.ZipFile(io.BytesIO(plain())) as package:
        content = package.read(DOCUMENT)
    head, _, rest = content.partition(b"?>")
    return head + b'?><!DOCTYPE a [<!ENTITY b "c">]>' + rest


def locked() -> bytes:
    """Return a document with its parts marked as encrypted."""
    content = bytearray(plain())
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        content[at + 8] |= 1
    return bytes(content)


def text_document(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        new.writestr("META-INF/manifest.xml", parts.pop("manifest", "<manifest/>"))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


OLD = OLD_OFFICE + b"\0" * 600
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "this is no Word document"),
    "text": (lambda: b"Naskah SOP", "this is no Word document"),
    "cut off": (lambda: plain()[:-400], "the document is damaged"),
    "PDF": (lambda: b"%PDF-1.7\n", "this is no Word document"),
    "workbook": (lambda: with_parts({DOCUMENT: None}), "the part of the text is missing"),
    "without relations": (lambda: with_parts({"_rels/.rels": None}), "the part of the text is missing"),
    "another root": (lambda: with_parts({DOCUMENT: b"<a/>"}), "this is no Word document"),
    "torn XML": (lambda: with_parts({DOCUMENT: b"<w:document"}), "this is no Word document"),
    "entities": (lambda: with_parts({DOCUMENT: declared()}), "the document declares entities"),
    "entities in UTF-16": (
        lambda: with_parts({DOCUMENT: declared().decode().encode("utf-16")}),
        "the document declares entities",
    ),
    "macros": (lambda: with_parts({"word/vbaProject.bin": b"x"}), "the document holds macros"),
    "bomb": (lambda: with_parts({"word/media/a.bin": b"\0" * 40_000_000}), "unpacks to far more than its size"),
    "many parts": (lambda: with_parts({f"word/a{n}.xml": b"<a/>" for n in range(2001)}), "parts"),
    "strange name": (lambda: with_parts({"../a.xml": b"<a/>"}), "a strange name"),
    "password": (locked, "is locked by a password"),
    "encrypted": (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "is locked by a password"),
    "locked ODT": (lambda: text_document(manifest="<encryption-data/>"), "is locked by a password"),
    "ODT with macros": (lambda: text_document(**{"Basic/script.xml": "<a/>"}), "holds macros"),
    "ODT without manifest": (lambda: with_parts({"mimetype": OPEN_DOCUMENT}), "is damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, told = BAD[name]
    monkeypatch.chdir(begin(tmp_path))
    monkeypatch.setenv("SOPGEN_LANG", "en")
    Path("naskah.docx").write_bytes(make())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = run("accept-word", "naskah.docx", "--accept", "all")
    assert 1 == done.exit_code, done.output
    assert told in done.output
    assert 1 == len(done.output.splitlines())
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_a_file_over_50_mb_and_one_that_is_not_there_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(begin(tmp_path))
    with Path("besar.docx").open("wb") as file:
        file.truncate(package.LARGEST + 1)
    for name in ("besar.docx", "tidak-ada.docx"):
        done = run("accept-word", name)
        assert (1, 1) == (done.exit_code, len(done.output.splitlines())), done.output


def test_a_part_over_the_bound_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path))
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.setattr(package, "LARGEST_PART", 1000)
    Path("naskah.docx").write_bytes(plain())
    done = run("accept-word", "naskah.docx")
    assert 1 == done.exit_code
    assert "is larger than" in done.output


def test_words_of_the_strict_form_of_the_standard_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(plain())) as package_:
        content = package_.read(DOCUMENT)
    strict = content.replace(MAIN.encode(), STRICT.encode())
    path = tmp_path / "naskah.docx"
    path.write_bytes(with_parts({DOCUMENT: strict}))
    assert ["Naskah"] == [one.after for one in opened(path).texts]
