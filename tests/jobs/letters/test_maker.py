"""The fast path makes the same document as the slow one, here and in other processes."""

import os
import shutil
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from distributed import KilledWorker
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents import docx_lines, word_boxes
from tests.examples import many
from tests.looks import ORDER_LOOK, ground

from sopgen.errors import SopgenError
from sopgen.jobs.letters.maker import LetterMaker, template_files
from sopgen.jobs.letters.workers import SENT_AGAIN, here, over_dask, over_processes
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
def test_a_cluster_whose_only_worker_is_killed_and_comes_back_loses_nothing(edition: Edition) -> None:
    plans = run_of(edition, 60)
    alone = made_by(here(LetterMaker(FOLDER)), plans)
    with cluster(1) as dask:
        spread = over_dask(template_files(FOLDER), dask.scheduler_address.replace("tcp://", "dask://"))
        made = []
        for position, files in enumerate(spread(iter(plans), FORMATS)):
            made.append(dict(files))
            if position == 0:
                os.kill(next(iter(dask.workers.values())).process.process.pid, signal.SIGKILL)
    assert alone == made


class LosingClient:
    """In the place of a dask client: the first sendings of each batch are lost with a worker."""

    def __init__(self, loses: int, error: Exception, status: str = "running") -> None:
        self.loses, self.error, self.status = loses, error, status
        self.sent: Counter[str] = Counter()

    def submit(self, make: Any, templates: Any, batch: Any, formats: Any, **_: Any) -> Any:
        self.sent[first := batch[0].number] += 1
        lost = self.sent[first] <= self.loses
        return mock.Mock(result=mock.Mock(side_effect=[self.error if lost else make(templates, batch, formats)]))

    def scheduler_info(self, **_: Any) -> dict[str, Any]:
        return {"workers": {"tcp://127.0.0.1:1": {}}}

    def wait_for_workers(self, *_: Any, **__: Any) -> None:
        """One is there."""

    def __enter__(self) -> "LosingClient":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was opened."""


def with_losses(
    monkeypatch: pytest.MonkeyPatch, client: LosingClient, plans: list[OrderPlan]
) -> list[dict[str, bytes]]:
    monkeypatch.setattr("sopgen.jobs.letters.workers.dask_client", lambda _: client)
    return made_by(over_dask(template_files(FOLDER), "dask://127.0.0.1:9"), plans)


LOST = [CancelledError(), KilledWorker("batch", mock.Mock(), 3)]


@pytest.mark.parametrize("error", LOST, ids=["cancelled", "killed"])
def test_a_batch_that_is_lost_is_sent_again(
    edition: Edition, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    plans = run_of(edition, 20)
    client = LosingClient(SENT_AGAIN, error)
    assert made_by(here(LetterMaker(FOLDER)), plans) == with_losses(monkeypatch, client, plans)
    assert [SENT_AGAIN + 1] * 3 == list(client.sent.values())


@pytest.mark.parametrize("error", LOST, ids=["cancelled", "killed"])
def test_a_batch_that_is_lost_each_time_is_given_up(
    edition: Edition, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    with pytest.raises(SopgenError, match="the dask cluster was lost"):
        with_losses(monkeypatch, LosingClient(SENT_AGAIN + 1, error), run_of(edition, 1))


def test_nothing_is_sent_again_to_a_scheduler_that_is_gone(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    client = LosingClient(1, CancelledError(), "connecting")
    with pytest.raises(SopgenError, match="the dask cluster was lost"):
        with_losses(monkeypatch, client, run_of(edition, 1))
    assert [1] == list(client.sent.values())


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


def test_a_letter_that_is_made_alone_is_the_same(edition: Edition) -> None:
    for made in (plan(edition), plan(edition, person(1), number=7)):
        assert LetterMaker(FOLDER).alone(made) == LetterMaker(FOLDER).files(made)
