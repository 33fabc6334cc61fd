"""The session of an edition: the text is the only truth, nothing typed is lost, nothing of others overwritten."""

import json
import random
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.examples import many, some
from tests.jobs.folder import REVIEWER, SPEC, begin, step

from sopgen.desk.calls import Outdated
from sopgen.desk.office import open_office
from sopgen.desk.session import opened, routes
from sopgen.desk.session.acts import ACTS, EditCall
from sopgen.desk.session.edition import Session
from sopgen.desk.session.named_lock import NamedLock
from sopgen.errors import SopgenError
from sopgen.jobs.edit.fix import NOTHING, mended_file
from sopgen.jobs.edit.revise import begun
from sopgen.jobs.life.day import today_at
from sopgen.read.load import load_edition, load_unit
from sopgen.workspace import start

DRAFT = "fkpm/2026-draf"
TITLE = "judul"


@pytest.fixture
def at_office(office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "setelan"))
    monkeypatch.chdir(office)
    open_office(office)
    yield office
    opened.all_closed()


def power_cut() -> None:
    """Forget all that a desk holds, as kill -9 does."""
    for one in opened._OPEN.values():
        one.page.preview.close()
        one.lock.let_go()
        if one.session._timer:
            one.session._timer.cancel()
    opened._OPEN.clear()


def draft(office: Path) -> Path:
    return office / "spec" / "sop" / "fkpm" / "2026-draf.yaml"


class Window:
    """A window of the browser, as the page's own code asks."""

    def __init__(self, name: str = "a", edition: str = DRAFT) -> None:
        self.name, self.edition, self.n = name, edition, 0

    def do(self, act: str, path: Any = "", **values: Any) -> Any:
        self.n += 1
        asked = EditCall(nama=self.edition, n=self.n, do=act, path=path, jendela=self.name, **values)
        return json.loads(json.dumps(routes.changed(asked)))

    def whole(self) -> Any:
        return json.loads(json.dumps(routes.whole(routes.NamedEdition(nama=self.edition, jendela=self.name))))

    def save(self) -> Any:
        return routes.saved(routes.NamedEdition(nama=self.edition, jendela=self.name))

    def news(self) -> Any:
        return routes.news(routes.News(nama=self.edition, jendela=self.name))


def test_what_is_typed_is_in_the_file_with_all_its_comments_when_the_hand_rests(at_office: Path) -> None:
    before, window = draft(at_office).read_text("utf-8"), Window()
    for end in range(1, 9):
        answer = window.do("set", TITLE, value="SOP Baru"[:end])
        assert [] == answer["salah"]
    assert before == draft(at_office).read_text("utf-8")
    assert {"urung": 1, "tersimpan": False}.items() <= window.do("rest").items()
    window.save()
    after = draft(at_office).read_text("utf-8")
    assert after == before.replace("judul: SOP Forum Kemitraan Polisi Masyarakat (FKPM)", "judul: SOP Baru", 1)
    assert window.do("undo")["isi"]["judul"] == "SOP Forum Kemitraan Polisi Masyarakat (FKPM)"
    window.save()
    assert before == draft(at_office).read_text("utf-8")
    assert "SOP Baru" == window.do("redo")["isi"]["judul"]


@pytest.mark.usefixtures("at_office")
def test_lists_are_changed_item_by_item_and_the_reasons_follow() -> None:
    window = Window()
    whole = window.whole()
    items = whole["isi"]["peralatan"]["isi"]
    reason = next((one for one in whole["isi"]["alasan_perubahan"] if one["di"].startswith("peralatan.isi[")), None)
    isi = window.do("insert", "peralatan.isi", index=0, value="Tenda: ukuran #2")["isi"]
    assert ["Tenda: ukuran #2", *items] == isi["peralatan"]["isi"]
    if reason:
        number = int(reason["di"][14:-1])
        assert f"peralatan.isi[{number + 1}]" in [one["di"] for one in isi["alasan_perubahan"]]
    moved = window.do("move", "peralatan.isi", index=0, to=2)["isi"]["peralatan"]["isi"]
    assert [*items[:2], "Tenda: ukuran #2", *items[2:]] == moved
    assert items == window.do("remove", ["peralatan", "isi", 2])["isi"]["peralatan"]["isi"]


