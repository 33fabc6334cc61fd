// How the document is laid out: the form of its head, the flow table, the paper.
import {html, say, Button, Check} from "kit";
import {NumberField, Pick, Text, useEdition} from "../form.js";
import {Moves} from "../list.js";

const HEADS = () => [["permenpan", say("Permenpan RB 35/2012")], ["kendali", say("controlled document")],
  ["puskesmas", say("Puskesmas")], ["rumah_sakit", say("hospital")]];
const LAYOUTS = () => [["per_kegiatan", say("one row an activity")], ["per_langkah", say("one row a step")],
  ["tanpa_tabel", say("no flow table: the steps stand in a section")]];
const SYMBOLS = () => [["uraian", say("the words of the step")], ["nomor", say("its number")], ["kosong", say("nothing in it")]];
const PAPERS = ["A4", "F4", "A3", "Legal", "Letter"].map((one) => [one, one]);
const SIDES = () => [["atas", say("Top")], ["kanan", say("Right")], ["bawah", say("Bottom")], ["kiri", say("Left")]];

export function Shape() {
  const edition = useEdition();
  const prose = Boolean(edition.at("bab"));
  const perStep = edition.at("tata_letak") === "per_langkah";
  return html`${!prose && html`<${Pick} di="bentuk_kepala" label=${say("Form of the head")} choices=${HEADS()} fallback="permenpan"/>`}
    <${Pick} di="tata_letak" label=${say("Flow table")} choices=${LAYOUTS()} fallback="per_kegiatan"/>
    <${Pick} di="isi_simbol" label=${say("In each symbol stands")} choices=${SYMBOLS()} fallback=${perStep ? "nomor" : "uraian"}/>
    <${Flag} di="contoh" label=${say("This is an example: CONTOH stands across every page")}/>
    <${Flag} di="berlambang" label=${say("With the emblem of the unit")} usual/>
    <${Papers}/><${Columns}/>`;
}

function Flag({di, label, usual = false}) {
  const edition = useEdition();
  const value = edition.at(di);
  return html`<${Check} label=${label} checked=${value === undefined ? usual : value === "true" || value === true} disabled=${!edition.mayWrite}
    onCheck=${(on) => edition.put(di, on)}/>`;
}

function Papers() {
  const edition = useEdition();
  const sheets = [["dokumen", say("Paper of the document")], ["tabel", say("Paper of the flow table")]];
  if (typeof edition.at("halaman") === "string") {
    return html`<${Pick} di="halaman" label=${say("Paper of all pages")} choices=${PAPERS}/>`;
  }
  return html`${sheets.map(([key, label]) => html`<fieldset key=${key}><legend>${label}</legend>
    <${Pick} di=${`halaman.${key}.kertas`} label=${say("Paper")} choices=${PAPERS} fallback="F4"/>
    ${edition.at(`halaman.${key}.margin`) && html`<div class="beside">${SIDES().map(([side, words]) => html`<${NumberField} key=${side}
      di=${`halaman.${key}.margin.${side}`} label=${say("{side} margin (mm)", {side: words})}/>`)}</div>`}</fieldset>`)}`;
}

// Columns that the SOP adds at the right of its flow table.
function Columns() {
  const edition = useEdition();
  const all = edition.at("kolom_tambahan") ?? [];
  const add = () => edition.append("kolom_tambahan", {id: `kolom${Date.now() % 100000}`, judul: say("New column"), lebar: 20});
  return html`<fieldset><legend>${say("Further columns of the flow table")}</legend>
    ${all.map((one, n) => html`<div class="beside" key=${one.id}><${Text} di=${`kolom_tambahan[${n}].judul`} label=${say("Heading")}/>
      <${NumberField} di=${`kolom_tambahan[${n}].lebar`} label=${say("Width (mm)")}/>
      <${Moves} edition=${edition} di="kolom_tambahan" number=${n} count=${all.length} field=".judul" label=${one.judul}/></div>`)}
    <${Button} kind="small" disabled=${!edition.mayWrite || all.length > 1} onClick=${add}>${say("Add a column")}<//></fieldset>`;
}
