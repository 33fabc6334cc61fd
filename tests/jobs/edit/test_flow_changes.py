"""A flow is changed in its spec: every reference to a step or a role stays right, the rest of the text as it was."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from tests.examples import many

from sopgen.errors import Loc, SopgenError
from sopgen.jobs.edit.changes import with_item_moved, with_value
from sopgen.jobs.edit.flow import steps
from sopgen.jobs.edit.flow.activities import with_activity
from sopgen.jobs.edit.flow.exits import StepExit, led_to
from sopgen.jobs.edit.flow.ids import activity_id, lane_id, step_id
from sopgen.jobs.edit.flow.lanes import with_lane, without_lane
from sopgen.jobs.edit.flow.levels import StepLevel
from sopgen.model.sop import Sop
from sopgen.read.load import validated
from sopgen.read.source import Source, parse_text

ROOT: Final = Path(__file__).parents[3]
DRAFT: Final = (ROOT / "spec" / "sop" / "fkpm" / "2026-draf.yaml").read_text("utf-8")
STEPS: Final = (ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml").read_text("utf-8")
ALUR: Final[Loc] = ("kegiatan", 0, "alur")
FLOW: Final = """
    alur:
      - {id: l1, pelaksana: kasat_binmas, simbol: mulai, uraian: Mulai}
      # yang kedua
      - {id: l2, pelaksana: kbo_binmas, uraian: Memeriksa} # segera
      - {id: l3, pelaksana: kbo_binmas, simbol: keputusan, uraian: "Lengkap?", cabang: {Ya: l4, Tidak: l2}}
      - {id: l4, pelaksana: [kasat_binmas, kbo_binmas], uraian: Menandatangani, ke: l6}
      - {id: l5, pelaksana: fkpm, uraian: Menyimpan}
      - {id: l6, pelaksana: fkpm, simbol: selesai, uraian: Selesai}
