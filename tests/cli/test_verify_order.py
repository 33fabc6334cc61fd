"""The code on a task order, from the letter to the one who checks it."""

import io
import os
import random
import shutil
import stat
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from tests.cli.test_order import FILE, order, order_file, roster, spec, standing_in  # noqa: F401  (a fixture)
from tests.documents import run
from tests.examples import some
from tests.measured import Measured, measured
from tests.pictures import bomb
from tests.registers import begun, opened

from sopgen.cli.main import main
from sopgen.errors import VerificationFailed
from sopgen.seal.code import Seal, checked_seal, seal_of, signed
from sopgen.seal.keys import fingerprint, load_key, load_public_key, make_key
from sopgen.seal.picture import qr_png
from sopgen.seal.scan import codes_in


def verify(*words: str) -> Result:
    return CliRunner().invoke(main, ["verify-order", *words], catch_exceptions=False)


def pages(pdf: Path, folder: Path, dots_per_inch: int = 220) -> list[Path]:
    run("pdftoppm", "-r", str(dots_per_inch), "-png", pdf, folder / "halaman")
    return sorted(folder.glob("halaman*.png"))


def ordered(folder: Path, *more: str) -> Path:
    """Return the folder after the order of letter 12 for two people, by the unit's first key."""
    with standing_in(folder) as spec:  # noqa: F811
        made = order(spec, roster(folder, 2), "--number", "12", "--until", "2026-12-03", *more)
    assert 0 == made.exit_code, made.output
    assert "made the unit's key" in made.output
    return folder


def copied(made: Path, folder: Path) -> Path:
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return folder / "surat" / "surat-perintah-2026-0012-A.pdf"


@pytest.fixture(scope="module")
def ordered_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ordered(tmp_path_factory.mktemp("surat"))


@pytest.fixture(scope="module")
def placed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ordered(tmp_path_factory.mktemp("surat"), "--place", "Pos A")


@pytest.fixture
def letter(ordered_once: Path, spec: Path, tmp_path: Path) -> Path:  # noqa: F811
    assert spec.is_file()
    return copied(ordered_once, tmp_path)


def test_the_code_of_a_letter_s_pdf_holds(letter: Path) -> None:
    checked = verify(str(letter))
    assert 0 == checked.exit_code, checked.output
    for words in ("Sprin/12/XII/CONTOH.1.1./2026", "2026-12-01 - 2026-12-03", "fkpm-2019 A", "00000001, 00000002"):
        assert words in checked.output
    assert "it is no electronic signature" in checked.output


@pytest.mark.exe
def test_a_photo_of_the_letter_is_read(letter: Path, tmp_path: Path) -> None:
    (page,) = pages(letter, tmp_path)
    with Image.open(page) as picture:
        picture.convert("RGB").rotate(4, expand=True, fillcolor="white").save(tmp_path / "foto.jpg", quality=70)
    checked = verify(str(tmp_path / "foto.jpg"))
    assert 0 == checked.exit_code, checked.output
    assert "Sprin/12/XII" in checked.output


@pytest.mark.exe
def test_the_code_of_the_docx_is_read_as_office_prints_it(letter: Path, tmp_path: Path) -> None:
    from tests.documents import office_pdf

    printed = tmp_path / "cetak.pdf"
    printed.write_bytes(office_pdf(letter.with_suffix(".docx").read_bytes()))
    assert codes_in(letter) == codes_in(printed)


@pytest.mark.parametrize("place", range(0, 230, 23))
def test_a_changed_code_is_refused_with_exit_code_4(place: int, letter: Path) -> None:
    (text,) = codes_in(letter)
    changed = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
    checked = verify(changed)
    assert 4 == checked.exit_code
    assert "Traceback" not in checked.output


def test_another_unit_s_key_does_not_vouch(letter: Path, tmp_path: Path) -> None:
    make_key(tmp_path / "lain" / "kunci.pem")
    checked = verify(str(letter), "--key", str(tmp_path / "lain" / "kunci.pub"))
    assert 4 == checked.exit_code
    assert "another unit's key" in checked.output


def test_the_key_is_its_owner_s_alone_and_stays(letter: Path, tmp_path: Path) -> None:
    key = tmp_path / "kunci" / "kunci.pem"
    assert 0o600 == stat.S_IMODE(key.stat().st_mode)
    before = key.read_bytes()
    make_key(key)
    assert before == key.read_bytes()
    assert 0 == verify(str(letter), "--key", str(key.with_suffix(".pub"))).exit_code


