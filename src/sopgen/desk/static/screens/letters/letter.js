// What the page knows of a letter, and what of it the desk is asked for.
export const PARTS = ["name", "rank", "number", "post", "remark", "duty"];

// What is typed stays while other screens are looked at; of a letter that is corrected, too.
const drafts = new Map();
export const draftOf = (about) => drafts.get(about);
export const keepDraft = (about, letter) => drafts.set(about, letter);
export const dropDraft = (about) => drafts.delete(about);

export const emptyRow = () => ({cells: PARTS.map(() => ""), on: true, key: crypto.randomUUID()});

export const rowsOf = (people) => people.map((cells) => ({cells: PARTS.map((_, n) => cells[n] ?? ""), on: true, key: crypto.randomUUID()}));

export function fresh(told) {
  const edition = told.edisi[0];
  return {
    edisi: edition.nama, kegiatan: edition.kegiatan[0].id, rows: [], tanggal: told.hari_ini, sampai: "", pukul: "", tempat: "", untuk: "",
    per_orang: false, penandatangan: "", kka: "", urutan_daftar: false, tanpa_warga: false, nomor: told.nomor ? "buku" : "tulis",
    nomor_sendiri: "", rangkap: told.rangkap, sisi: "dua", betulkan: null, alasan: "",
  };
}

// The form of a letter that is replaced: what it said.
export const corrected = (told, former) => ({...fresh(told), ...former.surat, rows: rowsOf(former.surat.orang), untuk: former.surat.untuk.join("\n"), dahulu: former.teks});

export const lines = (text) => text.split("\n").map((one) => one.trim()).filter(Boolean);

// Rows that are switched off, or say nothing, are nobody; they stay, empty, so that the others keep their numbers.
export const named = (letter) => letter.rows.filter((row) => row.on && row.cells.some((cell) => cell.trim()));

export const cellsOf = (letter) => letter.rows.map((row) => (row.on ? row.cells : []));

export function asked(letter) {
  const {rows, dahulu, nomor_sendiri, untuk, orang, ...rest} = letter;
  return {...rest, orang: cellsOf(letter), untuk: lines(untuk), nomor_sendiri: Number(nomor_sendiri) || null};
}

// Faults by the field that they are of; those of the people's cells stand at the cells.
export function facts(faults) {
  const known = {tanpa_warga: [], sampai: [], tanggal: [], pukul: [], tempat: [], untuk: [], nomor: [], kka: [], alasan: []};
  const rest = [];
  for (const one of faults) {
    if (known[one.path]) known[one.path].push(one);
    else if (one.code !== "RO01" && one.code !== "RO02") rest.push(one);
  }
  return {...known, rest};
}
