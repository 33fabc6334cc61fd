"""A .typ that is not the shipped one: it has bounds, reads its folder only, and makes the pages of the plan."""

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest

from sopgen.errors import TemplateError
from sopgen.jobs.forms import blank_orders
from sopgen.jobs.letters.maker import template_files
from sopgen.jobs.outputs import document
from sopgen.jobs.templates.sample import PROSE
from sopgen.jobs.work import Work
from sopgen.read.load import Edition, load_edition
from sopgen.render.templates import is_shipped
from sopgen.workspace import example

TEMPLATES = Path(__file__).parents[2] / "templates"
SHIPPED = (TEMPLATES / "sop" / "sop.typ").read_text("utf-8")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return copytree(TEMPLATES, tmp_path / "templates")


def sop_pdf(edition: Edition, templates: Path) -> bytes:
    return dict(document(Work(edition, templates)))["sop.pdf"]


def test_a_changed_template_makes_the_same_bytes_as_the_shipped_one(edition: Edition, own: Path) -> None:
    shipped = sop_pdf(edition, own)
    (own / "sop" / "sop.typ").write_text(SHIPPED + "\n// catatan\n", encoding="utf-8")
    assert is_shipped(TEMPLATES / "sop" / "sop.typ")
    assert not is_shipped(own / "sop" / "sop.typ")
    assert sop_pdf(edition, own) == shipped


def test_a_template_with_a_picture_that_nothing_describes_claims_less(edition: Edition, own: Path) -> None:
    bare = SHIPPED.replace(", alt: b.uraian_bagan", "")
    assert bare != SHIPPED
    (own / "sop" / "sop.typ").write_text(bare, encoding="utf-8")
    with pikepdf.open(BytesIO(sop_pdf(edition, own))) as pdf:
        metadata = pdf.open_metadata()
        assert ("2", "B") == (metadata["pdfaid:part"], metadata["pdfaid:conformance"])
        assert "pdfuaid:part" not in metadata
        assert "/None" == pdf.Root.ViewerPreferences.PrintScaling


def test_line_ends_make_no_other_template(own: Path) -> None:
    path = own / "sop" / "sop.typ"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert is_shipped(path)


def test_what_stands_beside_the_folder_is_part_of_a_template(own: Path) -> None:
    beside = own / "formulir.typ"
    beside.write_text(beside.read_text("utf-8") + "\n", encoding="utf-8")
    assert not is_shipped(own / "notulen" / "notulen.typ")


@pytest.mark.parametrize(
    "before",
    [
        "#while true {}",
        "#range(1000000000)",
        '#("x" * 10000000000)',
        "#for a in range(100000) { for b in range(100000) { } }",
        '#let a = "xxxxxxxxxx"; #let n = 0; #while n < 60 { a = a + a; n = n + 1 }',
        "#let f(x) = f(x + 1); #f(1)",
        "#for n in range(1000000) { pagebreak() }",
    ],
)
def test_a_template_without_end_is_stopped(
    edition: Edition, own: Path, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sopgen.tools.bounded.PATIENCE", 600)  # so that it is not the clock which ends it
    (own / "sop" / "sop.typ").write_text(f"{before}\n{SHIPPED}", encoding="utf-8")
    began = time.monotonic()
    with pytest.raises(TemplateError, match=r"^sop\.typ[:0-9]*: .* fix: "):
        sop_pdf(edition, own)
    assert time.monotonic() - began < 600


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "page 1 is empty"),
        ("#set page(width: 1cm, height: 1cm)\nx", "page 1 is 10 x 10 mm"),
        ("#set page(width: 210mm, height: 330mm)\nx", "page|pages of"),
        (SHIPPED + '\n#set page(width: 50mm)\n#pagebreak()\n"x"', "mm"),
        (SHIPPED + "\n#page(header: none, footer: none)[]", "is empty"),
        (SHIPPED[: len(SHIPPED) // 2], "."),
        ("\0", "page"),
        ('#panic("x")', "stops itself"),
    ],
)
def test_a_template_that_makes_other_pages_is_refused(edition: Edition, own: Path, text: str, words: str) -> None:
    (own / "sop" / "sop.typ").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match=rf"^sop\.typ[:0-9]*: .*({words}).* fix: "):
        sop_pdf(edition, own)


