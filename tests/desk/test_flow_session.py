"""The flow editor on the session of an edition: charts while typing, undo to the bytes of the beginning."""

import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner
from tests.examples import many

from sopgen.cli.main import main
from sopgen.desk.flow import routes
from sopgen.desk.flow.acts import FLOW_ACTS
from sopgen.desk.flow.charts import KNOWN
from sopgen.desk.flow.files import ChartFiles, files
from sopgen.desk.flow.numbered import in_numbers
from sopgen.desk.office import edition_files, open_office
from sopgen.desk.session import opened
from sopgen.desk.session import routes as session_routes
from sopgen.desk.session.acts import EditCall
from sopgen.errors import SopgenError
from sopgen.jobs.charts.request import ChartFormat
from sopgen.model.sop import Activity
from sopgen.read.load import load_sop
from sopgen.workspace import samples, start

DRAFT = "fkpm/2026-draf"


@pytest.fixture
def at_office(office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "setelan"))
    monkeypatch.chdir(office)
    open_office(office)
    yield office
    opened._OPEN.clear()
    KNOWN.found.clear()


class Editor:
    """A window with the flow editor, as the page's own code asks."""

    def __init__(self, edition: str = DRAFT, activity: int = 0) -> None:
        self.edition, self.activity, self.n = edition, activity, 0

    def whole(self) -> Any:
        return _json(routes.whole(routes.NamedFlow(nama=self.edition, jendela="a", kegiatan=self.activity)))

    def weighed(self) -> Any:
        return _json(routes.weighed(routes.NamedFlow(nama=self.edition, jendela="a", kegiatan=self.activity)))

    def do(self, act: str, index: int = 0, value: Any = None, *, path: Any = None, to: int = 0) -> Any:
        self.n += 1
        place = ["kegiatan", self.activity, "alur"] if path is None else path
        asked = {"path": place, "index": index, "value": value, "to": to}
        return _json(
            routes.edited(
                routes.FlowCall(
                    nama=self.edition,
                    n=self.n,
                    do=act,
                    jendela="a",
                    kegiatan=self.activity,
                    **asked,
                )
            )
        )

    def change(self, act: str, **values: Any) -> Any:
        """Do what changes the text, without a chart."""
        self.n += 1
        asked = EditCall(nama=self.edition, n=self.n, do=act, jendela="a", **values)
        return _json(session_routes.changed_in(opened.opened(asked.nama), asked, FLOW_ACTS))

    def ids(self, told: Any) -> list[str]:
        return [step["id"] for step in told["isi"]["kegiatan"][self.activity]["alur"]]


def _json(told: Any) -> Any:
    return json.loads(json.dumps(told))


def draft(office: Path) -> Path:
    return office / "spec" / "sop" / "fkpm" / "2026-draf.yaml"


@pytest.mark.usefixtures("at_office")
def test_a_step_that_is_typed_is_in_the_chart_at_once() -> None:
    editor = Editor()
    assert ["1", "2", "3", "4", "5", "6"] == editor.whole()["nomor"]
    assert editor.weighed()["muat"] is True
    told = editor.do("langkah.sisip", 2, {"pelaksana": "fkpm", "simbol": "proses"})
    assert ["kegiatan", 0, "alur", 2] == told["di"]
    assert ["l1", "l2", "l7", "l3", "l4", "l5", "l6"] == editor.ids(told)
    told = editor.do("set", value="Mencatat", path="kegiatan[0].alur[2].uraian")
    assert ">Mencatat<" in told["bagan"][0]
    assert (True, ["1", "2", "3", "4", "5", "6", "7"]) == (told["muat"], told["nomor"])


@pytest.mark.usefixtures("at_office")
def test_words_that_do_not_fit_are_told_with_the_number_of_the_step_until_they_are_mended() -> None:
    editor = Editor()
    editor.weighed()
    told = editor.do("set", value="Memeriksa " * 60, path="kegiatan[0].alur[2].uraian")
    assert told["muat"] is None
    assert told["bagan"]
    weighed = editor.weighed()
    assert weighed["muat"] is False
    assert {"kegiatan[0].alur[2]"} == {one["path"][:19] for one in weighed["salah"]}
    assert "3" in weighed["salah"][0]["what"]
    assert '"l3"' not in weighed["salah"][0]["what"]
    editor.do("set", value="Memeriksa", path="kegiatan[0].alur[2].uraian")
    assert editor.weighed()["muat"] is True


@pytest.mark.usefixtures("at_office")
def test_a_step_is_followed_wherever_it_goes() -> None:
    editor = Editor()
    assert ["kegiatan", 0, "alur", 3] == editor.do("langkah.turun", 2)["di"]
    assert ["kegiatan", 0, "alur", 0] == editor.do("langkah.pindah", 3, to=0)["di"]
    assert ["kegiatan", 0, "alur", 1] == editor.do("langkah.salin", 0)["di"]
    told = editor.do("langkah.hapus", 1)
    assert ["l3", "l1", "l2", "l4", "l5", "l6"] == editor.ids(told)
    made = editor.do("kegiatan.sisip", value="Penyuluhan", path=["kegiatan"])
    assert (3, 1) == (made["kegiatan"], len(made["bagan"]))


