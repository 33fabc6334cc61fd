// The chapters of a prose SOP: headings, paragraphs, items under items.
import {html, say, Button, Check} from "kit";
import {Pick, Text, useEdition} from "../form.js";
import {List, Moves} from "../list.js";

// Under a chapter: 1., a., 1), a), (1), (a).
const DEEPEST = 6;

export function ProseHead() {
  const edition = useEdition();
  return html`<p class="hint">${say("Words such as {see} are printed as the number of that item.", {see: "{lihat:tamu}"})}</p>
    <${List} di="judul_naskah" label=${say("Title, line by line")}/>
    <${Pick} di="penomoran" label=${say("Numbers of the items")} fallback="per_bab"
      choices=${[["per_bab", say("begin anew in each chapter")], ["bersambung", say("go on through all chapters")]]}/>
    <${Check} label=${say("First words of the next page under each page")} checked=${edition.at("kata_sambung") === "true"} disabled=${!edition.mayWrite}
      onCheck=${(on) => edition.put("kata_sambung", on ? "true" : "false")}/>`;
}

export function Chapter({n}) {
  const edition = useEdition();
  const di = `bab[${n}]`;
  const one = edition.at(di);
  if (!one) return null;
  return html`<div class="actions"><${Moves} edition=${edition} di="bab" number=${n} count=${edition.at("bab").length} field=".judul" label=${one.judul}/></div>
    <${Text} di=${`${di}.judul`} label=${say("Heading")}/>
    ${one.teks !== undefined && html`<${Text} area di=${`${di}.teks`} label=${say("Paragraph before the items")}/>`}
    <${Items} di=${`${di}.isi`} depth=${1}/>`;
}

export function AddChapter() {
  const edition = useEdition();
  const fresh = () => ({judul: say("NEW CHAPTER"), isi: [say("New item")]});
  const add = () => edition.append("bab", fresh());
  return html`<${Button} disabled=${!edition.mayWrite} onClick=${add}>${say("Add a chapter")}<//>`;
}

const LISTS = () => ({
  dasar_hukum: say("Legal basis"), kualifikasi_pelaksana: say("Qualification of those who carry it out"), keterkaitan: say("Related SOPs"),
  peralatan: say("Equipment"), peringatan: say("Warnings"), pencatatan: say("Records and data"),
});

function Items({di, depth}) {
  const edition = useEdition();
  const items = edition.at(di) ?? [];
  const add = (value) => edition.append(di, value, {path: `${di}[${items.length}]`});
  const headed = () => add({judul: say("Heading"), isi: [say("New item")]});
  return html`<ol class="prose">${items.map((item, n) => html`<li key=${n}><${Item} di=${`${di}[${n}]`} item=${item} depth=${depth}/>
      <${Moves} edition=${edition} di=${di} number=${n} count=${items.length}
        field=${typeof item === "string" ? "" : ".judul"} label=${say("Item {n}", {n: n + 1})}/></li>`)}</ol>
    <div class="actions"><${Button} kind="small" disabled=${!edition.mayWrite} onClick=${() => add(say("New item"))}>${say("Add an item")}<//>
      ${depth < DEEPEST && html`<${Button} kind="small" disabled=${!edition.mayWrite} onClick=${headed}>
        ${say("Add an item with a heading")}<//>`}</div>`;
}

function Item({di, item, depth}) {
  const edition = useEdition();
  if (typeof item === "string") return html`<${Text} area rows="2" di=${di} label=${say("Text")}/>`;
  const under = () => edition.put(`${di}.isi`, [say("New item")]);
  return html`${item.judul !== undefined && html`<${Text} di=${`${di}.judul`} label=${say("Heading")}/>`}
    ${item.teks !== undefined && html`<${Text} area rows="2" di=${`${di}.teks`} label=${say("Text")}/>`}
    ${item.daftar && html`<p class="hint">${say("Here stands the list: {list}", {list: LISTS()[item.daftar]})}</p>`}
    ${item.tabel && html`<${Table} di=${`${di}.tabel`} table=${item.tabel}/>`}
    ${item.isi?.length ? html`<${Items} di=${`${di}.isi`} depth=${depth + 1}/>`
      : depth < DEEPEST && !item.daftar && html`<${Button} kind="small" disabled=${!edition.mayWrite} onClick=${under}>${say("Add items under it")}<//>`}`;
}

function Table({di, table}) {
  const head = (n) => html`<th key=${n}><${Text} di=${`${di}.kepala[${n}]`} label=${say("Head {n}", {n: n + 1})}/></th>`;
  const cell = (r, n) => html`<td key=${n}><${Text} di=${`${di}.baris[${r}][${n}]`}
    label=${say("Row {row}, column {n}", {row: r + 1, n: n + 1})}/></td>`;
  return html`<table class="list"><thead><tr>${table.kepala.map((_, n) => head(n))}</tr></thead>
    <tbody>${table.baris.map((row, r) => html`<tr key=${r}>${row.map((_, n) => cell(r, n))}</tr>`)}</tbody></table>`;
}
