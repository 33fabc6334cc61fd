"""What the parts of an SOP are called, and how their values read, by the spec's keys (the words are Indonesian)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sopgen.errors import Loc
from sopgen.model.base import Model, long_date
from sopgen.model.flow import Step, numbers, symbol_rows
from sopgen.model.identity import WordedDate, WordedText
from sopgen.model.quality import Duration
from sopgen.model.sop import Section, Sop

TOP: Final = {
    "id": "Kode SOP",
    "edisi": "Edisi",
    "judul": "Judul SOP",
    "contoh": "Tanda contoh",
    "bentuk_kepala": "Bentuk kepala",
    "berlambang": "Lambang",
    "judul_naskah": "Judul naskah",
    "bab": "Bab",
    "penomoran": "Tata letak: penomoran",
    "kata_sambung": "Tata letak: kata sambung",
    "keputusan": "Keputusan",
    "sampul": "Sampul",
    "identitas": "Identitas",
    "dasar_hukum": "Dasar hukum",
    "kualifikasi_pelaksana": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan pendataan",
    "bagian": "Bagian",
    "daftar_isi": "Daftar isi",
    "penjelasan": "Penjelasan",
    "paraf": "Paraf",
    "tata_letak": "Tata letak: bentuk tabel alur",
    "isi_simbol": "Tata letak: isi simbol",
    "halaman": "Tata letak: halaman",
    "kepala_tabel": "Kepala tabel",
    "kolom_tambahan": "Kolom tambahan",
    "pelaksana": "Pelaksana",
    "kegiatan": "Kegiatan",
}
# Keys that do not read well as they are; the empty ones go without saying.
INNER: Final = {
    "isi": "",
    "nilai": "",
    "nomor_sop": "nomor SOP",
    "nama_sop": "nama SOP",
    "nrp": "NRP",
    "label": "nama",
    "lebar": "lebar kolom",
    "ke": "langkah berikutnya",
    "sumber": "sumber alur",
    "rujukan": "rujukan SOP",
    "sebaris": "sebaris dengan langkah sebelumnya",
    "induk": "judul sublangkah",
    "bersama": "sel bersama baris di atasnya",
    "tambahan": "kolom tambahan",
}


def _step_name(steps: tuple[Step, ...], place: int) -> str:
    """Return the number of a step's row; of several in one row the second and those on say which they are."""
    row = next(row for row in symbol_rows(steps) if place in row.steps)
    before = row.steps.index(place)
    return f"langkah {row.number}" + (f", simbol ke-{before + 1}" if before else "")


ITEMS: Final[dict[str, Callable[[Any, int], str]]] = {
    "kegiatan": lambda activities, place: f"Kegiatan {activities[place].id}",
    "pelaksana": lambda lanes, place: f"Pelaksana {lanes[place].label}",
    "kolom_tambahan": lambda columns, place: f"Kolom {columns[place].judul}",
    "alur": _step_name,
    "bab": lambda chapters, place: f"Bab {chapters[place].judul}",
}


def at(sop: Sop, loc: Loc) -> Any:
    """Return what stands at a place of an edition, None where there is nothing."""
    value: Any = sop
    for part in loc:
        if isinstance(part, int):
            value = value[part] if isinstance(value, tuple) and part < len(value) else None
        else:
            value = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
    return value


def part_name(loc: Loc, sop: Sop) -> str:
    """Return what a user calls the place: `Kegiatan B, langkah 4, uraian`."""
    names: list[str] = []
    for n, part in enumerate(loc):
        if n == 0:
            names.append(TOP.get(str(part), _spoken(str(part)).capitalize()))
        elif isinstance(part, str):
            names.append(f'"{part}"' if loc[n - 1] == "cabang" else _spoken(part))
        elif loc[n - 1] in ITEMS:
            names[-1] = ITEMS[str(loc[n - 1])](at(sop, loc[:n]), part)
        else:
            names.append(f"{'baris' if loc[0] == 'sampul' else 'butir'} {part + 1}")
    return ", ".join(filter(None, names))


