"""A5: words that YAML would lose are named with their line before anybody approves."""

from pathlib import Path

from tests.journeys.desk import REVIEWER, SPEC, done, edit, own_sop, refused

LIST = "peralatan: {judul: Peralatan, isi: [Kamera]}"


def write(items: str) -> int:
    """Write a list as an admin types it; return the line of its second item."""
    text = Path(SPEC).read_text("utf-8")
    at = text[: text.index(LIST)].count("\n")
    edit(SPEC, LIST, f"peralatan:\n  judul: Peralatan\n  isi:\n{items}")
    return at + 5


def test_an_item_cut_at_its_hash_is_named_and_not_approved() -> None:
    own_sop()
    line = write("    - Kamera\n    - Tenda #2 ukuran besar\n")
    told = refused("check", SPEC)
    assert f"{SPEC}:{line}:" in told
    refused("approve", SPEC, "--to", "ditinjau", "--date", "2026-03-05", *REVIEWER)
    edit(SPEC, "Tenda #2 ukuran besar", '"Tenda #2 ukuran besar"')
    done("check", SPEC)


def test_an_item_glued_to_the_one_before_is_named() -> None:
    own_sop()
    line = write("    - Kamera\n      - Tenda\n")
    told = refused("check", SPEC)
    assert f"{SPEC}:{line}:" in told or f"{SPEC}:{line - 1}:" in told
