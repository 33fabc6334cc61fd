// Beranda: the editions and their states; without a working folder, the way to one.
import {html, say, ask, tell, useEffect, useState, Button, Field, Choice, Notice, Empty} from "kit";

const STATES = () => ({draf: say("draft"), ditinjau: say("reviewed"), disahkan: say("approved"), berlaku: say("in force"), dicabut: say("revoked"), rusak: say("can not be read")});

export function View() {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  const load = () => ask("/api/beranda").then(setTold, (error) => setNotice(error));
  useEffect(() => { load(); }, []);
  if (!told) return html`<${Notice} notice=${notice}/>`;
  if (told.folder === null) return html`<${NoFolder} told=${told} onDone=${load}/>`;
  return html`<p>${say("Folder: {folder}", {folder: told.folder})}</p>
    ${told.edisi.length === 0 && html`<${Empty}>${say("There is no SOP yet.")}<//>`}
    <table class="list"><thead><tr><th>${say("SOP")}</th><th>${say("Edition")}</th><th>${say("State")}</th></tr></thead>
      <tbody>${told.edisi.map((one) => html`<tr key=${one.nama}><td><a href=${`#/naskah/${one.nama}`}>${one.judul}</a></td>
        <td>${one.edisi ?? ""}</td><td><span class=${`state ${one.keadaan}`}>${STATES()[one.keadaan] ?? one.keadaan}</span></td></tr>`)}</tbody></table>`;
}

function NoFolder({told, onDone}) {
  const [folder, setFolder] = useState(told.tempat);
  const [sample, setSample] = useState("");
  const [notice, setNotice] = useState(null);
  const act = (path, values) => tell(path, values).then(onDone, setNotice);
  return html`<${Empty}>${say("No folder is open. Make a new one, or open the one that your office has.")}<//>
    <${Field} label=${say("Folder")} value=${folder} onText=${setFolder}/>
    <${Choice} label=${say("Begin with")} value=${sample} onChoice=${setSample}
      choices=${[["", say("the SOP of the FKPM")], ...told.contoh.map((one) => [one, one])]}/>
    <${Notice} notice=${notice}/>
    <div class="actions"><${Button} kind="main" onClick=${() => act("/api/folder/baru", {folder, contoh: sample || null})}>${say("Make a new folder")}<//>
      <${Button} onClick=${() => act("/api/folder/buka", {folder})}>${say("Open this folder")}<//></div>`;
}
