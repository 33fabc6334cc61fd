// Beranda: where the editions stand, what is due, the last letters; without a working folder, the way to one.
import {html, say, ask, useEffect, useState, Button, Notice, Progress, REVIEWS, longDay} from "kit";
import {Editions} from "./home/editions.js";
import {Closing} from "./home/closing.js";
import {Leaving, Others} from "./home/others.js";
import {FolderDialog, NoFolder} from "./home/folders.js";

export function View() {
  const [told, setTold] = useState(null);
  const [checks, setChecks] = useState(null);
  const [notice, setNotice] = useState(null);
  const load = () => ask("/api/beranda").then((found) => {
    setTold(found);
    // The findings are counted after the page is there: with many editions that takes a moment.
    if (found.folder !== null) ask("/api/beranda/periksa").then((counted) => setChecks(counted.edisi), setNotice);
  }, setNotice);
  useEffect(() => { load(); }, []);
  if (!told) return notice ? html`<${Notice} notice=${notice}/>` : html`<${Progress} label=${say("Looking where the editions stand…")}/>`;
  if (told.folder === null) return html`<${NoFolder} told=${told} onDone=${load}/>`;
  return html`<${Head} told=${told} onDone=${load}/><${Notice} notice=${notice}/>
    ${told.rusak.length > 0 && html`<${Notice} notice=${{faults: told.rusak}}/>`}
    <${Due} told=${told} checks=${checks}/>
    <${Editions} told=${told} checks=${checks} onDone=${load}/>
    <${Letters} letters=${told.surat}/><${Log}/>${!told.tamu && html`<${Others}/>`}`;
}

function Head({told, onDone}) {
  const [choosing, setChoosing] = useState(false);
  const chosen = () => { setChoosing(false); onDone(); };
  return html`<div class="office"><div><p class="unit">${told.satuan || told.folder}</p>
      <p class="hint" title=${told.lengkap}>${say("Folder: {folder}", {folder: told.folder})}</p></div>
    ${told.tamu ? html`<${Leaving} name=${told.tamu}/>` : html`<div class="actions"><${Button} onClick=${() => setChoosing(true)}>${say("Another folder…")}<//><${Closing}/></div>`}</div>
    ${choosing && html`<${FolderDialog} told=${told} onClose=${() => setChoosing(false)} onDone=${chosen}/>`}`;
}

// What somebody must do, the most pressing first; each leads to the screen where it is done.
function Due({told, checks}) {
  const rows = [
    ...told.edisi.filter((one) => one.gugur).map((one) => ({late: true, link: `#/pengesahan/${one.nama}`,
      text: say("{title} {edition}: the approval holds no more, changed since: {parts}", {title: one.judul, edition: one.edisi, parts: one.gugur})})),
    ...told.edisi.filter((one) => one.pindaian_kurang).map((one) => ({late: false, link: `#/pengesahan/${one.nama}`,
      text: say("{title} {edition}: the scan of the signed original is missing", {title: one.judul, edition: one.edisi})})),
    ...told.edisi.filter((one) => one.ttd_kurang).map((one) => ({late: true, link: `#/pengesahan/${one.nama}`,
      text: say("{title} {edition}: the signature is missing", {title: one.judul, edition: one.edisi})})),
    ...told.jatuh.map((one) => ({late: one.lewat, day: one.hari, link: `#/jadwal/${one.nama}`,
      text: say("{title} {edition}: {look} by {day}", {title: one.judul, edition: one.edisi, look: REVIEWS()[one.jenis] ?? one.jenis, day: longDay(one.hari)})})),
    ...told.edisi.filter((one) => one.keadaan === "draf" && wanted(checks, one.nama)).map((one) => ({late: false, link: `#/naskah/${one.nama}`,
      text: say("{title} {edition}: {count} things must be mended", {title: one.judul, edition: one.edisi, count: wanted(checks, one.nama)})})),
  ];
  rows.sort((one, other) => Number(other.late) - Number(one.late));
  return html`<section aria-label=${say("To be done")}><h2>${say("To be done")}</h2>
    ${rows.length ? html`<ul class="due">${rows.map((one) => html`<li key=${one.text} class=${one.late ? "late" : ""}>
      <a href=${one.link}>${one.text}</a>${one.late && one.day ? html` <span class="state rusak">${say("overdue")}</span>` : ""}</li>`)}</ul>`
    : html`<p class="hint">${say("Nothing is due.")}</p>`}</section>`;
}

const wanted = (checks, name) => checks?.find((one) => one.nama === name)?.wajib ?? 0;

const LETTER_STATES = () => ({
  diberikan: say("given"), terbit: say("issued"), dicadangkan: say("reserved"), blangko: say("blank form"), batal: say("void"),
});

function Letters({letters}) {
  return html`<section aria-label=${say("Last letters")}><h2>${say("Last letters")}</h2>
    ${letters?.length ? html`<table class="list"><thead><tr><th>${say("Number")}</th><th>${say("Date")}</th><th>${say("Subject")}</th><th>${say("State")}</th></tr></thead>
      <tbody>${letters.map((one) => html`<tr key=${`${one.tahun}/${one.urut}`}><td><a href="#/agenda">${one.nomor}</a></td><td>${longDay(one.hari)}</td>
        <td>${one.hal}</td><td>${LETTER_STATES()[one.keadaan] ?? one.keadaan}</td></tr>`)}</tbody></table>`
    : html`<p class="hint">${say("No letter has a number yet.")} <a href="#/surat">${say("Make a task order")}</a></p>`}</section>`;
}

// Who did what at the desk; loaded when somebody wants to see it.
function Log() {
  const [lines, setLines] = useState(null);
  const [faults, setFaults] = useState(null);
  const open = (event) => event.currentTarget.open && ask("/api/catatan").then((told) => setLines(told.catatan), (error) => setFaults(error));
  return html`<details class="log" onToggle=${open}><summary>${say("What was done")}</summary><${Notice} notice=${faults}/>
    ${lines && (lines.length ? html`<table class="list"><thead><tr><th>${say("When")}</th><th>${say("Who")}</th><th>${say("What")}</th><th>${say("About")}</th></tr></thead>
      <tbody>${lines.map((one, n) => html`<tr key=${n}>
        <td>${longDay(one.waktu.slice(0, 10))}, ${one.waktu.slice(11, 16)}</td><td>${one.siapa}</td><td>${one.apa}</td><td>${one.tentang}</td></tr>`)}</tbody></table>`
    : html`<p class="hint">${say("Nothing was done at the desk yet.")}</p>`)}</details>`;
}
