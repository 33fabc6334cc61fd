// What a file proves: it is dropped or chosen, and nothing of it is kept.
import {html, say, hand, useState, Field, FileField, Notice} from "kit";

const VERDICTS = () => ({holds: say("right"), fails: say("not right"), note: say("note")});
const CLASSES = {holds: "berlaku", fails: "rusak", note: ""};

export function Verify() {
  const [found, setFound] = useState(null);
  const [notice, setNotice] = useState(null);
  const [print, setPrint] = useState("");
  const look = (file) => {
    setFound(null);
    if (file) hand("/api/pengesahan/periksa", file, {sidik: print}).then((told) => { setFound(told); setNotice(null); }, setNotice);
  };
  return html`<section class="card verify" aria-label=${say("Check a file")} onDragOver=${(event) => event.preventDefault()}
      onDrop=${(event) => { event.preventDefault(); look(event.dataTransfer.files[0]); }}><h2>${say("Check a file")}</h2>
    <p class="hint">${say("Drop a PDF, a Word file or a scan here, or choose it: what it proves is told, nothing is kept.")}</p>
    <details class="more"><summary>${say("Signed by another office")}</summary>
      <${Field} label=${say("Fingerprint of the signer's certificate, as that office reads it out")} value=${print} onText=${setPrint}
        hint=${say("Write it before the file is chosen. May stay empty.")}/></details>
    <${FileField} label=${say("The file")} onFile=${look}/>
    <${Notice} notice=${notice}/>
    ${found && html`<h3>${found.nama}</h3><ul class="verdicts" role="status">${found.hasil.map((one) => html`<li key=${one.kata}>
      <span class=${`state ${CLASSES[one.putusan]}`}>${VERDICTS()[one.putusan]}</span> ${one.kata}</li>`)}</ul>`}</section>`;
}