def test_a_file_that_is_no_key_is_told_so(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "bukan.pub").write_text("bukan kunci", encoding="utf-8")
    checked = verify(str(letter), "--key", str(tmp_path / "bukan.pub"))
    assert 1 == checked.exit_code
    assert "is no public key" in checked.output


@pytest.mark.usefixtures("letter")
def test_a_picture_without_code_and_a_broken_file_are_told_so(tmp_path: Path) -> None:
    Image.new("L", (200, 200), 255).save(tmp_path / "kosong.png")
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.7 rusak")
    assert 4 == verify(str(tmp_path / "kosong.png")).exit_code
    assert 1 == verify(str(tmp_path / "rusak.pdf")).exit_code
    assert 1 == verify(str(tmp_path / "tidak-ada.png")).exit_code


def test_the_register_tells_a_void_letter(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    begun()
    order(spec, roster(tmp_path, 1), "--register")
    (letter,) = (tmp_path / "surat").glob("*.pdf")
    assert 0 == verify(str(letter), "--register").exit_code
    opened().void(2026, 1, "salah tanggal")
    checked = verify(str(letter), "--register")
    assert 4 == checked.exit_code
    assert "is void: salah tanggal" in checked.output


def test_a_letter_without_number_carries_no_code(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    order(spec, roster(tmp_path, 1))
    assert [] == codes_in(tmp_path / "surat" / "surat-perintah-2026-12-01-0001-A-00000001.pdf")
    assert not (tmp_path / "kunci").exists()


def test_ci_makes_no_key(spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.delenv("SOPGEN_KEY")
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "rumah"))
    made = order(spec, roster(tmp_path, 1), "--number", "1")
    assert 0 == made.exit_code
    assert "the letters carry no code" in made.output
    assert not (tmp_path / "rumah").exists()


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)


@given(number=TEXT, people=st.lists(TEXT, min_size=1, max_size=5), content=st.binary(max_size=50))
def test_what_is_signed_is_what_is_read(number: str, people: list[str], content: bytes) -> None:
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    text = signed(seal_of(number, "2026-12-01", "fkpm-2019 A", tuple(people), content), key)
    seal = checked_seal(text, key.public_key())
    assert (number.replace("|", "/").replace(";", ","), "fkpm-2019 A") == (seal.number, seal.activity)
    assert len(people) == len(seal.people)


def test_the_annex_s_people_are_counted_in_the_code() -> None:
    seal = seal_of("1", "2026-12-01", "A", tuple(f"{n:08}" for n in range(6)), b"")
    assert ("+6",) == seal.people
    assert isinstance(seal, Seal)


def test_other_texts_are_no_code(tmp_path: Path) -> None:
    key = make_key(tmp_path / "k.pem").public_key()
    for text in (
        "",
        "|",
        "SOPGEN1|a|b",
        "SOPGEN2|a|b|c|d|e|f|g|h",
        "SOPGEN3|a|b|c|d|e|f",
        "SOPGEN1|a|b|c|d|e|ÿ",
        "x" * 5000,
    ):
        with pytest.raises(VerificationFailed):
            checked_seal(text, key)
    assert load_key(tmp_path / "k.pem")
    assert qr_png("x") == qr_png("x")


def stream_bomb(pdf: pikepdf.Pdf) -> None:
    """Give the page a content that unpacks to 600 MB."""
    packer, words = zlib.compressobj(1), b"0 0 m " * 100_000
    packed = b"".join(packer.compress(words) for _ in range(1000)) + packer.flush()
    pdf.pages[0].Contents = pikepdf.Stream(pdf, packed, Filter=pikepdf.Name.FlateDecode)


def giant_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = [0, 0, 14400, 14400]
    pdf.pages[0].UserUnit = 20


def many_pages(pdf: pikepdf.Pdf) -> None:
    for _ in range(250):
        pdf.add_blank_page(page_size=(595, 842))


