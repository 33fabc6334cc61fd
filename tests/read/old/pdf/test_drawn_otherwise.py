"""Flow tables as spreadsheets and word processors draw them: arrows as filled strips, heads turned, pictures."""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import typst
from PIL import Image, ImageDraw

from sopgen.model.flow import Symbol
from sopgen.read.old.found import FoundActivity, OldSop
from sopgen.read.old.pdf.reader import read_pdf

# The x of the rules between the columns, in points: number, what, three lanes, requirements, time, output, remark.
EDGES = (40, 60, 200, 260, 320, 380, 480, 540, 640, 700)
HEADS = ("No", "Uraian Kegiatan", "", "", "", "Kelengkapan", "Waktu", "Output", "Keterangan")
LANES = ("Pemohon", "Petugas Loket", "Kepala Seksi")
TOP, HEAD, ROW = 40, 40, 60


def strip(*points: tuple[float, float], thick: float = 0.6) -> str:
    """Return a line along the page's sides as a spreadsheet prints it: a strip filled black, bar by bar."""
    bars = []
    for (x, y), (u, v) in pairwise(points):
        wide, high = max(abs(u - x), thick), max(abs(v - y), thick)
        bars.append(put(min(x, u), min(y, v), f"rect(width: {wide}pt, height: {high}pt, fill: black)"))
    return "".join(bars)


def put(x: float, y: float, what: str) -> str:
    return f"#place(top + left, dx: {x}pt, dy: {y}pt, {what})\n"


def head(x: float, y: float, way: str = "down") -> str:
    """Return the head of an arrow whose tip is at this point."""
    back = {
        "up": ((-2, 4), (2, 4)),
        "down": ((-2, -4), (2, -4)),
        "left": ((4, -2), (4, 2)),
        "right": ((-4, -2), (-4, 2)),
    }[way]
    corners = ", ".join(f"({x + a}pt, {y + b}pt)" for a, b in ((0, 0), *back))
    return put(0, 0, f"polygon(fill: black, {corners})")


def frame(lane: int, row: int, form: str = "box") -> str:
    """Return a symbol in the middle of a lane and a row, as two ways filled black: its frame."""
    x, y = middle(lane, row)
    radius = ", radius: 7pt" if form == "rounded" else ""
    if form == "diamond":
        corners = f"({x}pt, {y - 10}pt), ({x + 18}pt, {y}pt), ({x}pt, {y + 10}pt), ({x - 18}pt, {y}pt)"
        return put(0, 0, f"polygon(stroke: 0.6pt, {corners})")
    return put(x - 16, y - 7, f"rect(width: 32pt, height: 14pt, stroke: 0.6pt{radius})")


def middle(lane: int, row: int) -> tuple[float, float]:
    return (EDGES[2 + lane] + EDGES[3 + lane]) / 2, TOP + HEAD + ROW * row + ROW / 2


def table(rows: Sequence[Sequence[str]], *, over: str = "Pelaksana", turned: bool = False) -> str:
    """Return the rules and words of a flow table; `over` stands above the lanes."""
    foot = TOP + HEAD + ROW * len(rows)
    lying = [TOP, *(TOP + HEAD + ROW * n for n in range(len(rows) + 1))]
    drawn = "".join(strip((EDGES[0], y), (EDGES[-1], y)) for y in lying)
    drawn += "".join(strip((x, TOP if n not in (3, 4) else TOP + 10), (x, foot)) for n, x in enumerate(EDGES))
    drawn += strip((EDGES[2], TOP + 10), (EDGES[5], TOP + 10))
    drawn += put(EDGES[2] + 4, TOP + 2, f"[{over}]")
    return drawn + names(turned=turned) + words_of(rows)


def names(*, turned: bool) -> str:
    drawn = ""
    for n, name in enumerate([*HEADS[:2], *LANES, *HEADS[5:]]):
        words = f"rotate(-90deg, reflow: true)[{name}]" if turned and 2 <= n < 5 else f"block(width: 54pt)[{name}]"
        drawn += put(EDGES[n] + 3, TOP + 12, words)
    return drawn


def words_of(rows: Sequence[Sequence[str]]) -> str:
    drawn = ""
    for n, row in enumerate(rows):
        for m, words in zip((0, 1, 5, 6, 7, 8), row, strict=False):
            width = EDGES[m + 1] - EDGES[m] - 6
            drawn += put(EDGES[m] + 3, TOP + HEAD + ROW * n + 4, f"block(width: {width}pt)[{words}]")
    return drawn


