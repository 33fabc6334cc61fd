// The doubts of a draft, in its order: the one in view has its field; it is settled by a click, and can be brought back.
import {html, say, useEffect, useRef, Button} from "kit";
import {Text} from "../manuscript/form.js";

export function Doubts({draft, doubts, here, onHere, onNext}) {
  const done = Math.max(0, draft.old.semula - doubts.length);
  const settle = (one) => draft.act("settle", {path: one.path, kode: one.kata, index: one.baris});
  if (!doubts.length) {
    return html`<p class="done" role="status">${say("Everything was looked at.")}</p>
      <p><a class="button" href=${`#/naskah/${draft.name}`}>${say("Go on in Manuscript")}</a></p>`;
  }
  return html`<div class="bar"><span role="status">${say("{left} to be looked at, {done} done", {left: doubts.length, done})}</span>
      <${Button} kind="small" aria-keyshortcuts="F8" title="F8" onClick=${onNext}>${say("Next (F8)")}<//></div>
    <ol class="questions">${doubts.map((one, n) => html`<${Doubt} key=${`${one.path} ${one.kata} ${n}`} draft=${draft} one=${one} here=${n === here}
      onHere=${() => onHere(n)} onSettle=${() => settle(one)}/>`)}</ol>`;
}

function Doubt({draft, one, here, onHere, onSettle}) {
  const box = useRef();
  useEffect(() => { if (here) box.current.scrollIntoView({block: "nearest"}); }, [here]);
  const value = one.path ? draft.at(one.path) : undefined;
  const typed = typeof value === "string";
  return html`<li ref=${box} class=${here ? "here" : ""} aria-current=${here ? "true" : undefined}>
    <button type="button" class="link" onClick=${onHere}><strong>${one.bagian || say("The whole draft")}</strong></button>
    ${one.letak && html` <span class="hint">${one.letak}</span>`}<p>${one.kata}</p>
    ${here && html`${typed && html`<${Text} di=${one.path} label=${say("In the draft")} area=${value.length > 60}/>`}
      <div class="answers"><${Button} kind="small main" disabled=${!draft.mayWrite} onClick=${onSettle}>${say("Looked at")}<//>
        <${Place} name=${draft.name} path=${one.path}/></div>`}</li>`;
}

// Where more than a text is to be changed.
function Place({name, path}) {
  const flow = /^kegiatan\[\d+\]\.alur\b|^pelaksana\b/.test(path);
  return flow ? html`<a class="button small" href=${`#/alur/${name}`}>${say("Open in Flow")}</a>`
    : html`<a class="button small" href=${`#/naskah/${name}`}>${say("Open in Manuscript")}</a>`;
}
