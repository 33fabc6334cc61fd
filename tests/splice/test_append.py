"""Items are added to a list of the top level, or begin one."""

from tests.splice.texts import spec

from sopgen.splice.append import append


def test_entries_are_added_to_a_list_or_begin_one_at_the_end() -> None:
    entries = [{"di": "a", "alasan": "b: c"}]
    assert 'a: 1\n\nx:\n  - di: a\n    alasan: "b: c"\n' == append(spec("a: 1"), "x", entries).text
    assert 'a: 1\n\nx:\n  - di: a\n    alasan: "b: c"\n' == append(spec("x: []\na: 1\n"), "x", entries).text
    begun = "x:\n- di: z # tetap\n  alasan: y\na: 1\n"
    assert begun.replace("a: 1", '- di: a\n  alasan: "b: c"\na: 1') == append(spec(begun), "x", entries).text
    assert 'x: [{di: z}, {di: a, alasan: "b: c"}]' == append(spec("x: [{di: z}]"), "x", entries).text
