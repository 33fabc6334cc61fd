"""What an edition that stands on a base says otherwise than that, field by field."""

from collections.abc import Mapping
from typing import Any

from sopgen.read.overlay.spec import MergedSource
from sopgen.read.source import Source


def based_on(source: Source) -> Mapping[str, object] | None:
    """Return the base's name, and what it says at each field that the edition has otherwise; None without a base.

    In a list that has more or fewer items than the base's no field is named: its places are not the same ones.
    """
    if not isinstance(source, MergedSource):
        return None
    return {"nama": source.head.dasar, "isi": dict(_other(source.data, source.base.data, ""))}


def _other(own: Any, base: Any, path: str) -> list[tuple[str, object]]:
    if isinstance(own, dict) and isinstance(base, dict):
        pairs = [(f"{path}.{key}" if path else key, own[key], base[key]) for key in own if key in base]
    elif isinstance(own, list) and isinstance(base, list) and len(own) == len(base):
        pairs = [(f"{path}[{n}]", one, other) for n, (one, other) in enumerate(zip(own, base, strict=True))]
    elif isinstance(own, dict | list) or isinstance(base, dict | list) or own == base:
        return []
    else:
        return [(path, base)]
    return [found for name, one, other in pairs for found in _other(one, other, name)]
