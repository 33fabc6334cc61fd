"""Write the pages of the rule book, docs/rules/, in Indonesian, from the rules themselves."""

import os
from pathlib import Path

from sopgen.cli.rule_pages import files

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def main() -> None:
    os.environ["SOPGEN_LANG"] = "id"
    FOLDER.mkdir(exist_ok=True)
    made = dict(files())
    for stale in {path.name for path in FOLDER.glob("*.md")} - made.keys():
        (FOLDER / stale).unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


main()
