"""How much of an SOP came back: its leaves, place by place."""

from collections.abc import Iterator

# What no old file says: names of the program's own, and how it is printed.
NOT_SAID = {"id", "edisi", "sebagaimana_terbit", "judul", "status", "tata_letak", "isi_simbol", "halaman"}


def leaves(value: object, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each text of a spec with its place."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*loc, key))
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from leaves(one, (*loc, n))
    elif value not in (None, ""):
        yield loc, str(value)


def missed(truth: object, found: object) -> tuple[int, dict[tuple[str | int, ...], tuple[str, str | None]]]:
    """Return how many texts the truth has, and those that were not found, or found otherwise."""
    wanted = {loc: text for loc, text in leaves(truth) if loc[0] not in NOT_SAID}
    got = dict(leaves(found))
    return len(wanted), {loc: (text, got.get(loc)) for loc, text in wanted.items() if got.get(loc) != text}
