// The files that are signed: made, printed, signed on paper; then the scan comes back.
import {html, say, tell, hand, save, address, useState, Button, Choice, Field, FileField, Progress} from "kit";
import {Electronic} from "./electronic.js";

export function Sign({told, onDone, onRefused}) {
  const [making, setMaking] = useState(false);
  const make = () => {
    setMaking(true);
    tell("/api/pengesahan/berkas", {edisi: told.nama}).then((now) => onDone(now, say("The files are made.")), onRefused).finally(() => setMaking(false));
  };
  return html`<p class="hint">${told.terbit ? say("Make the files, compare them with the signed original, and hand in its scan.")
    : say("Make the files, print the document, have it signed, and hand in the scan of what was signed.")}</p>
    <div class="actions"><${Button} kind=${told.berkas.length ? "" : "main"} busy=${making} onClick=${make}>${told.berkas.length ? say("Make the files anew") : say("Make the files")}<//></div>
    ${making && html`<${Progress} label=${say("The files are being made")}/>`}
    ${told.berkas.length > 0 && html`<${Files} told=${told}/><${Scan} told=${told} onDone=${onDone} onRefused=${onRefused}/>
      <${Electronic} told=${told} onDone=${onDone}/>`}`;
}

const KINDS = () => ({"sop.pdf": say("The document (PDF), to print and sign"), "sop.docx": say("The document (Word)")});

function Files({told}) {
  const main = told.berkas.filter((name) => name in KINDS());
  const others = told.berkas.filter((name) => !(name in KINDS()));
  const one = (name) => html`<li key=${name}><span>${KINDS()[name] ?? name}</span>
    ${name.endsWith(".pdf") && html`<a class="button small" target="_blank" href=${address("/api/pengesahan/berkas", {edisi: told.nama, berkas: name, lihat: true})}>${say("Look and print")}</a>`}
    <${Button} kind="small" aria-label=${say("Save {name}", {name})} onClick=${() => save("/api/pengesahan/berkas", {edisi: told.nama, berkas: name})}>${say("Save")}<//></li>`;
  return html`<ul class="files">${main.map(one)}</ul>
    ${others.length > 0 && html`<details><summary>${say("{count} other files: charts, forms", {count: others.length})}</summary><ul class="files">${others.map(one)}</ul></details>`}
    <p class="hint">${say("They also lie in the office's folder, in {folder}.", {folder: told.folder})}</p>`;
}

function Scan({told, onDone, onRefused}) {
  const [day, setDay] = useState(told.hari_ini);
  const [by, setBy] = useState(told.pejabat.some((one) => one.id === "pengesah") ? "pengesah" : told.pejabat[0].id);
  const [file, setFile] = useState(null);
  const [busy, setBusy] = useState(false);
  const give = () => {
    setBusy(true);
    hand("/api/pengesahan/pindaian", file, {edisi: told.nama, tanggal: day, oleh: by})
      .then((now) => onDone(now, say("The scan is registered.")), onRefused).finally(() => setBusy(false));
  };
  return html`<h3>${say("Scan of what was signed")}</h3><div class="pair">
      <${Choice} label=${say("Signed by")} value=${by} onChoice=${setBy} choices=${told.pejabat.map((one) => [one.id, `${one.pangkat} ${one.nama}`])}/>
      <${Field} label=${say("Day of signing")} type="date" value=${day} max=${told.hari_ini} onText=${setDay}/>
      <${FileField} label=${say("The scan (PDF, JPEG, PNG)")} accept=".pdf,.jpg,.jpeg,.png" onFile=${setFile}/></div>
    <div class="actions"><${Button} kind="main" busy=${busy} disabled=${!file || !day} onClick=${give}>${say("Register the scan")}<//></div>`;
}
