"""A Word template fills in words, and nothing else: what it may not hold, and what its tags may not do."""

import io
import resource
import struct
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from docxtpl import DocxTemplate

from sopgen.errors import TemplateError
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.read.load import Edition
from sopgen.render.word.fill import Properties, fill, save
from sopgen.render.word.trusted import language

TEMPLATES = Path(__file__).parents[3] / "templates"
SOP = TEMPLATES / "sop" / "sop.docx"
PROPERTIES = Properties("Judul", "Pokok", "Satuan", date(2026, 1, 1))
# What the template's headers print.
HEADER: Mapping[str, object] = {"tanda": ""}
DOCUMENT, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLAIN = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{}<w:sectPr/></w:body>'
    "</w:document>"
)

Parts = dict[str, bytes]


def with_parts(folder: Path, change: Callable[[Parts], None], name: str = "asing.docx") -> Path:
    """Return a copy of the SOP's template with its parts changed."""
    with zipfile.ZipFile(SOP) as old:
        parts = {entry: old.read(entry) for entry in old.namelist()}
    change(parts)
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as new:
        for entry, content in parts.items():
            new.writestr(entry, content)
    return folder / name


def with_body(folder: Path, body: str) -> Path:
    """Return a template whose document is this and nothing else."""
    return with_parts(folder, lambda parts: parts.update({DOCUMENT: PLAIN.format(body).encode()}))


def paragraph(words: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def field(*code: str) -> str:
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>' for part in code)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def link(kind: str, target: str, mode: str = "") -> Callable[[Parts], None]:
    one = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    return lambda parts: parts.update({LINKS: parts[LINKS].replace(b"</Relationships>", one.encode())})


def in_utf16(parts: Parts) -> None:
    link(f"{OFFICE}/image", "http://contoh.invalid/x.png", ' TargetMode="External"')(parts)
    parts[LINKS] = parts[LINKS].decode().partition("?>")[2].encode("utf-16")


def with_entity(parts: Parts) -> None:
    words = parts[DOCUMENT].decode().partition("?>")[2]
    doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    parts[DOCUMENT] = (doctype + words.replace("<w:body>", "<w:body>" + paragraph("&e;"), 1)).encode()


def with_macros(parts: Parts) -> None:
    link("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")(parts)
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (link(f"{OFFICE}/image", "http://a.invalid/x", ' TargetMode="External"'), "rels holds an outside link"),
        (link(f"{OFFICE}/image", "http://a.invalid/x", ' TargetMode="&#69;xternal"'), "rels holds an outside link"),
        (link(f"{OFFICE}/hyperlink", "file:///c:/x", ' TargetMode="External"'), "rels holds an outside link"),
        (in_utf16, "rels declares entities"),
        (with_entity, r"document\.xml declares entities"),
        (link(f"{OFFICE}/attachedTemplate", "settings.xml"), "no template may have"),
        (link(f"{OFFICE}/aFChunk", "settings.xml"), "no template may have"),
        (link(f"{OFFICE}/oleObject", "settings.xml"), "no template may have"),
        (link(f"{OFFICE}/subDocument", "settings.xml"), "no template may have"),
        (link(f"{OFFICE}/frame", "settings.xml"), "no template may have"),
        (link(f"{OFFICE}/image", "media/tiada.png"), "names a part that the file does not hold"),
        (with_macros, "may"),
        (lambda parts: parts.update({"word/embeddings/o.bin": b"MZ"}), r"o\.bin is no part"),
        (lambda parts: parts.update({"../../keluar.xml": b"<a/>"}), "leads out of the file"),
        (lambda parts: parts.update({"word/x.xml": b"<!-- <w:p> --><a/>"}), "remarks"),
        (lambda parts: parts.update({"word/x.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}), "larger than 4 MB"),
        (lambda parts: parts.update({f"word/{n}.png": b"\0" * 5_000_000 for n in range(9)}), "unpacks to far more"),
        (lambda parts: parts.update({DOCUMENT: parts[DOCUMENT][:-40]}), r"document\.xml is damaged|not a readable"),
        (lambda parts: parts.pop(DOCUMENT), "is no Word document"),
        (lambda parts: parts.pop("[Content_Types].xml"), "not a readable Word file"),
        (lambda parts: parts.pop("_rels/.rels"), "not a readable Word file"),
    ],
)
def test_a_template_that_leads_out_of_the_file_is_refused_by_part(
    tmp_path: Path, change: Callable[[Parts], None], words: str
) -> None:
    with pytest.raises(TemplateError, match=rf"asing\.docx.*({words}).* fix: "):
        fill(with_parts(tmp_path, change), {}, PROPERTIES)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (field(r'DDEAUTO c:\\cmd.exe "/k calc"'), "the field"),
        (field("D", "DE", " excel"), "the field"),
        (field('INCLUDEPICTURE "http://contoh.invalid/x.png"'), "the field"),
        (field('INCLUDETEXT "C:/rahasia.docx"'), "the field"),
        (field("LINK Excel.Sheet"), "the field"),
        (field("PAGE") + field("DATE"), "the field"),
        ('<w:p><w:fldSimple w:instr="DDE x y"/></w:p>', "the field"),
        ('<w:altChunk r:id="rId1"/>', "altChunk"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "object"),
        ('<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:v" src="http://a.invalid/x"/></w:pict></w:r></w:p>', "outside"),
        ('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr></w:tc></w:tr></w:tbl>', "columns"),
    ],
)
def test_what_fetches_or_runs_is_refused(tmp_path: Path, body: str, words: str) -> None:
    with pytest.raises(TemplateError, match=rf"asing\.docx: word/document\.xml holds .*{words}|names a picture"):
        fill(with_body(tmp_path, body), {}, PROPERTIES)


