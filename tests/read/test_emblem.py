"""The emblem: whatever file stands there is printed, or named at `lambang` in satuan.yaml."""

import io
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from tests.examples import many
from tests.pictures import bomb

from sopgen.errors import SpecError, TemplateError
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.model.identity import HeadStyle
from sopgen.model.sop import Sop
from sopgen.read.digest import digests
from sopgen.read.emblem import Emblems
from sopgen.read.load import load_edition
from sopgen.workspace import example

ROOT = Path(__file__).parents[2]
SPEC = "spec/sop/contoh/2026.yaml"


def folder_with(folder: Path, content: bytes | None, name: str = "lambang.png") -> Path:
    """Return the edition of a working folder whose unit has this emblem."""
    (folder / "spec/sop/contoh").mkdir(parents=True)
    unit = (ROOT / "tests/contoh/satuan.yaml").read_text("utf-8")
    (folder / "spec/satuan.yaml").write_text(f'{unit}\nlambang: "{name}"\n', encoding="utf-8")
    (folder / SPEC).write_bytes((ROOT / "tests/contoh/sop.yaml").read_bytes())
    if content is not None:
        (folder / "spec" / name).write_bytes(content)
    return folder / SPEC


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (60, 60), **saved: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **saved)
    return out.getvalue()


def noise(mode: str, kind: str) -> bytes:
    out = io.BytesIO()
    Image.frombytes(mode, (300, 300), Random(1).randbytes(300 * 300 * len(mode))).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + Random(1).randbytes(300), "damaged"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + Random(1).randbytes(300), "damaged"),
        (b"\xff\xd8\xff" + Random(1).randbytes(300), "damaged|kind that Word does not know"),
        (noise("RGB", "PNG")[:2000], "damaged"),
        (noise("RGB", "JPEG")[:2000], "damaged"),
        (picture("JPEG", "CMYK"), "printing press"),
        (picture("GIF", "P"), "no PNG or JPEG"),
        (picture(size=(5000, 1)), "5000 x 1 pixels"),
        (picture(size=(1, 1)), "1 x 1 pixels"),
        (bomb(10_000), "10000 x 10000|far too many pixels"),
        (bomb(5_000), "5000 x 5000 pixels"),
        (bomb(20_000), "20000 x 20000|far too many pixels"),
        (b"", "no PNG or JPEG"),
        (b"\0" * (2 * 1024 * 1024 + 1), "larger than 2 MB"),
        (None, "there is no picture"),
    ],
)
def test_a_picture_that_can_not_be_printed_is_named_at_its_place(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    spec = folder_with(tmp_path, content)
    with pytest.raises(
        SpecError, match=rf"satuan\.yaml:\d+:\d+: error UN01: [^\n]*({words})[^\n]*\(lambang\)\. fix: ."
    ):
        load_edition(spec)


@pytest.mark.parametrize("name", ["l" * 300 + ".png", "l/" * 3000 + ".png", "bukan\\0nama.png"])
def test_a_name_that_no_file_can_have_is_named(tmp_path: Path, name: str) -> None:
    spec = folder_with(tmp_path, None, name)
    with pytest.raises(SpecError, match=r"satuan\.yaml:\d+:\d+: error [A-Z]{2}\d\d:"):
        load_edition(spec)


@pytest.mark.parametrize(
    "content",
    [
        picture(),
        picture(mode="L"),
        picture(mode="1"),
        picture(mode="P"),
        picture(mode="LA"),
        picture(mode="RGBA"),
        picture(mode="I;16"),
        picture("JPEG"),
        picture("JPEG", "L"),
        picture("JPEG", progressive=True),
        picture("JPEG", dpi=(300, 300)),
        picture(dpi=(300, 300)),
    ],
)
def test_every_picture_that_is_taken_can_be_printed(tmp_path: Path, content: bytes) -> None:
    edition = load_edition(folder_with(tmp_path, content))
    made = dict(document(Work(edition, example() / "templates")))
    assert {"sop.docx", "sop.pdf"} == set(made)


def test_a_picture_of_any_bytes_is_printed_or_named(tmp_path: Path) -> None:
    chance = Random(20261127)
    for n in range(many(100)):
        content = bytearray(picture(chance.choice(["PNG", "JPEG"])))
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.3:
            del content[chance.randrange(8, len(content)) :]
        try:
            edition = load_edition(folder_with(tmp_path / str(n), bytes(content)))
        except SpecError:
            continue
        # A JPEG that viewers show may still be too broken for a PDF.
        with suppress(TemplateError):
            list(document(Work(edition, example() / "templates")))


@pytest.mark.parametrize(
    ("issued", "says", "printed"),
    [(False, None, True), (False, False, False), (True, None, False), (True, True, True), (True, False, False)],
)
def test_an_edition_as_issued_has_the_emblem_only_where_it_says_so(
    issued: bool, says: bool | None, printed: bool, tmp_path: Path
) -> None:
    edition = load_edition(folder_with(tmp_path, picture()))
    sop = edition.sop.model_copy(update={"sebagaimana_terbit": issued, "berlambang": says})
    work = Work(replace(edition, sop=sop), ROOT / "templates")
    assert bool(work.pages.document.emblem) == printed
    assert work.order_plan(sop.kegiatan[0]).emblem_file == edition.emblems.own


def test_an_approval_is_bound_to_those_emblems_that_are_printed(tmp_path: Path) -> None:
    edition = load_edition(folder_with(tmp_path, picture()))
    own, shown = edition.emblems, edition.sop.model_copy(update={"bentuk_kepala": HeadStyle.PUSKESMAS})

    def digest(sop: Sop, emblems: Emblems) -> str:
        return digests(sop, edition.unit, emblems, ROOT / "templates").whole

    both = Emblems(own.own, picture(size=(40, 40)))
    assert digest(edition.sop, own) == digest(edition.sop, both)
    assert digest(shown, own) != digest(shown, both)
    hidden = edition.sop.model_copy(update={"berlambang": False})
    assert digest(hidden, own) == digest(hidden, Emblems())


def test_a_second_emblem_that_can_not_be_printed_is_named_at_its_key(tmp_path: Path) -> None:
    spec = folder_with(tmp_path, picture())
    unit = spec.parents[2] / "satuan.yaml"
    unit.write_text(f"{unit.read_text('utf-8')}lambang_kanan: hilang.png\n", encoding="utf-8")
    with pytest.raises(SpecError) as refused:
        load_edition(spec)
    assert [(one.code, one.line) for one in refused.value.problems] == [
        ("UN01", len(unit.read_text("utf-8").splitlines()))
    ]
