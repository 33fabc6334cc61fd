"""The JSON Schema of an overlay, made from that of what it is laid over: all may be left out, lists may be edited.

Each record has up to three forms: whole (in a list that is written out), `_beda` (what differs), `_tambah` (an added
item with its place).
"""

from collections.abc import Mapping
from typing import Any, Final

from sopgen.model.base import DIGEST
from sopgen.read.overlay.base import OverlayHead
from sopgen.read.overlay.merge import ADDED, AFTER, BECOMES, BEFORE, CHANGED, ITEM, LEFT_OUT, WAS

DIFFERS: Final = "_beda"
IS_ADDED: Final = "_tambah"
_REF: Final = "#/$defs/"
Schema = dict[str, Any]


def overlay_schema(whole: Schema) -> Schema:
    """Return the schema of overlays over what a schema describes."""
    defs: dict[str, Schema] = dict(whole.get("$defs", {}))
    records = {name: one for name, one in defs.items() if "properties" in one}
    for name, one in records.items():
        defs[name + DIFFERS] = _differing(one, records)
        if _has_id(one):
            defs[name + IS_ADDED] = {**one, "properties": {**one["properties"], **_places({"type": "string"})}}
    head = OverlayHead.model_json_schema()["properties"]
    made = _differing({key: one for key, one in whole.items() if key != "$defs"}, records)
    made["properties"] = {**head, **made["properties"]}
    made["required"] = ["dasar"]
    made["description"] = "What a unit says otherwise than a base; the rest is the base's."
    made["$defs"] = defs
    assert made["properties"]["sidik_dasar"]["anyOf"][0]["pattern"] == DIGEST
    return made


def _has_id(record: Schema) -> bool:
    return "id" in record.get("properties", {})


def _places(anchor: Schema) -> Schema:
    return {AFTER: anchor, BEFORE: anchor}


def _differing(record: Schema, records: Mapping[str, Schema]) -> Schema:
    properties = {key: _loose(one, records) for key, one in record["properties"].items()}
    names = {"type": "array", "items": {"enum": sorted(properties)}}
    places = _places({"type": "string"}) if _has_id(record) else {}
    kept = {
        key: one for key, one in record.items() if key in ("additionalProperties", "title", "type", "description")
    }
    return {**kept, "properties": {**properties, LEFT_OUT: names, **places}}


def _loose(part: Schema, records: Mapping[str, Schema]) -> Schema:
    """Return what may stand at a key of an overlay."""
    if "anyOf" in part:
        return {**part, "anyOf": [_loose(one, records) for one in part["anyOf"]]}
    name = str(part.get("$ref", "")).removeprefix(_REF)
    if name in records:
        return {**part, "$ref": _REF + name + DIFFERS}
    if part.get("type") == "array" and "items" in part:
        told = {key: one for key, one in part.items() if key in ("title", "description", "default")}
        bare = {key: one for key, one in part.items() if key not in told}
        return {**told, "anyOf": [bare, _edits(part["items"], records)]}
    return part


def _edits(item: Schema, records: Mapping[str, Schema]) -> Schema:
    name = str(item.get("$ref", "")).removeprefix(_REF)
    if name in records and _has_id(records[name]):
        added: Schema = {"$ref": _REF + name + IS_ADDED}
        changed: Schema = {"type": "object", "additionalProperties": {"$ref": _REF + name + DIFFERS}}
        gone: Schema = {"type": "string"}
    else:
        placed = {"type": "object", "properties": {ITEM: item, **_places(item)}, "required": [ITEM]}
        added = {"anyOf": [item, {**placed, "additionalProperties": False}]}
        pair = {WAS: item, BECOMES: item, **_places(item)}
        one = {"type": "object", "properties": pair, "required": [WAS], "additionalProperties": False}
        changed, gone = {"type": "array", "items": one}, item
    edits = {ADDED: {"type": "array", "items": added}, CHANGED: changed, LEFT_OUT: {"type": "array", "items": gone}}
    return {"type": "object", "properties": edits, "additionalProperties": False}
