"""From what was read out of an old file to the text of a draft, and the doubts in it by their lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sopgen.jobs.old.flow import Lanes, activities_of
from sopgen.jobs.old.further import FurtherColumns
from sopgen.jobs.old.head import cover_of, identity_of, lists_of, strays, title_of
from sopgen.jobs.old.lines import drafted_lines
from sopgen.jobs.old.names import sop_id
from sopgen.jobs.old.notes import Doubt, left_over
from sopgen.jobs.old.taking import OPEN, Taking
from sopgen.messages import say
from sopgen.model.sop import Status, TableHeads
from sopgen.read.old.found import Found, OldSop
from sopgen.read.old.letters import typed
from sopgen.splice.value import Value

YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
SCHEMA = "# yaml-language-server: $schema=../../skema/sop.schema.json"


@dataclass(frozen=True)
class Draft:
    """A draft that was made from an old file: its id, its edition, its YAML, the doubts in the order of its lines."""

    id: str
    edition: str
    text: str
    doubts: tuple[Doubt, ...]
    unplaced: tuple[Found, ...]


def drafted(old: OldSop, source: str, edition: str = "", head: Sequence[str] = ()) -> Draft:
    """Return the draft of an old SOP; `source` is the name of its file, `edition` that of the edition, if given.

    The draft always loads: what the spec asks for and the file lacks is open, and noted. `head` are the lines above
    the identity part that the unit's file says; others of the old file are told.
    """
    taking = Taking()
    title = taking.text(("judul",), Found(title_of(old)))
    content = _content(old, title, edition or _edition(old), taking)
    above = [
        SCHEMA,
        f"# {say('Draft made from {file} by `sopgen import`; what is to be settled: # periksa', file=source)}",
    ]
    lines, doubts = drafted_lines(content, taking.notes, len(above))
    unplaced = (*_other_head(old, head), *old.unplaced, *strays(old), *taking.unplaced)
    clean = tuple(Found(typed(one.text), one.spot, one.doubt) for one in unplaced if one.text.strip() or one.doubt)
    text = "\n".join([*above, *lines, *left_over(clean)]) + "\n"
    return Draft(str(content["id"]), str(content["edisi"]), text, doubts, clean)


def _other_head(old: OldSop, head: Sequence[str]) -> Iterator[Found]:
    """Yield the lines of the old head that the unit's file does not say."""
    known = {" ".join(line.casefold().split()) for line in head}
    for one in old.lists.get("kop", ()):
        if " ".join(typed(one.text).casefold().split()) not in known:
            yield replace(one, doubt=one.doubt or say("satuan.yaml has another letterhead"))


def _edition(old: OldSop) -> str:
    """Return the year of an old SOP: of its cover, its number, its dates; a name that says it where there is none."""
    names = ("sampul.tahun", "identitas.tanggal_efektif.nilai", "identitas.nomor_sop.nilai")
    said = [old.texts[name].text for name in (*names, "identitas.tanggal_pembuatan.nilai") if name in old.texts]
    years = [found[-1] for text in said if (found := YEAR.findall(text))]
    return years[0] if years else "impor"


def _content(old: OldSop, title: str, edition: str, taking: Taking) -> dict[str, Value]:
    """Return what the draft says, in the order of the schema's keys."""
    name = old.texts.get("identitas.nama_sop.nilai", Found("")).text
    if not title:
        taking.note(("judul",), say("the title was not found in the old file"))
    said = old.texts.get("judul")
    if said and said.doubt:
        taking.note(("judul",), said.doubt, said.spot)
    lanes = Lanes(old.activities, taking)
    content: dict[str, Value] = {
        "id": sop_id(name or title),
        "edisi": edition,
        "judul": title or OPEN,
        "status": Status.DRAFT.value,
    }
    if cover := cover_of(old, taking):
        content["sampul"] = cover
    content["identitas"] = identity_of(old, taking)
    content |= lists_of(old, taking)
    content["tata_letak"] = old.layout.value
    if heads := _heads(old, taking):
        content["kepala_tabel"] = heads
    columns = FurtherColumns(old.further, taking)
    if columns.spec:
        content["kolom_tambahan"] = columns.spec
    content["pelaksana"] = lanes.spec
    content["kegiatan"] = activities_of(old.activities, (lanes, columns), title or OPEN, taking)
    return content


def _heads(old: OldSop, taking: Taking) -> dict[str, Value]:
    """Return the heads of the flow table that were read."""
    keys = [key for key in TableHeads.model_fields if f"kepala_tabel.{key}" in old.texts]
    texts = {key: taking.text(("kepala_tabel", key), old.texts[f"kepala_tabel.{key}"]) for key in keys}
    return {key: text for key, text in texts.items() if text}
