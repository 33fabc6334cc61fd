"""Mends converge, and no rule stumbles over any text."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.examples import many
from tests.lint.edits import SOUND, TODAY, edited, subject

from sopgen.lint.registry import Finding, Reorder, Rewrite, Subject, findings
from sopgen.model.sop import Sop
from sopgen.read.load import load_edition

SPEC = Path(__file__).parents[2] / "spec" / "sop" / "fkpm" / "2019.yaml"
ROUNDS = 12
Choice = Callable[[Sequence[Finding]], Sequence[Finding]]


def mended(data: Any, finding: Finding) -> Any:
    """Return the data of a spec with one correction."""
    mend = finding.mend
    if isinstance(mend, Rewrite):
        return edited(data, {mend.loc: mend.text})
    assert isinstance(mend, Reorder)
    place = data
    for part in mend.loc:
        place = place[part]
    assert sorted(mend.order) == list(range(len(place)))
    return edited(data, {mend.loc: [place[n] for n in mend.order]})


def fixed(looked_at: Subject, choose: Choice) -> tuple[Subject, int]:
    """Mend what the choice picks, look again, and so on; return what is left and the number of rounds."""
    for count in range(100):
        found = [finding for _, finding in findings(looked_at) if finding.mend and not finding.in_unit]
        if not found:
            return looked_at, count
        data = looked_at.sop.model_dump(mode="json")
        # The places of rewrites are those before a list is put in order.
        for finding in sorted(choose(found), key=lambda one: isinstance(one.mend, Reorder)):
            data = mended(data, finding)
        looked_at = replace(looked_at, sop=Sop.model_validate(data))
    raise AssertionError("mends do not converge")


def draft_of_2019() -> Subject:
    edition = load_edition(SPEC)
    data = edition.sop.model_dump(mode="json")
    draft = Sop.model_validate({**data, "status": "draf", "sebagaimana_terbit": False})
    return Subject(draft, edition.unit, edition.regulations, TODAY)


def test_the_mends_of_the_2019_edition_converge_in_any_order() -> None:
    before = Counter(entry.code for entry, _ in findings(draft_of_2019()))
    first, _ = fixed(draft_of_2019(), lambda found: found[:1])
    last, _ = fixed(draft_of_2019(), lambda found: found[-1:])
    at_once, rounds = fixed(draft_of_2019(), lambda found: found)
    assert first.sop == last.sop == at_once.sop
    assert rounds <= ROUNDS
    after = Counter(entry.code for entry, _ in findings(first))
    assert {"LG09": 1} == dict(after - before)  # what was misspelt is a common noun
    assert {"ID02", "LB02", "LG02", "LG03", "LG05"} <= before.keys() - after.keys()
    assert {"LB04", "LB09", "LB10"} <= after.keys()  # titles and dates are proposed, never corrected


def test_the_corrected_legal_basis_is_written_as_the_annex_has_it() -> None:
    basis = fixed(draft_of_2019(), lambda found: found)[0].sop.dasar_hukum.isi
    assert (
        "Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang "
        "Penyusunan SOP",
        "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2008 tentang pedoman dasar strategi dan "
        "implementasi perpolisian masyarakat dalam penyelenggaraan tugas.",
        "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 23 Tahun 2010 tanggal 30 September 2010 tentang "
        "susunan organisasi dan tata kerja satuan organisasi pada tingkat kepolisian dan sektor.",
        "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat",
        "Surat Keputusan Kapolri no.pol : Skep/431/VII/2006 tanggal 1 Juni 2006 tentang pedoman pembinaan personil "
        "pengembangan fungsi Polmas",
        "Surat Keputusan Kapolri No.Pol : Skep/432/VII/2006 tanggal 1 Juni 2006 tentang Pedoman Pelaksanaan "
        "Pemolisian Masyarakat (Polmas)",
    ) == basis


ODD = (
    "Perkap nomor 3 thn 2015|tentang|pemolisian masyarakat|UU No. 2/2002|Undang-undang RI|Skep/431/VII/2006|2006| ,"
    "|,x|tanggal 01 Juni|di-  di|Sara|unsur Sara|hp|Hp|S.I.K|M.SI|WIB|09.00|...|SOP|(F K P M)|dan/atau|do'a|aktifitas"
    "|AKTIFITAS|/|-|tengah- tengah|9|99999999|Tahun|nomor|Republik Indonesia|ß|ǰ|İ|ke-1|:| |\n|Permenpan 35/2012|yang"
    "|YANG|Mulai|.|;"
)
PIECES = st.sampled_from(ODD.split("|"))
LETTERS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=6)
TEXTS = st.lists(PIECES | LETTERS, min_size=1, max_size=8).map(" ".join)


def _leaves(data: Any, loc: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(data, str):
        return [loc]
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [leaf for key, value in pairs for leaf in _leaves(value, (*loc, key))]


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    """Draw the sound spec with any text at any places where the model takes it."""
    edits: dict[tuple[Any, ...], object] = {}
    for loc in draw(st.lists(st.sampled_from(_leaves(SOUND)), max_size=6)):
        edits[loc] = draw(TEXTS)
    for name in ("dasar_hukum", "keterkaitan", "peralatan", "peringatan"):
        edits[(name, "isi")] = draw(st.lists(TEXTS, max_size=4))
    for loc, text in list(edits.items()):
        try:
            subject({loc: text})
        except ValidationError:
            del edits[loc]
    return subject(edits, unit={("kop", 0): draw(TEXTS)})


@settings(max_examples=many(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(subjects())
def test_no_rule_stumbles_and_all_mends_converge(looked_at: Subject) -> None:
    for _, finding in findings(looked_at):
        assert finding.what
        assert not re.search(r"[{}]", finding.fix) or re.search(r"[{}]", str(looked_at.sop))
    left, rounds = fixed(looked_at, lambda found: found)
    assert rounds <= ROUNDS
    assert not [finding for _, finding in findings(left) if finding.mend and not finding.in_unit]