@pytest.mark.parametrize("code", ["PAGE", r" PAGE   \* MERGEFORMAT ", "NUMPAGES", "SECTIONPAGES"])
def test_page_numbers_are_let_through(tmp_path: Path, code: str) -> None:
    assert code.encode() in document_of(fill(with_body(tmp_path, field(code)), HEADER, PROPERTIES))


def document_of(filled: DocxTemplate) -> bytes:
    with zipfile.ZipFile(io.BytesIO(save(filled))) as package:
        return package.read(DOCUMENT)


@pytest.mark.parametrize(
    "tags",
    [
        "PAGE{% if true %} {% endif %}",
        "{{ 'DDEAUTO x' }}",
        "{% if false %}PAGE{% endif %}DDE x",
    ],
)
def test_a_field_that_only_the_tags_make_is_refused(tmp_path: Path, tags: str) -> None:
    hidden = field("{% if tidak %}PAGE {% endif %}DDEAUTO x") + field(tags)
    with pytest.raises(TemplateError, match="the field"):
        fill(with_body(tmp_path, hidden), {"tidak": False, **HEADER}, PROPERTIES)


def test_a_field_whose_first_words_a_condition_takes_away_is_refused_after_filling(tmp_path: Path) -> None:
    hidden = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>{% if tidak %}</w:t></w:r>'
        "<w:r><w:instrText>PAGE </w:instrText></w:r><w:r><w:t>{% endif %}</w:t></w:r>"
        '<w:r><w:instrText>DDEAUTO x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    with pytest.raises(TemplateError, match="DDEAUTO"):
        fill(with_body(tmp_path, hidden), {"tidak": False, **HEADER}, PROPERTIES)


DOUBLING = "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 60
LOOPS = "{% for a in banyak %}{% for b in banyak %}{% for c in banyak %}{% endfor %}{% endfor %}{% endfor %}"
JOINS = (
    "{% for a in banyak %}{% for b in banyak %}{% if panjang ~ panjang == 'x' %}{% endif %}{% endfor %}{% endfor %}"
)


