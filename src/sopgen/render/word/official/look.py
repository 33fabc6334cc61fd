"""What the look of the official document says of each style of its Word template."""

from dataclasses import replace

from sopgen.model.look.base import EmblemLook
from sopgen.model.look.sop import SopLook
from sopgen.plan.contract.document import DocumentPlan
from sopgen.render.word.look import StyleLook


def style_looks(plan: DocumentPlan) -> dict[str, StyleLook]:
    """Return what the look and the plan say of each style of the template."""
    looks = looks_at(plan.look, plan.font_pt)
    return looks | {"Instansi sampul": replace(looks["Instansi sampul"], before=plan.cover_room)}


def looks_at(look: SopLook, table_pt: float) -> dict[str, StyleLook]:
    """Return what the look says of each style, where the flow table is set in type of a size (pt)."""
    fixed, table = _fixed_looks(look), StyleLook(size=table_pt)
    return fixed | {"Tabel alur": table, "Butir tabel": replace(table, hanging=look.inden_butir), "Heading 2": table}


def _fixed_looks(look: SopLook) -> dict[str, StyleLook]:
    """Return what the look alone says of each style: the same for every edition."""
    cover, page = look.sampul, look.identitas
    text = StyleLook(size=page.ukuran)
    return {
        "Normal": text,
        "Kepala halaman": StyleLook(size=look.kepala_halaman.ukuran),
        "Judul sampul": StyleLook(size=cover.judul.ukuran, before=cover.jarak_atas, after=cover.judul.jarak_bawah),
        "Baris judul sampul": StyleLook(size=cover.baris_judul.ukuran, after=cover.baris_judul.jarak_bawah),
        "Lambang sampul": _emblem(cover.lambang),
        "Tahun sampul": StyleLook(size=cover.tahun),
        "Instansi sampul": StyleLook(size=cover.instansi.ukuran, after=cover.instansi.jarak_bawah),
        "Satuan sampul": StyleLook(size=cover.satuan.ukuran, after=cover.satuan.jarak_bawah),
        "Jarak atas kop": StyleLook(line=page.jarak_atas_kop),
        "Kop": text,
        "Lambang identitas": _emblem(page.lambang),
        "Satuan kerja": StyleLook(size=page.satuan_kerja.ukuran, after=page.satuan_kerja.jarak_bawah),
        "Nama singkat": text,
        "Ruang pengesahan": StyleLook(line=page.ruang_pengesahan),
        "Pengesah": text,
        "Judul daftar": StyleLook(
            before=max(page.jarak_sel.daftar - page.jarak_sel.tegak, 0.0), after=page.jarak_judul_daftar
        ),
        "Titik dua": text,
        "Butir": replace(text, hanging=look.inden_butir),
    }


def _emblem(look: EmblemLook) -> StyleLook:
    return StyleLook(before=look.jarak_atas, least=look.tinggi, after=look.jarak_bawah)