def read(folder: Path, *pages: str) -> OldSop:
    before = '#set page(width: 740pt, height: 420pt, margin: 0pt)\n#set text(7pt, font: "Arimo")\n'
    source = folder / "lama.typ"
    source.write_text(before + "\n#pagebreak()\n".join(pages), "utf-8")
    path = folder / "lama.pdf"
    path.write_bytes(typst.compile(source))
    return read_pdf(path)


def only(old: OldSop) -> FoundActivity:
    (activity,) = old.activities
    return activity


FRONT = """#set table(inset: 3pt)
#table(columns: (160pt, 90pt, 220pt), rows: (14pt, 14pt, 50pt, 30pt),
  table.cell(rowspan: 4)[DINAS CONTOH #v(10pt) SEKSI CONTOH],
  [Nomor SOP], [SOP/1/2025], [Tanggal Efektif], [2 Juni 2025],
  [Disahkan Oleh], [Kepala Dinas #v(14pt) Pejabat Contoh], [Nama SOP], [#v(9pt) Pelayanan Contoh])
#place(top + left, dx: 254pt, dy: 80pt)[NIP. 19660101 198801 1 001]
"""
ROWS = (
    ("1", "Menyerahkan berkas", "Berkas", "5 menit", "Berkas diterima", ""),
    ("2", "Berkas lengkap?", "Berkas", "10", "Lembar periksa", ""),
    ("3", "Menandatangani surat", "Konsep surat", "1 hari", "Surat", "Arsip"),
)


def drawn_flow() -> str:
    (x0, y0), (x1, y1), (x2, y2) = middle(0, 0), middle(1, 1), middle(2, 2)
    return (
        frame(0, 0, "rounded")
        + frame(1, 1, "diamond")
        + frame(2, 2, "rounded")
        + strip((x0 + 16, y0), (x1, y0), (x1, y1 - 14))
        + head(x1, y1 - 10)
        + strip((x1 + 18, y1), (x2, y1), (x2, y2 - 11))
        + head(x2, y2 - 7)
        + put(x1 + 22, y1 - 9, "[Y]")
        + strip((x1 - 18, y1), (x0, y1), (x0, y0 + 11))
        + head(x0, y0 + 7, "up")
        + put(x1 - 30, y1 - 9, "[T]")
    )


def test_a_number_that_slipped_into_the_row_below_is_no_part_of_the_name(tmp_path: Path) -> None:
    texts = read(tmp_path, FRONT).texts
    assert texts["identitas.nama_sop.nilai"].text == "Pelayanan Contoh"
    assert texts["identitas.pengesah.nama"].text == "Pejabat Contoh"
    number = texts["identitas.pengesah.nrp"]
    assert (number.text, number.doubt) == ("196601011988011001", "it stands in another row than the name")


def test_strips_and_small_triangles_are_arrows(tmp_path: Path) -> None:
    activity = only(read(tmp_path, table(ROWS) + drawn_flow()))
    assert [one.text for one in activity.lanes] == [*LANES]
    assert [(one.symbol, one.roles) for one in activity.steps] == [
        (Symbol.START, (0,)),
        (Symbol.DECISION, (1,)),
        (Symbol.END, (2,)),
    ]
    assert [(one.to, one.label, one.doubt) for one in activity.steps[1].exits] == [(0, "T", ""), (2, "Y", "")]
    assert not [one.doubt for one in activity.steps if one.doubt]


def test_a_time_without_a_unit_is_doubted_and_nothing_else(tmp_path: Path) -> None:
    times = [one.time for one in only(read(tmp_path, table(ROWS) + drawn_flow())).steps]
    assert [one.text for one in times if one and one.doubt] == ["10"]


def test_lanes_are_where_the_standard_begins_whatever_stands_above_them(tmp_path: Path) -> None:
    activity = only(read(tmp_path, table(ROWS, over="Kelengkapan") + drawn_flow()))
    assert [one.text for one in activity.lanes] == [*LANES]


def test_heads_that_are_turned_are_read_upwards(tmp_path: Path) -> None:
    activity = only(read(tmp_path, table(ROWS, turned=True).replace("Petugas Loket", "Loket") + drawn_flow()))
    assert [one.text for one in activity.lanes] == ["Pemohon", "Loket", "Kepala Seksi"]


def test_two_symbols_with_an_arrow_are_two_steps_of_one_row(tmp_path: Path) -> None:
    (x0, y0), (x1, _) = middle(0, 0), middle(1, 0)
    pair = frame(0, 0) + frame(1, 0) + strip((x0 + 16, y0), (x1 - 20, y0)) + head(x1 - 16, y0, "right")
    activity = only(read(tmp_path, table(ROWS[:1]) + pair))
    assert [(one.roles, one.in_row, one.doubt) for one in activity.steps] == [((0,), False, ""), ((1,), True, "")]


