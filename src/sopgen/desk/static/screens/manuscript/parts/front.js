// The front of the document in the order of the printed page: cover, identity, the lists, who initials it.
import {html, say, address, hand, useState, Button, Check, Notice} from "kit";
import {DateField, NumberField, Pick, Text, useEdition} from "../form.js";
import {List, Moves} from "../list.js";

export function Cover() {
  const edition = useEdition();
  const add = () => edition.put("sampul", {judul: ["STANDAR OPERASIONAL PROSEDUR", edition.at("judul")],
    tahun: String(edition.at("edisi")), instansi: [edition.at("identitas.satuan_kerja")]});
  if (!edition.at("sampul")) {
    return html`<p class="hint">${say("This SOP has no cover.")}</p>
      <${Button} kind="small" disabled=${!edition.mayWrite} onClick=${add}>${say("Add a cover")}<//>`;
  }
  return html`<${List} di="sampul.judul" label=${say("Title on the cover, line by line")}/>
    <${Text} di="sampul.tahun" label=${say("Year")}/>
    <${List} di="sampul.instansi" label=${say("Unit and address, line by line")}/>
    <${Button} kind="small danger" disabled=${!edition.mayWrite}
      onClick=${() => edition.act("remove", {path: "sampul", lihat: edition.view})}>${say("Take the cover out")}<//>`;
}

const DATES = () => [["tanggal_pembuatan", say("Made on")], ["tanggal_revisi", say("Revised on")], ["tanggal_efektif", say("In effect since")]];

export function Identity() {
  const edition = useEdition();
  const identity = edition.at("identitas") ?? {};
  return html`<${Text} di="judul" label=${say("Title of the SOP")} area rows="2"/>
    <${Text} di="identitas.satuan_kerja" label=${say("Unit")}/>
    <${Text} di="identitas.nama_singkat" label=${say("Short name")}/>
    <${Text} di="identitas.nomor_sop.nilai" label=${say("Number of the SOP")}/>
    ${DATES().filter(([key]) => identity[key]).map(([key, label]) => html`<${DateField} key=${key} di=${`identitas.${key}.nilai`} label=${label}/>`)}
    <${NumberField} di="identitas.nomor_revisi" label=${say("Number of the revision")}/>
    <${Text} di="identitas.disahkan_oleh.nilai" label=${say("Approved by (post)")}/>
    <${Text} di="identitas.nama_sop.nilai" label=${say("Name of the SOP")}/>
    <${Emblem}/>
    <${Official}/>
    ${identity.tanggal_pengesahan !== undefined && html`<${DateField} di="identitas.tanggal_pengesahan" label=${say("Approved on")}/>`}
    ${(identity.kendali ?? []).map((_, n) => html`<${Signer} key=${n} n=${n}/>`)}
    <${Heads}/>`;
}

// The unit's emblem: a picture that is checked before it is taken over. All editions of the unit print it.
function Emblem() {
  const edition = useEdition();
  const [notice, setNotice] = useState(null);
  const chosen = (event) => {
    const [file] = event.currentTarget.files;
    if (!file) return;
    setNotice(null);
    hand("/api/naskah/lambang", file).then(() => {
      setNotice({text: say("The emblem was taken over.")});
      edition.hear();
    }, setNotice);
  };
  const source = edition.satuan?.lambang && address("/api/naskah/lambang/gambar", {nama: edition.name, ke: edition.state.value.versi});
  return html`<fieldset class="emblem"><legend>${say("Emblem of the unit")}</legend>
    ${source ? html`<img src=${source} alt=${say("The emblem that is printed")}/>` : html`<p class="hint">${say("None yet: room is left for it.")}</p>`}
    <label class="button small file">${say("Choose a picture (PNG or JPEG)")}<input type="file" accept="image/png,image/jpeg" onChange=${chosen}/></label>
    <${Notice} notice=${notice}/></fieldset>`;
}

// Who approves; one of the unit's officials, or typed.
function Official() {
  const edition = useEdition();
  const unit = edition.satuan ?? {};
  const known = [...(unit.penandatangan ? [{id: "penandatangan", ...unit.penandatangan}] : []), ...(unit.pejabat ?? [])];
  const take = (id) => {
    const one = known.find((official) => official.id === id);
    if (one) edition.put("identitas.pengesah", {nama: one.nama, pangkat: one.pangkat ?? "", nrp: one.nrp});
  };
  return html`<fieldset><legend>${say("Who approves it")}</legend>
    ${known.length > 0 && html`<div class="field"><label for="pejabat">${say("Take over from the unit's officials")}</label>
      <select id="pejabat" disabled=${!edition.mayWrite} onChange=${(event) => take(event.currentTarget.value)}>
        <option value="">${say("choose …")}</option>${known.map((one) => html`<option key=${one.id} value=${one.id}>${`${one.jabatan ?? ""} – ${one.nama}`}</option>`)}</select></div>`}
    <${Text} di="identitas.pengesah.nama" label=${say("Name")}/><${Text} di="identitas.pengesah.pangkat" label=${say("Rank")}/>
    <${Text} di="identitas.pengesah.nrp" label=${say("NRP or NIP")} inputmode="numeric"/></fieldset>`;
}

