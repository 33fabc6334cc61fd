from pathlib import Path

import pytest

from sopgen.read.schema import schemas

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_written_schemas_are_those_of_the_model(name: str) -> None:
    assert schemas()[name] == (ROOT / "spec" / "skema" / name).read_text("utf-8"), "run `sopgen schema`"


def test_every_shipped_spec_names_its_schema() -> None:
    for path in (ROOT / "spec").rglob("*.yaml"):
        first = path.read_text("utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve().is_file(), path
