"""Whatever stands in a template folder, a document comes out, or one line that names the file: in bounded time."""

import re
import resource
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Final

import pytest
from tests.examples import many

from sopgen.errors import TemplateError
from sopgen.jobs.forms import blank_orders
from sopgen.jobs.outputs import document
from sopgen.jobs.templates.agreement import template_problems
from sopgen.jobs.work import Work
from sopgen.read.load import Edition

TEMPLATES: Final = Path(__file__).parents[2] / "templates"
SEED: Final = 20261127
# What is put into a template's XML, and into a .typ.
TAGS: Final = (
    *("{{ kop }}", "{{ tidak_ada }}", "{{ kop[99] }}", "{{", "}}", "{%", "{% if kop %}", "{% endif %}", "{#"),
    *("{% for a in kop %}", "{% endfor %}", "{%p for a in kop %}", "{%tr endfor %}", "{%r if x %}", "{{ 1/0 }}"),
    *("{% for a in range(10**9) %}", "{{ kop|upper }}", "{{ rupa }}", "{{ kop.__class__ }}", "{% set a = kop %}"),
    *("{% include 'x' %}", "{{ kop ~ kop }}", "<w:p/>", "</w:p>", "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:r/>"),
    *("<w:sectPr/>", "<w:tc/>", "&#0;", "&amp;", "\x07", "é", "\ue000", '<w:gridSpan w:val="9999"/>'),
    *('<w:fldSimple w:instr="DATE"/>', '<w:bookmarkStart w:id="x" w:name="y"/>'),
)
TOKENS: Final = (
    *("#", "{", "}", "(", ")", "[", "]", '"', "$", "\\", "//", "/*", "*/", "#d", "#d.kop", "#pagebreak()", "none"),
    *('#read("x")', "#range(10000000)", "#while true {}", "0pt", "-1mm", "99999mm", "1e308mm", "#panic()"),
    *("#metadata(1)", "@preview/a:1.0.0"),
)


def other_docx(path: Path, chance: Random) -> None:
    """Change a Word template: bytes, parts, tags, elements, or the file itself."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for _ in range(chance.randint(1, 3)):
        # The document most of all: tags stand there.
        name = chance.choice([*parts, *["word/document.xml"] * 8])
        if name in parts:
            chance.choice(CHANGES)(parts, name, chance)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    if chance.random() < 0.1:
        path.write_bytes(flipped(path.read_bytes(), chance))


Parts = dict[str, bytes]


def flip(parts: Parts, name: str, chance: Random) -> None:
    parts[name] = flipped(parts[name], chance)


def drop(parts: Parts, name: str, _: Random) -> None:
    del parts[name]


def cut(parts: Parts, name: str, chance: Random) -> None:
    parts[name] = parts[name][: chance.randrange(len(parts[name]) + 1)]


def swap(parts: Parts, name: str, chance: Random) -> None:
    parts[name] = parts[chance.choice(list(parts))]


def put_tag(parts: Parts, name: str, chance: Random) -> None:
    places = [found.end() for found in re.finditer(rb"<w:t(?: [^>]*)?>|</w:p>|</w:r>|</w:tc>", parts[name])]
    place = chance.choice(places) if places else 0
    parts[name] = parts[name][:place] + chance.choice(TAGS).encode() + parts[name][place:]


def take_element(parts: Parts, name: str, chance: Random) -> None:
    kind = chance.choice(
        [b"w:p", b"w:tbl", b"w:tr", b"w:tc", b"w:tblPr", b"w:tblGrid", b"w:sectPr", b"w:style", b"w:pPr"]
    )
    found = list(re.finditer(rb"<%b(?:>| [^>]*[^/]>).*?</%b>" % (kind, kind), parts[name], re.DOTALL))
    if found:
        one = chance.choice(found)
        parts[name] = parts[name][: one.start()] + parts[name][one.end() :]


def other_value(parts: Parts, name: str, chance: Random) -> None:
    found = list(re.finditer(rb'="([^"]*)"', parts[name]))
    if found:
        one, value = chance.choice(found), chance.choice([b"", b"-1", b"x", b"99999999999", b"1.5", b"true"])
        parts[name] = parts[name][: one.start(1)] + value + parts[name][one.end(1) :]


CHANGES: Final[tuple[Callable[[Parts, str, Random], None], ...]] = (
    flip, drop, cut, swap, put_tag, put_tag, put_tag, take_element, take_element, other_value, other_value,
)  # fmt: skip


def flipped(content: bytes, chance: Random) -> bytes:
    out = bytearray(content)
    for _ in range(chance.randint(1, 5) if out else 0):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def other_typ(path: Path, chance: Random) -> None:
    """Change a Typst template: bytes, lines, tokens."""
    content = path.read_bytes()
    for _ in range(chance.randint(1, 3)):
        lines = content.split(b"\n")
        place = chance.randrange(len(lines))
        way = chance.randrange(4)
        if way == 0:
            content = flipped(content, chance)
        elif way == 1:
            content = b"\n".join([*lines[:place], *lines[place + chance.randint(1, 5) :]])
        elif way == 2:
            cut_at = chance.randrange(len(content) + 1)
            content = content[:cut_at] + chance.choice(TOKENS).encode() + content[cut_at:]
        else:
            content = content[: chance.randrange(len(content) + 1)]
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["sop", "surat-perintah"])
@pytest.mark.parametrize(("ending", "change", "share"), [("docx", other_docx, 170), ("typ", other_typ, 80)])
def test_a_mutated_template_is_used_or_named_in_one_line(
    edition: Edition, tmp_path: Path, name: str, ending: str, change: Callable[[Path, Random], None], share: int
) -> None:
    made, refused, before = 0, 0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for n in range(share):
        if n >= many(share) and made and refused:
            break
        own = copytree(TEMPLATES, tmp_path / str(n) / "templates")
        change(own / name / f"{name}.{ending}", Random(f"{SEED} {name} {ending} {n}"))
        began = time.process_time()
        told = told_of(lambda work: document(work) if name == "sop" else blank_orders(work, "A"), Work(edition, own))
        # `check` reads them, too.
        template_problems(own)
        assert time.process_time() - began < 5, n
        made, refused = made + (not told), refused + bool(told)
        # One line that names the file.
        assert not told or re.fullmatch(rf"(?:(?:templates/)?{name}/)?{name}\.{ending}[: ].*", told), (n, told)
    assert made
    assert refused
    # What the process with bounds may take is tests/tools/test_bounded.py's.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < before + 300 * 1024


def told_of(make: Callable[[Work], Iterable[object]], work: Work) -> str:
    """Return what is told of a template; nothing where it could be used."""
    try:
        list(make(work))
    except TemplateError as error:
        return str(error)
    return ""