HEAVY = {
    "isi.pdf": (stream_bomb, "unpacks to more than a letter holds"),
    "halaman.pdf": (giant_page, "pixels"),
    "banyak.pdf": (many_pages, "251 pages"),
}
NO_PHOTOS = {
    "acak.jpg": b"\xff\xd8\xff" + bytes(range(256)) * 10,
    "kosong.png": b"",
    "bukan.pdf": b"%PDF-1.4 bukan",
    "gambar.svg": b"<svg/>",
    "terpotong.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}


@pytest.fixture(scope="module")
def refusals(ordered_once: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    """What is told of each file that is no letter, and what memory that took."""
    folder = tmp_path_factory.mktemp("bukan-surat")
    for name, (change, _) in HEAVY.items():
        with pikepdf.new() as pdf:
            pdf.add_blank_page(page_size=(595, 842))
            change(pdf)
            pdf.save(folder / name)
    for name, content in {**NO_PHOTOS, "foto.png": bomb(30_000)}.items():
        (folder / name).write_bytes(content)
    names = [*NO_PHOTOS, "foto.png", *HEAVY]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOPGEN_KEY", str(ordered_once / "kunci" / "kunci.pem"))
        told = measured([("verify-order", str(folder / name)) for name in names], folder)
    return dict(zip(names, told, strict=True))


@pytest.mark.parametrize("name", HEAVY)
def test_a_pdf_that_unpacks_to_gigabytes_is_refused_in_one_line(name: str, refusals: dict[str, Measured]) -> None:
    assert_refused_in_one_line(refusals[name], HEAVY[name][1])


def test_a_photo_of_a_billion_pixels_is_refused_in_one_line(refusals: dict[str, Measured]) -> None:
    assert_refused_in_one_line(refusals["foto.png"], "30000 x 30000 pixels")


@pytest.mark.parametrize("name", NO_PHOTOS)
def test_what_is_no_photo_is_refused_in_one_line(name: str, refusals: dict[str, Measured]) -> None:
    assert_refused_in_one_line(refusals[name], "no photo and no PDF")


def assert_refused_in_one_line(checked: Measured, words: str) -> None:
    assert 1 == checked.code
    (line,) = checked.lines
    assert words in line
    assert checked.memory < 500


def test_a_photo_that_lies_on_its_side_is_read(letter: Path, tmp_path: Path) -> None:
    (text,) = codes_in(letter)
    with Image.open(io.BytesIO(qr_png(text))) as code:
        turned = code.resize((code.width * 6, code.height * 6)).rotate(90, expand=True)
        exif = Image.Exif()
        exif[0x0112] = 6
        turned.save(tmp_path / "miring.jpg", exif=exif)
    assert codes_in(tmp_path / "miring.jpg") == [text]


def forged(letter: Path, **changes: tuple[str, str]) -> Path:
    """Return the PDF of a letter whose words were changed while its code stayed."""
    from tests.documents import office_pdf

    content = BytesIO()
    with ZipFile(letter.with_suffix(".docx")) as old, ZipFile(content, "w") as new:
        for item in old.infolist():
            part = old.read(item)
            if item.filename == "word/document.xml":
                for before, after in changes.values():
                    assert before.encode() in part
                    part = part.replace(before.encode(), after.encode())
            new.writestr(item, part)
    made = letter.with_name("palsu.pdf")
    made.write_bytes(office_pdf(content.getvalue()))
    return made


@pytest.fixture
def placed(placed_once: Path, spec: Path, tmp_path: Path) -> Path:  # noqa: F811
    assert spec.is_file()
    return copied(placed_once, tmp_path)


@pytest.mark.exe
@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Personel Contoh 2", "Penjahat Palsu", "another name, rank or number for person 00000002"),
        ("BRIPKA/00000001", "AKP/00000001", "another name, rank or number for person 00000001"),
        ("Pos A", "Bank XYZ", "another place"),
        ("3 Desember", "31 Desember", 'does not say "3 Desember 2026"'),
    ],
)
def test_changed_words_under_a_true_code_are_told(before: str, after: str, told: str, placed: Path) -> None:
    checked = verify(str(forged(placed, one=(before, after))))
    assert 4 == checked.exit_code
    assert told in checked.output


@pytest.mark.exe
def test_word_s_own_print_of_a_true_letter_agrees_with_its_code(placed: Path) -> None:
    for path in (placed, forged(placed)):
        checked = verify(str(path))
        assert 0 == checked.exit_code, checked.output
        assert "stand in the PDF" in checked.output


