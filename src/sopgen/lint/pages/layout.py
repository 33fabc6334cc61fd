"""The pages of the codes of the layout (tata letak): what fits on no page."""

from typing import Final

from sopgen.lint.pages.page import RulePage

OWN: Final = "sopgen"

LAYOUT_PAGES: Final = (
    RulePage(
        "TL01",
        "error",
        "Each step of the flow table fits on a page",
        "A step is never torn: a symbol or a sentence on two pages can not be read. A long flow goes on over several "
        "pages, from connector to connector, and so do the lists of an activity.",
        OWN,
    ),
    RulePage(
        "TL02",
        "error",
        "The lines of a flow fit between the columns of its roles",
        "Each line needs a way of its own, and no line may run through a symbol or over another one. Steps that "
        "follow each other need none; jumps over many steps need most.",
        OWN,
    ),
    RulePage(
        "TL03",
        "error",
        "The word on an exit of a decision has a place beside its line",
        "Words such as Ya and Tidak stand by their line, clear of symbols and of other words. Long words, and many "
        "exits in one row, leave too little room.",
        OWN,
        wrong="cabang: {Permohonan memenuhi seluruh persyaratan: l4, Tidak: l2}",
        right="cabang: {Lengkap: l4, Tidak: l2}",
    ),
    RulePage(
        "TL04",
        "error",
        "A word is no wider than its column",
        "Word and the PDF would break it in different places, or print it over what stands beside it.",
        OWN,
    ),
    RulePage(
        "TL05",
        "error",
        "The cover fits on one page",
        "Its lines, the emblem and the distances of templates/sop/rupa.yaml are added up; what is left stands "
        "between the year and the office.",
        OWN,
    ),
    RulePage(
        "TL06",
        "error",
        "Each item of a list fits on a page",
        "Lists that one page does not hold go on over further ones, in Word and in the PDF alike: those of the "
        "identity page, those of an activity. An item is never torn.",
        OWN,
    ),
    RulePage(
        "TL07",
        "error",
        "The words of a step fit its symbol",
        "A word is parted between its syllables where it must be; a symbol that would still be too high for its "
        "width, or would part a syllable, can not be read. In a table with a row a step such a symbol shows the "
        "number of its row; with `isi_simbol: nomor` all symbols do.",
        OWN,
    ),
    RulePage(
        "TL08",
        "error",
        "The widths of the roles leave the other columns enough",
        "A role with `lebar` has a column of exactly that width in the flow table; the others share what is left. "
        "The column of the activity and each role keep what templates/sop/rupa.yaml says at least.",
        OWN,
        wrong="pelaksana: [{id: kapolres, label: Kapolres, lebar: 150}, ...]",
        right="pelaksana: [{id: kapolres, label: Kapolres, lebar: 40}, ...]",
    ),
    RulePage(
        "TL12",
        "error",
        "Title and signature of a prose SOP leave room on their pages",
        "Four lines of the text stand on the page of the title at least, and two with the signature. The title is "
        "that of `judul_naskah`, the signature that of `identitas.pengesah`. No row of a table is higher than a "
        "page.",
        OWN,
    ),
)
