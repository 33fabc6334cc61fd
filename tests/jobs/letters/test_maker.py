"""The fast path makes the same document as the slow one, here and in other processes."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents import docx_lines, word_boxes
from tests.examples import many
from tests.looks import ORDER_LOOK, ground

from sopgen.errors import SopgenError
from sopgen.jobs.letters.maker import LetterMaker, template_files
from sopgen.jobs.letters.workers import here, over_dask, over_processes
from sopgen.plan.letter.contents import OrderPlan
from sopgen.plan.letter.plan import plan_order
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.read.load import Edition
from sopgen.render.word.letters import order
from sopgen.render.word.letters.order import DocxLetterMaker, to_docx
from sopgen.seal.picture import qr_png

NAME = "surat-perintah"
FOLDER = Path(__file__).parents[3] / "templates" / NAME
TEMPLATE = FOLDER / f"{NAME}.docx"
FORMATS = ("docx", "pdf")


def plan(
    edition: Edition, *people: PersonRow, code: str = "", place: str = "Gorontalo", number: int = 1
) -> OrderPlan:
    task = OrderTask(people, date(2026, 12, 1), None, place, f"Sprin/{number}/XII/CONTOH/2026")
    made = plan_order(ground(edition.sop, edition.unit), edition.sop.kegiatan[0], ORDER_LOOK, task)
    return replace(made, code=qr_png(code)) if code else made


def person(n: int) -> PersonRow:
    return PersonRow(f"Personel Contoh {n}", "BRIPKA", f"{n:08}", "Anggota Binpolmas", "")


def run_of(edition: Edition, count: int) -> list[OrderPlan]:
    return [plan(edition, person(n), code=f"kode {n}", number=n) for n in range(1, count + 1)]


def test_the_maker_draws_the_seal(edition: Edition) -> None:
    (drawn,) = run_of(edition, 1)
    sealed = replace(drawn, code=b"", seal="kode 1")
    assert LetterMaker(FOLDER).files(drawn) == LetterMaker(FOLDER).files(sealed)


@pytest.fixture(scope="module")
def letter_maker() -> DocxLetterMaker:
    return DocxLetterMaker(TEMPLATE)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=30)
ROWS = st.builds(PersonRow, WORDS, WORDS.map(str.upper), WORDS, WORDS, WORDS)


@settings(max_examples=many(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(ROWS, min_size=1, max_size=3), place=WORDS, code=st.sampled_from(["", "kode"]))
def test_the_fast_path_writes_what_docxtpl_writes(
    rows: list[PersonRow], place: str, code: str, letter_maker: DocxLetterMaker, edition: Edition
) -> None:
    made = plan(edition, *rows, place=place, code=code)
    assert to_docx(made, TEMPLATE) == letter_maker.docx(made)


PLAIN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=6)


@settings(max_examples=many(25), deadline=None)
@given(name=PLAIN, number=PLAIN, place=PLAIN)
def test_the_second_letter_of_a_shape_is_the_same_without_docxtpl(
    name: str, number: str, place: str, edition: Edition
) -> None:
    letter_maker = DocxLetterMaker(TEMPLATE)
    letter_maker.docx(plan(edition, person(1), code="kode 1"))
    made = plan(edition, replace(person(2), name=name, number=number), place=place, code="kode 2")
    slow = to_docx(made, TEMPLATE)
    with mock.patch.object(order, "to_docx", side_effect=AssertionError("not filled by pieces")):
        fast = letter_maker.docx(made)
    assert slow == fast
    assert all(word in "".join(docx_lines(fast)) for word in (name, number, place))


def test_letters_of_one_shape_are_filled_by_docxtpl_once(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = 0
    true_one = order.to_docx

    def counted(*told: Any) -> bytes:
        nonlocal slow
        slow += 1
        return true_one(*told)

    monkeypatch.setattr(order, "to_docx", counted)
    letter_maker = DocxLetterMaker(TEMPLATE)
    made = [letter_maker.docx(one) for one in run_of(edition, 20)]
    assert 20 == len(set(made))
    assert 2 == slow  # the shape, and the first letter to compare with


def test_a_template_that_does_more_than_print_goes_through_docxtpl(edition: Edition, tmp_path: Path) -> None:
    from docx import Document

    document = Document(str(TEMPLATE))
    document.add_paragraph("{{ nomor|length }}")
    document.save(str(tmp_path / "lain.docx"))
    letter_maker = DocxLetterMaker(tmp_path / "lain.docx")
    for n in (5, 5000):
        made = plan(edition, person(1), number=n)
        assert to_docx(made, tmp_path / "lain.docx") == letter_maker.docx(made)


def made_by(spread: Any, plans: list[OrderPlan]) -> list[dict[str, bytes]]:
    return [dict(files) for files in spread(iter(plans), FORMATS)]


def test_other_processes_make_the_same_letters_in_the_same_order(edition: Edition, tmp_path: Path) -> None:
    plans = run_of(edition, 40)
    alone = made_by(here(LetterMaker(FOLDER)), plans)
    assert alone == made_by(over_processes(template_files(FOLDER), 2, tmp_path), plans)


def test_other_processes_have_what_a_template_imports_from_beside_its_folder(
    edition: Edition, tmp_path: Path
) -> None:
    own = tmp_path / "templates" / NAME
    shutil.copytree(FOLDER, own)
    (own.parent / "bersama.typ").write_text('#let bersama = "kata bersama"', encoding="utf-8")
    template = own / f"{NAME}.typ"
    text = template.read_text("utf-8") + '\n#import "/bersama.typ": bersama\n#bersama\n'
    template.write_text(text, encoding="utf-8")
    plans = run_of(edition, 2)
    assert made_by(here(LetterMaker(own)), plans) == made_by(over_processes(template_files(own), 1, tmp_path), plans)


def test_a_killed_process_is_one_clear_line(edition: Edition, tmp_path: Path) -> None:
    made = over_processes(template_files(FOLDER), 2, tmp_path)(iter(run_of(edition, 200)), FORMATS)
    next(made)
    active_children()[0].kill()
    with pytest.raises(SopgenError, match="a process that makes letters was ended"):
        list(made)


@contextmanager
def cluster(workers: int) -> Iterator[Any]:
    from distributed import LocalCluster

    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as made:
        yield made


@pytest.mark.filterwarnings("ignore")
def test_a_killed_worker_of_a_cluster_loses_nothing_and_doubles_nothing(edition: Edition) -> None:
    plans = run_of(edition, 120)
    alone = made_by(here(LetterMaker(FOLDER)), plans)
    with cluster(2) as dask:
        spread = over_dask(template_files(FOLDER), dask.scheduler_address.replace("tcp://", "dask://"))
        made = []
        for position, files in enumerate(spread(iter(plans), FORMATS)):
            made.append(dict(files))
            if position == 20:
                os.kill(next(iter(dask.workers.values())).process.process.pid, signal.SIGKILL)
    assert alone == made


@pytest.mark.filterwarnings("ignore")
def test_no_scheduler_is_one_clear_line(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    from sopgen.jobs.letters import workers as spread

    monkeypatch.setattr(spread, "PATIENCE", 1)
    with pytest.raises(SopgenError, match="no dask scheduler"):
        made_by(over_dask(template_files(FOLDER), "dask://127.0.0.1:9"), run_of(edition, 1))


@pytest.mark.parametrize("people", [1, 6], ids=["in the letter", "in the annex"])
def test_a_word_wider_than_its_column_is_broken_and_covers_no_other(edition: Edition, people: int) -> None:
    name, post = "Muhammadabdurrahmanassyafiialhabsyialmukarramah", "BHABINKAMTIBMASPOLSEKKOTAUTARAPOLRESCONTOH"
    row = PersonRow(name, "PEMBINA UTAMA MUDA", "197001012000121005", post, "PENANGGUNGJAWAB")
    pdf = LetterMaker(FOLDER).files(plan(edition, *[row] * people))["pdf"]
    said = 0
    for page in word_boxes(pdf):
        own = [box for box in page if len(box[0]) > 3 and any(box[0] in text for text in (name, post, row.number))]
        said += sum(len(word) for word, *_ in own)
        for word, *box in own:
            for other, *beside in page:
                wide, high = (min(box[n + 2], beside[n + 2]) - max(box[n], beside[n]) for n in (0, 1))
                assert box == beside or min(wide, high) < 1.5, f"{word} lies over {other}"
    assert people * len(name + post) <= said