def test_a_state_that_is_no_sop_is_told_at_its_field_and_the_file_stays_valid(at_office: Path) -> None:
    window, before = Window(), draft(at_office).read_bytes()
    answer = window.do("set", "identitas.tanggal_pembuatan.nilai", value="31 Februari 2026")
    assert ["identitas.tanggal_pembuatan.nilai"] == [one["path"] for one in answer["salah"]]
    window.do("rest")
    window.save()
    assert before == draft(at_office).read_bytes()
    assert (at_office / ".meja" / "fkpm-2026-draf.json").is_file()
    assert [] == window.do("set", "identitas.tanggal_pembuatan.nilai", value="27 November 2026")["salah"]
    window.do("rest")
    window.save()
    assert "27 November 2026" == window.whole()["isi"]["identitas"]["tanggal_pembuatan"]["nilai"]
    assert not (at_office / ".meja" / "fkpm-2026-draf.json").exists()
    load_edition(draft(at_office))


@pytest.mark.usefixtures("at_office")
def test_after_a_power_cut_the_next_start_offers_what_was_not_in_the_file() -> None:
    window = Window()
    window.do("set", TITLE, value="")  # no SOP
    opened.opened(DRAFT).session.keep()
    window.do("set", "peralatan.isi[0]", value="Perahu karet")
    opened.opened(DRAFT).session.keep()
    power_cut()
    again = Window("b")
    assert {"berkas_lain": False} == again.whole()["jurnal"]
    recovered = again.do("recover")
    assert ("", "Perahu karet") == (recovered["isi"]["judul"], recovered["isi"]["peralatan"]["isi"][0])
    again.do("undo")
    assert again.whole()["jurnal"] is not None
    again.do("discard")
    assert again.whole()["jurnal"] is None


def test_what_another_program_wrote_is_never_overwritten(at_office: Path) -> None:
    window, path = Window(), draft(at_office)
    window.do("put", TITLE, value="Judul di sini")
    theirs = path.read_text("utf-8").replace("judul: SOP Forum", "judul: SOP Lain Forum", 1)
    path.write_text(theirs, "utf-8")
    with pytest.raises(Outdated) as refused:
        window.save()
    assert [
        {
            "path": "judul",
            "di_sini": "Judul di sini",
            "di_berkas": "SOP Lain Forum Kemitraan Polisi Masyarakat (FKPM)",
        }
    ] == (refused.value.told["beda"])
    assert theirs == path.read_text("utf-8")
    assert window.do("theirs")["isi"]["judul"].startswith("SOP Lain")
    assert "Judul di sini" == window.do("undo")["isi"]["judul"]
    window.save()
    assert "judul: Judul di sini" in path.read_text("utf-8")


def test_a_change_from_outside_is_taken_over_where_nothing_waits_here(at_office: Path) -> None:
    window, path = Window(), draft(at_office)
    window.whole()
    path.write_text(path.read_text("utf-8").replace("R4 / R2", "R6", 1), "utf-8")
    assert "R6" == window.news()["isi"]["peralatan"]["isi"][0]


def test_in_a_hundred_tries_nothing_of_another_program_is_overwritten(at_office: Path) -> None:
    window, path, rng, refused = Window(), draft(at_office), random.Random(3), 0
    for number in range(many(100)):
        ours, theirs = rng.random() < 0.7, rng.random() < 0.5
        if ours:
            window.do("put", TITLE, value=f"Judul {number}")
        if theirs:
            text = re.sub("satuan_kerja: .*", f"satuan_kerja: SATUAN {number}", path.read_text("utf-8"))
            path.write_text(text, "utf-8")
        try:
            window.save()
        except Outdated:
            refused += 1
            assert ours
            assert theirs
            assert f"satuan_kerja: SATUAN {number}" in path.read_text("utf-8")
            window.do(rng.choice(["theirs", "ours"]))
            window.save()
        else:
            assert not theirs or f"satuan_kerja: SATUAN {number}" in path.read_text("utf-8")
            window.news()
    assert many(100) / 5 < refused


