"""An overlay merged into its base by data alone, in another way than the program: what both must agree on."""

import json
from typing import Any

Data = Any
EDITS = {"tambah", "ganti", "tanpa"}


def merged(base: Data, said: Data) -> Data:
    """Return what a base and an overlay say together."""
    if isinstance(base, list) and isinstance(said, dict):
        return _list(base, said)
    if not isinstance(said, dict):
        return said
    if not isinstance(base, dict):
        return {key: merged(None, one) for key, one in said.items()}
    gone = set(said.get("tanpa", []))
    kept = {key: one for key, one in base.items() if key not in gone}
    for key, one in said.items():
        if key != "tanpa":
            kept[key] = merged(kept.get(key), one)
    return kept


def _list(base: list[Data], said: Data) -> list[Data]:
    ids = all(isinstance(one, dict) and "id" in one for one in base)
    changes = said.get("ganti", {} if ids else [])
    pairs = changes.items() if ids else [(json.dumps(one["dari"]), one) for one in changes]
    edits: dict[str, Data] = dict(pairs)
    gone = {_name(one, ids) if not ids else one for one in said.get("tanpa", [])}
    # Each item as a nest: what stands before it, itself, what stands behind it; a placed one hangs in another's.
    nests: dict[str, Data] = {}
    for one in base:
        name = _name(one, ids)
        over = edits.get(name, {})
        value = one if not over else _changed(one, over, ids)
        nests[name] = {"before": [], "own": [] if name in gone else [value], "behind": [], "at": _place(over, ids)}
    for one in said.get("tambah", []):
        boxed = isinstance(one, dict) and "butir" in one
        value = one["butir"] if boxed else {k: v for k, v in one.items() if k not in PLACES} if ids else one
        place = _place(one, ids) if ids or boxed else None
        nests[_name(value, ids)] = {"before": [], "own": [value], "behind": [], "at": place, "added": True}
    for first in (True, False):  # added ones stand nearer to what they are at than moved ones
        for nest in nests.values():
            if nest["at"] and bool(nest.get("added")) is first:
                kind, anchor = nest["at"]
                nests[anchor]["before" if kind == "sebelum" else "behind"].append(nest)
    return [one for nest in nests.values() if not nest["at"] for one in _flat(nest)]


PLACES = ("sesudah", "sebelum")


def _name(one: Data, ids: bool) -> str:
    return str(one["id"]) if ids else json.dumps(one)


def _changed(one: Data, over: Data, ids: bool) -> Data:
    if not ids:
        return over.get("menjadi", one)
    return merged(one, {key: value for key, value in over.items() if key not in PLACES})


def _place(over: Data, ids: bool) -> tuple[str, str] | None:
    found = [(key, over[key]) for key in PLACES if key in over]
    return (found[0][0], found[0][1] if ids else json.dumps(found[0][1])) if found else None


def _flat(nest: Data) -> list[Data]:
    before = [one for inner in nest["before"] for one in _flat(inner)]
    return [*before, *nest["own"], *(one for inner in nest["behind"] for one in _flat(inner))]
