"""WHICH regencies and towns lie in a province, from memory: those whose name is in no other province."""

from typing import Final

_OF: Final = """
gorontalo: boalemo, pohuwato, bone bolango, gorontalo utara, gorontalo kota
sulawesi utara: manado, bitung, tomohon, kotamobagu, minahasa, minahasa utara, minahasa selatan, kepulauan sangihe
sulawesi tengah: palu, donggala, poso, banggai, buol, tolitoli, parigi moutong, morowali, sigi, tojo una-una
sulawesi selatan: makassar, parepare, palopo, gowa, maros, bulukumba, bantaeng, jeneponto,
  takalar, sinjai, soppeng, wajo, pinrang, enrekang, luwu, tana toraja, bone
sulawesi tenggara: kendari, baubau, konawe, kolaka, muna, wakatobi, bombana
sulawesi barat: mamuju, majene, polewali mandar
bali: denpasar, badung, gianyar, tabanan, buleleng, karangasem, klungkung, bangli, jembrana
nusa tenggara barat: mataram, lombok barat, lombok tengah, lombok timur, lombok utara, sumbawa, dompu, bima
nusa tenggara timur: kupang, belu, ende, sikka, manggarai, ngada, alor
kalimantan timur: samarinda, balikpapan, bontang, kutai kartanegara, kutai timur, paser, berau
kalimantan selatan: banjarmasin, banjarbaru, tabalong, kotabaru, banjar
kalimantan utara: tarakan, bulungan, nunukan, malinau
kalimantan barat: pontianak, singkawang, sambas, ketapang, sanggau, sintang
kalimantan tengah: palangka raya, kapuas, kotawaringin timur, kotawaringin barat
jawa barat: bandung, bogor, cimahi, cirebon, sukabumi, tasikmalaya, garut,
  karawang, cianjur, ciamis, subang, majalengka, kuningan, indramayu, sumedang
jawa tengah: semarang, surakarta, magelang, salatiga, pekalongan, banyumas, cilacap, klaten, boyolali,
  kudus, jepara, demak, kebumen, purworejo, wonogiri, sragen, tegal, brebes, pemalang
jawa timur: surabaya, malang, kediri, madiun, jember, banyuwangi, sidoarjo, gresik,
  mojokerto, probolinggo, pasuruan, blitar, tulungagung, lumajang, lamongan, bojonegoro, tuban
banten: serang, cilegon, pandeglang, lebak
sumatera utara: medan, binjai, deli serdang, langkat, simalungun, tapanuli utara, pematangsiantar, karo
sumatera barat: padang, bukittinggi, payakumbuh, agam, solok, tanah datar
sumatera selatan: palembang, lubuklinggau, prabumulih, banyuasin, ogan ilir
riau: pekanbaru, dumai, kampar, siak, bengkalis, rokan hilir, rokan hulu
kepulauan riau: batam, tanjungpinang, karimun, bintan, natuna, lingga
aceh: banda aceh, lhokseumawe, langsa, pidie, bireuen
lampung: bandar lampung, metro, pringsewu, tulang bawang
maluku: ambon, tual, buru, seram bagian barat, seram bagian timur
maluku utara: ternate, tidore, halmahera barat, halmahera utara, halmahera selatan
papua: jayapura, biak numfor, keerom
"""
# The towns of each province, all in small letters.
REGIONS: Final = {
    line.split(":")[0]: frozenset(name.strip() for name in line.split(":")[1].split(","))
    for line in _OF.replace(",\n", ",").strip().splitlines()
}
