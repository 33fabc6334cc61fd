// The settings of task orders, and of the forms that follow them.
import {html, say, Button} from "kit";
import {NumberField, Pick, useEdition} from "../manuscript/form.js";
import {List, Moves} from "../manuscript/list.js";
import {Decimal, Maybe, MaybeNumber, UsualList, YesNo} from "./fields.js";

const KINDS = () => [["surat-perintah", say("Surat Perintah, as Polri writes it")], ["surat-tugas", say("Surat Tugas, as other offices write it")]];
const CIVILIANS = () => [["undangan", say("an invitation")], ["surat-tugas", say("a Surat Tugas")]];
const PAPERS = ["F4", "A4", "Legal", "Letter", "A3"].map((one) => [one, one]);
const WAYS = () => [["tegak", say("upright")], ["mendatar", say("across")]];
const of = (key) => `surat_perintah.${key}`;

export function Orders() {
  const unit = useEdition();
  const kind = unit.at(of("bentuk")) ?? "surat-perintah";
  const title = unit.at(of("judul")) ?? unit.usual.judul[kind];
  const numberHint = say("{awalan} the prefix, {urut} the running number, {bulan_romawi} the month, {kka} the archive code, {tahun} the year",
    Object.fromEntries(["awalan", "urut", "bulan_romawi", "kka", "tahun"].map((one) => [one, `{${one}}`])));
  return html`<div class="beside"><${Pick} di=${of("bentuk")} label=${say("Kind of letter")} choices=${KINDS()} fallback="surat-perintah"/>
      <${Pick} di=${of("warga")} label=${say("Civilians on the list are given")} choices=${CIVILIANS()} fallback="undangan"/>
      <${Maybe} di=${of("judul")} label=${say("Title of the letter")} placeholder=${unit.usual.judul[kind]}/>
      <${Maybe} di=${of("awalan")} label=${say("Prefix of its number")} placeholder=${unit.usual.awalan[title] ?? ""}/>
      <${Maybe} di=${of("kka")} label=${say("Archive code (KKA)")} hint=${say("For activities that have none of their own; without any, room is left to write it.")}/>
      ${kind === "surat-tugas" && html`<${Maybe} di=${of("diktum")} label=${say("Word above Kepada")}/>`}
      <${Maybe} di=${of("lapor_kepada")} label=${say("Results are reported to")} hint=${say("The head of the unit, where nothing stands here.")}/></div>
    <${Maybe} di=${of("nomor")} label=${say("Pattern of the number")} hint=${numberHint}/>
    ${unit.at(of("warga")) === "surat-tugas" && html`<${Maybe} di=${of("nomor_warga")} label=${say("Pattern of the number of civilians' letters")}/>`}
    <${List} di=${of("dasar")} label=${say("Laws that every letter cites, besides those of the SOP")}/>
    <${Plans}/>
    <${List} di=${of("tembusan")} area=${false} label=${say("Copies to (tembusan)")}/>
    <${UsualList} di=${of("paraf")} label=${say("Who initials the office's own copy")}/>
    <${YesNo} di=${of("kelengkapan")} label=${say("The letter lists the equipment of the activity")}/>
    <${YesNo} di=${of("penerima")} label=${say("Who receives the letter signs it")}/>
    <div class="beside"><${MaybeNumber} di=${of("baris_personel")} label=${say("Rows for names in a blank letter")}/>
      <${MaybeNumber} di=${of("selisih_hari")} label=${say("Ask when a letter's date is more than so many days from today")}/>
      <${MaybeNumber} di=${of("simpan_personel")} label=${say("Months that the agenda book keeps names")} hint=${say("Empty: they are kept.")}/></div>
    <${Sheet}/>`;
}

// What the letters of one year rest on besides laws: work plan, DIPA, calendar of operations.
function Plans() {
  const unit = useEdition();
  const di = of("rencana");
  const years = unit.at(di) ?? [];
  const add = () => unit.append(di, {tahun: Math.max(new Date().getFullYear() - 1, ...years.map((one) => Number(one.tahun) || 0)) + 1, isi: [say("Work plan of the unit")]});
  return html`<fieldset><legend>${say("Work plan, DIPA, calendar of operations, year by year")}</legend>
    ${years.length === 0 && html`<p class="hint">${say("Nothing here yet.")}</p>`}
    ${years.map((one, n) => html`<fieldset key=${n}><legend>${say("Year {year}", {year: one.tahun})}</legend>
      <${NumberField} di=${`${di}[${n}].tahun`} label=${say("Year")}/><${List} di=${`${di}[${n}].isi`} label=${say("Plans of {year}", {year: one.tahun})}/>
      <${Moves} edition=${unit} di=${di} number=${n} count=${years.length} field=".tahun" label=${say("Year {year}", {year: one.tahun})}/></fieldset>`)}
    <${Button} kind="small" disabled=${!unit.mayWrite} onClick=${add}>${say("Add a year")}<//></fieldset>`;
}

const SIDES = () => [["atas", say("at the top")], ["kanan", say("at the right")], ["bawah", say("at the bottom")], ["kiri", say("at the left")]];

// Paper and margins; a paper alone stands for upright with the usual margins.
function Sheet() {
  const unit = useEdition();
  const di = of("halaman");
  const now = unit.at(di);
  const usual = unit.usual.surat_perintah.halaman;
  if (typeof now !== "object" || now === null) {
    return html`<fieldset><legend>${say("Paper and margins")}</legend><p>${say("{paper}, upright, usual margins", {paper: now ?? usual.kertas})}</p>
      <${Button} kind="small" disabled=${!unit.mayWrite} onClick=${() => unit.put(di, {...usual, kertas: now ?? usual.kertas})}>${say("Change")}<//></fieldset>`;
  }
  return html`<fieldset><legend>${say("Paper and margins")}</legend><div class="beside">
      <${Pick} di=${`${di}.kertas`} label=${say("Paper")} choices=${PAPERS} fallback=${usual.kertas}/>
      <${Pick} di=${`${di}.orientasi`} label=${say("The sheet lies")} choices=${WAYS()} fallback="tegak"/>
      ${SIDES().map(([side, label]) => html`<${Decimal} key=${side} di=${`${di}.margin.${side}`} label=${say("Margin {side} (mm)", {side: label})}/>`)}</div></fieldset>`;
}

export function FormSettings() {
  const unit = useEdition();
  const officials = [["", say("nobody: it is written by hand")], ...(unit.at("pejabat") ?? []).map((one) => [one.id, one.jabatan])];
  return html`<${Maybe} di="formulir.nomor_laporan" label=${say("Pattern of the number of reports")}/>
    <${Maybe} di="formulir.nomor_undangan" label=${say("Pattern of the number of invitations")}/>
    <${Countersigns} choices=${officials}/>
    <${Maybe} di="formulir.jabatan_mengetahui" label=${say("Post of who countersigns, where no official is chosen")}/>
    <${YesNo} di="formulir.kop_kesepakatan" label=${say("Agreements of two parties bear the unit's letterhead, too")}/>`;
}

function Countersigns({choices}) {
  const unit = useEdition();
  const chosen = (value) => unit.put("formulir.mengetahui", value || null);
  return html`<${Pick} di="formulir.mengetahui" label=${say("Who countersigns a report")} choices=${choices} onChoice=${chosen}/>`;
}
