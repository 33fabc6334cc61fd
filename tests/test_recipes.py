"""The recipes of CONTRIBUTING, replayed step by step on a copy of this repository: check and build go on."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from tests.documents import docx_lines, pdf_pages

from sopgen.render.word.named import table

ROOT = Path(__file__).parents[1]
PARTS = ("src", "spec", "templates", "starter", "scripts", "docs", "pyproject.toml")
SPEC = "spec/sop/fkpm/2019.yaml"
CHECK_AND_BUILD = """
import sys
from sopgen.cli.main import main
for words in (["check", sys.argv[1]], ["build", sys.argv[1], "--out", "hasil"]):
    try:
        main(words)
    except SystemExit as ended:
        if ended.code:
            raise
"""


class Copy:
    """A copy of the repository in which a recipe is carried out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in PARTS:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name)  # with what Python compiled: it holds where nothing changed
            else:
                shutil.copy(source, folder / name)

    def change(self, name: str, before: str, after: str) -> None:
        """Put a text in the place of another, which stands there once."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1, (name, before)
        path.write_text(text.replace(before, after), encoding="utf-8")

    def append(self, name: str, text: str) -> None:
        """Add a text at a file's end; a file that is not there begins with it."""
        path = self.folder / name
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, encoding="utf-8")

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the copy, with the copy's sopgen."""
        env = os.environ | {"PYTHONPATH": f"{self.folder / 'src'}{os.pathsep}{self.folder}", "SOPGEN_LANG": "en"}
        command = [sys.executable, *words]
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, check=False)

    def sopgen(self, *words: str) -> str:
        """Run a command that succeeds; return what it prints."""
        done = self.run("-m", "sopgen", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def written(self) -> None:
        """Write what the code tells by itself: schemas, rule pages, lists of tags."""
        self.sopgen("schema")
        assert self.run("scripts/write_rules.py").returncode == 0

    def built(self) -> Path:
        """Check and build the edition of 2019, in one process; return its folder."""
        done = self.run("-c", CHECK_AND_BUILD, SPEC)
        assert done.returncode == 0, done.stdout + done.stderr
        return self.folder / "hasil" / "fkpm-2019"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_field_is_added(copy: Copy) -> None:
    copy.change(
        "src/sopgen/model/sop.py",
        "    keterkaitan: MarkedSection\n",
        '    catatan: Words | None = None\n    """A remark."""\n    keterkaitan: MarkedSection\n',
    )
    copy.change(
        "src/sopgen/compare/part_names.py", '    "keterkaitan":', '    "catatan": "Catatan",\n    "keterkaitan":'
    )
    copy.change(
        "src/sopgen/plan/contract/document.py",
        "    @property\n    def pairs(",
        '    @property\n    def note(self) -> Annotated[str, Tag("catatan", "catatan di bawah identitas")]:\n'
        '        """The remark under the identity page."""\n        return self.sop.catatan or ""\n\n'
        "    @property\n    def pairs(",
    )
    copy.change("templates/sop/sop.typ", "\n// Tabel alur\n", "\n#d.catatan\n\n// Tabel alur\n")
    template = copy.folder / "templates" / "sop" / "sop.docx"
    document = docx.Document(str(template))
    after = document.add_paragraph("{{ catatan }}")._p
    table(document, "identitas", template.name)._tbl.addnext(after)
    document.save(str(template))
    copy.change(SPEC, "keterkaitan:\n", "catatan: Catatan contoh di bawah identitas\nketerkaitan:\n")
    copy.written()
    folder = copy.built()
    assert "Catatan contoh di bawah identitas" in docx_lines((folder / "sop.docx").read_bytes())
    assert "Catatan contoh di bawah identitas" in pdf_pages((folder / "sop.pdf").read_bytes())[1]
    assert "catatan" in (copy.folder / "spec" / "skema" / "sop.schema.json").read_text("utf-8")
    assert "`catatan`" in (copy.folder / "templates" / "sop" / "tanda.md").read_text("utf-8")


def test_an_output_is_added(copy: Copy) -> None:
    copy.append(
        "src/sopgen/render/outline.py",
        '"""From the plan of the document to the list of its activities, as text."""\n\n'
        "from sopgen.plan.contract.document import DocumentPlan\n\n\n"
        "def to_text(plan: DocumentPlan) -> bytes:\n"
        '    """Return a line an activity."""\n'
        '    return "".join(f"{activity.judul}\\n" for activity in plan.sop.kegiatan).encode()\n',
    )
    copy.change(
        "src/sopgen/jobs/outputs.py",
        "OUTPUTS: Final",
        "def outline(work: Work) -> Iterator[tuple[str, bytes]]:\n"
        '    """Yield the list of activities."""\n'
        '    yield "kegiatan.txt", to_text(work.pages.document)\n\n\nOUTPUTS: Final',
    )
    copy.change("src/sopgen/jobs/outputs.py", "    document,\n", "    document,\n    outline,\n")
    copy.change(
        "src/sopgen/jobs/outputs.py",
        "from sopgen.render import typst\n",
        "from sopgen.render import typst\nfrom sopgen.render.outline import to_text\n",
    )
    folder = copy.built()
    assert "A. PENCEGAHAN DINI" in (folder / "kegiatan.txt").read_text("utf-8")
    assert "kegiatan.txt" in json.loads((folder / "manifest.json").read_text("utf-8"))["files"]


def test_a_form_is_added(copy: Copy) -> None:
    templates = copy.folder / "templates"
    shutil.copytree(templates / "notulen", templates / "berita-acara")
    for ending in ("docx", "typ"):
        (templates / "berita-acara" / f"notulen.{ending}").rename(
            templates / "berita-acara" / f"berita-acara.{ending}"
        )
    copy.change("templates/berita-acara/rupa.yaml", "rupa-notulen.schema", "rupa-berita-acara.schema")
    copy.append(
        "src/sopgen/plan/forms/record.py",
        '"""The official report (berita acara) of a meeting."""\n\nfrom dataclasses import replace\n\n'
        "from sopgen.model.look.form import MinutesLook\n"
        "from sopgen.plan.forms.case import FormCase\n"
        "from sopgen.plan.forms.contents import MinutesContent\n"
        "from sopgen.plan.forms.meeting import minutes\n\n\n"
        "def record(case: FormCase, look: MinutesLook) -> MinutesContent:\n"
        '    """Return the official report: minutes under another title."""\n'
        '    return replace(minutes(case, look), titles=("BERITA ACARA",))\n',
    )
    copy.change(
        "src/sopgen/plan/forms/table.py",
        '        Form("notulen",',
        '        Form("berita-acara", "Berita Acara", MinutesLook, record),\n        Form("notulen",',
    )
    copy.change(
        "src/sopgen/plan/forms/table.py",
        "from sopgen.plan.forms.report import report\n",
        "from sopgen.plan.forms.record import record\nfrom sopgen.plan.forms.report import report\n",
    )
    copy.change(
        "src/sopgen/read/look.py",
        '    "notulen": MinutesLook,\n',
        '    "notulen": MinutesLook,\n    "berita-acara": MinutesLook,\n',
    )
    copy.written()
    folder = copy.built()
    for words in (
        docx_lines((folder / "forms/berita-acara.docx").read_bytes()),
        pdf_pages((folder / "forms/berita-acara.pdf").read_bytes()),
    ):
        assert "BERITA ACARA" in "\n".join(words)
    made = copy.sopgen("form", SPEC, "--form", "berita-acara", "--fillable", "--out", "isian")
    assert "berita-acara" in made


def test_a_rule_is_added(copy: Copy) -> None:
    copy.append(
        "src/sopgen/lint/language/writing.py",
        '\n\n@rule("LG99", "warning", source="sopgen", sure="own")\n'
        "def no_text_shouts(subject: Subject) -> Iterator[Finding]:\n"
        '    """No text ends with an exclamation mark.\n\n    It is an official document.\n\n'
        '    Wrong:\n        - Segera!\n    Right:\n        - Segera\n    """\n'
        "    for one in texts(subject):\n"
        '        if one.text.endswith("!"):\n'
        '            yield one.finding("it shouts", "delete the mark")\n',
    )
    copy.written()
    copy.change(SPEC, "- Buku catatan", "- Buku catatan!")
    assert "warning LG99: it shouts" in copy.sopgen("check", SPEC, "--all")
    assert "LG99" in copy.sopgen("check", "--explain", "LG99")
    assert (copy.folder / "docs" / "rules" / "LG99.md").is_file()
    copy.built()


def test_a_command_is_added(copy: Copy) -> None:
    copy.append(
        "src/sopgen/jobs/count.py",
        '"""How many steps an edition has."""\n\nfrom pathlib import Path\n\n'
        "from sopgen.jobs.soundness.sound import checked\n\n\n"
        "def steps(spec: Path) -> int:\n"
        '    """Return the number of steps of all activities."""\n'
        "    return sum(len(activity.alur) for activity in checked(spec).sop.kegiatan)\n",
    )
    copy.append(
        "src/sopgen/cli/commands/count.py",
        '"""The command that counts steps."""\n\nfrom pathlib import Path\n\nimport click\n\n'
        "from sopgen.cli.exits import reported\nfrom sopgen.jobs.count import steps\n\n\n"
        '@click.command()\n@click.argument("spec", type=click.Path(path_type=Path))\n@reported\n'
        'def count(spec: Path) -> None:\n    """Count the steps of an edition."""\n'
        "    click.echo(str(steps(spec)))\n",
    )
    copy.change(
        "src/sopgen/cli/main.py",
        '    "diff": (\n',
        '    "count": ("count", "Count the steps of an edition."),\n    "diff": (\n',
    )
    assert "Count the steps of an edition." in copy.sopgen("--help")
    assert copy.sopgen("count", SPEC).strip().isdigit()
    assert copy.run("-m", "sopgen", "count", "tidak-ada.yaml").returncode == 1
    copy.built()
