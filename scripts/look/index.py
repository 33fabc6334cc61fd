"""The page that shows them: an edition a chapter, an output a row, an engine a column; what changed first."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Final

from scripts.look.accepted import ACCEPTED, NOW, Picture
from scripts.look.outputs import Refused

ENGINES: Final[Mapping[str, str]] = {
    "pdf": "PDF (Typst)",
    "libreoffice": "DOCX by LibreOffice",
    "docx-preview": "DOCX by docx-preview in Chromium",
}
HEAD: Final = """<!doctype html><meta charset="utf-8"><title>sopgen: the pages</title><style>
body {font: 14px sans-serif; margin: 1em} table {border-collapse: collapse; width: 100%}
td, th {border: 1px solid #bbb; padding: 4px; vertical-align: top; text-align: left}
img {max-width: 420px; max-height: 600px; border: 1px solid #ddd} .changed, .new, .gone {outline: 3px solid #d33}
.new {outline-color: #393} figure {display: inline-block; margin: 4px} figcaption {font-size: 12px; color: #555}
</style>"""


def write(pictures: Sequence[Picture], refused: Sequence[Refused], missing: Sequence[str]) -> None:
    """Write index.html beside the pictures."""
    changed = [one for one in pictures if one.state != "same"]
    parts = [
        HEAD,
        "<h1>sopgen: every kind of page</h1>",
        _summary(pictures),
        *(f"<p>{escape(one)}" for one in missing),
    ]
    if changed and ACCEPTED.is_dir():
        parts += ["<h2>Not as accepted</h2>", *(_apart(one) for one in changed)]
    for edition, ones in groupby(pictures, key=lambda one: one.path.parts[0]):
        parts += [f"<h2>{escape(edition)}</h2>", _table(list(ones))]
        parts += [f"<p>{escape(one.name)}: {escape(one.why)}" for one in refused if one.edition == edition]
    (NOW / "index.html").write_text("\n".join(parts), encoding="utf-8")


def _summary(pictures: Sequence[Picture]) -> str:
    counts = {state: sum(one.state == state for one in pictures) for state in ("same", "changed", "new", "gone")}
    told = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
    return f"<p>{len(pictures)} pictures: {told}. <code>make look ACCEPT=1</code> accepts them."


def _table(pictures: Sequence[Picture]) -> str:
    heads = "".join(f"<th>{name}" for name in ENGINES.values())
    rows = []
    for name, ones in groupby(pictures, key=lambda one: one.path.parts[1]):
        by_engine: dict[str, list[Picture]] = {}
        for one in ones:
            by_engine.setdefault(one.path.parts[2], []).append(one)
        cells = ("".join(map(_shown, by_engine.get(engine, []))) for engine in ENGINES)
        rows.append(f"<tr><th>{escape(name)}" + "".join(f"<td>{cell}" for cell in cells))
    return f"<table><tr><th>{heads}{''.join(rows)}</table>"


def _shown(picture: Picture) -> str:
    return "" if picture.state == "gone" else _figure(picture.path.as_posix(), picture, picture.path.stem)


def _apart(picture: Picture) -> str:
    """Return a picture that is not as accepted: before, now, what differs."""
    path, before = picture.path.as_posix(), (ACCEPTED / picture.path).as_uri()
    shown = [f"<h3>{escape(path)}: {picture.state}{f', {picture.share:.2%}' if picture.share else ''}</h3>"]
    shown += [_figure(before, picture, "accepted")] if picture.state != "new" else []
    shown += [_figure(path, picture, "now")] if picture.state != "gone" else []
    shown += [_figure(picture.difference.as_posix(), picture, "red went, blue came")] if picture.share else []
    return "".join(shown)


def _figure(source: str, picture: Picture, caption: str) -> str:
    image = f'<a href="{escape(source)}"><img loading="lazy" class="{picture.state}" src="{escape(source)}"></a>'
    return f"<figure>{image}<figcaption>{escape(caption)}</figcaption></figure>"