@pytest.mark.usefixtures("at_office")
def test_a_role_goes_only_with_somebody_to_do_its_steps() -> None:
    editor = Editor()
    with pytest.raises(SopgenError):
        editor.do("jalur.hapus", 5)
    told = editor.do("jalur.hapus", 5, "kasat_binmas")
    assert "kasat_binmas" == told["isi"]["kegiatan"][0]["alur"][5]["pelaksana"]
    told = editor.do("jalur.sisip", 0, "Kapolres")
    assert {"id": "kapolres", "label": "Kapolres"} == told["isi"]["pelaksana"][0]
    assert "Kapolres" in told["bagan"][0]


@pytest.mark.usefixtures("at_office")
def test_an_issued_edition_is_shown_and_stays_as_it_is() -> None:
    editor = Editor("fkpm/2019")
    whole = editor.whole()
    assert (False, True) == (whole["boleh_ubah"], bool(whole["bagan"]))
    with pytest.raises(SopgenError):
        editor.do("langkah.hapus", 1)


def test_steps_are_told_by_their_numbers(at_office: Path) -> None:
    activity: Activity = load_sop(draft(at_office)).kegiatan[0]
    assert "langkah 3 ke 1, 6" == in_numbers('langkah "l3" ke l1, l6', activity)
    assert "xl1 l1a l-1" == in_numbers("xl1 l1a l-1", activity)


@pytest.mark.parametrize("seed", range(max(2, many(20))))
def test_any_changes_are_taken_back_to_the_bytes_of_the_beginning(seed: int, at_office: Path) -> None:
    before, chance, editor = draft(at_office).read_bytes(), Random(seed), Editor(activity=seed % 3)
    told = editor.whole()
    for _ in range(20):
        steps = told["isi"]["kegiatan"][editor.activity]["alur"]
        roles = [lane["id"] for lane in told["isi"]["pelaksana"]]
        place = chance.randrange(len(steps))
        role = chance.choice(roles)
        act, value, to = chance.choice(
            [
                ("langkah.sisip", {"pelaksana": role, "simbol": "proses", "uraian": "Baru"}, 0),
                ("langkah.salin", None, 0),
                ("langkah.pindah", None, chance.randrange(len(steps) + 1)),
                ("langkah.naik", None, 0),
                ("langkah.simbol", chance.choice(["mulai", "proses", "keputusan", "selesai"]), 0),
                ("langkah.pelaksana", [role], 0),
                ("langkah.tingkat", {"tingkat": "sublangkah"}, 0),
                *([("langkah.hapus", [], 0)] if len(steps) > 2 else []),
            ]
        )
        path = ["kegiatan", editor.activity, "alur"]
        told = editor.change(act, path=path, index=place, value=value, to=to)
        assert [] == told["salah"]
        editor.change("set", path=[*path, 0, "uraian"], value=f"Uraian {chance.random()}")
    while told["urung"]:
        told = editor.change("undo")
    session_routes.saved(session_routes.NamedEdition(nama=DRAFT, jendela="a"))
    assert before == draft(at_office).read_bytes()


@pytest.mark.parametrize("sample", samples())
def test_flows_of_every_form_are_shown_and_weighed(
    sample: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "setelan"))
    start(tmp_path / "k", sample)
    monkeypatch.chdir(tmp_path / "k")
    for name, path in edition_files().items():
        count = len(load_sop(path).kegiatan)
        editor = Editor(name)
        assert bool(count) == bool(editor.whole()["bagan"])
        told = editor.weighed()
        assert ([], bool(count)) == (told["salah"], bool(told["bagan"]))
    opened._OPEN.clear()


@pytest.mark.parametrize("kind", ["svg", "bpmn", "drawio", "mermaid"])
def test_a_chart_is_saved_as_the_command_makes_it(at_office: Path, tmp_path: Path, kind: ChartFormat) -> None:
    made: Any = files(ChartFiles(nama=DRAFT, kegiatan=1, ke=kind))["berkas"]
    path = tmp_path / "bagan"
    line = ["chart", f"spec/sop/{DRAFT}.yaml", "--activity", "B", "--to", kind, "--out", str(path)]
    assert 0 == CliRunner().invoke(main, line).exit_code
    assert [path.read_bytes()] == [b64decode(one["isi"]) for one in made]
    assert made[0]["nama"].startswith("fkpm-2026-B.")
    assert at_office.is_dir()


def test_a_poster_of_what_was_just_typed_is_saved(at_office: Path) -> None:
    editor = Editor()
    editor.do("put", 0, path="kegiatan[0].alur[0].uraian", value="Menerima laporan baru")
    made: Any = files(ChartFiles(nama=DRAFT, kegiatan=0, ke="svg", gaya="poster"))["berkas"]
    assert "laporan" in b64decode(made[0]["isi"]).decode()
    assert at_office.is_dir()
