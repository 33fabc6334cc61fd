"""The page that is shown while an edition is written says what its PDF says, and knows where each text stands."""

import re
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.documents import page_words

from sopgen.errors import TemplateError, path_text
from sopgen.jobs.outputs import document
from sopgen.jobs.preview.document import Preview
from sopgen.jobs.work import open_work
from sopgen.model.printed import Printed, printed
from sopgen.read.load import load_edition
from sopgen.render import live_page
from sopgen.workspace import start

SAMPLES = sorted((ROOT / "spec" / "contoh").glob("*/sop.yaml"))
SPECS = [ROOT / "spec/sop/fkpm/2019.yaml", ROOT / "spec/sop/fkpm/2026-draf.yaml", *SAMPLES]


def name(path: Path) -> str:
    return path.parent.name + path.stem


@pytest.mark.parametrize("spec", SPECS, ids=name)
def test_the_words_of_the_preview_are_those_of_the_built_pdf(spec: Path) -> None:
    preview = Preview(spec)
    svgs = preview.pages(load_edition(spec))
    shown = next(reversed(live_page.COMPILERS.values())).compile(format="pdf")
    preview.close()
    assert isinstance(shown, bytes)
    built = dict(document(open_work(spec)))["sop.pdf"]
    own, other = page_words(shown), page_words(built)
    assert len(svgs) == len(other)
    assert other == own


def test_a_letter_that_is_typed_sets_no_other_page_anew() -> None:
    # What a page's head names stands in the style of every page: with all contents in it, each would be another one.
    for folder in ("sop", "naskah-sop"):
        text = (ROOT / "templates" / folder / f"{folder}.typ").read_text("utf-8")
        heads = re.findall(r"context .*?\n *\}\)\)?\)?", text, re.DOTALL)
        assert heads
        assert not [one for one in heads if re.search(r"\b[dl]\.\w", one)]


@pytest.mark.parametrize("spec", SPECS, ids=name)
def test_nearly_every_printed_text_has_its_place_on_a_page(spec: Path) -> None:
    preview, edition = Preview(spec), load_edition(spec)
    found = {one for svg in preview.pages(edition) for one in re.findall(r' href="isian:([^"]*)"', svg.decode())}
    preview.close()
    texts = {path_text(one.loc) for one in printed(edition.sop) if one.kind is Printed.WORDS and not one.is_key}
    # Words of the steps stand in the drawings, reasons in the matrix alone, the title in the properties of the file.
    elsewhere = r"\.alur\[|alasan_perubahan|^judul$"
    if not edition.sop.has_flow_table:
        elsewhere += "|^kegiatan|^kepala_tabel|^pelaksana"
    texts = {one for one in texts if not re.search(elsewhere, one)}
    assert len(texts & found) >= 0.8 * len(texts), sorted(texts - found)


def with_template(tmp_path: Path, added: str) -> Path:
    """Return the draft of a fresh folder whose template for PDF has something of its own."""
    start(tmp_path / "kantor")
    template = tmp_path / "kantor" / "templates" / "sop" / "sop.typ"
    template.write_text(template.read_text("utf-8") + added, "utf-8")
    return tmp_path / "kantor" / "spec" / "sop" / "fkpm" / "2026-draf.yaml"


def test_a_template_of_the_office_is_shown_in_its_own_process(tmp_path: Path) -> None:
    spec = with_template(tmp_path, "\n// rupa kantor kami\n")
    preview, edition = Preview(spec), load_edition(spec)
    before = {*live_page.COMPILERS}
    assert 4 == len(preview.pages(edition))
    assert 'href="isian:peralatan.isi[0]"' in preview.pages(edition)[1].decode()
    assert before == {*live_page.COMPILERS}
    template = spec.parents[3] / "templates" / "sop" / "sop.typ"
    template.write_text(template.read_text("utf-8") + "\n#pagebreak()\nHalaman kami\n", "utf-8")
    assert 5 == len(preview.pages(edition))
    preview.close()


def test_a_template_that_takes_its_values_as_texts_alone_is_shown_without_places(tmp_path: Path) -> None:
    spec = with_template(tmp_path, "\n#let panjang = d.identitas.satuan_kerja.len()\n")
    preview = Preview(spec)
    svgs = preview.pages(load_edition(spec))
    preview.close()
    assert (4, False) == (len(svgs), b"isian:" in b"".join(svgs))


def test_a_template_that_can_not_be_typeset_says_so(tmp_path: Path) -> None:
    spec = with_template(tmp_path, "\n#tidak_ada()\n")
    preview = Preview(spec)
    with pytest.raises(TemplateError):
        preview.pages(load_edition(spec))
    preview.close()
