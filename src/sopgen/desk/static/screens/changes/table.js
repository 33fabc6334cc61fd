// The changes one by one; in a draft the reason of each is written beside it.
import {html, say, tell, useState, Button, Check, Faults} from "kit";

const KINDS = () => ({added: say("added"), removed: say("taken out"), changed: say("changed"), moved: say("moved")});

export function ChangeTable({told, pair, onTold}) {
  const [open, setOpen] = useState(false);
  const rows = told.perubahan.filter((one) => !open || !one.alasan);
  if (!told.perubahan.length) return null;
  return html`<${Check} label=${say("Only those without a reason")} checked=${open} onCheck=${setOpen}/>
    <table class="list changes"><thead><tr><th>${say("No.")}</th><th>${say("Part")}</th><th>${say("Formerly")}</th><th>${say("Now")}</th><th>${say("Why")}</th></tr></thead>
      <tbody>${rows.map((one) => html`<${Row} key=${`${one.path} ${one.jenis}`} one=${one} told=${told} pair=${pair} onTold=${onTold}/>`)}</tbody></table>`;
}

function Row({one, told, pair, onTold}) {
  return html`<tr><td>${one.no}</td><td>${one.bagian}<p class="hint">${KINDS()[one.jenis]}${one.bentuk ? html`, ${say("form only")}` : ""}</p></td>
    <td class="was">${one.semula.map((line) => html`<p>${line}</p>`)}</td><td class="now">${one.menjadi.map((line) => html`<p>${line}</p>`)}</td>
    <td>${told.boleh_ubah ? html`<${Why} one=${one} pair=${pair} onTold=${onTold}/>` : one.alasan || html`<span class="hint">${say("no reason")}</span>`}</td></tr>`;
}

function Why({one, pair, onTold}) {
  const [words, setWords] = useState(one.alasan);
  const [faults, setFaults] = useState([]);
  const [busy, setBusy] = useState(false);
  const write = () => {
    setBusy(true);
    tell("/api/perubahan/alasan", {...pair, path: one.path, jenis: one.jenis, alasan: words})
      .then((told) => { setFaults([]); onTold(told); }, (error) => setFaults(error.faults)).finally(() => setBusy(false));
  };
  return html`<form onSubmit=${(event) => { event.preventDefault(); write(); }}>
    <textarea aria-label=${say("Why number {number} changed", {number: one.no})} rows=${Math.min(6, Math.max(1, Math.ceil(words.length / 28)))}
      value=${words} onInput=${(event) => setWords(event.currentTarget.value)}></textarea>
    ${words !== one.alasan && html`<${Button} kind="small main" type="submit" busy=${busy}>${say("Save")}<//>`}<${Faults} faults=${faults}/></form>`;
}
