import math

import pytest

from sopgen.model.time import Span, written_span

HOUR, DAY, LONG_DAY = 60, 360, 1440
WRITTEN = {
    "15 menit": (15, 15),
    "1,5 jam": (1.5 * HOUR, 1.5 * HOUR),
    "1 (satu) Jam": (HOUR, HOUR),
    "1 jam 30 menit": (90, 90),
    "5 hari kerja": (5 * DAY, 5 * LONG_DAY),
    "1\u20133 hari": (DAY, 3 * LONG_DAY),
    "1 - 3 hari": (DAY, 3 * LONG_DAY),
    "1 s.d. 3 hari": (DAY, 3 * LONG_DAY),
    "30 menit s/d 1 jam": (30, HOUR),
    "2 sampai dengan 4 jam": (2 * HOUR, 4 * HOUR),
    "120 Menit / 3 Hari": (120, 3 * LONG_DAY),
    "1 jam atau 2 jam": (HOUR, 2 * HOUR),
    "15 menit/berkas": (15, math.inf),
    "10 menit per orang": (10, math.inf),
    "maks. 3 hari": (0, 3 * LONG_DAY),
    "paling lama 2 jam": (0, 2 * HOUR),
    "minimal 1 jam": (HOUR, math.inf),
    "± 30 menit": (15, 45),
    "90 mnt": (90, 90),
    "2 x 24 jam": (48 * HOUR, 48 * HOUR),
    "1x24 jam": (24 * HOUR, 24 * HOUR),
    "1/2 jam": (30, 30),
    "1\u00bd jam": (90, 90),
    "1 1/2 hari": (1.5 * DAY, 1.5 * LONG_DAY),
}
NONE = ["tentatif", "Sesuai jadwal", "", "-", "3", "jam", "hari ini", "3 hari tentatif", "2 kali", "0 menit"]


@pytest.mark.parametrize(("text", "span"), WRITTEN.items())
def test_a_written_time_says_its_least_and_its_most_minutes(text: str, span: tuple[float, float]) -> None:
    assert written_span(text) == Span(*span)


@pytest.mark.parametrize("text", NONE)
def test_what_names_no_length_has_no_value(text: str) -> None:
    assert written_span(text) is None
