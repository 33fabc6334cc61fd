"""Contents become tags once, the same for Word and Typst."""

from dataclasses import dataclass
from typing import Annotated

from sopgen.model.page import PageSetup
from sopgen.plan.contract.frame import frame
from sopgen.plan.contract.tags import Tag, TagLine, as_data, tag_lines


@dataclass(frozen=True)
class Inner:
    said: Annotated[str, Tag("kata", "yang dikatakan")]


@dataclass(frozen=True)
class Outer:
    inner: Annotated[tuple[Inner, ...], Tag("butir", "semua butir")]
    page: Annotated[PageSetup, Tag("halaman", "kertas")]
    picture: Annotated[bytes, Tag("gambar", "gambar")]
    own: int = 3


OUTER = Outer((Inner("a"), Inner("b")), PageSetup(), b"\x01")


def test_contents_become_tags_and_what_has_no_tag_stays_out() -> None:
    data = as_data(OUTER)
    assert data["butir"] == [{"kata": "a"}, {"kata": "b"}]
    assert data["gambar"] == [1]
    assert data["halaman"]["kertas"] == "F4"
    assert data.keys() == {"butir", "halaman", "gambar"}


def test_a_list_of_tags_goes_into_lists_and_models() -> None:
    lines = list(tag_lines(OUTER))
    assert TagLine("butir[].kata", "yang dikatakan", "a") in lines
    assert "halaman.margin.kiri" in {line.name for line in lines}


def test_a_frame_is_a_page_of_the_spec_with_its_head() -> None:
    made = frame(PageSetup(), 10.0)
    assert (made.width, made.height, made.top, made.left, made.head) == (215.0, 330.0, 20.0, 25.0, 10.0)
    assert (made.text_width, made.text_height) == (175.0, 295.0)
    assert as_data(made)["kepala"] == 10.0