def test_what_stands_on_paper_is_compared_with_the_code(placed: Path) -> None:
    (code,) = codes_in(placed)
    assert "compare names and place" in verify(code).output
    same = verify(code, "--person", "personel contoh 2, BRIPKA / 00000002", "--place", "POS A")
    assert 0 == same.exit_code, same.output
    for wrong in (["--person", "Personel Contoh 3 BRIPKA/00000002"], ["--place", "Pos B"]):
        assert 4 == verify(code, *wrong).exit_code


def test_people_of_an_annex_are_covered_up_to_twenty_of_them(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    for count, told in ((20, "stand in the PDF"), (21, "names      NOT covered")):
        order(spec, roster(tmp_path, count), "--number", f"{count}")
        checked = verify(str(tmp_path / "surat" / f"surat-perintah-2026-00{count}-A.pdf"))
        assert 0 == checked.exit_code, checked.output
        assert told in checked.output


@pytest.mark.usefixtures("spec")
def test_every_word_is_compared_with_the_order_file(tmp_path: Path) -> None:
    roster(tmp_path, 2)
    path = order_file(tmp_path, FILE + "nomor: 4\npukul: 08.00-12.00\n")
    assert 0 == CliRunner().invoke(main, ["order", str(path)], catch_exceptions=False).exit_code
    letter = str(tmp_path / "surat" / "surat-perintah-2026-0004-A.pdf")
    same = verify(letter, "--letter", str(path))
    assert 0 == same.exit_code, same.output
    assert "every word is that of the letter made anew" in same.output
    path.write_text(path.read_text("utf-8").replace("08.00", "07.00"), encoding="utf-8")
    other = verify(letter, "--letter", str(path))
    assert 4 == other.exit_code
    assert "say otherwise than letter Sprin/4/" in other.output


def test_any_of_several_keys_may_vouch_and_is_named(letter: Path, tmp_path: Path) -> None:
    make_key(tmp_path / "lain" / "kunci.pem")
    own, other = tmp_path / "kunci" / "kunci.pub", tmp_path / "lain" / "kunci.pub"
    for keys in ((own, other), (other, own)):
        words = [part for key in keys for part in ("--key", str(key))]
        checked = verify(str(letter), *words)
        assert 0 == checked.exit_code, checked.output
        assert fingerprint(load_public_key(own)) in checked.output
    assert 4 == verify(str(letter), "--key", str(other), "--key", str(other)).exit_code


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_a_key_that_others_may_read_is_told(letter: Path, spec: Path, tmp_path: Path) -> None:  # noqa: F811
    assert letter.is_file()
    (tmp_path / "kunci" / "kunci.pem").chmod(0o666)
    assert "others may read the unit's key" in order(spec, roster(tmp_path, 1), "--number", "3").output


def test_a_code_of_the_first_version_is_still_read_and_covers_no_names(tmp_path: Path) -> None:
    key = load_or_made(tmp_path)
    code = signed(Seal("Sprin/1", "2026-12-01", "fkpm-2019 A", ("00000001",), "x" * 43, version=1), key)
    assert code.startswith("SOPGEN1|")
    checked = verify(code)
    assert 0 == checked.exit_code, checked.output
    assert "names      NOT covered" in checked.output
    assert 4 == verify(code, "--person", "Personel Contoh 1").exit_code


def load_or_made(tmp_path: Path) -> Ed25519PrivateKey:
    return make_key(tmp_path / "kunci" / "kunci.pem")


@pytest.mark.exe
def test_coarse_turned_and_noisy_scans_are_read(placed: Path, tmp_path: Path) -> None:
    (page,) = pages(placed, tmp_path, 150)
    with Image.open(page) as picture:
        grey = picture.convert("L")
    for seed in some(range(12)):
        chance = random.Random(seed)
        scan = grey.rotate(chance.uniform(-5, 5), fillcolor=255, resample=Image.Resampling.BICUBIC)
        noise = Image.effect_noise(scan.size, 25)
        blend(scan, noise).save(tmp_path / "pindaian.jpg", quality=75)
        assert codes_in(placed) == codes_in(tmp_path / "pindaian.jpg"), seed


def blend(scan: Image.Image, noise: Image.Image) -> Image.Image:
    return ImageChops.add(scan, noise, scale=1, offset=-128)
