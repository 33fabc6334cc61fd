"""The pages of the codes of an edition's record: approvals that hold no more, events that can not be, releases."""

from typing import Final

from sopgen.lint.pages.page import RulePage

OWN: Final = "sopgen"
TABLE: Final = "Permenpan RB 35/2012, annex, table 7"

RECORD_PAGES: Final = (
    RulePage(
        "PS01",
        "error",
        "An approval holds for what was approved",
        "Each approval keeps the digests of what the SOP is printed from: its parts, the unit's letterhead and "
        "emblem, the template folder sop/. Where one of them is another now, the edition is a draft again. Comments "
        "and layout, the settings of letters, reasons of changes, other templates and the program's version are no "
        "change.",
        OWN,
        stops="approval",
    ),
    RulePage(
        "PS02",
        "error",
        "The states of an edition follow each other in order",
        "The way is draf, ditinjau, siap_ditandatangani, berlaku, dicabut. A rejection leads back to draf. An "
        "edition kept as issued is registered as berlaku at once. `sopgen approve --undo` cancels the last step by a "
        "line that says so.",
        OWN,
    ),
    RulePage(
        "PS03",
        "error",
        "Events stand in the order of their dates",
        "Nobody approves before the review, years before the edition was made, or on a day to come (in the unit's "
        "time zone). Events of one day keep the order in which they stand.",
        OWN,
    ),
    RulePage(
        "PS04",
        "error",
        "A record is of the edition that its name says",
        "spec/pengesahan/<sop>-<edisi>.yaml names `sop` and `edisi`; approvals are never taken over from another "
        "edition.",
        OWN,
    ),
    RulePage(
        "PS05",
        "error",
        "A rejection, a revocation and a registration give a reason",
        "Whoever reads the record later must see why; for an edition kept as issued, where its signed original is.",
        OWN,
    ),
    RulePage(
        "PS06",
        "error",
        "An edition in force has an effective date",
        "Monitoring and evaluation count from it. Written after the approval, it would void it.",
        "Permenpan RB 35/2012, annex, identity item 5",
        stops="approval",
    ),
    RulePage(
        "PS07",
        "error",
        "An edition comes into force by the signature of who approves it",
        "The record names the signature of the official printed in the approval cell (`pengesah`) on sop.pdf as it "
        "stands: by ink with its scan, by an own key, or through BSrE. `sopgen sign` writes it.",
        "Permenpan RB 35/2012, annex, identity item 6",
        stops="approval",
    ),
    RulePage(
        "PS08",
        "error",
        "An example is never approved",
        "`contoh: true` says that the text is none of the unit's own.",
        OWN,
        stops="approval",
    ),
    RulePage(
        "PS09",
        "error",
        "Only what is approved as it stands is given out",
        "`sopgen build --release` makes what is signed and handed out. It needs an approval to sign that holds; an "
        "edition that was issued before records began is compared with its signed original and registered.",
        OWN,
        stops="approval",
    ),
    RulePage(
        "PS10",
        "error",
        "Only an edition in force is monitored",
        "The date lies before the effective date, or the edition was never in force.",
        TABLE,
    ),
    RulePage(
        "PS11",
        "error",
        "Each record belongs to an edition",
        "The id or the edition of an SOP was changed, or its file is gone: its approvals count no more. "
        "`sopgen check` and `sopgen status` look for it where no edition is named and all can be read.",
        OWN,
    ),
    RulePage(
        "PS12",
        "error",
        "What is in force is so by its record",
        "A `status: berlaku` in a spec counts as draf. An edition with `sebagaimana_terbit: true` is in force only "
        "where it took effect before the first step in any record of spec/pengesahan/: what is new is reviewed, "
        "approved and signed.",
        OWN,
        stops="approval",
    ),
    RulePage(
        "PS13",
        "warning",
        "An edition as issued is proven by the scan of its signed original",
        "Until `sopgen sign ... --scan` has registered it, nobody has said that the words here are those that were "
        "signed. Orders are given on it as before; nothing of this stands on its pages.",
        OWN,
    ),
    RulePage(
        "PS14",
        "error",
        "Officials decide, and never one alone",
        "Whoever reviews has a rank. What may be signed, comes into force or ends is decided by an official of "
        "satuan.yaml, or by who is printed in the approval cell; reviewer and approver are two persons at least.",
        OWN,
        stops="approval",
    ),
    RulePage(
        "PS15",
        "error",
        "What is given out is, to the byte, what was approved",
        "An approval keeps the digests of sop.docx and sop.pdf. A program, a font or a file that prints other bytes "
        "is told, with the pages that look different from those in arsip/; the approval itself stands.",
        OWN,
        stops="approval",
    ),
    RulePage(
        "PS16",
        "info",
        "What is found in the words of an edition as issued is told in one line",
        "Its words stay as they were signed: nothing in them is to be mended, and the findings of the drafts are not "
        "to be lost among them. `sopgen check --all` shows each.",
        OWN,
    ),
    RulePage(
        "PS17",
        "error",
        "What was not sure in an old file is settled before the approval",
        "`sopgen import` writes `# periksa` above what it did not read with certainty, with its place in the old "
        "file. Who has compared it deletes the remark; until then nobody signs the edition.",
        OWN,
        wrong='# periksa: "01" bukan tanggal (halaman 1)\ntanggal_revisi: {judul: TGL REVISI, nilai: null}',
        right="tanggal_revisi: {judul: TGL REVISI, nilai: 2019-09-03}",
        stops="approval",
    ),
)
