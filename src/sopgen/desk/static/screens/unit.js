// Satuan: the unit's data, from its letterhead to the settings of its letters; saved while it is written.
import {html, say, ask, useEffect, useState, Faults, FileBar, Losses, Notice, OfficeFile, Progress, keysOf} from "kit";
import {Banners} from "./manuscript/banners.js";
import {Open} from "./manuscript/form.js";
import {useGrowing} from "./manuscript/growing.js";
import {Letterhead, FormerNames} from "./unit/letterhead.js";
import {Officials, Signatory} from "./unit/officials.js";
import {Orders, FormSettings} from "./unit/orders.js";
import {Certificates} from "./unit/certificates.js";

const PARTS = () => [
  ["kop", say("Letterhead, address, emblem"), Letterhead],
  ["penandatangan", say("Who signs the letters"), Signatory],
  ["pejabat", say("Other officials"), Officials],
  ["surat_perintah", say("Task orders"), Orders],
  ["formulir", say("Forms after a task"), FormSettings],
  ["berganti_nama", say("New names of the unit"), FormerNames],
  ["sertifikat", say("Certificates of signatures"), Certificates],
];

export function View() {
  const [unit, setUnit] = useState(null);
  const [usual, setUsual] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    const opening = new OfficeFile("satuan", "/api/satuan");
    opening.open().then(setUnit, setNotice);
    ask("/api/satuan/bawaan").then(setUsual, setNotice);
    return () => opening.close();
  }, []);
  if (notice) return html`<${Notice} notice=${notice}/>`;
  if (!unit || !usual) return html`<${Progress} label=${say("The unit's data are opened")}/>`;
  unit.usual = usual;
  return html`<${Open.Provider} value=${unit}><${Form} unit=${unit}/><//>`;
}

function Form({unit}) {
  const box = useGrowing();
  unit.shape.value;
  const bad = (part) => unit.faults.value.filter((one) => partOf(one.path) === part).length;
  const [opened, setOpened] = useState(["kop"]);
  const turn = (part) => setOpened(opened.includes(part) ? opened.filter((one) => one !== part) : [...opened, part]);
  return html`<div class="manuscript unit" ref=${box} onKeyDown=${keysOf(unit)}>
    <${FileBar} file=${unit}/><${Banners} edition=${unit}/><${Losses} file=${unit}/>
    ${PARTS().map(([part, title, Contents]) => html`<section class="part" key=${part} aria-label=${title}>
      <h2><button type="button" aria-expanded=${opened.includes(part)} onClick=${() => turn(part)}><span>${title}</span>
        ${bad(part) > 0 && html`<span class="count bad">${bad(part)}</span>`}</button></h2>
      <div>${opened.includes(part) && html`<${Contents}/>`}</div></section>`)}
    <${Faults} placed faults=${unit.faults.value.filter((one) => one.path && !partOf(one.path))}/></div>`;
}

// In which part of the form a place of the file stands.
function partOf(path) {
  const [first] = (path ?? "").split(/[.[]/);
  if (["nama", "kop", "alamat", "telepon", "kota", "tempat", "zona_waktu", "lambang", "lambang_kanan"].includes(first)) return "kop";
  return PARTS().some(([part]) => part === first) ? first : "";
}
