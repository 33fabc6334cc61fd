// The activities: what each is for, what it needs, how long it takes, what comes of it. Their steps have a page of their own.
import {html, say, Button} from "kit";
import {NumberField, Pick, Text, useEdition} from "../form.js";
import {List, Moves} from "../list.js";

const UNITS = () => [["menit", say("minutes")], ["jam", say("hours")], ["hari", say("days")], ["minggu", say("weeks")], ["bulan", say("months")]];

// The next free letter, in which the document counts activities.
function freeId(taken) {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.find((one) => !taken.includes(one)) ?? `K${taken.length + 1}`;
}

function fresh(edition) {
  const all = edition.at("kegiatan") ?? [];
  const id = freeId(all.map((one) => one.id));
  const lanes = edition.at("pelaksana") ?? [];
  const [first, last] = [lanes[0]?.id, (lanes.at(-1) ?? lanes[0])?.id];
  return {
    id, nomor: `${all.length + 1}.`, judul: `${id}. ${say("NEW ACTIVITY")}`,
    maksud: {judul: "1. Maksud", isi: []}, tujuan: {judul: "2. Tujuan", isi: []},
    alur: [{id: "l1", pelaksana: first, simbol: "mulai", uraian: say("Begin")}, {id: "l2", pelaksana: last, simbol: "selesai", uraian: say("End")}],
    mutu_baku: {kelengkapan: [], waktu: {nilai: 1, satuan: "jam"}, keluaran: []}, keterangan: [],
  };
}

export function AddActivity() {
  const edition = useEdition();
  const add = () => edition.append("kegiatan", fresh(edition));
  const ready = edition.mayWrite && (edition.at("pelaksana") ?? []).length > 0;
  return html`<${Button} disabled=${!ready} onClick=${add}>${say("Add an activity")}<//>`;
}

export function Activity({n}) {
  const edition = useEdition();
  const di = `kegiatan[${n}]`;
  const one = edition.at(di);
  if (!one) return null;
  const count = edition.at("kegiatan").length;
  return html`<div class="actions"><a class="button small" href=${`#/alur/${edition.name}`}>${say("Steps and chart")}</a>
      <${Moves} edition=${edition} di="kegiatan" number=${n} count=${count} field=".judul" label=${one.judul}/></div>
    <${Text} di=${`${di}.nomor`} label=${say("Number")}/><${Text} di=${`${di}.judul`} label=${say("Title of the activity")}/>
    <${Purpose} di=${`${di}.maksud`} label=${say("Intention")} usual="1. Maksud"/><${Purpose} di=${`${di}.tujuan`} label=${say("Purpose")} usual="2. Tujuan"/>
    <fieldset><legend>${say("Quality standard")}</legend><${List} di=${`${di}.mutu_baku.kelengkapan`} label=${say("Requirements")}/>
      <${Duration} di=${`${di}.mutu_baku.waktu`}/><${List} di=${`${di}.mutu_baku.keluaran`} label=${say("Output")}/></fieldset>
    <${List} di=${`${di}.keterangan`} label=${say("Remarks")}/>
    ${(edition.at("kolom_tambahan") ?? []).map((column) => html`<${List} key=${column.id} di=${`${di}.tambahan.${column.id}`} label=${column.judul}/>`)}
    <${Text} di=${`${di}.kka`} label=${say("Archive code of its task orders")}/>`;
}

function Purpose({di, label, usual}) {
  const edition = useEdition();
  if (!edition.at(di)) {
    return html`<${Button} kind="small" disabled=${!edition.mayWrite} onClick=${() => edition.put(di, {judul: usual, isi: [say("New item")]})}>${say("Add: {label}", {label})}<//>`;
  }
  return html`<${List} di=${`${di}.isi`} label=${label}/>`;
}

// A time by number and unit, or in words.
function Duration({di}) {
  const edition = useEdition();
  const time = edition.at(di);
  const counted = time !== null && typeof time === "object";
  const kinds = [["", say("none")], ["angka", say("number and unit")], ["kata", say("in words")]];
  const become = (kind) => edition.put(di, {angka: {nilai: 1, satuan: "jam"}, kata: say("as needed"), "": null}[kind]);
  const now = counted ? "angka" : time ? "kata" : "";
  return html`<div class="field"><label>${say("Time")} <select disabled=${!edition.mayWrite} onChange=${(event) => become(event.currentTarget.value)}>
      ${kinds.map(([kind, words]) => html`<option key=${kind} value=${kind} selected=${kind === now}>${words}</option>`)}</select></label></div>
    ${counted && html`<div class="beside"><${NumberField} di=${`${di}.nilai`} label=${say("How many")}/><${Pick} di=${`${di}.satuan`} label=${say("Unit of time")} choices=${UNITS()}/></div>`}
    ${!counted && time && html`<${Text} di=${di} label=${say("Time in words")}/>`}`;
}

export function Lanes() {
  const edition = useEdition();
  const lanes = edition.at("pelaksana") ?? [];
  return html`<p class="hint">${say("Roles are added, taken out and put in order on the page of the flow; here they are renamed.")}</p>
    ${lanes.map((one, n) => html`<${Text} key=${one.id} di=${`pelaksana[${n}].label`} label=${say("Role {n}", {n: n + 1})}/>`)}
    <details class="more"><summary>${say("Heads of the columns")}</summary>
      ${Object.keys(edition.at("kepala_tabel") ?? {}).map((key) => html`<${Text} key=${key} di=${`kepala_tabel.${key}`} label=${edition.at(`kepala_tabel.${key}`)}/>`)}</details>`;
}