def test_two_symbols_of_one_lane_in_one_row_are_steps_of_their_own_with_a_doubt(tmp_path: Path) -> None:
    x, y = middle(0, 0)
    begin = put(x - 16, y - 26, "rect(width: 32pt, height: 12pt, radius: 6pt, stroke: 0.6pt)")
    below = put(x - 16, y + 8, "rect(width: 32pt, height: 12pt, stroke: 0.6pt)")
    pair = begin + below + strip((x, y - 14), (x, y + 4)) + head(x, y + 8)
    steps = only(read(tmp_path, table(ROWS[:1]) + pair)).steps
    assert [(one.symbol, one.in_row) for one in steps] == [(Symbol.START, False), (Symbol.PROCESS, False)]
    assert ["second symbol" in one.doubt for one in steps] == [False, True]


def test_two_symbols_without_an_arrow_are_one_step_with_a_doubt(tmp_path: Path) -> None:
    (step,) = only(read(tmp_path, table(ROWS[:1]) + frame(0, 0) + frame(2, 0))).steps
    assert step.roles == (0, 2)
    assert "several symbols" in step.doubt


def test_a_symbol_between_two_rows_is_doubted(tmp_path: Path) -> None:
    x, y = middle(0, 0)
    between = put(x - 16, y + ROW / 2 - 9, "rect(width: 32pt, height: 14pt, stroke: 0.6pt)")
    steps = only(read(tmp_path, table(ROWS[:2]) + between + frame(1, 1))).steps
    assert ["between two rows" in one.doubt for one in steps] == [True, False]


def test_a_row_without_a_symbol_is_doubted(tmp_path: Path) -> None:
    steps = only(read(tmp_path, table(ROWS[:2]) + frame(0, 0))).steps
    assert ["no symbol" in one.doubt for one in steps] == [False, True]


def test_a_flow_goes_on_at_the_nameless_connector_of_the_next_page(tmp_path: Path) -> None:
    (x, y), below = middle(1, 0), TOP + HEAD + ROW + 14
    pentagon = "polygon(stroke: 0.6pt, (0pt, 0pt), (14pt, 0pt), (14pt, 8pt), (7pt, 12pt), (0pt, 8pt))"
    first = table(ROWS[:1]) + frame(1, 0) + put(x - 7, below, pentagon) + strip((x, y + 7), (x, below - 4))
    first += head(x, below)
    second = "".join(strip((EDGES[0], TOP + HEAD + ROW * n), (EDGES[-1], TOP + HEAD + ROW * n)) for n in (0, 1))
    second += "".join(strip((one, TOP + HEAD), (one, TOP + HEAD + ROW)) for one in EDGES) + words_of(ROWS[1:2])
    second += put(x - 7, TOP + HEAD - 20, pentagon) + strip((x, TOP + HEAD - 8), (x, y - 11)) + frame(1, 0, "rounded")
    steps = only(read(tmp_path, first, second + head(x, y - 7))).steps
    assert [one.exits for one in steps] == [(), ()]
    assert [one.doubt for one in steps] == ["", ""]


def test_a_page_whose_rows_begin_with_1_again_is_another_flow_with_its_own_lanes(tmp_path: Path) -> None:
    first = put(60, 24, "[Pengajuan biasa]") + table(ROWS) + drawn_flow()
    second = put(60, 24, "[Pengajuan mendesak]") + table(ROWS).replace("Petugas Loket", "Ajudan") + drawn_flow()
    activities = read(tmp_path, first, second).activities
    assert [one.title.text for one in activities] == ["Pengajuan biasa", "Pengajuan mendesak"]
    assert [one.lanes[1].text for one in activities] == ["Petugas Loket", "Ajudan"]
    assert [len(one.steps) for one in activities] == [3, 3]


def test_symbols_in_a_picture_are_found_and_doubted_as_a_whole(tmp_path: Path) -> None:
    image = Image.new("RGB", (360, 240), "white")
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((20, 40, 90, 80), 20, outline="black", width=3)
    pen.rectangle((140, 160, 220, 200), outline="black", width=3)
    picture = BytesIO()
    image.save(picture, "PNG")
    (tmp_path / "alur.png").write_bytes(picture.getvalue())
    shown = put(EDGES[2], TOP + HEAD, 'image("alur.png", width: 180pt, height: 120pt)')
    activity = only(read(tmp_path, shown + table(ROWS[:2])))
    assert [(one.symbol, one.roles) for one in activity.steps] == [(Symbol.START, (0,)), (Symbol.PROCESS, (1,))]
    assert "in a picture" in activity.doubt