@pytest.mark.usefixtures("at_office")
def test_of_two_windows_one_writes_and_the_other_may_take_over() -> None:
    first, second = Window("a"), Window("b")
    assert first.whole()["menulis"]
    assert not second.whole()["menulis"]
    with pytest.raises(Outdated):
        second.do("put", TITLE, value="Lain")
    second.do("take")
    second.do("put", TITLE, value="Lain")
    assert not first.news()["menulis"]
    with pytest.raises(Outdated):
        first.do("rest")


def test_of_two_windows_that_write_at_once_each_word_is_kept_or_refused(at_office: Path) -> None:
    windows, rng = {"a": Window("a"), "b": Window("b")}, random.Random(5)
    for number in range(many(100)):
        if rng.random() < 0.4:
            windows[rng.choice("ab")].do("take")

        def put(name: str, words: str = f"Judul {number}") -> str:
            windows[name].do("put", TITLE, value=f"{words} {name}")
            return name

        with ThreadPoolExecutor(2) as pool:
            tried = [pool.submit(put, name) for name in rng.sample("ab", 2)]
        kept = [one.result() for one in tried if one.exception() is None]
        assert 1 == len(kept)
        assert [Outdated] == [type(one.exception()) for one in tried if one.exception()]
        windows[kept[0]].save()
        assert f"judul: Judul {number} {kept[0]}\n" in draft(at_office).read_text("utf-8")
        assert f"Judul {number} {kept[0]}" == windows["ab".replace(kept[0], "")].news()["isi"]["judul"]


def test_of_two_desks_on_one_folder_one_writes_until_the_other_asks(at_office: Path) -> None:
    window = Window()
    assert window.whole()["menulis"]
    other = NamedLock(at_office / ".meja" / "fkpm-2026-draf.kunci")
    assert not other.hold()
    window.do("put", TITLE, value="Di sini")
    other.ask()
    assert window.news()["menulis"]  # until all is kept
    window.save()
    assert not window.news()["menulis"]
    assert other.hold()
    with pytest.raises(Outdated):
        window.do("put", TITLE, value="Lagi")
    other.let_go()
    window.do("put", TITLE, value="Lagi")


@pytest.mark.usefixtures("at_office")
def test_an_edition_that_is_no_draft_is_not_changed() -> None:
    window = Window(edition="fkpm/2019")
    assert not window.whole()["boleh_ubah"]
    with pytest.raises(SopgenError):
        window.do("set", TITLE, value="Lain")


def test_an_edition_that_is_reviewed_meanwhile_is_written_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "setelan"))
    monkeypatch.chdir(begin(tmp_path))
    path = Path(SPEC)
    window = Window(edition=f"{path.parent.name}/{path.stem}")
    assert window.whole()["boleh_ubah"]
    step("ditinjau", "2026-03-05", *REVIEWER)
    told = window.news()
    assert (False, False) == (told["boleh_ubah"], told["menulis"])
    with pytest.raises(SopgenError):
        window.do("put", TITLE, value="Lain")
    assert "ditinjau" == window.whole()["keadaan"]
    opened.all_closed()


@pytest.mark.usefixtures("at_office")
def test_a_late_call_is_told_so() -> None:
    window = Window()
    window.do("set", TITLE, value="Satu")
    opened.opened(DRAFT).asked("a", 9)
    assert {"n": 2, "basi": True} == window.do("set", TITLE, value="Satu dua")


def test_a_correction_of_a_rule_is_one_step(at_office: Path) -> None:
    window = Window()
    for one in window.whole()["temuan"]:
        if one["perbaiki"]:
            before = draft(at_office).read_text("utf-8")
            answer = window.do("mend", one["path"], kode=one["kode"])
            assert 1 == answer["urung"], one
            left = [(other["kode"], other["path"], other["menjadi"]) for other in window.whole()["temuan"]]
            assert (one["kode"], one["path"], one["menjadi"]) not in left
            window.save()
            assert before != draft(at_office).read_text("utf-8")
            window.do("undo")
            window.save()
            assert before == draft(at_office).read_text("utf-8")
            window.do("redo")
            window.do("undo")


