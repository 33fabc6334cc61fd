"""No roster stops the program: whatever is in the file, it is read or told within seconds and 300 MB."""

import io
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import many

from sopgen.errors import SpecError
from sopgen.read.roster.people import load_roster

MB = 1024 * 1024
HEADS = b"Nama;Pangkat;NRP;Jabatan;Ket\n"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LIST = """<row r="1"><c r="A1" t="inlineStr"><is><t>nama</t></is></c><c r="B1" t="inlineStr"><is><t>pangkat</t>
</is></c><c r="C1" t="inlineStr"><is><t>nrp</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Budi</t></is>
</c><c r="B2" t="inlineStr"><is><t>BRIPKA</t></is></c><c r="C2" t="inlineStr"><is><t>76050993</t></is></c></row>"""
MANY = many(1500)


def sheet(rows: str, before: str = "") -> bytes:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>'.encode()


def far(cell: str) -> bytes:
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return sheet(f'{LIST}<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>x</t></is></c></row>')


def workbook(content: bytes, **more: bytes) -> bytes:
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="sheet.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, text in parts.items():
            package.writestr(name, text)
        package.writestr("xl/sheet.xml", content)
        for name, data in more.items():
            package.writestr(name.replace("__", "/") + (".xml" if "media" not in name else ".png"), data)
    return made.getvalue()


def shared_texts() -> bytes:
    texts = b"".join(b"<si><t>%d</t></si>" % number for number in range(1_050_000))
    return b'<sst xmlns="%s">' % MAIN.encode() + texts + b"</sst>"


