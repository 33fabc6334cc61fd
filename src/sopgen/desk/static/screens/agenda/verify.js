// Whether a letter that somebody shows is one of the office: by its picture, its PDF, or the text of its code.
import {html, say, hand, tell, useRef, useState, Area, Button, Dialog, Faults, Notice, Progress} from "kit";
import {STATES} from "./letters.js";

export function Verify({onClose}) {
  const [code, setCode] = useState("");
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  const [busy, setBusy] = useState(false);
  const input = useRef();
  const turn = useRef(0);
  const look = async (answer) => {
    const own = ++turn.current;
    const ours = (act) => (value) => own === turn.current && act(value);
    setBusy(true);
    setTold(null);
    setNotice(null);
    await answer.then(ours(setTold), ours(setNotice));
    ours(setBusy)(false);
  };
  const stop = () => { turn.current += 1; setBusy(false); };
  const drop = (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) look(hand("/api/agenda/kode/berkas", event.dataTransfer.files[0]));
  };
  return html`<${Dialog} title=${say("Check a letter")} onClose=${onClose} closing=${say("Close")}
      actions=${html`<${Button} kind="main" disabled=${!code.trim() || busy} onClick=${() => look(tell("/api/agenda/kode", {kode: code}))}>${say("Check the code")}<//>`}>
    <div class="drop" onDragOver=${(event) => event.preventDefault()} onDrop=${drop}><p>${say("Drop the letter's PDF or a photo of its code here.")}</p>
      <${Button} onClick=${() => input.current.click()}>${say("Choose a PDF or photo…")}<//>
      <input type="file" class="unseen" ref=${input} tabindex="-1" aria-label=${say("Choose a PDF or photo…")} accept=".pdf,image/*"
        onChange=${(event) => event.currentTarget.files[0] && look(hand("/api/agenda/kode/berkas", event.currentTarget.files[0]))}/></div>
    <${Area} label=${say("Or the text that a phone shows for the code")} value=${code} onText=${setCode}/>
    ${busy && html`<${Progress} label=${say("The code is read")} onCancel=${stop}/>`}<${Notice} notice=${notice}/>${told && html`<${Told} told=${told}/>`}<//>`;
}

function Told({told}) {
  return html`<div role="status">${told.faults.length > 0 ? html`<${Faults} faults=${told.faults}/>`
    : html`<p class="done">${say("The code is of a key that this office knows. Compare the paper with what stands here.")}</p>`}
    ${told.kode.map((one) => html`<dl class="code"><dt>${say("Number")}</dt><dd>${one.nomor}</dd><dt>${say("Date")}</dt><dd>${one.tanggal}</dd>
      <dt>${say("Task")}</dt><dd>${one.tugas}</dd><dt>${say("People")}</dt><dd>${one.orang.join(", ")}</dd>
      <dt>${say("Agenda book")}</dt><dd>${one.keadaan ? STATES()[one.keadaan] ?? one.keadaan : say("not known")}</dd>
      <dt>${say("Words")}</dt><dd>${one.kata ? say("every word is that of the letter of the agenda book") : say("not compared: hours, posts and tasks are yours to compare")}</dd></dl>`)}</div>`;
}
