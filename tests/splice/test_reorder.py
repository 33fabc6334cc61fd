"""Items in another order take their comments along."""

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.splice.texts import LAYOUTS, TEXTS, at, spec

from sopgen.splice.reorder import reorder


def test_an_item_takes_the_comments_above_and_beside_it_to_its_new_place() -> None:
    made = reorder(spec("- a\n# tentang b\n- b # mata\n\n- c"), (), (1, 2, 0))
    assert "# tentang b\n- b # mata\n\n- c\n- a" == made.text
    made = reorder(spec(), ("daftar",), (2, 1, 0, 3))
    head = (
        "daftar:\n# tentang tiga\n# dan lagi\n- tiga\n\n-   dua # mata\n  # tentang satu\n- satu\n- &jangkar empat\n"
    )
    assert head in made.text
    assert len(spec().text) == len(made.text)


def test_a_list_in_brackets_is_put_in_order_too() -> None:
    assert "e: [r,  p,\n   q]}" in reorder(spec(), ("kurung", "e"), (2, 0, 1)).text


@given(st.lists(TEXTS, min_size=1, max_size=6), LAYOUTS, st.data())
def test_any_list_of_any_layout_is_put_in_any_order(
    items: list[str], layout: dict[str, Any], draw: st.DataObject
) -> None:
    source = spec(yaml.safe_dump({"a": {"b": items}, "c": "d"}, allow_unicode=True, sort_keys=False, **layout))
    order = draw.draw(st.permutations(range(len(items))))
    read = at(source.data, ("a", "b"))
    assert {"a": {"b": [read[place] for place in order]}, "c": "d"} == reorder(source, ("a", "b"), order).data
