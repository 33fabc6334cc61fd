"""A Word file from outside is looked into before it is unpacked: bombs, locks and entities are refused."""

import io
import zipfile
from pathlib import Path

import pytest

from sopgen.errors import SopgenError
from sopgen.read.edited import package
from sopgen.read.word.word_file import WordFile

DOCUMENT = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
)
ENTITIES = b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'


def packed(*parts: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return file.getvalue()


def locked() -> bytes:
    content = bytearray(packed(("word/document.xml", DOCUMENT)))
    for sign, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(sign) + flags] |= 1
    return bytes(content)


NONE = "this is no Word document (.docx)"
BOMB = "the document unpacks to far more than its size"
BAD = {
    "no zip": (b"hello", NONE),
    "an empty file": (b"", NONE),
    "a locked one": (locked(), "the document is locked by a password"),
    "an old one": (
        b"\xd0\xcf\x11\xe0" + bytes(600),
        "the document is locked by a password, or of an old kind (.doc)",
    ),
    "a workbook": (packed(("xl/workbook.xml", b"<a/>")), NONE),
    "a bomb": (packed(("word/document.xml", b" " * 30_000_000)), BOMB),
    "entities": (packed(("word/document.xml", ENTITIES)), "the document declares entities"),
    "torn XML": (packed(("word/document.xml", DOCUMENT[:90])), NONE),
    "no body": (packed(("word/document.xml", b"<a/>")), NONE),
    "a torn zip": (packed(("word/document.xml", DOCUMENT))[:-30], NONE),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    content, reason = BAD[name]
    path = tmp_path / "lama.docx"
    path.write_bytes(content)
    with pytest.raises(SopgenError) as refused:
        WordFile(path).body()
    assert str(refused.value).startswith(f"lama.docx: {reason}. fix: ")
    assert "\n" not in str(refused.value)


def test_a_part_that_lies_twice_in_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lama.docx"
    with pytest.warns(UserWarning, match="Duplicate"):
        path.write_bytes(packed(("word/document.xml", DOCUMENT), ("word/document.xml", DOCUMENT)))
    with pytest.raises(SopgenError, match="the document holds a part twice"):
        WordFile(path)


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST", 10)
    path = tmp_path / "lama.docx"
    path.write_bytes(packed(("word/document.xml", DOCUMENT)))
    with pytest.raises(SopgenError, match="the file is larger than"):
        WordFile(path)


def test_a_folder_is_no_word_document(tmp_path: Path) -> None:
    with pytest.raises(SopgenError, match="can not be read: "):
        WordFile(tmp_path)


def test_the_text_is_found_by_the_relationships_of_the_file(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    links = (
        f'<Relationships><Relationship Id="a" Type="{kind}" Target="/word/document2.xml"/></Relationships>'.encode()
    )
    path = tmp_path / "lama.docx"
    path.write_bytes(packed(("_rels/.rels", links), ("word/document2.xml", DOCUMENT)))
    assert WordFile(path).document == "word/document2.xml"
