import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from tests.read.overlay.random_overlays import random_overlay

from sopgen.read.schema import schemas

Data = Any
SCHEMA: Data = json.loads(schemas()["penyesuaian.schema.json"])


def fits(data: Data, schema: Data) -> bool:
    """Tell whether data are as a schema says, by the words of JSON Schema that the overlays' schema uses."""
    if "$ref" in schema:
        return fits(data, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "anyOf" in schema:
        return any(fits(data, one) for one in schema["anyOf"])
    if "enum" in schema and not isinstance(data, dict | list):
        return data in schema["enum"]
    kind = schema.get("type")
    if kind == "object" or "properties" in schema:
        return isinstance(data, dict) and _object(data, schema)
    if kind == "array":
        return isinstance(data, list) and all(fits(one, schema.get("items", {})) for one in data)
    if kind == "null":
        return data is None
    return isinstance(data, str | int | float) if kind else True


def _object(data: Data, schema: Data) -> bool:
    known, more = schema.get("properties", {}), schema.get("additionalProperties", True)
    if any(key not in data for key in schema.get("required", ())):
        return False
    rest = [one for key, one in data.items() if key not in known]
    if rest and more is False:
        return False
    return all(fits(one, known[key]) for key, one in data.items() if key in known) and all(
        fits(one, more) for one in rest if isinstance(more, dict)
    )


@pytest.mark.parametrize("seed", range(30))
def test_an_editor_takes_what_the_reader_takes(seed: int) -> None:
    assert fits({"dasar": "fkpm/2026", **random_overlay(Random(seed))}, SCHEMA)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"dasar": "a/b", "kunci": "x"},
        {"dasar": "a/b", "pelaksana": {"tmbah": []}},
        {"dasar": "a/b", "pelaksana": {"tambah": [{"label": "tanpa id"}]}},
        {"dasar": "a/b", "pelaksana": {"ganti": {"x": {"lable": "y"}}}},
        {"dasar": "a/b", "peralatan": {"isi": {"ganti": [{"menjadi": "x"}]}}},
        {"dasar": "a/b", "identitas": {"tanpa": ["nomer"]}},
        {"dasar": "a/b", "kegiatan": {"ganti": {"A": {"alur": {"tambah": [{"id": "x", "sesudh": "l1"}]}}}}},
    ],
)
def test_an_editor_marks_what_the_reader_refuses(said: Data) -> None:
    assert not fits(said, SCHEMA)


@pytest.mark.parametrize("name", ["penyesuaian.schema.json", "penyesuaian-naskah.schema.json"])
def test_each_part_that_is_named_is_there(name: str) -> None:
    schema = json.loads(schemas()[name])
    assert {one.removeprefix("#/$defs/") for one in _named(schema)} <= schema["$defs"].keys()


def _named(data: Data) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (one for key, one in data.items() if key == "$ref")
        for one in data.values():
            yield from _named(one)
    elif isinstance(data, list):
        for one in data:
            yield from _named(one)
