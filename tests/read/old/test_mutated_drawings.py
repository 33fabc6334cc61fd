"""Drawings and tables full of slips: what is read of them is an OldSop, or the file is refused in one line."""

import io
import random
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from tests.examples import mutations
from tests.read.old import drawn_book, drawn_document
from tests.read.old.drawn_book import random_book

from sopgen.errors import SopgenError
from sopgen.read.old.cells.reader import read_workbook
from sopgen.read.old.found import OldSop
from sopgen.read.old.word.reader import read_word

VALUES = ("", "-1", "0", "1e9", "99999999999999999999", "x", "NaN", "\u0663", "1.5", "true", "rId1", "restart", "-")
PARTS = re.compile(r"xl/(?:worksheets|drawings)/.*\.xml$|word/document\.xml$")


def mutated(content: bytes, seed: int) -> bytes:
    """Return a package with one to four slips in its sheets, drawings or text."""
    chance = random.Random(seed)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, slipped(part.decode(), chance).encode() if PARTS.search(name) else part)
    return file.getvalue()


def slipped(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 2, 4, 30))):
        kind = chance.choice(("value", "value", "value", "tag", "gone"))
        if kind == "value":
            found = list(re.finditer(r'(?<=[\s][a-z]:)?="([^"]*)"|>([^<>]+)<', text))
            one = chance.choice(found) if found else None
            if one and not one[0].startswith('="http'):
                value = chance.choice(VALUES)
                text = text[: one.start()] + (f'="{value}"' if one[0][0] == "=" else f">{value}<") + text[one.end() :]
        elif kind == "tag":
            names = re.findall(r"<([a-zA-Z]+:?[a-zA-Z]+)[ />]", text)
            text = re.sub(rf"(</?){chance.choice(names)}(?=[ />])", rf"\1{chance.choice(names)}", text)
        else:
            found = list(re.finditer(r"<([\w:]+)[^<>]*/>", text))
            if found:
                one = chance.choice(found)
                text = text[: one.start()] + text[one.end() :]
    return text


@pytest.mark.parametrize("seed", range(mutations(60, full=3_000)))
def test_a_mutated_workbook_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "lama.xlsx"
    path.write_bytes(mutated(drawn_book.written(random_book(seed % 20)), seed))
    with suppress(SopgenError):
        assert isinstance(read_workbook(path), OldSop)


@pytest.mark.parametrize("seed", range(mutations(60, full=3_000)))
def test_a_mutated_document_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "lama.docx"
    way = drawn_document.WAYS[seed % len(drawn_document.WAYS)]
    path.write_bytes(mutated(drawn_document.written(random_book(seed % 20), way), seed))
    with suppress(SopgenError):
        assert isinstance(read_word(path), OldSop)
