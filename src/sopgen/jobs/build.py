"""The pipeline on one screen: spec → model → plan → bytes → build/."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from sopgen.errors import Problem, SopgenError, SpecError, together
from sopgen.files import manifest, write_folder
from sopgen.jobs.charts.cache import FOLDER, ChartCache
from sopgen.jobs.life.release import refuse_other_bytes, refuse_unapproved
from sopgen.jobs.provenance import provenance_of
from sopgen.jobs.rebuild.former import FormerOutputs
from sopgen.jobs.rebuild.request import BuildRequest
from sopgen.jobs.soundness.sound import sound
from sopgen.messages import say
from sopgen.model.page import PdfEngine
from sopgen.read.load import Edition, load_edition
from sopgen.workspace import editions
from sopgen.workspace import templates as templates_of


def build_all(asked: BuildRequest) -> Iterator[Path]:
    """Make every output of each edition that can be made, and yield its folder.

    Raises SopgenError at the end with every fault of the others; what was made of them before stays as it is.
    """
    faults: list[SopgenError] = []
    for edition in buildable(asked, faults):
        try:
            folder = made(edition, asked)
        except SopgenError as error:
            faults.append(error)
        else:
            yield folder
    if faults:
        raise together(faults)


def buildable(asked: BuildRequest, faults: list[SopgenError]) -> list[Edition]:
    """Return the editions that are asked for and can be read, each with its own output folder; note all faults."""
    return _apart(_readable(editions(asked.specs), faults), faults)


def made(edition: Edition, asked: BuildRequest, former: FormerOutputs | None = None) -> Path:
    """Make an edition that was read as it is asked for, what `former` does not have of it; return its folder."""
    if asked.release:
        refuse_unapproved([edition])
    templates = templates_of(edition.path)
    return build_edition(edition, asked.out, templates=templates, pdf_engine=asked.pdf_engine, former=former)


def _readable(paths: Sequence[Path], faults: list[SopgenError]) -> Iterator[Edition]:
    for path in paths:
        try:
            yield load_edition(path)
        except SpecError as error:
            faults.append(error)


def _apart(found: Iterator[Edition], faults: list[SopgenError]) -> list[Edition]:
    """Return the editions that have an output folder of their own; Windows knows no case."""
    by_folder: dict[str, list[Edition]] = {}
    for edition in found:
        by_folder.setdefault(edition.sop.name.casefold(), []).append(edition)
    twins = [_twin(other, first.path) for first, *others in by_folder.values() for other in others]
    if twins:
        faults.append(SpecError(twins))
    return [alone for alone, *others in by_folder.values() if not others]


def _twin(edition: Edition, other: Path) -> Problem:
    what = say('"{name}" is already the edition in {other}', name=edition.sop.name, other=other.as_posix())
    return edition.sop_source.problem("ID08", ("edisi",), what, say("choose another id or edition"))


def build(path: Path, out: Path, *, templates: Path, pdf_engine: PdfEngine = "typst") -> Path:
    """Make every output of the edition in a file; return its folder. Nothing changes where anything fails."""
    return build_edition(load_edition(path), out, templates=templates, pdf_engine=pdf_engine)


def build_edition(
    edition: Edition,
    out: Path,
    *,
    templates: Path,
    pdf_engine: PdfEngine = "typst",
    former: FormerOutputs | None = None,
) -> Path:
    """Make every output of an edition that was read; return its folder. Nothing changes where anything fails."""
    from sopgen.jobs.work import Work  # here, since it loads the planner, which an edition with faults needs not

    # What is given out is drawn anew: whoever can write to build/ could change what is kept there.
    kept = None if edition.life.released else ChartCache(out / FOLDER)
    work = Work(sound(edition), templates, pdf_engine, kept, None if edition.life.released else former)
    work.pages  # noqa: B018  (planned before anything is drawn: what is refused is told at once, and whole)
    from sopgen.jobs.outputs import outputs  # here, since it loads Word and Typst, which a refused edition needs not

    files = dict(outputs(work))
    if edition.life.released:
        refuse_other_bytes(edition, _comparable(files, pdf_engine))
    files["manifest.json"] = manifest(files, origin=asdict(provenance_of(edition, templates)))
    folder = out / work.edition.sop.name
    write_folder(folder, files)
    from sopgen.jobs.accept_word.kept import keep_built  # here, with what was loaded for Word

    keep_built(work.edition, out)
    return folder


def _comparable(files: Mapping[str, bytes], pdf_engine: PdfEngine) -> Mapping[str, bytes]:
    """Return the files that an approval keeps: of LibreOffice's PDF it knows the DOCX that was printed."""
    return files if pdf_engine == "typst" else {name: files[name] for name in files if name.endswith(".docx")}