WORDS = "Menerima: laporan|Kasat # Binmas|'kutip'|\"ganda\"|{kurung}|[siku]|a, b|ya|null|01|é—…|*alias|: |akhir:"


def places(data: Any, loc: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    yield loc, data
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        yield from places(value, (*loc, key))


def at_random(session: Session, rng: random.Random) -> None:
    """One act of a form, at any place."""
    found = list(places(session.data))
    kind = rng.choice(["set", "set", "set", "rest", "put", "insert", "remove", "move", "undo", "redo"])
    texts = [loc for loc, one in found if isinstance(one, str) and loc]
    lists = [(loc, one) for loc, one in found if isinstance(one, list)]
    value = " ".join(rng.choice(WORDS.split("|")) for _ in range(rng.randint(1, 4)))
    loc, items = rng.choice(lists)
    item: Any = value if not items or isinstance(items[0], str) else items[0]
    acts: dict[str, dict[str, Any]] = {
        "set": {"path": rng.choice(texts), "value": value},
        "put": {"path": rng.choice(texts), "value": value},
        "insert": {"path": loc, "index": rng.randint(0, len(items)), "value": item},
        "remove": {"path": (*loc, rng.randrange(len(items)))} if items else {"path": ("tidak_ada",)},
        "move": {"path": loc, "index": rng.randrange(len(items) or 1), "to": rng.randrange(len(items) or 1)},
    }
    routes._done(session, EditCall(nama="", n=0, do=kind, **acts.get(kind, {})), ACTS)


@pytest.mark.parametrize("file", ["fkpm/2026-draf", "mediasi/contoh"])
@pytest.mark.parametrize("seed", some(range(6)))
def test_after_any_acts_undo_of_all_gives_the_bytes_of_the_beginning(at_office: Path, file: str, seed: int) -> None:
    session = Session(at_office / "spec" / "sop" / f"{file}.yaml")
    before, rng = session.source.text, random.Random(seed)
    for _ in range(170):
        at_random(session, rng)
    session.rest()
    assert before != session.source.text
    while session.history.past:
        session.undo()
    assert before == session.source.text
    session.close()
    assert before.encode() == session.path.read_bytes()


@pytest.mark.usefixtures("at_office")
def test_a_keystroke_changes_a_few_pieces_of_the_page() -> None:
    window = Window()
    whole = window.whole()["halaman"]
    assert (4, 0, True, 0) == (whole["jumlah"], whole["nomor"], whole["lain"], whole["hilang"])
    window.do("show", lihat={"path": "pencatatan.isi[0]"})
    small = window.do("set", "pencatatan.isi[0]", value="Buku catata", lihat={"path": "pencatatan.isi[0]"})["halaman"]
    assert (1, False) == (small["nomor"], small["lain"])
    assert 1 <= small["hilang"] <= 3
    assert len(small["baru"]) + len(small["huruf"]) < 5000
    assert 2 == window.do("show", lihat={"kegiatan": 0})["halaman"]["nomor"]
    assert 3 == window.do("show", lihat={"path": "kegiatan[2].mutu_baku.waktu.nilai"})["halaman"]["nomor"]


def test_all_mends_that_need_no_decision_are_one_step_and_give_the_bytes_of_the_command(
    at_office: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lain"
    start(other)
    here, there = (begun(home / "spec" / "sop" / "fkpm" / "2019.yaml", "2030") for home in (at_office, other))
    before = here.read_bytes()
    mended_file(there, NOTHING, today_at(load_unit(other / "spec" / "satuan.yaml")))
    window = Window(edition="fkpm/2030-draf")
    window.do("mend_all")
    window.save()
    assert there.read_bytes() == here.read_bytes() != before
    window.do("undo")
    window.save()
    assert before == here.read_bytes()