def named(row: str, *, key: str) -> str:
    """Return the flow table with the head of its requirements called otherwise, below one of the whole standard."""
    words = table(ROWS).replace("[Kelengkapan]", f"[{key}]")
    return words + strip((EDGES[5], TOP + 10), (EDGES[8], TOP + 10)) + put(EDGES[5] + 4, TOP + 2, f"[{row}]")


def test_sources_of_data_are_requirements(tmp_path: Path) -> None:
    activity = only(read(tmp_path, named("Mutu Baku", key="Sumber Data") + drawn_flow()))
    assert [lane.text for lane in activity.lanes] == list(LANES)
    assert [one.text for one in activity.steps[0].materials] == ["Berkas"]
    assert not activity.doubt


def test_no_column_below_the_head_of_the_standard_is_a_lane(tmp_path: Path) -> None:
    old = read(tmp_path, named("Mutu Baku", key="Bahan Lain") + drawn_flow())
    assert [lane.text for lane in only(old).lanes] == list(LANES)
    assert only(old).doubt == "no column of requirements was found in the flow table"
    assert ("Konsep surat", 'it stands in the column "Bahan Lain" of the flow table') in [
        (one.text, one.doubt) for one in old.unplaced
    ]


def test_a_lane_of_words_without_a_symbol_is_doubted(tmp_path: Path) -> None:
    (_, (x1, y1), _) = (middle(n, n) for n in range(3))
    flow = frame(0, 0, "rounded") + frame(1, 1) + strip((x1, 110), (x1, y1 - 11)) + head(x1, y1 - 7)
    lanes = only(read(tmp_path, table(ROWS) + flow + put(EDGES[4] + 8, 130, "[Berkas lama]"))).lanes
    assert not any(lane.doubt for lane in only(read(tmp_path, table(ROWS) + flow)).lanes)
    assert [lane.doubt for lane in lanes] == ["", "", "words stand below this head and no symbol: it may be no lane"]


def test_a_word_at_the_arrow_of_a_step_that_is_no_decision_is_told_there(tmp_path: Path) -> None:
    (x0, y0), (x1, _) = middle(0, 0), middle(1, 1)
    old = read(tmp_path, table(ROWS) + drawn_flow() + put((x0 + x1) / 2, y0 - 8, "[Batal]"))
    assert only(old).steps[0].doubt == 'beside its symbol or arrow stands "Batal"'
    assert "Batal" not in [one.text for one in old.unplaced]


def test_an_answer_that_is_no_yes_or_no_is_kept_and_the_other_one_not_made_up(tmp_path: Path) -> None:
    drawn = drawn_flow().replace("[Y]", "[Belum Benar]").replace("[T]", "[]")
    exits = only(read(tmp_path, table(ROWS) + drawn)).steps[1].exits
    assert {(one.label, bool(one.doubt)) for one in exits} == {("", True), ("Belum Benar", True)}


def test_a_dash_in_a_cell_is_kept_as_written(tmp_path: Path) -> None:
    rows = [("1", "Menyerahkan berkas", "-", "5 menit", "Berkas diterima", "-"), *ROWS[1:]]
    step = only(read(tmp_path, table(rows) + drawn_flow())).steps[0]
    assert [one.text for one in (*step.materials, *step.notes)] == ["-", "-"]


def test_a_last_box_with_small_round_corners_is_the_end_with_a_doubt(tmp_path: Path) -> None:
    (x0, y0), (x1, y1), (x2, y2) = middle(0, 0), middle(1, 1), middle(2, 2)
    flow = frame(0, 0, "rounded") + frame(1, 1) + strip((x0 + 16, y0), (x1, y0), (x1, y1 - 11)) + head(x1, y1 - 7)
    flow += strip((x1 + 16, y1), (x2, y1), (x2, y2 - 11)) + head(x2, y2 - 7)
    soft = put(x2 - 16, y2 - 7, "rect(width: 32pt, height: 14pt, stroke: 0.6pt, radius: 2pt)")
    last = only(read(tmp_path, table(ROWS) + flow + soft)).steps[-1]
    assert (last.symbol, last.doubt) == (
        Symbol.END,
        "the corners of the last symbol are rounded a little: it is taken for the end",
    )
    assert only(read(tmp_path, table(ROWS) + flow + frame(2, 2))).steps[-1].symbol is Symbol.PROCESS
