"""Tables of old files, whatever program wrote them: heads, rows, who does a step where no symbol says so."""

from collections.abc import Sequence

from sopgen.model.flow import Symbol
from sopgen.read.old.areas import Area
from sopgen.read.old.found import FoundActivity, OldSop
from sopgen.read.old.from_tables import sop_of
from sopgen.read.old.shapes.figures import DrawnLine, Figure, Sketch
from sopgen.read.old.tables.grid import CellText, OldCell, OldTable

WIDE, TALL = 60.0, 40.0
HEAD = ("No", "Kegiatan", "Ketua", "Anggota", "Kelengkapan", "Waktu", "Output", "Ket")


def table(*rows: Sequence[str], drawing: Sketch | None = None, name: str = "Alur") -> OldTable:
    """Return a table of cells of one size; a text over several lines has a paragraph a line."""
    cells = tuple(
        OldCell(n, k, tuple(CellText(line) for line in text.split("\n")), f"{name}!{chr(65 + k)}{n + 1}")
        for n, texts in enumerate(rows)
        for k, text in enumerate(texts)
        if text
    )
    columns = tuple(n * WIDE for n in range(max(map(len, rows)) + 1))
    return OldTable(name, columns, tuple(n * TALL for n in range(len(rows) + 1)), cells, drawing or Sketch())


def symbol(row: int, column: int, kind: Symbol = Symbol.PROCESS, text: str = "") -> Figure:
    area = Area(column * WIDE + 10, row * TALL + 10, column * WIDE + 50, row * TALL + 30)
    return Figure(f"{row}.{column}", area, kind, text)


def line(source: Figure, target: Figure) -> DrawnLine:
    return DrawnLine((source.area.middle, target.area.middle), (False, True), (source.key, target.key))


def flow(found: OldSop) -> FoundActivity:
    (activity,) = found.activities
    return activity


def told(activity: FoundActivity) -> list[tuple[str, list[str]]]:
    return [(step.text.text, [activity.lanes[place].text for place in step.roles]) for step in activity.steps]


def test_marks_in_the_columns_of_lanes_say_who_does_a_step() -> None:
    rows = ("1", "Menyusun", "", "x", "", "1 jam", "Konsep"), ("2", "Menandatangani", "v", "v", "", "1 jam", "Surat")
    activity = flow(sop_of([table(HEAD, *rows)]))
    assert told(activity) == [("Menyusun", ["Anggota"]), ("Menandatangani", ["Ketua", "Anggota"])]
    assert [step.doubt for step in activity.steps] == ["", ""]
    assert activity.doubt == "no line leads from step to step"


def test_names_in_one_column_are_the_lanes() -> None:
    head = ("No", "Uraian Kegiatan", "Pelaksana", "Persyaratan", "Waktu", "Hasil")
    rows = ("1", "Menyusun", "Staf", "", "15 menit", "Konsep"), ("2", "Memeriksa", "Kasi\nStaf", "", "1 jam", "Paraf")
    activity = flow(sop_of([table(head, *rows)]))
    assert told(activity) == [("Menyusun", ["Staf"]), ("Memeriksa", ["Kasi", "Staf"])]
    assert [lane.text for lane in activity.lanes] == ["Staf", "Kasi"]


def test_a_unit_of_time_in_a_column_of_its_own_belongs_to_the_time() -> None:
    head = ("No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Satuan", "Output")
    activity = flow(sop_of([table(head, ("1", "Menyusun", "Staf", "", "15", "menit", "Konsep"))]))
    assert [step.time.text for step in activity.steps if step.time] == ["15 menit"]


def test_further_columns_come_with_their_heads() -> None:
    found = sop_of([table((*HEAD, "Risiko"), ("1", "Menyusun", "x", "", "", "1 jam", "Surat", "", "Salah ketik"))])
    assert [one.text for one in found.further] == ["Risiko"]
    assert [[one.text for one in items] for items in flow(found).steps[0].more] == [["Salah ketik"]]


def test_a_column_without_a_head_is_not_lost() -> None:
    rows = ("1", "Menyusun", "x", "", "", "1 jam", "Surat", "", "dicoret"), ("2", "Menyimpan", "x")
    found = sop_of([table(HEAD, *rows)])
    assert ("dicoret", "Alur!I2") in [(one.text, one.spot.name) for one in found.unplaced]


