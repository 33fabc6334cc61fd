"""LibreOffice saves an edited document again, pandoc reads its tracked changes: what is proposed agrees with both."""

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests.documents import run
from tests.edited.editor import Editor
from tests.edited.truth import EDITIONS, Issued

from sopgen.compare.edited.proposal import ProposalKind
from sopgen.compare.edited.reading import EditedReading, reading
from sopgen.jobs.accept_word.opened import opened
from sopgen.tools import libreoffice

NAMES = ("fkpm", "per_langkah", "puskesmas")


@pytest.fixture(scope="module")
def issued() -> dict[str, Issued]:
    return {name: Issued(EDITIONS[name]) for name in NAMES}


def saved_again(documents: dict[str, bytes], kind: str, folder: Path) -> dict[str, Path]:
    """Return the documents as LibreOffice saves them in another kind, all in one start of the program."""
    office = libreoffice.program()
    assert office is not None
    (folder / "asal").mkdir()
    for name, docx in documents.items():
        (folder / "asal" / f"{name}.docx").write_bytes(docx)
    first, *rest = sorted((folder / "asal").iterdir())
    command = libreoffice.argv(office, folder / "profil", first)
    command[command.index(libreoffice.PDF_A_2B)] = kind
    command[command.index("--outdir") + 1] = str(folder / "hasil")
    run(*command, *rest)
    return {name: folder / "hasil" / f"{name}.{kind.partition(':')[0]}" for name in documents}


def read(one: Issued, path: Path) -> EditedReading:
    document = opened(path)
    assert document.issued is not None
    assert (one.edition.sop.id, one.edition.sop.edisi) == (document.issued.sop, document.issued.edition)
    return reading(one.texts, document)


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["docx:MS Word 2007 XML", "odt", "doc:MS Word 97"])
def test_a_document_that_libreoffice_saved_again_proposes_nothing(
    issued: dict[str, Issued], kind: str, tmp_path: Path
) -> None:
    wanted = {name: issued[name].docx for name in (NAMES if kind.startswith("docx") else NAMES[1:2])}
    for name, path in saved_again(wanted, kind, tmp_path).items():
        found = read(issued[name], path)
        assert ((), 1.0) == (found.proposals, found.known), name


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")
def test_tracked_changes_that_libreoffice_saved_again_are_proposed_at_their_places(
    issued: dict[str, Issued], tmp_path: Path
) -> None:
    documents: dict[str, bytes] = {}
    wanted: dict[str, dict[str, str]] = {}
    for name in NAMES:
        editor = Editor(issued[name].docx, issued[name].once, name)
        wanted[name] = {path: editor.replace(one, "tracked") for one, path in editor.some(6)}
        editor.remark(editor.places[0][0], "Mohon dicek")
        documents[name] = editor.saved()
    for name, path in saved_again(documents, "docx:MS Word 2007 XML", tmp_path).items():
        found = read(issued[name], path).proposals
        changed = {one.path: " ".join(one.new.split()) for one in found if one.kind is ProposalKind.CHANGED}
        assert wanted[name].keys() == changed.keys()
        assert all(changed[place].endswith(text) for place, text in wanted[name].items())
        assert {"AKP Contoh"} == {hand.author for one in found for hand in one.hands}
        assert {"Mohon dicek"} == {remark.text for one in found for remark in one.remarks}


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("name", NAMES)
def test_pandoc_reads_the_same_texts_with_all_changes_refused_and_accepted(
    issued: dict[str, Issued], name: str, tmp_path: Path
) -> None:
    editor = Editor(issued[name].docx, issued[name].once, name)
    for way in ("tracked", "nested"):
        for one, _ in editor.some(6):
            if one.find(".//{*}ins") is None:
                editor.replace(one, way)
    path = tmp_path / "naskah.docx"
    path.write_bytes(editor.saved())
    texts = [one for one in opened(path).texts if not one.symbol]
    for way, said in (("reject", [one.before for one in texts]), ("accept", [one.after for one in texts])):
        command = ["pandoc", "--from", "docx", "--track-changes", way, "--to", "json", str(path)]
        told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        assert letters(said) == letters(strings(json.loads(told)))


def strings(tree: object) -> Iterator[str]:
    """Yield the words of pandoc's tree, without the names of tables, which no page shows."""
    if isinstance(tree, dict) and tree.get("t") == "Str":
        yield str(tree["c"])
    elif isinstance(tree, dict) and tree.get("t") == "Table":
        yield from strings(tree["c"][2:])
    elif isinstance(tree, dict | list):
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from strings(one)


def letters(texts: Iterable[str | None]) -> str:
    """Return the letters and figures of texts: lists have signs of pandoc's own."""
    return "".join(char for text in texts for char in text or "" if char.isalnum())
