// Letters as rows, each with what can follow it.
import {html, say, useState, longDay, Button} from "kit";
import {Again} from "./again.js";
import {Void} from "./void.js";
import {Forms} from "./forms.js";

export const STATES = () => ({diberikan: say("given"), terbit: say("issued"), dicadangkan: say("reserved"), blangko: say("blank form"), batal: say("void")});

const DIALOGS = {again: Again, void: Void, forms: Forms};

export function Letters({letters, onDone}) {
  const [open, setOpen] = useState(null);
  const close = () => setOpen(null);
  const Shown = open && DIALOGS[open.act];
  return html`<div class="scroll"><table class="list book"><thead><tr><th>${say("Number")}</th><th>${say("Date")}</th><th>${say("To")}</th><th>${say("Subject")}</th>
      <th>${say("State")}</th><th class="acts">${say("What to do")}</th></tr></thead>
    <tbody>${letters.map((one) => html`<${Letter} key=${`${one.tahun}/${one.urut}`} one=${one} onOpen=${(act) => setOpen({act, one})}/>`)}</tbody></table></div>
    ${Shown && html`<${Shown} one=${open.one} onClose=${close} onDone=${() => { close(); onDone(); }}/>`}`;
}

function Letter({one, onOpen}) {
  const issued = one.keadaan === "terbit";
  const of = (act) => `${act} ${one.nomor}`;
  return html`<tr class=${one.keadaan === "batal" ? "gone" : ""}><td>${one.nomor}</td><td>${longDay(one.hari)}</td><td>${one.kepada}</td><td>${one.hal}</td>
    <td><span class=${`state ${one.keadaan}`}>${STATES()[one.keadaan] ?? one.keadaan}</span>${one.alasan && html`<p class="hint">${one.alasan}</p>`}
      ${one.dahulu.map((was) => html`<p class="hint">${say("version {n} replaced: {reason}", {n: was.versi, reason: was.alasan})}</p>`)}</td>
    <td class="acts">${issued && html`<${Button} kind="small" aria-label=${of(say("Print again"))} onClick=${() => onOpen("again")}>${say("Print again")}<//>
        <a class="button small" aria-label=${of(say("Correct"))} href=${`#/surat/betulkan/${one.tahun}/${one.urut}`}>${say("Correct")}</a>
        <${Button} kind="small" aria-label=${of(say("Report and forms…"))} onClick=${() => onOpen("forms")}>${say("Report and forms…")}<//>`}
      ${one.keadaan !== "batal" && html`<${Button} kind="small danger" aria-label=${of(say("Void the number…"))} onClick=${() => onOpen("void")}>${say("Void the number…")}<//>`}</td></tr>`;
}