function Signer({n}) {
  const di = `identitas.kendali[${n}]`;
  const edition = useEdition();
  return html`<fieldset><legend>${edition.at(`${di}.judul`) ?? say("Signs too")}</legend>
    <${Text} di=${`${di}.judul`} label=${say("Heading")}/><${Text} di=${`${di}.jabatan`} label=${say("Post")}/>
    <${Text} di=${`${di}.nama`} label=${say("Name")}/><${Text} di=${`${di}.pangkat`} label=${say("Rank")}/>
    <${Text} di=${`${di}.nrp`} label=${say("NRP or NIP")}/><${DateField} di=${`${di}.tanggal`} label=${say("Signed on")}/></fieldset>`;
}

const HEADS = ["nomor_sop", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "disahkan_oleh", "nama_sop"];

// The labels before the values, which seldom change.
function Heads() {
  const edition = useEdition();
  const found = HEADS.filter((key) => edition.at(`identitas.${key}.judul`) !== undefined);
  return html`<details class="more"><summary>${say("Words before the values")}</summary>
    ${found.map((key) => html`<${Text} key=${key} di=${`identitas.${key}.judul`} label=${edition.at(`identitas.${key}.judul`)}/>`)}
    ${(edition.at("identitas.baris") ?? []).map((row, n) => html`<div key=${n}>
      ${row.judul !== undefined && html`<${Text} di=${`identitas.baris[${n}].judul`} label=${say("Row {n}: label", {n: n + 1})}/>`}
      ${row.nilai !== undefined && html`<${Text} di=${`identitas.baris[${n}].nilai`} label=${say("Row {n}: value", {n: n + 1})}/>`}</div>`)}</details>`;
}

const MARKS = () => [["strip", say("a dash")], ["nomor", say("a number")], ["polos", say("nothing")]];

// One of the lists of the front pages, with its heading.
export function Section({di, label}) {
  return html`<${List} di=${`${di}.isi`} label=${label}/>
    <details class="more"><summary>${say("Heading and marks")}</summary><${Text} di=${`${di}.judul`} label=${say("Heading")}/>
      <${Pick} di=${`${di}.butir`} label=${say("Before each item stands")} choices=${MARKS()} fallback="strip"/></details>`;
}

export const OFFICIAL = () => [
  ["kualifikasi_pelaksana", say("Qualification of those who carry it out")], ["keterkaitan", say("Related SOPs")],
  ["peralatan", say("Equipment")], ["peringatan", say("Warnings")], ["pencatatan", say("Records and data")],
];

// The office's own sections, in their order.
export function OwnSections() {
  const edition = useEdition();
  const own = edition.at("bagian") ?? [];
  return html`${own.map((one, n) => html`<fieldset key=${n}><legend>${one.judul ?? one.dari}</legend>
    <${Text} di=${`bagian[${n}].judul`} label=${say("Heading")}/>
    ${one.isi && html`<${List} di=${`bagian[${n}].isi`} label=${one.judul ?? say("Items")}/>`}
    ${one.riwayat && html`<${History} di=${`bagian[${n}].riwayat`}/>`}
    <${Moves} edition=${edition} di="bagian" number=${n} count=${own.length} field=".judul" label=${one.judul ?? one.dari}/></fieldset>`)}`;
}

function History({di}) {
  const edition = useEdition();
  const rows = edition.at(di) ?? [];
  const add = () => edition.append(di, {yang_diubah: "...", isi_perubahan: "..."});
  return html`${rows.map((_, n) => html`<fieldset key=${n}><legend>${say("Change {n}", {n: n + 1})}</legend>
      <${Text} di=${`${di}[${n}].yang_diubah`} label=${say("What was changed")}/><${Text} area di=${`${di}[${n}].isi_perubahan`} label=${say("What it says now")}/>
      <${DateField} di=${`${di}[${n}].tanggal`} label=${say("In effect since")}/>
      <${Moves} edition=${edition} di=${di} number=${n} count=${rows.length} field=".yang_diubah" label=${say("Change {n}", {n: n + 1})}/></fieldset>`)}
    <${Button} kind="small" disabled=${!edition.mayWrite} onClick=${add}>${say("Add a change")}<//>`;
}

export function Opening() {
  const edition = useEdition();
  const explained = edition.at("penjelasan");
  const put = (di, on, value = "true") => (on ? edition.put(di, value) : edition.act("remove", {path: di, lihat: edition.view}));
  return html`<${Check} label=${say("A table of contents behind the cover")} checked=${edition.at("daftar_isi") === "true"} disabled=${!edition.mayWrite}
      onCheck=${(on) => put("daftar_isi", on)}/>
    <${Check} label=${say("A page of explanations")} checked=${Boolean(explained)} disabled=${!edition.mayWrite}
      onCheck=${(on) => put("penjelasan", on, {isi: [], simbol: "true"})}/>
    ${explained && html`<${List} di="penjelasan.isi" label=${say("Explanations")}/>`}
    <${List} di="paraf" label=${say("Who initials the draft")} hint=${say("The first one first; nobody initials once it is ready to be signed.")}/>`;
}
