// The office's folder: known ones by one click, another one by looking for it, a new one by its name.
import {html, say, ask, tell, useEffect, useState, Button, Choice, Dialog, Faults, Field, Notice} from "kit";
import {Received} from "./received.js";

export function NoFolder({told, onDone}) {
  return html`<p class="empty">${say("All that sopgen makes for your office lies in one folder. Open the folder that your office has, or make a new one.")}</p>
    <${Known} told=${told} onDone=${onDone}/><${Chooser} told=${told} onDone=${onDone}/>`;
}

export function FolderDialog({told, onClose, onDone}) {
  return html`<${Dialog} wide title=${say("Another folder")} onClose=${onClose}><${Known} told=${told} onDone=${onDone}/><${Chooser} told=${told} onDone=${onDone}/><//>`;
}

function Known({told, onDone}) {
  const [notice, setNotice] = useState(null);
  const open = (folder) => tell("/api/folder/buka", {folder}).then(onDone, setNotice);
  if (!told.dikenal.length) return null;
  return html`<h3>${say("Opened before")}</h3><ul class="folders">${told.dikenal.map((one) => html`<li key=${one.folder}>
    <${Button} onClick=${() => open(one.folder)}><strong>${one.nama}</strong> <span class="hint">${one.folder}</span><//></li>`)}</ul><${Notice} notice=${notice}/>`;
}

function Chooser({told, onDone}) {
  const [here, setHere] = useState(null);
  const [notice, setNotice] = useState(null);
  const look = (di) => ask("/api/folder", di ? {di} : {}).then((found) => { setHere(found); setNotice(null); }, setNotice);
  useEffect(() => { look(); }, []);
  const open = (folder) => tell("/api/folder/buka", {folder}).then(onDone, setNotice);
  if (!here) return html`<${Notice} notice=${notice}/>`;
  return html`<h3>${say("Look for a folder")}</h3>
    <div class="chooser"><ul class="places" aria-label=${say("Places")}>${here.tempat.map((one) => html`<li key=${one.folder}>
      <button type="button" class="link" onClick=${() => look(one.folder)}>${one.nama}</button></li>`)}</ul>
      <div class="inside"><p class="here">${here.atas && html`<${Button} kind="small" onClick=${() => look(here.atas)}>${say("Up")}<//> `}<strong>${here.di}</strong></p>
        <ul class="folders" aria-label=${say("Folders in {folder}", {folder: here.nama})}>${here.isi.map((one) => html`<li key=${one.folder}>
          <button type="button" class="link" onClick=${() => look(one.folder)}>${one.nama}</button>
          ${one.kantor && html`<${Button} kind="small main" onClick=${() => open(one.folder)}
            aria-label=${say("Open {folder}", {folder: one.nama})}>${say("Open")}<//>`}</li>`)}
          ${here.isi.length === 0 && html`<li class="hint">${say("There is no folder in it.")}</li>`}</ul>
        ${here.kantor && html`<${Button} kind="main" onClick=${() => open(here.di)}>${say("Open this folder")}<//>`}</div></div>
    <${Notice} notice=${notice}/><${NewFolder} told=${told} here=${here} onDone=${onDone}/><${Received} here=${here} onDone=${onDone}/>`;
}

function NewFolder({told, here, onDone}) {
  const [name, setName] = useState(say("SOP of the office"));
  const [sample, setSample] = useState("");
  const [faults, setFaults] = useState([]);
  const [busy, setBusy] = useState(false);
  const make = () => {
    setBusy(true);
    tell("/api/folder/baru", {di: here.di, nama: name, contoh: sample || null}).then(onDone, (error) => { setFaults(error.faults); setBusy(false); });
  };
  return html`<h3>${say("Make a new folder")}</h3><div class="newfolder">
    <${Field} label=${say("Name of the folder")} hint=${say("It is made in: {folder}", {folder: here.di})} value=${name} onText=${setName}/>
    <${Choice} label=${say("Begin with")} value=${sample} onChoice=${setSample}
      choices=${[["", say("the SOP of the FKPM")], ...told.contoh.map((one) => [one.nama, one.judul])]}/></div>
    <${Faults} faults=${faults}/><div class="actions"><${Button} kind="main" busy=${busy} onClick=${make}>${say("Make the folder")}<//></div>`;
}
