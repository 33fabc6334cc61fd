// Which edition is to be written; and how a new one begins from an old one.
import {html, say, ask, useEffect, useState, Button, Empty, NextEdition, Notice, STATES} from "kit";

export function Choose() {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  const [from, setFrom] = useState(null);
  useEffect(() => { ask("/api/edisi").then(setTold, setNotice); }, []);
  if (!told) return html`<${Notice} notice=${notice}/>`;
  if (!told.edisi.length) return html`<${Empty}>${say("There is no SOP yet. Open or make a folder on the start page.")} <a href="#/beranda">${say("Start page")}</a><//>`;
  return html`<p>${say("Choose the edition that you want to read or write.")}</p>
    <table class="list"><thead><tr><th>${say("SOP")}</th><th>${say("Edition")}</th><th>${say("State")}</th><th></th></tr></thead>
      <tbody>${told.edisi.map((one) => html`<tr key=${one.nama}><td><a href=${`#/naskah/${one.nama}`}>${one.judul}</a></td><td>${one.edisi ?? ""}</td>
        <td><span class=${`state ${one.keadaan}`}>${STATES()[one.keadaan] ?? one.keadaan}</span></td>
        <td><${Button} kind="small" disabled=${one.keadaan === "rusak"} aria-label=${say("New edition from {title}", {title: `${one.judul} ${one.edisi ?? ""}`})}
          onClick=${() => setFrom(one)}>${say("New edition from it")}<//></td></tr>`)}</tbody></table>
    ${from && html`<${NextEdition} from=${from} onClose=${() => setFrom(null)}/>`}`;
}
