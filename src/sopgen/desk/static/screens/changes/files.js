// The matrix and the tracked changes, to be saved.
import {html, say, useState, Button, Progress, fetchFile} from "kit";

export function Files({pair, onRefused}) {
  const [busy, setBusy] = useState(false);
  const get = (path, values) => {
    setBusy(true);
    fetchFile(path, {...pair, ...values}).catch(onRefused).finally(() => setBusy(false));
  };
  return html`<div class="actions"><${Button} busy=${busy} onClick=${() => get("/api/perubahan/matriks", {bentuk: "docx"})}>${say("Matrix (Word)")}<//>
      <${Button} busy=${busy} onClick=${() => get("/api/perubahan/matriks", {bentuk: "pdf"})}>${say("Matrix (PDF)")}<//>
      <${Button} busy=${busy} onClick=${() => get("/api/perubahan/terlacak", {})}>${say("Manuscript with tracked changes (Word)")}<//></div>
    ${busy && html`<${Progress} label=${say("The file is being made")}/>`}`;
}
