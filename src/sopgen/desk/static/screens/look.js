// Rupa: the sizes and distances of each document and letter, beside a page as it is printed by them.
import {html, say, ask, tell, useEffect, useState, Button, Choice, Dialog, Empty, FileBar, Losses, Notice, OfficeFile, Progress, fetchFile, keysOf} from "kit";
import {Banners} from "./manuscript/banners.js";
import {Open} from "./manuscript/form.js";
import {Fields} from "./look/fields.js";
import {Sample} from "./look/sample.js";

const NAMES = () => ({
  "sop": say("SOP: cover, identity, flow table"), "naskah-sop": say("SOP in chapters"), "matriks-perubahan": say("Matrix of changes"),
  "surat-perintah": say("Surat Perintah"), "surat-tugas": say("Surat Tugas"), "laporan-hasil": say("Report of results"),
  "daftar-hadir": say("List of those present"), "notulen": say("Minutes"), "kesepakatan-bersama": say("Agreement of two parties"),
  "monitoring": say("Monitoring form"), "evaluasi": say("Evaluation form"), "undangan": say("Invitation"), "formulir": say("What all forms share"),
});

export function View({about}) {
  const [known, setKnown] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/rupa/daftar").then((told) => setKnown(told.rupa), setNotice); }, []);
  if (!known) return html`<${Notice} notice=${notice}/>`;
  if (!known.length) return html`<${Empty}>${say("This folder has no templates of its own; documents are printed with the shipped look.")}<//>`;
  const chosen = known.includes(about) ? about : known[0];
  return html`<${Choice} label=${say("Whose look")} value=${chosen} choices=${known.map((one) => [one, NAMES()[one] ?? one])}
      onChoice=${(name) => { location.hash = `#/rupa/${name}`; }}/>
    <${Writing} key=${chosen} name=${chosen}/>`;
}

function Writing({name}) {
  const [look, setLook] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    const opening = new OfficeFile(name, "/api/rupa");
    opening.usual = {};
    opening.open().then(setLook, setNotice);
    return () => opening.close();
  }, [name]);
  if (notice) return html`<${Notice} notice=${notice}/>`;
  if (!look) return html`<${Progress} label=${say("The look is opened")}/>`;
  return html`<${Open.Provider} value=${look}><${Form} look=${look}/><//>`;
}

function Form({look}) {
  const [fields, setFields] = useState(null);
  const [asking, setAsking] = useState(false);
  const [notice, setNotice] = useState(null);
  look.shape.value;
  useEffect(() => { ask("/api/rupa/isian", {nama: look.name}).then((told) => setFields(told.isian), setNotice); }, [look, look.shape.value]);
  const file = (jenis) => fetchFile("/api/rupa/contoh", {nama: look.name, jenis}).then(() => setNotice(null), setNotice);
  const shipped = () => {
    setAsking(false);
    look.rest();
    tell("/api/rupa/semula", {nama: look.name, jendela: look.window}).then((told) => {
      look.apply(told, {act: "theirs"});
      look.hearSoon();
    }, setNotice);
  };
  return html`<div class="manuscript look" onKeyDown=${keysOf(look)}>
    <${FileBar} file=${look}><${Button} kind="small" onClick=${() => file("docx")}>${say("Sample as Word")}<//>
      <${Button} kind="small" onClick=${() => file("pdf")}>${say("Sample as PDF")}<//>
      <${Button} kind="small" disabled=${!look.mayWrite} onClick=${() => setAsking(true)}>${say("Back to the shipped look")}<//><//>
    <${Notice} notice=${notice}/><${Banners} edition=${look}/><${Losses} file=${look}/>
    <div class="split"><div class="writing" tabindex="0" role="region" aria-label=${say("Sizes and distances")}>
        <p class="hint">${say("Word and PDF follow the same sizes. A comma does as well as a point.")}</p>
        ${fields && html`<${Fields} fields=${fields}/>`}</div>
      <${Sample} look=${look}/></div>
    ${asking && html`<${Dialog} title=${say("Back to the shipped look?")} onClose=${() => setAsking(false)}
        actions=${html`<${Button} kind="main" onClick=${shipped}>${say("Back to the shipped look")}<//>`}>
      <p>${say("All sizes become those that sopgen came with. It can be undone.")}</p><//>`}</div>`;
}
