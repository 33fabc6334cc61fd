"""What a scripted edit of an issued document must be proposed as: found by the words alone, not by the program."""

from collections import Counter
from pathlib import Path

from tests.edited.editor import LEAD

from sopgen.compare.edited.places import IssuedText
from sopgen.errors import path_text
from sopgen.jobs.accept_word.remade import issued_again, without_pictures
from sopgen.model.printed import printed
from sopgen.model.sop import Sop
from sopgen.read.load import Edition, load_edition

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
CONTOH = ROOT / "spec" / "contoh"
EDITIONS = {
    "fkpm": ROOT / "spec/sop/fkpm/2019.yaml",
    "per_langkah": ROOT / "spec/sop/mediasi/contoh.yaml",
    **{path.parent.name: path for path in sorted(CONTOH.glob("*/sop.yaml"))},
}


class Issued:
    """An edition as it is issued, what the program knows of its document, and the texts that stand there once."""

    def __init__(self, path: Path) -> None:
        self.edition: Edition = load_edition(path)
        self.docx: bytes = without_pictures(self.edition, TEMPLATES)
        self.texts: list[IssuedText] = issued_again(self.edition, TEMPLATES)
        self.once = once(self.edition.sop)


def once(sop: Sop) -> dict[str, str]:
    """Return the paths of the texts that are printed at one place only."""
    every = [
        (" ".join(LEAD.sub("", one.text).split()), path_text(one.loc))
        for one in printed(sop)
        if not one.is_key and one.loc[0] not in ("alasan_perubahan", "judul") and "tertulis" not in one.loc
    ]
    counts = Counter(text for text, _ in every)
    # The number of an activity is printed where each activity is a row; else a row's own number may look like it.
    rows = sop.tata_letak == "per_kegiatan" and sop.has_flow_table
    return {text: path for text, path in every if counts[text] == 1 and (rows or not path.endswith(".nomor"))}
