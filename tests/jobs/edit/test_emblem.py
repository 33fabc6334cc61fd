"""A picture becomes the unit's emblem: checked, copied beside satuan.yaml, named in it; nothing else changes."""

from codecs import BOM_UTF8
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from sopgen.cli.main import main
from sopgen.errors import SopgenError
from sopgen.jobs.edit.emblem import emblem_put
from sopgen.read.load import load_edition
from sopgen.workspace import start


def picture(colour: str = "red", kind: str = "PNG") -> bytes:
    made = BytesIO()
    Image.new("RGB", (64, 80), colour).save(made, kind)
    return made.getvalue()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    start(tmp_path / "kantor")
    return tmp_path / "kantor"


def test_a_picture_becomes_the_emblem_of_the_unit(home: Path) -> None:
    unit = home / "spec" / "satuan.yaml"
    before = unit.read_text("utf-8")
    made = emblem_put(home, picture())
    assert home / "spec" / "lambang.png" == made
    assert unit.read_text("utf-8") == before.replace("lambang: null", "lambang: lambang.png", 1)
    assert picture() == load_edition(home / "spec" / "sop" / "fkpm" / "2026-draf.yaml").emblems.own


def test_the_mark_that_notepad_puts_before_a_text_stays(home: Path) -> None:
    unit = home / "spec" / "satuan.yaml"
    unit.write_bytes(BOM_UTF8 + unit.read_bytes())
    emblem_put(home, picture())
    assert unit.read_bytes().startswith(BOM_UTF8)
    assert "lambang: lambang.png" in unit.read_text("utf-8-sig")


def test_a_former_picture_stays_beside_the_new_one(home: Path) -> None:
    emblem_put(home, picture())
    assert "lambang-2.png" == emblem_put(home, picture("blue")).name
    assert "lambang-2.png" == emblem_put(home, picture("blue")).name
    assert "lambang-kanan.jpg" == emblem_put(home, picture(kind="JPEG"), "lambang_kanan").name
    assert picture() == (home / "spec" / "lambang.png").read_bytes()


@pytest.mark.parametrize("content", [b"GIF89a", picture()[:-30], b""])
def test_what_can_not_be_printed_is_refused_and_nothing_changes(home: Path, content: bytes) -> None:
    before = {path: path.read_bytes() for path in (home / "spec").glob("*.*")}
    with pytest.raises(SopgenError):
        emblem_put(home, content)
    assert before == {path: path.read_bytes() for path in (home / "spec").glob("*.*")}


def test_the_command_tells_the_file_that_it_made(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gambar.png").write_bytes(picture())
    monkeypatch.chdir(home)
    told = CliRunner().invoke(main, ["emblem", str(tmp_path / "gambar.png"), "--right"])
    assert (0, True) == (told.exit_code, "lambang-kanan.png" in told.output)
    assert "lambang_kanan: lambang-kanan.png" in (home / "spec" / "satuan.yaml").read_text("utf-8")