def test_several_lines_out_of_what_is_no_decision_are_doubted() -> None:
    symbols = [symbol(n, 2 + n % 2, kind) for n, kind in enumerate((Symbol.START, Symbol.PROCESS, Symbol.START), 1)]
    lines = [line(symbols[0], symbols[1]), line(symbols[0], symbols[2]), line(symbols[1], symbols[2])]
    rows = [(str(n), f"Kerja {n}") for n in (1, 2, 3)]
    first = flow(sop_of([table(HEAD, *rows, drawing=Sketch(symbols, lines))])).steps[0]
    assert [one.to for one in first.exits] == [1, 2]
    assert first.doubt == "several lines lead on from this step, which is no decision"


def test_words_in_a_symbol_that_the_row_does_not_say_are_not_lost() -> None:
    symbols = [
        symbol(1, 2, Symbol.START, "Mulai"),
        symbol(2, 3, Symbol.PROCESS, "paraf di sini"),
        symbol(3, 3, text="3"),
    ]
    rows = [(str(n), f"Kerja {n}") for n in (1, 2, 3)]
    drawing = Sketch(symbols, [line(symbols[0], symbols[1]), line(symbols[1], symbols[2])])
    assert [one.text for one in sop_of([table(HEAD, *rows, drawing=drawing)]).unplaced] == ["paraf di sini"]


def test_words_typed_into_a_lane_stand_at_the_line_beside_them() -> None:
    first, asked, last = symbol(1, 3, Symbol.START), symbol(2, 2, Symbol.DECISION), symbol(3, 3, Symbol.START)
    lines = [line(first, asked), line(asked, last), line(asked, first)]
    rows = ("1", "Mulai"), ("2", "Lengkap?", "", "Tidak"), ("3", "Selesai", "Ya")
    found = sop_of([table(HEAD, *rows, drawing=Sketch([first, asked, last], lines))])
    assert [(one.to, one.label) for one in flow(found).steps[1].exits] == [(2, "Ya"), (0, "Tidak")]
    assert [step.symbol for step in flow(found).steps] == [Symbol.START, Symbol.DECISION, Symbol.END]


def test_other_words_typed_into_a_lane_are_not_lost() -> None:
    first, last = symbol(1, 3, Symbol.START), symbol(2, 3, Symbol.START)
    rows = ("1", "Mulai", "hanya hari kerja"), ("2", "Selesai")
    found = sop_of([table(HEAD, *rows, drawing=Sketch([first, last], [line(first, last)]))])
    assert "hanya hari kerja" in [one.text for one in found.unplaced]


def test_lines_go_on_over_connectors_of_one_letter() -> None:
    first, out = symbol(1, 2, Symbol.START), symbol(2, 2, Symbol.CONNECTOR, "A")
    into, last = symbol(1, 3, Symbol.CONNECTOR, "A"), symbol(2, 3, Symbol.START)
    pages = (
        table(HEAD, ("1", "Mulai"), ("",), drawing=Sketch([first, out], [line(first, out)])),
        table(HEAD, ("",), ("2", "Selesai"), drawing=Sketch([into, last], [line(into, last)])),
    )
    activity = flow(sop_of(pages))
    assert [step.symbol for step in activity.steps] == [Symbol.START, Symbol.END]
    assert [(step.exits, step.doubt) for step in activity.steps] == [((), ""), ((), "")]


def test_a_connector_without_its_other_end_is_told() -> None:
    first, out = symbol(1, 2, Symbol.START), symbol(1, 3, Symbol.CONNECTOR, "B")
    last = symbol(2, 2, Symbol.START)
    drawing = Sketch([first, out, last], [line(first, out)])
    found = sop_of([table(HEAD, ("1", "Mulai"), ("2", "Selesai"), drawing=drawing)])
    assert ("B", "a connector without its other end") in [(one.text, one.doubt) for one in found.unplaced]


def test_each_sheet_with_rows_from_one_on_is_an_activity() -> None:
    rows = ("1", "Menyusun", "x"), ("2", "Memeriksa", "", "x")
    found = sop_of([table(HEAD, *rows, name="Surat Masuk"), table(HEAD, *rows, name="Surat Keluar")])
    doubt = "no title stands above this flow"
    titles = [(one.title.text, one.title.doubt) for one in found.activities]
    assert titles == [("Surat Masuk", doubt), ("Surat Keluar", doubt)]


