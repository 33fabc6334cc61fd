// Which edition is to be written; and how a new one begins from an old one.
import {html, say, ask, tell, useEffect, useState, Button, Dialog, Empty, Field, Notice} from "kit";

const STATES = () => ({
  draf: say("draft"), ditinjau: say("reviewed"), siap_ditandatangani: say("ready to be signed"), berlaku: say("in force"),
  dicabut: say("revoked"), rusak: say("can not be read"),
});

export function Choose() {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  const [from, setFrom] = useState("");
  useEffect(() => { ask("/api/naskah/daftar").then(setTold, setNotice); }, []);
  if (!told) return html`<${Notice} notice=${notice}/>`;
  if (!told.edisi.length) return html`<${Empty}>${say("There is no SOP yet. Open or make a folder on the start page.")} <a href="#/beranda">${say("Start page")}</a><//>`;
  return html`<p>${say("Choose the edition that you want to read or write.")}</p>
    <table class="list"><thead><tr><th>${say("SOP")}</th><th>${say("Edition")}</th><th>${say("State")}</th><th></th></tr></thead>
      <tbody>${told.edisi.map((one) => html`<tr key=${one.nama}><td><a href=${`#/naskah/${one.nama}`}>${one.judul}</a></td><td>${one.edisi ?? ""}</td>
        <td><span class=${`state ${one.keadaan}`}>${STATES()[one.keadaan] ?? one.keadaan}</span></td>
        <td><${Button} kind="small" disabled=${one.keadaan === "rusak"} aria-label=${say("New edition from {title}", {title: `${one.judul} ${one.edisi ?? ""}`})}
          onClick=${() => setFrom(one.nama)}>${say("New edition from it")}<//></td></tr>`)}</tbody></table>
    ${from && html`<${NewEdition} name=${from} onClose=${() => setFrom("")}/>`}`;
}

export function NewEdition({name, onClose}) {
  const [wanted, setWanted] = useState(String(new Date().getFullYear() + 1));
  const [notice, setNotice] = useState(null);
  const begin = () => tell("/api/naskah/edisi-baru", {nama: name, edisi: wanted.trim()}).then((told) => {
    onClose();
    location.hash = `#/naskah/${told.nama}`;
  }, setNotice);
  return html`<${Dialog} title=${say("A new edition")} onClose=${onClose}
      actions=${html`<${Button} kind="main" onClick=${begin}>${say("Begin it")}<//>`}>
    <p>${say("It begins as a draft with all that stands in the old one; number and dates are left open. The old edition stays as it is.")}</p>
    <${Field} label=${say("Name of the edition, as a rule its year")} value=${wanted} onText=${setWanted}/>
    <${Notice} notice=${notice}/><//>`;
}
