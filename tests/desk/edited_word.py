"""What the tests of Dari Word drop: the document of an edition, edited as a superior does."""

from functools import cache
from pathlib import Path

from lxml import etree
from tests.edited.editor import Editor
from tests.edited.truth import ROOT, TEMPLATES, once

from sopgen.jobs.accept_word.remade import without_pictures
from sopgen.read.load import load_edition

ISSUED, DRAFT = Path("spec/sop/fkpm/2019.yaml"), Path("spec/sop/fkpm/2026-draf.yaml")


@cache
def edited(spec: Path = DRAFT) -> bytes:
    """Return the document with two texts changed by tracked changes and a remark at a third."""
    edition = load_edition(ROOT / spec)
    editor = Editor(without_pictures(edition, TEMPLATES), once(edition.sop), 3)
    editor.replace(_at(editor, "peralatan.isi[0]"), "tracked")
    editor.replace(_at(editor, "peringatan.isi[1]"), "tracked")
    editor.remark(_at(editor, "peralatan.isi[1]"), "Mohon dicek lagi.")
    return editor.saved()


def _at(editor: Editor, path: str) -> etree._Element:
    return next(one for one, place in editor.places if place == path)
