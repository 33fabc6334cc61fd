"""A frozen record is to its users what the standard decorator makes of the same class."""

import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import field
from functools import cached_property
from typing import Any

import pytest

from sopgen import records


def classes(dataclass: Callable[..., Any]) -> list[type]:
    """Return the same classes by one decorator and by the other."""

    @dataclass(frozen=True)
    class Plain:
        name: str
        parts: tuple[int, ...] = ()
        seen: dict[str, int] = field(default_factory=dict, compare=False)
        secret: str = field(default="x", repr=False)

        @cached_property
        def long(self) -> str:
            return self.name * 2

    @dataclass(frozen=True)
    class Longer(Plain):
        kind: str = "b"

        def __post_init__(self) -> None:
            assert self.kind

    @dataclass(frozen=True, kw_only=True)
    class Named:
        first: int
        second: int = 2

    @dataclass(frozen=True)
    class Own:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own)

        def __repr__(self) -> str:
            return "own"

    @dataclass(frozen=True)
    class Empty:
        pass

    @dataclass(frozen=True, order=True)
    class Ordered:
        name: str

    @dataclass
    class Open:
        name: str

    return [Plain, Longer, Named, Own, Empty, Ordered, Open]


ARGUMENTS: list[tuple[int, tuple[Any, ...], dict[str, Any]]] = [
    (0, ("a",), {}),
    (0, ("a", (1,)), {"secret": "y"}),
    (0, ("a",), {"seen": {"b": 1}}),
    (1, ("a",), {"kind": "c"}),
    (2, (), {"first": 1}),
    (3, ("a",), {}),
    (4, (), {}),
    (5, ("a",), {}),
    (6, ("a",), {}),
]


def described(made: Any) -> tuple[object, ...]:
    again = dataclasses.replace(made)
    alike = hash(made) == hash(again) if type(made).__hash__ is not None else None
    return repr(made), alike, dataclasses.asdict(made), again == made, made == object(), made.__match_args__


@pytest.mark.parametrize(("number", "places", "names"), ARGUMENTS)
def test_a_record_is_what_the_standard_decorator_makes(
    number: int, places: tuple[Any, ...], names: dict[str, Any]
) -> None:
    ours, theirs = classes(records.dataclass)[number], classes(dataclasses.dataclass)[number]
    assert described(theirs(*places, **names)) == described(ours(*places, **names))
    assert [*inspect.signature(theirs).parameters] == [*inspect.signature(ours).parameters]


@pytest.mark.parametrize("number", range(6))
def test_a_record_is_never_changed(number: int) -> None:
    values: dict[str, Any] = {2: {"first": 1}, 4: {}}.get(number, {"name": "a"})
    made = classes(records.dataclass)[number](**values)
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del made.name


def test_records_of_other_values_or_classes_differ() -> None:
    plain, longer, *_ = classes(records.dataclass)
    assert plain("a") != plain("b")
    assert plain("a") != longer("a")
    assert plain("a", seen={"b": 1}) == plain("a")
    assert "aa" == plain("a").long


@pytest.mark.parametrize(("places", "names"), [((), {}), (("a", (), {}, "x", "more"), {}), (("a",), {"wrong": 1})])
def test_a_record_refuses_arguments_that_it_has_not(places: tuple[Any, ...], names: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="argument"):
        classes(records.dataclass)[0](*places, **names)


@records.dataclass(frozen=True)
class Sent:
    """Goes to another process, as a letter does."""

    name: str


def test_a_record_goes_to_another_process() -> None:
    assert Sent("a") == pickle.loads(pickle.dumps(Sent("a")))
