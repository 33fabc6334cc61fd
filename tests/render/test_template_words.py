"""What is wrong with a changed template is told in the reader's words, with its place."""

import re
from pathlib import Path

import pytest
import typst
from tests.render.word.test_trusted import PROPERTIES, paragraph, with_body

from sopgen.errors import TemplateError
from sopgen.render.typst_words import refused
from sopgen.render.word.fill import fill

# Words of Jinja, Typst and Python that no message may have.
ENGLISH = re.compile(r"\b(?:expected|unexpected|got|found|block|unknown|invalid|object|argument|cannot|the|of)\b")
TAGS = [
    ("{{ }}", 'tanda "{{ }}": nama atau nilai kurang sebelum "}}"'),
    ("ini {{ nama }}, itu {{ a b }}", 'tanda "{{ a b }}": "}}" kurang sebelum "b"'),
    ("{{ a. }}", 'tanda "{{ a. }}": nama kurang di belakang titik'),
    ("{{ (nama }}", 'tanda "{{ (nama }}": ada kurung yang dibuka dan tidak ditutup dengan ")"'),
    ("{{ nama) }}", 'tanda "{{ nama) }}": ")" tidak menutup kurung apa pun'),
    ("{% for a banyak %}x{% endfor %}", 'tanda "{% for a banyak %}": "in" kurang sebelum "banyak"'),
    ("{% for 1 in banyak %}x{% endfor %}", "di antara for dan in bukan nama"),
    ("{% for a in banyak %}x", 'tanda "{% for a in banyak %}": "for" dibuka dan tidak ditutup'),
    ("{% if nama %}{% for a in banyak %}x{% endif %}", 'tanda "{% endif %}": tanda itu menutup atau menyela'),
    ("{% jika nama %}x{% akhir %}", 'tanda "{% jika nama %}": "jika" bukan tanda'),
    ("{% %}", "kata seperti for atau if kurang di belakang {%"),
    ("{{ nama }} {{ tak_ada }}", 'tanda "{{ tak_ada }}": "tak_ada" tidak punya nilai'),
    ("{{ kelompok.lain }}", 'tanda "{{ kelompok.lain }}": "lain" tidak punya nilai'),
    ("{{ banyak[99] }}", 'tanda "{{ banyak[99] }}": "99" tidak punya nilai'),
    ("{{ nama + 1 }}", "hal yang tidak sejenis"),
    ("{{ nama.upper }}", '"upper" tidak dapat dipakai oleh templat'),
    ("{{ nama ? }}", 'tanda "{{ nama ? }}": "?" tidak boleh ada di tempat itu'),
    ("{{ 'nama }}", "tanda kutip dibuka tetapi tidak ditutup"),
    ("{{ 1 is odd is even }}", "hanya boleh satu pengujian"),
    ("{% raw %}", "raw dan block bukan tanda"),
    ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "tanda bersusun terlalu dalam"),
]
SOURCES = [
    ("baris\n#let x = (", "sop.typ:2:10: "),
    ("#d.nope", 'sop.typ:1:2: tidak ada yang bernama "d"'),
    ("#let d=(a:1)\n#d.b", 'sop.typ:2:4: tanda "b" tidak ada'),
    ("#set text(size: 12)", "sop.typ:1:17: ukuran memerlukan satuan, misalnya 12pt"),
    ("#if 1 []", "yang diperlukan di sini: true atau false; bukan bilangan bulat"),
    ('#(1+"a")', "tidak dapat dihitung bersama: bilangan bulat, teks dalam tanda petik"),
    ("#range(3).at(9)", "daftarnya berisi 3 butir, tidak ada butir nomor 9"),
    ("#let f(n)=f(n+1)\n#f(1)", "sop.typ:1:11: ada pengulangan atau fungsi yang tidak pernah selesai"),
    ("#calc.bagi(1)", 'tidak ada yang bernama "bagi"'),
    ('#panic("aduh")', 'templat menghentikan dirinya: "aduh"'),
    ("#text(ukuran: 1pt)[a]", 'tidak ada nilai bernama "ukuran" yang dapat diatur'),
    ("#let f(x)=x\n#f()", 'nilai "x" kurang'),
    ("#12pp", '"pp" bukan satuan ukuran'),
    ("@bagan", 'label "bagan" tidak ada'),
    ('#set page(paper: "a44")', "tidak dikenal Typst di tempat ini"),
    ("#]", "sop.typ:1:2: ada kurung tutup tanpa kurung buka"),
    ('#image(bytes("x"), format: "png")', "ada gambar yang tidak dapat dibaca"),
    ('#link("")[x]', 'sop.typ:1:7: kata Typst: "URL must not be empty"'),
]


@pytest.fixture(autouse=True)
def in_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "id")


@pytest.mark.parametrize(("tags", "told"), TAGS, ids=[tags[:30] for tags, _ in TAGS])
def test_a_wrong_tag_is_named_with_what_is_wrong(tmp_path: Path, tags: str, told: str) -> None:
    data = {"nama": "x", "banyak": ["a", "b"], "kelompok": {"a": "b"}, "tanda": ""}
    with pytest.raises(TemplateError) as caught:
        fill(with_body(tmp_path, paragraph(tags)), data, PROPERTIES)
    message = str(caught.value)
    assert told in message
    assert message.startswith("asing.docx: word/document.xml: ")
    assert ". perbaikan: " in message
    assert not ENGLISH.search(message.replace(tags[:60], "").replace("raw dan block", ""))


@pytest.mark.parametrize(("source", "told"), SOURCES, ids=[source[:30] for source, _ in SOURCES])
def test_a_wrong_line_of_typst_is_named_with_what_is_wrong(tmp_path: Path, source: str, told: str) -> None:
    path = tmp_path / "sop.typ"
    path.write_text(source, "utf-8")
    with pytest.raises(typst.TypstError) as caught:
        typst.Compiler(str(path), root=str(tmp_path)).compile(format="pdf")
    message = str(refused("sop.typ", caught.value))
    assert told in message
    assert ". perbaikan: " in message
    assert "Typst: " in told or not ENGLISH.search(message)
