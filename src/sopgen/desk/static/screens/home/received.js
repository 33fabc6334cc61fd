// What another office gave: its package is opened in a folder of its own, its base begins this unit's folder.
import {html, say, hand, tell, useState, Button, DropFile, Field, Notice, Progress, STATES} from "kit";

// here: the folder that is looked into; onDone: the desk is in another folder now.
export function Received({here, onDone}) {
  return html`<h3>${say("From another office")}</h3>
    <${Opened} words=${say("Open a package (.paket.zip)")}><${Package} here=${here} onDone=${onDone}/><//>
    <${Opened} words=${say("New folder from a base of the office above (.yaml)")}><${FromBase} here=${here} onDone=${onDone}/><//>`;
}

// What is in it is there once it is opened.
function Opened({words, children}) {
  const [open, setOpen] = useState(false);
  return html`<details class="more" onToggle=${(event) => setOpen(event.currentTarget.open)}><summary>${words}</summary>${open && children}</details>`;
}

function Package({here, onDone}) {
  const [name, setName] = useState("");
  const [told, setTold] = useState(null);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState(null);
  const take = (file) => {
    const nama = name.trim() || file.name.replace(/(?:\.paket)?\.zip$/i, "");
    setBusy(true);
    setNotice(null);
    hand("/api/folder/kemasan", file, {di: here.di, nama}).then(setTold, setNotice).finally(() => setBusy(false));
  };
  const open = () => tell("/api/folder/buka", {folder: told.folder}).then(onDone, setNotice);
  return html`<${Field} label=${say("Name of the new folder")} hint=${say("May stay empty: the name of the package. It is made in: {folder}", {folder: here.di})}
      value=${name} onText=${setName}/>
    <${DropFile} small label=${say("Drop the package here")} accept=".zip" busy=${busy} onFile=${take}/>
    ${busy && html`<${Progress} label=${say("The package is checked")}/>`}<${Notice} notice=${notice}/>
    ${told && html`<div class="done" role="status"><p>${say("The package is whole and signed by a key that counts here.")}</p>
      <p><strong>${told.judul}</strong>, ${say("edition {name}", {name: told.edisi})}, ${told.satuan}: ${STATES()[told.keadaan] ?? told.keadaan}.${" "}
        ${told.kunci ? say("Key: {key}", {key: told.kunci}) : say("Key: this office's own")}</p>
      <${Button} kind="main" onClick=${open}>${say("Open that folder")}<//></div>`}`;
}

function FromBase({here, onDone}) {
  const [values, setValues] = useState({nama: say("SOP of the office"), satuan: ""});
  const [file, setFile] = useState(null);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState(null);
  const make = () => {
    setBusy(true);
    hand("/api/folder/dari-dasar", file, {di: here.di, ...values}).then(onDone, (error) => { setNotice(error); setBusy(false); });
  };
  return html`<div class="newfolder"><${Field} label=${say("Name of the folder")} hint=${say("It is made in: {folder}", {folder: here.di})}
      value=${values.nama} onText=${(nama) => setValues({...values, nama})}/>
    <${Field} label=${say("Name of the unit")} hint=${say("As documents print it.")} value=${values.satuan} onText=${(satuan) => setValues({...values, satuan})}/></div>
    <${DropFile} small label=${file ? file.name : say("Drop the base here")} accept=".yaml,.yml" onFile=${setFile}/><${Notice} notice=${notice}/>
    <${Button} kind="main" busy=${busy} disabled=${!file || !values.satuan.trim() || busy} onClick=${make}>${say("Make the folder of the unit")}<//>`;
}
