"""Each text field of the models says whether it is printed; the printed ones are found with their places."""

import dataclasses
import typing
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel

from sopgen.model.deployment import OrderFile
from sopgen.model.law.regulation import RegulationFile
from sopgen.model.life.record import RecordFile
from sopgen.model.people.person import Person
from sopgen.model.printed import NotPrinted, Printed, printed
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit

# What is read from the files of users.
ROOTS: tuple[type, ...] = (Sop, Unit, OrderFile, RegulationFile, RecordFile, Person)


def unmarked(hint: Any, *, marked: bool = False) -> Iterator[str]:
    """Yield each text in a type that has no mark."""
    if typing.get_origin(hint) is Annotated:
        inner, *said = typing.get_args(hint)
        marked = marked or any(isinstance(one, Printed) or (isinstance(one, NotPrinted) and one.why) for one in said)
        yield from unmarked(inner, marked=marked)
    elif hint is str and not marked:
        yield "str"
    else:
        for part in typing.get_args(hint):
            yield from unmarked(part, marked=marked)


def models(hint: Any) -> set[type]:
    """Return the models in a type, and those in their fields."""
    if isinstance(hint, type) and (issubclass(hint, BaseModel) or dataclasses.is_dataclass(hint)):
        return {hint}.union(*map(models, typing.get_type_hints(hint, include_extras=True).values()))
    return set().union(*map(models, typing.get_args(hint)))


@pytest.mark.parametrize("model", sorted(set().union(*map(models, ROOTS)), key=str), ids=lambda one: one.__name__)
def test_every_text_field_is_marked_as_printed_or_says_why_it_is_not(model: type) -> None:
    hints = typing.get_type_hints(model, include_extras=True)
    assert [] == [name for name, hint in hints.items() if [*unmarked(hint)]], "mark it: see model/printed.py"


def test_a_text_without_a_mark_would_be_seen() -> None:
    class Added(BaseModel):
        catatan: tuple[str, ...] | None = None
        label: dict[str, Annotated[str, Printed.WORDS]] = {}

    hints = typing.get_type_hints(Added, include_extras=True)
    assert ["catatan", "label"] == [name for name, hint in hints.items() if [*unmarked(hint)]]
    assert Added in models(tuple[Added, ...] | None)


def test_the_printed_texts_of_an_edition_have_their_places_and_kinds(sop: Sop) -> None:
    found = {one.loc: (one.text, one.kind) for one in printed(sop)}
    assert found["kegiatan", 0, "judul"] == (sop.kegiatan[0].judul, Printed.WORDS)
    assert found["dasar_hukum", "isi", 0] == (sop.dasar_hukum.isi[0], Printed.LAW)
    assert found["peringatan", "judul"] == (sop.peringatan.judul, Printed.LABEL)
    assert found["identitas", "pengesah", "nrp"] == (sop.identitas.pengesah.nrp, Printed.PERSON)
    assert sop.sampul
    assert found["sampul", "tahun"] == (sop.sampul.tahun, Printed.CODE)
    assert not [loc for loc in found if loc[-1] in ("id", "ke", "di", "menjadi", "alias", "status")]


def test_the_labels_of_exits_are_printed_though_they_are_keys(sop: Sop) -> None:
    step = sop.kegiatan[0].alur[1].model_copy(update={"cabang": {"Ya": "l1", "Tidak": "l3"}})
    assert [("cabang", "Ya"), ("cabang", "Tidak")] == [one.loc for one in printed(step) if one.is_key]
    assert {"Ya", "Tidak", step.uraian} == {one.text for one in printed(step)}


def test_a_row_of_a_roster_is_printed_in_all_its_columns() -> None:
    person = Person("Personel Contoh 1", "AKP", "00000001", "Kasat", "Sopir", 2)
    assert ["name", "rank", "number", "post", "remark"] == [one.loc[0] for one in printed(person)]
