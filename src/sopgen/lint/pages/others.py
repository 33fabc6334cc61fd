"""The pages of codes that are no rules over a spec: faults of reading, of rosters and orders, of remarks."""

from typing import Final

from sopgen.lint.pages.layout import LAYOUT_PAGES
from sopgen.lint.pages.overlay import OVERLAY_PAGES
from sopgen.lint.pages.page import RulePage
from sopgen.lint.pages.record import RECORD_PAGES

YAML: Final = "YAML 1.1; sopgen reads a part of it that has no traps"
OWN: Final = "sopgen"

_PAGES: Final = (
    RulePage(
        "YM01",
        "error",
        "The file is there and can be read",
        "The name or the folder is wrong, the file is larger than 8 MiB, or the rights are missing. Without a name, "
        "`sopgen check` looks under spec/sop.",
        OWN,
    ),
    RulePage(
        "YM02",
        "error",
        "The file is UTF-8 text",
        "Notepad offers UTF-8 under Save as. Older programs write Windows-1252 or UTF-16, in which letters with "
        "marks are lost.",
        OWN,
    ),
    RulePage(
        "YM03",
        "error",
        "The text holds no control characters, no invisible ones and no look-alikes",
        "Word can not hold control characters, and invisible ones change the order in which a text is read. A "
        "Cyrillic letter in a Latin word, a letter with its mark as a sign of its own, and the firm blank of a web "
        "page in a key look right and are found by no search. They come with texts copied from web pages, chats and "
        "PDFs.",
        "XML 1.0, characters",
    ),
    RulePage(
        "YM04",
        "error",
        "The file is YAML",
        "Indentation, a colon without a space after it, a quote or a bracket that is not closed: the line named is "
        "where the reader could not go on; the slip is there or just above.",
        YAML,
        wrong="judul:Nomor",
        right="judul: Nomor",
    ),
    RulePage(
        "YM05", "error", "A file holds one document", "`---` begins a second one, which nobody would see.", YAML
    ),
    RulePage("YM06", "error", "A spec is not nested deeply", "More than 40 levels are a slip or an attack.", OWN),
    RulePage(
        "YM07",
        "error",
        "A value bears no YAML tag",
        "Tags such as `!!python` can make programs of texts.",
        YAML,
        wrong="nomor: !!int 5",
        right='nomor: "5"',
    ),
    RulePage(
        "YM08", "error", "Aliases do not repeat without end", "Written out, such a file would fill the disk.", OWN
    ),
    RulePage("YM09", "error", "A key is a word", "A list or a set of keys can not be a key.", YAML),
    RulePage(
        "YM10",
        "error",
        "A key stands once",
        "Of two equal keys other programs keep the last, without a word.",
        YAML,
        wrong="judul: Kegiatan\njudul: Rencana",
        right="judul: Kegiatan",
    ),
    RulePage(
        "YM11",
        "error",
        "No part of a text is taken for a remark",
        "YAML takes ` #` and what follows on the line for a remark, which is printed nowhere. A true remark has a "
        "blank and a word behind its #; a text with # in it stands in quotes.",
        YAML,
        wrong="- Tenda #2 ukuran besar",
        right='- "Tenda #2 ukuran besar"',
    ),
    RulePage(
        "YM12",
        "error",
        "The items of a list have the same indent",
        "An item that is indented deeper than the one above becomes a part of its text.",
        YAML,
        wrong="- Papan tulis\n  - Spidol",
        right="- Papan tulis\n- Spidol",
    ),
    RulePage(
        "SK01",
        "error",
        "Keys and values are those of the form",
        "A key is unknown or missing, or a value is of another kind: no date, no whole number, none of the known "
        "words. docs/glossary.md explains each key.",
        "spec/skema/",
        wrong="identitas: {tanggal_efektif: {judul: Tanggal Efektif, nilai: September 2019}}",
        right="identitas: {tanggal_efektif: {judul: Tanggal Efektif, nilai: 2019-09-03}}",
    ),
    RulePage(
        "UN01",
        "error",
        "The emblem is a picture in the folder of the spec",
        "A PNG or JPEG of a sensible size, named from satuan.yaml on; nothing outside the folder is read.",
        OWN,
    ),
    RulePage(
        "LB11",
        "error",
        "A law stands once in peraturan.yaml",
        "Of two entries for one law, only one could count; where they differ nobody would know which.",
        OWN,
    ),
    RulePage(
        "ID08",
        "error",
        "No two editions have the same output folder",
        "The folder is named after id and edition, and Windows knows no case.",
        OWN,
    ),
    RulePage(
        "RO01",
        "error",
        "Each row of a roster names a person with rank and number",
        "An NRP has 8 digits, a NIP 18, kept as text; ranks are those of Polri; nobody stands twice. A civilian "
        "has no number.",
        "Perkap 1/2023, letters; tables of ranks",
        wrong="Nama;Pangkat;NRP\nPersonel Contoh 1;Brigadir Satu;1",
        right="Nama;Pangkat;NRP\nPersonel Contoh 1;Briptu;00000001",
    ),
    RulePage(
        "RO02",
        "warning",
        "What was left out of a roster, or read in a way that may not be meant, is told",
        "Titles, totals and signature blocks name nobody and are left out; an old encoding, a person without rank "
        "and number, a rank of another service, a column without use are taken as they stand. Look at each line "
        "before the letters are signed.",
        OWN,
    ),
    RulePage(
        "PR02",
        "error",
        "Files that are committed carry no personal numbers",
        "What git has once is kept for good, and is copied to every computer and server. NRP, NIP, NIK and mobile "
        "telephones stand in rosters, letters and filled forms, which stay out of git; only officials who sign may "
        "stand in the spec. Numbers of examples begin with 0000.",
        "UU 27/2022, protection of personal data",
        wrong="git add -f surat/",
        right="sopgen check --personal-data spec/satuan.yaml",
    ),
    RulePage(
        "TO07",
        "error",
        "What an order file orders can be ordered",
        "`sop` and `personel` are files that are there, `kegiatan` is an id of the SOP, `penandatangan` one of "
        "`pejabat` in satuan.yaml. The SOP is in force on the days of the task, nobody ranks above who signs. For "
        "`sopgen form --order`, `sop` is the SOP that is asked for.",
        OWN,
    ),
    RulePage(
        "LB16",
        "error",
        "A law that is named by its id stands in spec/peraturan.yaml, with its title",
        "`{peraturan: uu-2-2002}` prints the official form of the law as of the day on which the edition takes "
        "effect, with what amended it. `sopgen peraturan cari` finds the id. What the table does not know is cited "
        "in words.",
        OWN,
        wrong="- {peraturan: uu-2-2020}",
        right="- {peraturan: uu-2-2002}",
    ),
    RulePage(
        "LB17",
        "error",
        "The table of laws does not contradict itself",
        "`sopgen peraturan check` looks whether each law can be told, none is its own successor, no successor is "
        "older, and what has a day of revocation is revoked.",
        OWN,
    ),
    RulePage(
        "LB18",
        "info",
        "The table of laws says what is not known",
        "Titles, standings and successors that nobody has looked up yet, and what is there from memory only. What is "
        "looked up is written with its source.",
        OWN,
    ),
    RulePage(
        "ED01",
        "error",
        "Only a draft is corrected by the program",
        "An edition that was issued keeps its words, faults included: what was signed must stay what it was. Begin "
        "the next edition with `sopgen revise`.",
        OWN,
        wrong="sopgen fix spec/sop/fkpm/2019.yaml",
        right="sopgen revise spec/sop/fkpm/2019.yaml --edition 2026",
    ),
    RulePage(
        "ED02",
        "error",
        "A place that the program changes can be changed alone",
        "Comments, layout and all other values stay as they are. Where a value stands in several places (& and *), "
        "or is written in a way that YAML alone knows, the program leaves the file as it is.",
        OWN,
        wrong="a: &sama Polres Contoh\nb: *sama",
        right="a: Polres Contoh\nb: Polres Contoh",
    ),
    RulePage(
        "SL01",
        "warning",
        "A remark that silences a rule gives a reason",
        "Whoever reads the spec later must see why the finding is left alone. Without a reason the remark silences "
        "nothing.",
        OWN,
        wrong="- Perkap nomor 7 tahun 2008 # abaikan LB01",
        right="- Perkap nomor 7 tahun 2008 # abaikan LB01: dikutip sebagai sejarah, atas petunjuk Kasikum",
    ),
    RulePage(
        "SL02",
        "warning",
        "A remark names rules that exist",
        "Rules are silenced one by one, at their place, never all at once.",
        OWN,
        wrong="# abaikan semua: nanti saja",
        right="# abaikan LG01: nama resmi kegiatan",
    ),
    RulePage(
        "SL03",
        "warning",
        "A remark silences something",
        "Either the finding was corrected, and the remark can go, or it stands at another line: it works for its own "
        "line, or alone on the line above.",
        OWN,
    ),
    RulePage(
        "SL04",
        "warning",
        "Errors of structure are not silenced",
        "A flow without an end, a role that does not exist, a file that can not be read: nothing right can be "
        "made of these.",
        OWN,
    ),
    RulePage(
        "TP01",
        "error",
        "A Word template has the styles and tables that the program fills",
        "They are known by their names, wherever they stand. Make again what was renamed or deleted, or take the "
        "template from a new working folder (`sopgen new`).",
        OWN,
    ),
    RulePage(
        "TP02",
        "warning",
        "Sizes and distances stand in rupa.yaml",
        "It sets Word and PDF alike, and the pages are planned by it. What Word itself says of the same thing is not "
        "used.",
        OWN,
    ),
    RulePage(
        "TP03",
        "warning",
        "Word and PDF show the same",
        "What was added to the Word template alone is missing in the PDF, and what follows it may come to other "
        "pages in Word.",
        OWN,
    ),
    RulePage(
        "TP04",
        "error",
        "What a Word template adds to a page has room there",
        "On the cover it takes from the room above the office, which stays at the foot of the page. What is taller "
        "would bring a page that nobody planned. A page of its own, behind a page break, is as long as it is.",
        OWN,
    ),
)
_WHOLE: Final = (*_PAGES, *RECORD_PAGES, *LAYOUT_PAGES, *OVERLAY_PAGES)
OTHERS: Final[dict[str, RulePage]] = {page.code: page for page in _WHOLE}