"""


def spec(flow: str = FLOW) -> Source:
    """Return the draft with a flow for its first activity."""
    head, rest = DRAFT.split("\n    alur:\n", 1)
    return parse_text("x.yaml", f"{head}{flow.rstrip()}\n    mutu_baku:{rest.split('    mutu_baku:', 1)[1]}")


def of(source: Source, loc: Loc = ALUR) -> list[dict[str, Any]]:
    return steps.steps_at(source, loc)


def ids(source: Source) -> list[str]:
    return [step["id"] for step in of(source)]


def lines(source: Source) -> list[str]:
    """Return the lines of the flow."""
    return source.text.split("    alur:\n", 1)[1].split("\n    mutu_baku:", 1)[0].splitlines()


def test_a_step_is_put_in_and_only_its_line_is_new() -> None:
    made = steps.with_step(spec(), ALUR, 2, {"pelaksana": "fkpm", "simbol": "proses"})
    assert ["l1", "l2", "l7", "l3", "l4", "l5", "l6"] == ids(made)
    new = "      - {id: l7, pelaksana: fkpm, simbol: proses}"
    assert [*lines(spec())[:3], new, *lines(spec())[3:]] == lines(made)


def test_a_new_step_below_one_that_jumps_is_led_to_and_jumps_itself() -> None:
    made = of(steps.with_step(spec(), ALUR, 4, {"pelaksana": "fkpm"}))
    assert "ke" not in made[3]
    assert ("l7", "l6") == (made[4]["id"], made[4]["ke"])


def test_a_moved_step_takes_its_comments_and_those_who_name_it_still_do() -> None:
    made = steps.with_step_moved(spec(), ALUR, 1, 5)
    assert ["l1", "l3", "l4", "l5", "l2", "l6"] == ids(made)
    assert ["      # yang kedua", "      - {id: l2, pelaksana: kbo_binmas, uraian: Memeriksa} # segera"] == lines(
        made
    )[4:6]
    assert {"Ya": "l4", "Tidak": "l2"} == of(made)[1]["cabang"]
    assert spec().text == steps.with_step_moved(made, ALUR, 4, 1).text


def test_the_exits_to_a_step_that_goes_lead_where_they_are_told_to_or_where_it_led() -> None:
    alone = of(steps.without_step(spec(), ALUR, 1, {}))
    assert {"Ya": "l4", "Tidak": "l1"} == alone[1]["cabang"]  # no step leads to itself
    told = of(steps.without_step(spec(), ALUR, 1, {StepExit("l3", "Tidak"): "l5"}))
    assert {"Ya": "l4", "Tidak": "l5"} == told[1]["cabang"]
    assert {"Ya": "l6", "Tidak": "l2"} == of(steps.without_step(spec(), ALUR, 3, {}))[2]["cabang"]
    assert "ke" not in of(steps.without_step(spec(), ALUR, 5, {StepExit("l4"): ""}))[3]


def test_a_copy_has_an_id_of_its_own_and_leads_on() -> None:
    made = of(steps.with_copy(spec(), ALUR, 2))
    assert {"id": "l7", "pelaksana": "kbo_binmas", "simbol": "proses", "uraian": "Lengkap?"} == made[3]
    assert "proses" == of(steps.with_copy(spec(), ALUR, 0))[1]["simbol"]


def test_another_symbol_has_other_exits() -> None:
    made = steps.with_step_symbol(spec(), ALUR, 1, "keputusan")
    assert {"Ya": "l3", "Tidak": "l1"} == of(made)[1]["cabang"]
    back = steps.with_step_symbol(made, ALUR, 1, "proses")
    assert ("proses", False, False) == (of(back)[1]["simbol"], "cabang" in of(back)[1], "ke" in of(back)[1])
    end = of(steps.with_step_symbol(spec(), ALUR, 3, "selesai"))[3]
    assert ("selesai", False) == (end["simbol"], "ke" in end)


def test_onward_steps_and_roles_are_written_as_one_or_as_several() -> None:
    made = steps.with_step_onward(spec(), ALUR, 1, ["l4", "l5"])
    assert ["l4", "l5"] == of(made)[1]["ke"]
    assert lines(spec()) == lines(steps.with_step_onward(made, ALUR, 1, []))
    roles = steps.with_step_roles(spec(), ALUR, 3, ["fkpm"])
    assert "fkpm" == of(roles)[3]["pelaksana"]
    assert ["fkpm", "kbo_binmas"] == of(steps.with_step_roles(roles, ALUR, 3, ["fkpm", "kbo_binmas"]))[3]["pelaksana"]


def test_a_step_goes_below_the_one_before_it_and_comes_out_again() -> None:
    made = steps.with_level(spec(), ALUR, 1, StepLevel.SUB, "")
    assert "true" == of(made)[1]["sublangkah"]
    assert lines(spec()) == lines(steps.with_level(made, ALUR, 1, StepLevel.OWN, ""))
    assert "Persiapan" == of(steps.with_level(made, ALUR, 1, StepLevel.HEADED, "Persiapan"))[1]["induk"]


def test_the_reasons_of_changes_follow_their_steps_and_go_with_them() -> None:
    reasons = [{"di": f"kegiatan[0].alur[{n}].uraian", "alasan": str(n)} for n in (1, 3, 5)]
    source = with_value(spec(), ("alasan_perubahan",), reasons)

    def places(made: Source) -> list[str]:
        return [f"{one['di'][16:]} {one['alasan']}" for one in made.data["alasan_perubahan"]]  # type: ignore[index]

    assert ["[4].uraian 1", "[2].uraian 3", "[5].uraian 5"] == places(steps.with_step_moved(source, ALUR, 1, 5))
    assert ["[1].uraian 1", "[4].uraian 5"] == places(steps.without_step(source, ALUR, 3, {}))
    assert ["[2].uraian 1", "[4].uraian 3", "[6].uraian 5"] == places(
        steps.with_step(source, ALUR, 1, {"pelaksana": "fkpm"})
    )


def test_a_role_is_added_and_its_steps_are_handed_over_when_it_goes() -> None:
    made = with_lane(spec(), 1, "Kanit & Kasi")
    assert {"id": "kanit_kasi", "label": "Kanit & Kasi"} == made.data["pelaksana"][1]  # type: ignore[index]
    with pytest.raises(SopgenError):
        without_lane(spec(), 1, None)
    left = without_lane(spec(), 1, "fkpm")
    assert ["kasat_binmas", "fkpm", "fkpm", "kasat_binmas"] == [step["pelaksana"] for step in of(left)[:4]]
    assert not any("kbo_binmas" in str(step) for step in of(left, ("kegiatan", 1, "alur")))


def test_a_new_activity_has_the_next_letter_and_number() -> None:
    made = with_activity(parse_text("x", DRAFT), "Penyuluhan").data["kegiatan"][-1]  # type: ignore[index]
    assert ("D", "4.", "D. Penyuluhan") == (made["id"], made["nomor"], made["judul"])
    assert ["mulai", "selesai"] == [step["simbol"] for step in made["alur"]]
    assert "1. Maksud" == made["maksud"]["judul"]


def test_ids_are_counted_on_and_taken_by_nobody_else() -> None:
    assert ("l3", "s10", "l1", "l1") == (
        step_id(["l1", "l2"]),
        step_id(["s9", "l1", "s2"]),
        step_id([]),
        step_id(["a"]),
    )
    assert ("kasat", "kasat_2", "con_2", "pelaksana") == (
        lane_id("Kasat", []),
        lane_id("KASAT!", ["Kasat"]),
        lane_id("Con", []),
        lane_id("…", []),
    )
    assert ("B", "C") == (activity_id(["A", "C"]), activity_id(["a", "B"]))


Change = Callable[[Source, Loc, Random], Source]


def _any_step(source: Source, loc: Loc, chance: Random) -> int:
    return chance.randrange(len(of(source, loc)))


def _role(source: Source, chance: Random) -> str:
    return str(chance.choice(source.data["pelaksana"])["id"])  # type: ignore[index]


def _lanes(source: Source) -> list[Any]:
    return list(source.data["pelaksana"])  # type: ignore[index]


def _another_lane(source: Source, _: Loc, chance: Random) -> Source:
    if len(_lanes(source)) > 12:
        return source
    return with_lane(source, chance.randrange(len(_lanes(source))), chance.choice(["Kanit", "Kasi", "Ka SPKT"]))


def _a_lane_less(source: Source, _: Loc, chance: Random) -> Source:
    if len(_lanes(source)) < 3:
        return source
    gone, heir = chance.sample(range(len(_lanes(source))), 2)
    return without_lane(source, gone, str(_lanes(source)[heir]["id"]))


def _first_lane_last(source: Source, _: Loc, __: Random) -> Source:
    return with_item_moved(source, ("pelaksana",), 0, len(_lanes(source)) - 1)


CHANGES: Final[tuple[Change, ...]] = (
    lambda s, loc, c: steps.with_step(s, loc, c.randrange(len(of(s, loc)) + 1), {"pelaksana": _role(s, c)}),
    lambda s, loc, c: steps.with_copy(s, loc, _any_step(s, loc, c)),
    lambda s, loc, c: steps.without_step(s, loc, _any_step(s, loc, c), {}) if len(of(s, loc)) > 3 else s,
    lambda s, loc, c: steps.with_step_moved(s, loc, _any_step(s, loc, c), c.randrange(len(of(s, loc)) + 1)),
    lambda s, loc, c: steps.with_step_up(s, loc, _any_step(s, loc, c)),
    lambda s, loc, c: steps.with_step_down(s, loc, _any_step(s, loc, c)),
    lambda s, loc, c: steps.with_level(s, loc, _any_step(s, loc, c), c.choice(list(StepLevel)), "Kepala"),
    lambda s, loc, c: steps.with_step_symbol(
        s, loc, _any_step(s, loc, c), c.choice(["mulai", "proses", "keputusan", "selesai"])
    ),
    lambda s, loc, c: steps.with_step_roles(
        s, loc, _any_step(s, loc, c), [_role(s, c) for _ in range(c.randint(1, 3))]
    ),
    _another_lane,
    _a_lane_less,
    _first_lane_last,
)


@pytest.mark.parametrize("seed", range(max(3, many(60))))
def test_after_any_changes_it_is_still_an_sop_whose_steps_and_roles_are_all_there(seed: int) -> None:
    chance = Random(seed)
    source = parse_text("x.yaml", chance.choice([DRAFT, STEPS, spec().text]))
    for _ in range(15):
        loc: Loc = ("kegiatan", chance.randrange(len(source.data["kegiatan"])), "alur")  # type: ignore[index]
        change = chance.choice(CHANGES)
        before = {step["id"] for step in of(source, loc)}
        source = change(source, loc, chance)
        sop = validated(source, Sop)
        roles = {lane.id for lane in sop.pelaksana}
        found = of(source, loc)
        known = [step["id"] for step in found]
        assert len(known) == len({*known})
        assert len(before - {*known}) <= 1
        assert {to for step in found for to in led_to(step)} <= {*known}
        assert all({*step.lanes} <= roles for activity in sop.kegiatan for step in activity.alur)
