// The book of a year, the last number first.
import {html, say, ask, save, useEffect, useState, Button, Choice, Empty, Field, Notice} from "kit";
import {Letters} from "./letters.js";
import {Verify} from "./verify.js";
import {Beginning} from "../letters/beginning.js";
import {fits} from "./search.js";
import {Upkeep} from "./upkeep.js";

// Rows that are shown at once, until all are asked for.
const MOST = 300;

export function View() {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  const load = (year) => ask("/api/agenda", {tahun: year}).then((book) => { setTold(book); setNotice(null); }, setNotice);
  useEffect(() => { load(); }, []);
  if (told && !told.folder) {
    return html`<${Empty}>${say("No folder is open. Open one on the start page first.")} <a href="#/beranda">${say("Start page")}</a><//>`;
  }
  // A book that can not be read has its upkeep all the same: there it is rebuilt.
  return html`<${Notice} notice=${notice}/>${told && html`<${Book} key="buku" told=${told} onLoad=${load}/>`}
    ${(told || notice) && html`<${Upkeep} key="perawatan" year=${told?.tahun} onDone=${() => load(told?.tahun)}/>`}`;
}

function Book({told, onLoad}) {
  const [wanted, setWanted] = useState("");
  const [open, setOpen] = useState("");
  const [all, setAll] = useState(false);
  // The paper has every letter that was found, and not only those that are shown.
  const print = () => { setAll(true); setTimeout(() => window.print(), 100); };
  const found = told.surat.filter((one) => fits(one, wanted));
  return html`<div class="row tools"><${Choice} label=${say("Year")} value=${String(told.tahun)} choices=${told.semua.map((year) => [String(year), String(year)])}
        onChoice=${onLoad}/>
      <${Field} label=${say("Search by person, NRP, date or number")} value=${wanted} onText=${setWanted} type="search"/>
      <${Button} disabled=${!found.length} onClick=${print}>${say("Print the book")}<//>
      <${Button} disabled=${!told.surat.length} onClick=${() => save("/api/agenda/unduh", {tahun: told.tahun})}>${say("Save as Excel")}<//>
      <${Button} onClick=${() => setOpen("verify")}>${say("Check a letter…")}<//></div>
    <h2 class="onpaper">${say("Agenda book of task orders {year}, {office}", {year: told.tahun, office: told.kantor})}</h2>
    ${told.nomor === null && html`<${Empty}>${say("There is no agenda book yet.")}<br/>
      ${say("Begin it with the next number of your paper book; then each letter gets its number here.")}
      <${Button} onClick=${() => setOpen("begin")}>${say("Begin the agenda book…")}<//><//>`}
    ${told.nomor !== null && html`<p class="sum quiet">${say("Next number: {number}. Letters: {count}", {number: told.nomor, count: found.length})}</p>`}
    ${told.nomor !== null && !found.length && html`<${Empty}>${wanted ? say("No letter fits. Write less, or choose another year.")
      : html`${say("No letter has a number yet.")} <a href="#/surat">${say("Make a task order")}</a>`}<//>`}
    ${found.length > 0 && html`<${Letters} letters=${all ? found : found.slice(0, MOST)} onDone=${() => onLoad(told.tahun)}/>`}
    ${!all && found.length > MOST && html`<${Button} onClick=${() => setAll(true)}>${say("Show all {count}", {count: found.length})}<//>`}
    ${open === "verify" && html`<${Verify} onClose=${() => setOpen("")}/>`}
    ${open === "begin" && html`<${Beginning} year=${told.tahun} onClose=${() => setOpen("")} onDone=${() => { setOpen(""); onLoad(told.tahun); }}/>`}`;
}
