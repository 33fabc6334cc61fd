"""An SOP as text: what copying it out of Word gives, and what a scan gives back, with HTML and Mermaid in it."""

from sopgen.model.flow import Step
from sopgen.model.sections import STANDARD
from sopgen.model.sop import Activity, Sop

LISTS = tuple(STANDARD)


def front(sop: Sop, sign: str) -> list[str]:
    """Return the pages before the table; `sign` stands before each item."""
    who = sop.identitas
    cover = [*sop.sampul.judul, "", sop.sampul.tahun, "", *sop.sampul.instansi, "", ""] if sop.sampul else []
    rows = [
        (who.nomor_sop.judul, who.nomor_sop.nilai),
        *((one.judul, one.printed) for one in (who.tanggal_pembuatan, who.tanggal_revisi, who.tanggal_efektif)),
        (who.disahkan_oleh.judul, who.disahkan_oleh.nilai),
        (who.nama_sop.judul, who.nama_sop.nilai),
    ]
    head = ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH CONTOH", "", who.satuan_kerja, ""]
    short = [who.nama_singkat, ""] if who.nama_singkat else []
    label = "NIP" if len(who.pengesah.nrp) > 8 else "NRP"
    signed = [who.pengesah.nama, f"{who.pengesah.pangkat} {label} {who.pengesah.nrp}"]
    lists = [(getattr(sop, name).judul, getattr(sop, name).isi) for name in LISTS]
    told = [line for head, items in lists for line in (head, "", *(f"{sign}{one}" for one in items), "")]
    return [*cover, *head, *short, *(f"{label}\t: {value}" for label, value in rows), "", *signed, "", *told]


def heads(sop: Sop) -> list[str]:
    """Return the two rows of the table's heads, cells that go over several filled up."""
    told, roles = sop.kepala_tabel, [one.label for one in sop.pelaksana]
    blank = "\t" * len(roles)
    return [
        f"{told.nomor}\t{told.kegiatan}\t{told.pelaksana}{blank}{told.mutu_baku}\t\t\t{told.keterangan}",
        "\t\t" + "\t".join([*roles, told.kelengkapan, told.waktu, told.keluaran, ""]),
    ]


def scanned(sop: Sop) -> str:
    """Return an SOP with a row an activity as a scan gives it back: lists in HTML, the chart in Mermaid."""
    rows = [_scanned_row(sop, n, one) for n, one in enumerate(sop.kegiatan)]
    return "\n".join(["", *front(sop, "- "), *heads(sop), *rows, ""])


def _scanned_row(sop: Sop, n: int, one: Activity) -> str:
    parts = [
        f'<p>{section.judul}</p> <ul style="list-style-type: none"> ' + " ".join(f"- {item}" for item in section.isi)
        for section in (one.maksud, one.tujuan)
    ]
    title = one.judul if n % 2 == 0 else f"<p>{one.judul}</p>"
    chart = f"<pre> {_chart(sop, n)} </pre>" if one.sumber == "dokumen" else ""
    goods = " ".join(one.mutu_baku.kelengkapan)
    blank = "\t" * len(sop.pelaksana)
    return f"{one.nomor}\t{title} {' '.join(parts)} \t{chart}{blank}<ol> {goods} \t{one.mutu_baku.time}\t\t"


def _chart(sop: Sop, n: int) -> str:
    """Return the roles one after the other, and the heads of the columns behind them, as such scans do."""
    names = [one.label for one in sop.pelaksana] + ["Kelengkapan", "Waktu", "Output"]
    ids = [f"{''.join(filter(str.isalpha, name))}{n}" for name in names]
    links = [f"Start{n}[] --> {ids[0]}[{names[0]}]"]
    links += [f"{one} --> {other}[{name}]" for one, other, name in zip(ids[:-1], ids[1:], names[1:], strict=True)]
    return f"graph LR {' '.join(links)}"


def copied(sop: Sop) -> str:
    """Return an SOP with a row a step as it is copied out of Word: cells by tabs, drawn symbols lost."""
    rows = [_copied_row(sop, n, step) for one in sop.kegiatan for n, step in enumerate(one.alur, 1)]
    return "\n".join([*front(sop, ""), *heads(sop), *rows, ""])


def _copied_row(sop: Sop, n: int, step: Step) -> str:
    standard = step.mutu_baku
    goods = "\n".join(standard.kelengkapan) if standard else ""
    outputs = "\n".join(standard.keluaran) if standard else ""
    blank = "\t" * (len(sop.pelaksana) + 1)
    time, notes = standard.time if standard else "", " ".join(step.keterangan)
    return f"{n}\t{step.uraian}{blank}{goods}\t{time}\t{outputs}\t{notes}"
