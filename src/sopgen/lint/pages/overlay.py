"""The pages of codes that tell of a unit's edition over a base."""

from typing import Final

from sopgen.lint.pages.page import RulePage

_OWN: Final = "sopgen"

OVERLAY_PAGES: Final = (
    RulePage(
        "DS01",
        "error",
        "What a unit changes or leaves out stands in its base",
        "An edition with `dasar:` says only what differs. Items of a list are named by their id, or by their words "
        "where they have none: the base has to have them. Where the base moved on, the words may be others now.",
        _OWN,
        wrong="alur: {tanpa: [l9]}",
        right="alur: {tanpa: [l6]}",
    ),
    RulePage(
        "DS02",
        "error",
        "The base of an edition is there",
        "`dasar: fkpm/2026` is the file dasar/fkpm/2026.yaml in the folder spec/, or in a folder above the edition.",
        _OWN,
        wrong="dasar: fkpm",
        right="dasar: fkpm/2026",
    ),
    RulePage(
        "DS03",
        "warning",
        "An edition was brought to its base as it stands",
        "`sidik_dasar` is the digest of the base that the edition was last brought to. Where the base says something "
        "else now, somebody is to look at what came and what clashes with the unit's own words.",
        _OWN,
        wrong="dasar: fkpm/2026",
        right="sopgen update spec/dasar/fkpm/2026.yaml --apply",
    ),
)
