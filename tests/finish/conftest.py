"""What the tests of forms share: the blank task orders, and those with fields."""

from pathlib import Path

import pytest

from sopgen.jobs.forms import blank_orders, with_fields
from sopgen.jobs.work import Work
from sopgen.read.load import Edition

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="session")
def plain(edition: Edition) -> dict[str, bytes]:
    return dict(blank_orders(Work(edition, TEMPLATES)))


@pytest.fixture(scope="session")
def made(edition: Edition) -> dict[str, bytes]:
    work = Work(edition, TEMPLATES)
    return dict(with_fields(blank_orders(work), day=work.day))
