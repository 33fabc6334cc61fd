// An approved edition as one signed file, for another office to verify and open.
import {html, say, tell, saveFile, useState, Button, Notice, Progress} from "kit";

export function Pack({told}) {
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState(null);
  if (!told.disetujui || told.gugur) return null;
  const pack = () => {
    setBusy(true);
    setNotice(null);
    tell("/api/kemasan", {edisi: told.nama}).then(({nama, isi, catatan}) => {
      saveFile(nama, isi);
      setNotice({text: [say("{file} is made.", {file: nama}), catatan].filter(Boolean).join(" ")});
    }, setNotice).finally(() => setBusy(false));
  };
  return html`<section class="card" aria-label=${say("For another office")}><h2>${say("For another office")}</h2>
    <p class="hint">${say("The manuscript, its templates, documents and records in one signed file. The other office opens it at its Start page, without the internet.")}</p>
    <${Button} busy=${busy} onClick=${pack}>${say("Make the package")}<//>
    ${busy && html`<${Progress} label=${say("The package is being made")}/>`}<${Notice} notice=${notice}/></section>`;
}
