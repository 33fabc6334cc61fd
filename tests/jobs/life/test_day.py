"""What day it is at a unit, whatever the computer's zone is."""

from datetime import UTC, datetime

import pytest
from tests.lint.edits import UNIT

from sopgen.jobs.life.day import local_time
from sopgen.model.unit import Unit


@pytest.mark.parametrize(("zone", "hour"), [("WIB", 3), ("WITA", 4), ("WIT", 5)])
def test_a_unit_s_day_begins_in_its_own_zone(zone: str, hour: int) -> None:
    unit = Unit.model_validate({**UNIT, "zona_waktu": zone})
    moment = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
    assert (2026, 11, 27, hour) == local_time(moment, unit).timetuple()[:4]