BIG: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "far-ZZ100000": ("xlsx", lambda: workbook(far("ZZ100000")), "cell S!ZZ100000 lies far off the list"),
    "XFD20000": ("xlsx", lambda: workbook(far("XFD20000")), "cell S!XFD20000 lies far off the list"),
    "far-A1048576": ("xlsx", lambda: workbook(far("A1048576")), "cell S!A1048576 lies far off the list"),
    "x11_huge_dimension": ("xlsx", lambda: workbook(far("XFD1048576")), "cell S!XFD1048576 lies far off the list"),
    "a row past all rows": ("xlsx", lambda: workbook(far("A9999999")), "cell S!A9999999 lies far off the list"),
    "a dimension only": (
        "xlsx",
        lambda: workbook(sheet(LIST, '<dimension ref="A1:XFD1048576"/>')),
        "1 people",
    ),
    "a zip bomb": ("xlsx", lambda: workbook(sheet(" " * 60 * MB)), "unpacks to far more than its size"),
    "x10_zip_slip": ("xlsx", lambda: workbook(sheet(LIST), **{"..__..__slip": b"x"}), "part with a strange name"),
    "blank cells": ("xlsx", lambda: workbook(sheet(LIST + '<c r="A3" s="1"/>' * 900_000)), "1 people"),
    "cells again and again": (
        "xlsx",
        lambda: workbook(sheet(LIST + '<row r="3">' + '<c r="A3"><v>1</v></c>' * 800_000 + "</row>")),
        "cell S!A3 lies far off the list",
    ),
    "shared texts": ("xlsx", lambda: workbook(sheet(LIST), xl__sharedStrings=shared_texts()), "1 people"),
    "pictures": ("xlsx", lambda: workbook(sheet(LIST), xl__media=random.Random(1).randbytes(19 * MB)), "1 people"),
    "one line of 63 MB": ("csv", lambda: b"a" * 63 * MB, "the file is larger than 20 MB"),
    "one line of 20 MB": ("csv", lambda: b"a," * (10 * MB - 1), "the line has 20971518 letters"),
    "only line ends": ("csv", lambda: HEADS + b"\n" * 19 * MB, "more than 60000 rows"),
    "old line ends": ("csv", lambda: HEADS + b"\r" * 19 * MB, "more than 60000 rows"),
    "an open quote": ("csv", lambda: HEADS + b'"a\n' + b"x;y\n" * 50_000, "the quotes of this row do not close"),
    "wide characters": (
        "csv",
        lambda: (HEADS.decode() + "🚔;AKP;00000001" * 900_000).encode(),
        "letters, a row has",
    ),
    "wide rows": ("csv", lambda: HEADS + (b'"' + b"," * 15_000 + b'"\n') * 1300, "has 15000 letters"),
    "bytes of no text": ("csv", lambda: random.Random(2).randbytes(20 * MB), "1:"),
}
SCRIPT = """
import sys; from pathlib import Path
from sopgen.read.roster.people import load_roster; from sopgen.errors import SpecError
try: said = f"{len(load_roster(Path(sys.argv[1])).people)} people"
except SpecError as error: said = str(error)[:3000]
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0], said)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell no peak memory this way")
@pytest.mark.parametrize("name", BIG)
def test_no_file_fills_the_memory(name: str, tmp_path: Path) -> None:
    ending, make, expected = BIG[name]
    path = tmp_path / f"daftar.{ending}"
    path.write_bytes(make())
    # By a small process between: the peak of a new one begins with that of its parent, here of all the tests.
    between = "import subprocess, sys; subprocess.run([sys.executable, *sys.argv[1:]], check=True)"
    command = [sys.executable, "-c", between, "-c", SCRIPT, str(path)]
    english = os.environ | {"SOPGEN_LANG": "en"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600, env=english)
    kibibytes, _, said = done.stdout.partition(" ")
    assert expected in said
    assert int(kibibytes) < 300 * 1024


WORDS = [
    "Nama",
    "Pangkat",
    "NRP",
    "NIP",
    "Pangkat/NRP",
    "No",
    "Jumlah",
    "Mengetahui",
    "AKP",
    "PENDA",
    "III/a",
    "-",
    "",
]
WORDS += ["00000001", "76050993", "197605012000121005", "=A1", "1 Desember 2026", "_x000B_", "sep=;"]
WORDS += ["", '"', "\r", "\n", "\u202e"]
CELLS = st.one_of(st.sampled_from(WORDS), st.text(max_size=12), st.integers(-(10**20), 10**20).map(str))
TABLES = st.lists(st.lists(CELLS, max_size=8), max_size=12)


def read_or_told(content: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"daftar.{ending}"
        path.write_bytes(content)
        since = time.process_time()
        with suppress(SpecError):
            load_roster(path)
        assert time.process_time() - since < 5


def mutated(content: bytes, places: list[tuple[float, int, bytes]]) -> bytes:
    """Cut bytes out and put others in, at parts of the length."""
    for part, cut, put in places:
        at = int(part * len(content))
        content = content[:at] + put + content[at + cut :]
    return content


MUTATIONS = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 6),
        st.one_of(st.binary(max_size=4), st.sampled_from([b'"', b"\n", b";", b"<c/>", b' r="XFD1"', b"9", b"<f/>"])),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TABLES, st.sampled_from(";,\t|"), st.sampled_from(["utf-8", "utf-16", "cp1252"]), MUTATIONS)
def test_mutated_csv_rosters_are_read_or_told(
    rows: list[list[str]], separator: str, encoding: str, places: list[tuple[float, int, bytes]]
) -> None:
    text = "\n".join(separator.join(row) for row in [["Nama", "Pangkat", "NRP", "Jabatan"], *rows])
    content = text.encode(encoding, errors="replace")
    read_or_told(content, "csv")
    read_or_told(mutated(content, places), "csv")


def plain_book(rows: list[list[str]]) -> dict[str, bytes]:
    made = openpyxl.Workbook()
    for row in [["Nama", "Pangkat", "NRP", "Jabatan"], *rows]:
        made.active.append(["".join(c for c in cell if c.isprintable()) for cell in row])  # type: ignore[union-attr]
    target = io.BytesIO()
    made.save(target)
    with zipfile.ZipFile(target) as package:
        return {name: package.read(name) for name in package.namelist()}


PARTS = [f"xl/{name}.xml" for name in ("worksheets/sheet1", "workbook", "sharedStrings", "styles")]


@settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TABLES, st.sampled_from([*PARTS, "xl/_rels/workbook.xml.rels", ""]), MUTATIONS)
def test_mutated_workbooks_are_read_or_told(
    rows: list[list[str]], part: str, places: list[tuple[float, int, bytes]]
) -> None:
    parts = plain_book(rows)
    if part in parts:
        parts[part] = mutated(parts[part], places)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    content = target.getvalue()
    read_or_told(content if part else mutated(content, places), "xlsx")
