// Pengesahan: the four steps of an edition into force; each says what is missing before it is taken.
import {html, say, ask, useEffect, useState, EditionChoice, Faults, Notice, Progress, longDay, STATES} from "kit";
import {Decide} from "./approval/decide.js";
import {Sign} from "./approval/sign.js";
import {Pack} from "./approval/pack.js";
import {History} from "./approval/history.js";
import {Verify} from "./approval/verify.js";

export function View({about}) {
  return html`<${EditionChoice} screen="pengesahan" about=${about}>${(edition) => html`<${Edition} key=${edition.nama} name=${edition.nama}/>`}<//><${Verify}/>`;
}

function Edition({name}) {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/pengesahan", {edisi: name}).then(setTold, setNotice); }, [name]);
  // What was done is said once; the page shows where the edition stands then.
  const done = (now, text) => { setTold(now); setNotice(text ? {text} : null); };
  if (!told) return notice ? html`<${Notice} notice=${notice}/>` : html`<${Progress} label=${say("Looking where the edition stands…")}/>`;
  const steps = told.terbit ? AS_ISSUED : STEPS;
  return html`<p>${say("State:")} <span class=${`state ${told.keadaan}`}>${STATES()[told.keadaan]}</span></p>
    <${Warnings} told=${told}/><${Notice} notice=${notice}/>
    <ol class="steps">${steps.map((step) => html`<${Step} key=${step.key} step=${step} told=${told} onDone=${done} onRefused=${setNotice}/>`)}</ol>
    <${Pack} told=${told}/><${History} told=${told} onDone=${done}/>`;
}

function Warnings({told}) {
  if (told.gugur) {
    const values = {state: STATES()[told.gugur.keadaan], name: told.gugur.oleh, day: longDay(told.gugur.tanggal), parts: told.gugur.bagian};
    return html`<p class="warned" role="status">
      ${say("“{state}” by {name} on {day} holds no more, changed since: {parts}. Take the change back, or begin again with the review.", values)}</p>`;
  }
  if (!told.pegang) return null;
  const values = {name: told.pegang.oleh, day: longDay(told.pegang.tanggal)};
  return html`<p class="hint">${say("Whoever changes the manuscript now takes the approval by {name} of {day} away.", values)}</p>`;
}

const ORDER = ["draf", "ditinjau", "siap_ditandatangani", "berlaku", "dicabut"];
const reached = (told, state) => ORDER.indexOf(told.keadaan) >= ORDER.indexOf(state);

// done: it lies behind; open: it can be taken now; show: what is shown then.
const STEPS = [
  {key: "ditinjau", title: () => say("Reviewed"), done: (told) => reached(told, "ditinjau"), open: (told) => ["draf", "ditinjau"].includes(told.keadaan),
    show: (rest) => html`<${Decide} state="ditinjau" ...${rest}/>`},
  {key: "disahkan", title: () => say("Approved to be signed"), done: (told) => reached(told, "siap_ditandatangani"), open: (told) => told.keadaan === "ditinjau",
    before: (told) => html`<${MustMend} told=${told}/>`,
    show: (rest) => html`<${Decide} state="siap_ditandatangani" ...${rest}/>`},
  {key: "tanda-tangan", title: () => say("Signed"), done: (told) => told.tanda_tangan.length > 0 && reached(told, "siap_ditandatangani"),
    open: (told) => told.disetujui, show: (rest) => html`<${Sign} ...${rest}/>`},
  {key: "berlaku", title: () => say("In force"), done: (told) => reached(told, "berlaku"), 
    open: (told) => told.keadaan === "siap_ditandatangani" && told.tanda_tangan.length > 0, show: (rest) => html`<${Decide} state="berlaku" ...${rest}/>`},
];

// An edition from before there were records: its signed original is registered, then confirmed.
const AS_ISSUED = [
  {key: "tanda-tangan", title: () => say("Scan of the signed original"), done: (told) => told.tanda_tangan.length > 0, open: () => true,
    show: (rest) => html`<${Sign} ...${rest}/>`},
  {key: "berlaku", title: () => say("Confirmed as in force"), done: (told) => told.disetujui, open: (told) => !told.disetujui && told.tanda_tangan.length > 0,
    show: (rest) => html`<${Decide} state="berlaku" ...${rest}/>`},
];

// What keeps a draft from the approval is told from the beginning, and not only when its turn comes.
function MustMend({told}) {
  if (!told.wajib.length) return null;
  return html`<p>${say("To be mended before: {count}", {count: told.wajib.length})} <a href=${`#/naskah/${told.nama}`}>${say("Open the manuscript")}</a></p>
    <${Faults} faults=${told.wajib} placed/>`;
}

function Step({step, told, onDone, onRefused}) {
  const done = step.done(told), open = step.open(told);
  const word = done ? say("done") : open ? say("now") : say("later");
  const last = [...told.riwayat].reverse().find((one) => one.dihitung && one.keadaan === step.key.replace("disahkan", "siap_ditandatangani"));
  return html`<li class=${`card ${done ? "done-step" : ""}`} aria-current=${open && !done ? "step" : undefined}>
    <h2>${step.title()} <span class=${`state ${done ? "berlaku" : ""}`}>${word}</span></h2>
    ${done && last && html`<p>${say("{name}, {post}, on {day}", {name: last.oleh, post: last.jabatan, day: longDay(last.tanggal)})}</p>`}
    ${!open && !done && step.before?.(told)}
    ${open && (done ? html`<details><summary>${say("Again")}</summary>${step.show({told, onDone, onRefused})}</details>` : step.show({told, onDone, onRefused}))}</li>`;
}
