"""Which state its events give an edition, and what voids them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.model.life.record import Decision, LifeEvent, Officer, RecordFile
from sopgen.model.life.state import Digests, event_faults, faults, holding, life, may_follow, opening, uncancelled
from sopgen.model.sop import Sop, Status
from sopgen.read.load import load_edition

OFFICER = Officer(nama="Personel Contoh 1", pangkat="AKP", nrp="00000001", jabatan="KASAT CONTOH")
ONE, OTHER = "1" * 64, "2" * 64
TARGETS = [Status.REVIEWED, Status.READY, Status.IN_FORCE, Status.REVOKED]


@pytest.fixture(scope="module")
def small() -> Sop:
    return load_edition(Path(__file__).parents[2] / "contoh" / "sop.yaml").sop


def event(
    state: Status, *, digest: str = ONE, decision: Decision = Decision.APPROVED, day: int = 0, who: int = 1
) -> LifeEvent:
    return LifeEvent(
        keadaan=state,
        tanggal=date(2026, 1, 1) + timedelta(day),
        oleh=OFFICER.model_copy(update={"nrp": f"{who:08}"}),
        keputusan=decision,
        catatan="contoh",
        sidik=digest,
        bagian={"judul": digest, "program": ONE},
    )


def seen(digest: str = ONE) -> Digests:
    return Digests(digest, {"judul": digest, "program": ONE})


events = st.lists(
    st.builds(
        event,
        st.sampled_from(TARGETS),
        digest=st.sampled_from([ONE, OTHER]),
        decision=st.sampled_from(Decision),
        day=st.just(0),
    ),
    max_size=8,
)


def test_without_events_the_spec_says_where_it_stands() -> None:
    assert Status.IN_FORCE is life(Status.IN_FORCE, [], seen()).state
    assert not life(Status.IN_FORCE, [], seen()).released


@given(events, st.sampled_from(Status))
def test_what_no_event_saw_is_a_draft_or_revoked(history: list[LifeEvent], stated: Status) -> None:
    lived = life(stated, history, seen("3" * 64))
    assert not lived.released
    assert lived.state in ({stated} if not uncancelled(history) else {Status.DRAFT, Status.REVOKED})


@given(events)
def test_a_state_is_always_that_of_an_approval_of_what_stands_now(history: list[LifeEvent]) -> None:
    held = holding(history, ONE)
    if held:
        assert held.keputusan is Decision.APPROVED
        assert held.sidik == ONE or held.keadaan is Status.REVOKED
        standing = uncancelled(history)
        place = max(n for n, one in enumerate(standing) if one is held)
        assert all(later.keputusan is not Decision.REJECTED for later in standing[place + 1 :])


@given(st.lists(st.tuples(st.sampled_from(TARGETS), st.sampled_from(Decision)), max_size=12))
def test_steps_that_may_be_taken_lead_in_order_only(small: Sop, wishes: list[tuple[Status, Decision]]) -> None:
    order, history, state = list(Status), list[LifeEvent](), Status.DRAFT
    for number, (target, decision) in enumerate(wishes):
        wish = event(target, decision=decision, who=number)
        if may_follow(history, wish, small):
            before = uncancelled(history)
            history.append(wish)
            after = life(Status.DRAFT, history, seen()).state
            if decision is Decision.CANCELLED:
                state = life(Status.DRAFT, before[:-1], seen()).state
                assert state is after
                continue
            # The first event may revoke what was in force before records began.
            assert order.index(after) - order.index(state) <= 1 or after is Status.REVOKED
            assert after is (target if decision is Decision.APPROVED else Status.DRAFT)
            state = after
    assert [] == list(faults(RecordFile(sop=small.id, edisi=small.edisi, riwayat=tuple(history)), small))


def test_a_change_voids_the_last_approval_and_is_named() -> None:
    lived = life(Status.DRAFT, [event(Status.REVIEWED), event(Status.READY)], seen(OTHER))
    assert (Status.DRAFT, ("judul",)) == (lived.state, lived.changed)
    assert lived.voided
    assert lived.voided.keadaan is Status.READY


def test_a_change_that_is_taken_back_leaves_the_approval_standing() -> None:
    history = [event(Status.REVIEWED), event(Status.READY)]
    assert Status.DRAFT is life(Status.DRAFT, history, seen(OTHER)).state
    assert Status.READY is life(Status.DRAFT, history, seen(ONE)).state


def test_a_new_review_of_what_was_changed_ends_the_matter() -> None:
    history = [event(Status.REVIEWED), event(Status.READY), event(Status.REVIEWED, digest=OTHER)]
    lived = life(Status.DRAFT, history, seen(OTHER))
    assert (Status.REVIEWED, None) == (lived.state, lived.voided)


def test_a_rejection_makes_a_draft_again() -> None:
    history = [event(Status.REVIEWED), event(Status.READY, decision=Decision.REJECTED)]
    assert (Status.DRAFT, None) == (
        life(Status.DRAFT, history, seen()).state,
        life(Status.DRAFT, history, seen()).voided,
    )


def test_a_revocation_outlives_every_change() -> None:
    history = [event(Status.REVIEWED), event(Status.READY), event(Status.IN_FORCE), event(Status.REVOKED)]
    assert Status.REVOKED is life(Status.DRAFT, history, seen(OTHER)).state


def test_what_was_in_force_may_be_revoked_though_it_was_changed(small: Sop) -> None:
    history = [event(Status.REVIEWED), event(Status.READY), event(Status.IN_FORCE)]
    assert may_follow(history, event(Status.REVOKED, digest=OTHER), small)
    assert not may_follow(history[:2], event(Status.REVOKED), small)
    assert not may_follow([*history, event(Status.REVOKED)], event(Status.REVIEWED), small)


def test_a_cancelled_step_counts_as_if_it_had_not_been_and_stays(small: Sop) -> None:
    history = [
        event(Status.REVIEWED),
        event(Status.READY, who=2),
        event(Status.IN_FORCE, who=2),
        event(Status.REVOKED),
    ]
    slip = event(Status.REVOKED, decision=Decision.CANCELLED)
    assert [] == list(event_faults(history, slip, small))
    assert Status.IN_FORCE is life(Status.DRAFT, [*history, slip], seen()).state
    assert ["PS02"] == [one.code for one in event_faults([*history, slip], slip, small)]
    assert ["PS02"] == [one.code for one in event_faults([], slip, small)]


def test_nobody_reviews_and_approves_alone(small: Sop) -> None:
    alone = event_faults([event(Status.REVIEWED)], event(Status.READY), small)
    assert ["PS14"] == [one.code for one in alone]
    assert [] == list(event_faults([event(Status.REVIEWED)], event(Status.READY, who=2), small))
    changed = event_faults([event(Status.REVIEWED, who=2, digest=OTHER)], event(Status.READY), small)
    assert "PS14" in [one.code for one in changed]


def test_a_second_review_by_the_same_official_is_none(small: Sop) -> None:
    assert ["PS02"] == [one.code for one in event_faults([event(Status.REVIEWED)], event(Status.REVIEWED), small)]
    assert [] == list(event_faults([event(Status.REVIEWED)], event(Status.REVIEWED, who=2), small))


def test_a_word_in_the_spec_puts_nothing_in_force(small: Sop) -> None:
    for said, state in {
        Status.IN_FORCE: Status.DRAFT,
        Status.READY: Status.DRAFT,
        Status.REVIEWED: Status.REVIEWED,
        Status.REVOKED: Status.REVOKED,
    }.items():
        assert state is opening(small.model_copy(update={"status": said}), None)


def test_an_edition_as_issued_is_one_only_from_before_records_began(small: Sop) -> None:
    issued = small.model_copy(update={"sebagaimana_terbit": True, "status": Status.IN_FORCE})
    assert date(2026, 4, 1) == issued.issued
    assert Status.IN_FORCE is opening(issued, None)
    assert Status.IN_FORCE is opening(issued, date(2026, 4, 2))
    assert Status.DRAFT is opening(issued, date(2026, 4, 1))


def test_a_day_years_before_the_edition_was_made_is_told(small: Sop) -> None:
    wrong = event(Status.REVIEWED).model_copy(update={"tanggal": date(1990, 1, 1)})
    assert ["PS03"] == [one.code for one in event_faults([], wrong, small)]


def test_an_edition_kept_as_issued_may_be_registered_at_once(small: Sop) -> None:
    issued = small.model_copy(update={"sebagaimana_terbit": True})
    assert may_follow([], event(Status.IN_FORCE), issued)
    assert not may_follow([], event(Status.IN_FORCE), small)


def test_every_fault_of_an_event_is_told_at_once(small: Sop) -> None:
    wrong = event(Status.IN_FORCE, decision=Decision.REJECTED).model_copy(update={"catatan": None})
    found = event_faults([event(Status.REVIEWED, day=9)], wrong, small)
    assert ["PS03", "PS02", "PS05"] == [fault.code for fault in found]
