"""What the tests of forms share: the blank task orders, and those with fields."""

from pathlib import Path

import pytest

from sopgen.build import Work, fillable_forms, forms
from sopgen.read.load import Edition

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="session")
def plain(edition: Edition) -> dict[str, bytes]:
    return dict(forms(Work(edition, TEMPLATES)))


@pytest.fixture(scope="session")
def made(edition: Edition) -> dict[str, bytes]:
    return dict(fillable_forms(Work(edition, TEMPLATES)))