def _spoken(key: str) -> str:
    return INNER.get(key, key.replace("_", " "))


def value_lines(value: object, loc: Loc, sop: Sop) -> tuple[str, ...]:
    """Return a value as it reads, line by line; ids of roles and steps by the names that the edition gives them."""
    if value in (None, "", ()):
        return ()
    if isinstance(value, Model):
        return tuple(_record_lines(value, loc, sop))
    if isinstance(value, Mapping):
        named = ((key, value_lines(item, (*loc, key), sop)) for key, item in value.items())
        return tuple(f"{key}: {', '.join(lines)}" for key, lines in named)
    if isinstance(value, tuple):
        if any(isinstance(item, Model) for item in value):
            items = (_inline(item, (*loc, n), sop) for n, item in enumerate(value))
            return tuple(f"{n}. {line}" for n, line in enumerate(items, 1))
        parts = [_words(item, loc, sop) for item in value]
        return (", ".join(parts),) if loc[-1] in REFERENCES else tuple(parts)
    return (_words(value, loc, sop),)


def _words(value: object, loc: Loc, sop: Sop) -> str:
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, StrEnum):
        return value.replace("_", " ")
    if isinstance(value, float):
        return f"{value:g} mm".replace(".", ",")
    key = next((part for part in reversed(loc[-2:]) if part in REFERENCES), None)
    return REFERENCES[str(key)](str(value), loc, sop) if key and len(loc) > 2 else str(value)


def _lane(value: str, _: Loc, sop: Sop) -> str:
    return next((lane.label for lane in sop.pelaksana if lane.id == value), value)


def _step(value: str, loc: Loc, sop: Sop) -> str:
    steps: tuple[Step, ...] = at(sop, loc[:3]) or ()
    found = next(((n, step) for n, step in zip(numbers(steps), steps, strict=True) if step.id == value), None)
    if found is None:
        return value
    return f"langkah {found[0]} ({found[1].uraian})" if found[1].uraian else f"langkah {found[0]}"


# Keys whose values name a role, or a step of the same activity.
REFERENCES: Final[dict[str | int, Callable[[str, Loc, Sop], str]]] = {
    "pelaksana": _lane,
    "ke": _step,
    "cabang": _step,
    "bersama": lambda value, *_: value.replace("_", " "),
}


def title(value: object, loc: Loc, sop: Sop) -> str:
    """Return the one line by which a reader knows an item of a list."""
    named = next((getattr(value, key) for key in ("judul", "label", "uraian") if hasattr(value, key)), "")
    return named or next(iter(value_lines(value, loc, sop)), "")


def _record_lines(record: Model, loc: Loc, sop: Sop) -> Iterator[str]:
    if isinstance(record, Section):
        yield record.judul
        yield from (f"- {item}" for item in record.isi)
    elif isinstance(record, WordedDate | Duration):
        yield from filter(None, [record.printed])
    elif isinstance(record, WordedText):
        yield record.nilai
    else:
        for name, lines in _entries(record, loc, sop):
            if len(lines) == 1:
                yield f"{name}: {lines[0]}"
            else:
                yield f"{name}:"
                # Numbered items have their mark already.
                yield from (line if line[:1].isdigit() else f"- {line}" for line in lines)


def _inline(record: Model, loc: Loc, sop: Sop) -> str:
    return "; ".join(f"{name}: {', '.join(lines)}" for name, lines in _entries(record, loc, sop))


def _entries(record: Model, loc: Loc, sop: Sop) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield name and lines of each key that says something beyond its default."""
    for key, field in type(record).model_fields.items():
        value = getattr(record, key)
        if key == "id" or value == field.default:
            continue
        if isinstance(value, Section):
            yield value.judul.rstrip(" :"), value.isi
        elif isinstance(value, Model) and not isinstance(value, WordedDate | Duration | WordedText):
            yield from _entries(value, (*loc, key), sop)
        elif lines := value_lines(value, (*loc, key), sop):
            yield (_spoken(key) or key).capitalize(), lines
