// What was decided so far; a slip is cancelled by a line of its own, nothing is deleted.
import {html, say, tell, useState, Area, Button, Dialog, Faults, longDay, STATES} from "kit";
import {DECISIONS} from "./words.js";

export function History({told, onDone}) {
  const [asking, setAsking] = useState(null);
  if (!told.riwayat.length) return null;
  const standing = told.riwayat.some((one) => one.dihitung);
  return html`<section aria-label=${say("What was decided")}><div class="between"><h2>${say("What was decided")}</h2><span class="actions">
      ${standing && html`<${Button} onClick=${() => setAsking(CANCEL)}>${say("Cancel the last step…")}<//>`}
      ${told.keadaan === "berlaku" && html`<${Button} kind="danger" onClick=${() => setAsking(REVOKE)}>${say("Revoke the edition…")}<//>`}</span></div>
    <table class="list"><thead><tr><th>${say("Date")}</th><th>${say("Step")}</th><th>${say("Decision")}</th><th>${say("By")}</th><th>${say("Note")}</th></tr></thead>
      <tbody>${told.riwayat.map((one, n) => html`<tr key=${n} class=${one.dihitung ? "" : "void"}><td>${longDay(one.tanggal)}</td><td>${STATES()[one.keadaan]}</td>
        <td>${DECISIONS()[one.keputusan]}</td><td>${one.oleh}, ${one.jabatan}</td><td>${one.catatan}</td></tr>`)}</tbody></table>
    ${asking && html`<${WithReason} asking=${asking} told=${told} onClose=${() => setAsking(null)} onDone=${(now) => { setAsking(null); onDone(now, asking.done()); }}/>`}</section>`;
}

const CANCEL = {
  to: null, title: () => say("Cancel the last step"), text: () => say("The step stays in the record, with a line that it does not count."),
  label: () => say("Cancel the step"), done: () => say("The last step is cancelled."),
};
const REVOKE = {
  to: "dicabut", title: () => say("Revoke the edition"), label: () => say("Revoke"), done: () => say("The edition is revoked."),
  text: () => say("Only where no other edition takes its place: an edition ends by itself on the day on which the next one takes effect."),
};

function WithReason({asking, told, onClose, onDone}) {
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState([]);
  const act = () => tell("/api/pengesahan/langkah", {edisi: told.nama, ke: asking.to, tanggal: told.hari_ini, catatan: reason.trim()})
    .then(onDone, (error) => setFaults(error.faults));
  return html`<${Dialog} title=${asking.title()} onClose=${onClose} actions=${html`<${Button} kind="danger" disabled=${!reason.trim()} onClick=${act}>${asking.label()}<//>`}>
    <p>${asking.text()}</p><${Area} label=${say("Why")} value=${reason} onText=${setReason}/><${Faults} faults=${faults} placed/><//>`;
}
