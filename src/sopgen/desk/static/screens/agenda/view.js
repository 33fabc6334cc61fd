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
  const [wanted, setWanted] = useState("");
  const [open, setOpen] = useState("");
  const [all, setAll] = useState(false);
  const [notice, setNotice] = useState(null);
  const load = (year) => ask("/api/agenda", {tahun: year}).then(setTold, setNotice);
  useEffect(() => { load(); }, []);
  const done = () => { setNotice(null); load(told?.tahun); };
  const menu = html`<${Upkeep} year=${told?.tahun} onDone=${done}/>`;
  if (!told) return html`<${Notice} notice=${notice}/>${notice && menu}`;
  if (!told.folder) return html`<${Empty}>${say("No folder is open. Open one on the start page first.")} <a href="#/beranda">${say("Start page")}</a><//>`;
  // The paper has every letter that was found, and not only those that are shown.
  const print = () => { setAll(true); setTimeout(() => window.print(), 100); };
  const found = told.surat.filter((one) => fits(one, wanted));
  return html`<${Notice} notice=${notice}/>
    <div class="row tools"><${Choice} label=${say("Year")} value=${String(told.tahun)} choices=${told.semua.map((year) => [String(year), String(year)])}
        onChoice=${(year) => load(year)}/>
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
    ${found.length > 0 && html`<${Letters} letters=${all ? found : found.slice(0, MOST)} onDone=${() => load(told.tahun)}/>`}
    ${!all && found.length > MOST && html`<${Button} onClick=${() => setAll(true)}>${say("Show all {count}", {count: found.length})}<//>`}
    ${menu}
    ${open === "verify" && html`<${Verify} onClose=${() => setOpen("")}/>`}
    ${open === "begin" && html`<${Beginning} year=${told.tahun} onClose=${() => setOpen("")} onDone=${() => { setOpen(""); load(told.tahun); }}/>`}`;
}