def test_a_picture_of_a_flow_is_told() -> None:
    drawing = Sketch(strange=["Picture 3"])
    found = sop_of([table(HEAD, ("1", "Menyusun"), ("2", "Memeriksa"), drawing=drawing)])
    assert "the flow is not drawn with shapes: who does which step?" in [one.doubt for one in found.unplaced]
    assert [step.doubt for step in flow(found).steps] == ["no symbol stands in this row"] * 2


def test_sub_steps_stand_under_the_row_above_them() -> None:
    rows = ("1", "Menerima", "x"), ("2", "Memproses:"), ("2a", "Memeriksa", "x"), ("2b", "Mencatat", "", "x")
    symbols = [symbol(n, 2) for n in (1, 3, 4)]
    lines = [line(symbols[0], symbols[1]), line(symbols[1], symbols[2])]
    bare = [row[:2] for row in rows]
    steps = flow(sop_of([table(HEAD, *bare, drawing=Sketch(symbols, lines))])).steps
    assert [(step.parent.text if step.parent else "", step.below) for step in steps] == [
        ("", False),
        ("Memproses:", False),
        ("", True),
    ]


def test_more_lines_than_a_flow_has_are_not_followed_but_told() -> None:
    first, last = symbol(1, 2, Symbol.START), symbol(2, 3, Symbol.START)
    drawing = Sketch([first, last], [line(first, last)] * 1_001)
    found = sop_of([table(HEAD, ("1", "Mulai"), ("2", "Selesai"), drawing=drawing)])
    assert "more lines than a flow has: they were not read" in [one.doubt for one in found.unplaced]
    assert flow(found).doubt == "no line leads from step to step"


def test_a_chart_in_a_cell_has_its_lanes_in_the_row_above() -> None:
    words = ("Mendaftar", "Lengkap?", "Menyimpan")
    kinds = (Symbol.START, Symbol.DECISION, Symbol.START)
    symbols = [
        Figure(str(n), Area(70 + n * 60, 45 + n * 30, 110 + n * 60, 65 + n * 30), kind, text)
        for n, (kind, text) in enumerate(zip(kinds, words, strict=True))
    ]
    cells = (
        OldCell(0, 0, (CellText("Bagan alir"),), "A1", down=2),
        *(OldCell(0, n, (CellText(name),), f"{n}") for n, name in enumerate(("Pasien", "Petugas", "Arsip"), 1)),
        OldCell(1, 1, (), "B2", across=3),
        OldCell(2, 0, (CellText("Unit terkait"),), "A3"),
    )
    lines = [line(symbols[0], symbols[1]), line(symbols[1], symbols[2]), line(symbols[1], symbols[0])]
    words_at = [
        Figure("", Area(200, 95, 215, 102), None, "Ya"),
        Figure("", Area(110, 55, 125, 62), None, "Tidak"),
    ]
    edges = (0.0, 60.0, 120.0, 180.0, 240.0)
    grid = OldTable("tabel", edges, (0.0, 40.0, 160.0, 200.0), cells, Sketch([*symbols, *words_at], lines))
    found = sop_of([grid])
    lanes = ("Pasien", "Petugas", "Arsip")
    assert told(flow(found)) == [(text, [lane]) for text, lane in zip(words, lanes, strict=True)]
    assert [(one.to, one.label) for one in flow(found).steps[1].exits] == [(2, "Ya"), (0, "Tidak")]
    assert [one.text for one in found.unplaced] == ["Unit terkait", "Bagan alir"]


def test_boxes_of_one_form_are_told_and_a_decision_is_known_by_its_words() -> None:
    symbols = [symbol(n, 2 + n % 2) for n in range(1, 5)]
    lines = [line(a, b) for a, b in ((symbols[0], symbols[1]), (symbols[1], symbols[2]), (symbols[2], symbols[3]))]
    lines.append(line(symbols[1], symbols[0]))
    words = [Figure("", Area(160, 125, 175, 132), None, "Ya"), Figure("", Area(165, 70, 180, 78), None, "Tidak")]
    rows = [(str(n), f"Kerja {n}") for n in range(1, 5)]
    activity = flow(sop_of([table(HEAD, *rows, drawing=Sketch([*symbols, *words], lines))]))
    assert activity.doubt == "all symbols are of one form: was it lost when the file was saved?"
    doubt = "words stand at the lines out of it, but it is drawn as a process"
    assert [(step.symbol, step.doubt) for step in activity.steps][1] == (Symbol.DECISION, doubt)
