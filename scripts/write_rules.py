"""Write what is told by the code itself: the rule book, docs/rules/, and each template folder's list of tags."""

import os
from pathlib import Path

from sopgen.cli.rule_pages import files
from sopgen.jobs.templates.tag_lists import NAME, tag_lists

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "rules"


def main() -> None:
    os.environ["SOPGEN_LANG"] = "id"
    FOLDER.mkdir(exist_ok=True)
    made = dict(files())
    for stale in {path.name for path in FOLDER.glob("*.md")} - made.keys():
        (FOLDER / stale).unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    for name, text in tag_lists().items():
        (ROOT / "templates" / name / NAME).write_text(text, encoding="utf-8")


main()
