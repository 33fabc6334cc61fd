"""A text with every kind of layout, and random trees of texts in the layouts that PyYAML writes."""

from typing import Any

from hypothesis import strategies as st

from sopgen.errors import Loc
from sopgen.read.source import Source, parse_text

ODD = """\
# kepala
id: x   # ekor   komentar
kurung: { b: null, c:  "x" , d: 'y', e: [p,  q,
   r]}
kosong:
daftar:
  # tentang satu
- satu
-   dua # mata
# tentang tiga
# dan lagi
- tiga

- &jangkar empat
pakai: *jangkar
terlipat: >-  # kepala blok
  Memberikan himbauan
  kepada   warga desa
  dan kota
panjang: kata yang
  dilipat tanpa
  tanda kutip
literal: | # kepala
  baris satu
    baris dua
akhir: "a\\tb"
# penutup
"""


def spec(text: str = ODD) -> Source:
    return parse_text("x.yaml", text)


def changed_lines(old: Source, new: Source) -> list[str]:
    before = old.text.splitlines()
    return [line for line in new.text.splitlines() if line not in before]


def at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=20)


TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


TREES = st.dictionaries(
    st.sampled_from("abcd"),
    st.recursive(
        TEXTS,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(st.sampled_from("xyz"), inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
)


LAYOUTS = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "width": st.sampled_from([20, 1000]),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


def leaves(data: Any, loc: Loc = ()) -> list[Loc]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    return [loc] if parts is None else [leaf for key, value in parts for leaf in leaves(value, (*loc, key))]