@pytest.mark.parametrize(
    "tags",
    [
        "{{ 1/0 }}",
        "{{ 10**10**10 }}",
        "{{ 'x' * 10**10 }}",
        "{{ '%999999999d' % 1 }}",
        "{% for a in range(10**9) %}x{% endfor %}",
        "{{ range(10**9)|list|length }}",
        "{% include '/etc/passwd' %}",
        "{% import 'x' as x %}",
        "{% extends 'x' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for a in banyak recursive %}{{ loop(banyak) }}{% endfor %}",
        "{{ lipsum(n=10**9) }}",
        "{{ 'x'|center(10**10) }}",
        "{{ banyak|batch(10**9, 'x')|list }}",
        "{{ panjang|replace('x', panjang) }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ panjang.format_map }}",
        "{{ 'x{0.__class__}'.format(1) }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ banyak.append }}",
        "{% for a in banyak %}{{ loop.__init__ }}{{ loop._iterable }}{% endfor %}",
        "{{ '<w:p/>'|safe }}",
        "{% autoescape false %}{{ panjang }}{% endautoescape %}",
        "{% for a in panjang %}{{ panjang }}{% endfor %}",
        "{% for a in banyak %}{{ panjang }}{% endfor %}",
        DOUBLING,
        LOOPS,
        JOINS,
        "{% for a in banyak %}" * 25 + "x" + "{% endfor %}" * 25,
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{" * 200_000,
        "{{ 1 }}" * 100_000,
        "{% vm %}",
        "{%tr for a in banyak %}",
        "{% if true %}</w:t></w:r></w:p>",
    ],
)
def test_tags_can_not_compute_fetch_or_run_on(tmp_path: Path, tags: str) -> None:
    path = (
        with_body(tmp_path, paragraph(tags)) if "</" not in tags else with_body(tmp_path, paragraph("{% if true %}"))
    )
    data = {"banyak": ["x"] * 1000, "panjang": "x" * 100_000}
    before, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TemplateError, match=r"asing\.docx: word/document\.xml: a tag can not be filled: .+ fix: "):
        fill(path, data, PROPERTIES)
    assert time.process_time() - before < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < memory + 400 * 1024


def test_a_tag_reaches_the_picture_and_nothing_behind_it(tmp_path: Path) -> None:
    emblems = {"lambang": (png(4, 4), 10.0)}
    printed = document_of(fill(with_body(tmp_path, paragraph("{{ lambang }}")), HEADER, PROPERTIES, emblems))
    assert printed.count(b"<pic:pic") == 1
    written = tmp_path / "tertulis.txt"
    for behind in ("tpl", "_drawn", "_drawn.tpl", "__html__()", f"tpl.get_docx().save('{written}')"):
        path = with_body(tmp_path, paragraph(f"{{{{ lambang.{behind} }}}}"))
        with pytest.raises(TemplateError):
            fill(path, {}, PROPERTIES, emblems)
    for behind in ("{{ lambang['tpl'] }}", "{{ lambang['_drawn'] }}", "{{ lambang|attr('tpl') }}"):
        with pytest.raises(TemplateError):
            fill(with_body(tmp_path, paragraph(behind)), {}, PROPERTIES, emblems)
    assert not written.exists()


@pytest.mark.parametrize("value", [object(), {"a": [Path()]}, [print], {"a": {1: date(2026, 1, 1)}}])
def test_a_template_is_given_plain_values_only(tmp_path: Path, value: object) -> None:
    with pytest.raises(TypeError, match="a template takes no"):
        fill(with_body(tmp_path, paragraph("x")), {"nilai": value}, PROPERTIES)


def test_the_language_of_the_shipped_templates_is_enough_for_staff(tmp_path: Path) -> None:
    tags = (
        "{% for b in baris %}{{ loop.index }}{{ b.nama|upper }}{% if not loop.last %}, {% endif %}{% endfor %}"
        "{{ 'ada' if baris|length > 1 and baris[0].nama is defined else 'tidak' }}{{ baris[1:][0].nama ~ '!' }}"
    )
    path = with_body(tmp_path, paragraph(tags.replace(">", "&gt;")))
    data: Mapping[str, object] = {**HEADER, "baris": [{"nama": "a&b"}, {"nama": "<c>"}]}
    assert b"1A&amp;B, 2&lt;C&gt;ada&lt;c&gt;!" in document_of(fill(path, data, PROPERTIES))


def test_a_changed_template_without_what_the_program_builds_on_is_named(edition: Edition, tmp_path: Path) -> None:
    own = tmp_path / "templates"
    copytree(TEMPLATES, own)
    with_body(tmp_path, paragraph("x")).replace(own / "sop" / "sop.docx")
    with pytest.raises(TemplateError, match=r"sop\.docx: .* fix: "):
        list(document(Work(edition, own)))


def test_the_bounds_leave_room_for_the_largest_documents() -> None:
    assert language.MOST_STEPS >= 200_000
    assert language.MOST_CHARACTERS >= 8_000_000


def png(width: int, height: int) -> bytes:
    """Return a black PNG."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\0" * width for _ in range(height)))
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