def test_a_template_of_prose_that_leaves_pages_out_is_refused(own: Path) -> None:
    path = own / "naskah-sop" / "naskah-sop.typ"
    text = path.read_text("utf-8")
    path.write_text(text.replace("in d.lembar.enumerate()", "in d.lembar.slice(0, 2).enumerate()"), encoding="utf-8")
    with pytest.raises(TemplateError, match=r"naskah-sop\.typ: the PDF is not as planned: 3 pages of 215 x 330 mm"):
        dict(document(Work(load_edition(example() / PROSE), own)))


def test_an_emptied_template_of_letters_is_refused(own: Path, edition: Edition) -> None:
    (own / "surat-perintah" / "surat-perintah.typ").write_text("", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"surat-perintah\.typ: the PDF is not as planned: page 1 is empty"):
        list(blank_orders(Work(edition, own), "A"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('#import "@preview/cetz:0.2.0"', r'sop/sop\.typ takes the package "@preview/cetz:0\.2\.0"'),
        ('#import "@local/unit:1.0.0"', 'takes the package "@local/unit:1'),
        ('#let p = "@" + "preview/cetz:0.2.0"\n#import p as c', r"sop\.typ:2:9: .*package"),
        ('#read("/../../rahasia")', r"sop\.typ:1:7: .*not in its folder"),
        ('#read("/etc/passwd")', r"sop\.typ:1:7: .*not in its folder"),
    ],
)
def test_nothing_outside_the_folder_is_read(edition: Edition, own: Path, line: str, words: str) -> None:
    (own.parent / "rahasia").write_text("rahasia", encoding="utf-8")
    (own / "sop" / "sop.typ").write_text(f"{line}\n{SHIPPED}", encoding="utf-8")
    with pytest.raises(TemplateError, match=words) as caught:
        sop_pdf(edition, own)
    assert len(str(caught.value).splitlines()) == 1


def test_a_package_that_a_letter_takes_is_named(edition: Edition, own: Path) -> None:
    path = own / "surat-perintah" / "surat-perintah.typ"
    path.write_text('#import "@preview/cetz:0.2.0"\n' + path.read_text("utf-8"), encoding="utf-8")
    with pytest.raises(TemplateError, match=r'surat-perintah\.typ takes the package "@preview/cetz:0\.2\.0"'):
        list(blank_orders(Work(edition, own), "A"))


def linked(own: Path) -> None:
    (own / "sop" / "data.txt").symlink_to("/etc/passwd")


def linked_folder(own: Path) -> None:
    (own / "sop" / "lain").symlink_to("/etc")


def hidden(own: Path) -> None:
    (own / "sop" / ".data.typ").write_text("", encoding="utf-8")


def large(own: Path) -> None:
    with (own / "sop" / "data.bin").open("wb") as file:
        file.truncate(25 * 1024 * 1024)


@pytest.mark.parametrize(
    ("put", "words"),
    [
        (linked, r"sop/data\.txt is a link"),
        (linked_folder, "sop/lain is a link"),
        (hidden, r"sop/\.data\.typ is hidden"),
        (large, "larger than 20 MB"),
    ],
)
def test_links_and_hidden_files_are_refused(
    edition: Edition, own: Path, put: Callable[[Path], None], words: str
) -> None:
    (own / "sop" / "sop.typ").write_text(f"{SHIPPED}\n", encoding="utf-8")
    put(own)
    with pytest.raises(TemplateError, match=words):
        sop_pdf(edition, own)


def test_what_the_system_leaves_in_a_folder_is_no_fault_and_can_not_be_read(edition: Edition, own: Path) -> None:
    (own / "sop" / "sop.typ").write_text(f"{SHIPPED}\n", encoding="utf-8")
    for name in (".DS_Store", "~$sop.docx", ".~lock.sop.docx#"):
        (own / "sop" / name).write_text("x", encoding="utf-8")
    assert sop_pdf(edition, own)
    (own / "sop" / "sop.typ").write_text(f'#read(".DS_Store")\n{SHIPPED}\n', encoding="utf-8")
    with pytest.raises(TemplateError, match="not in its folder"):
        sop_pdf(edition, own)


def test_what_lies_behind_a_link_is_sent_to_no_worker(own: Path) -> None:
    path = own / "surat-perintah" / "surat-perintah.typ"
    path.write_text(path.read_text("utf-8") + "\n", encoding="utf-8")
    assert template_files(path.parent)
    (path.parent / "data.txt").symlink_to("/etc/passwd")
    with pytest.raises(TemplateError, match="is a link"):
        template_files(path.parent)
