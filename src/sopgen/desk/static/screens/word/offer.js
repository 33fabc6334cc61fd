// All that a document proposes, in the order of its pages; each is accepted, refused or changed, by mouse or key.
import {html, say, useEffect, useMemo, useRef, useState, Button} from "kit";
import {Proposal} from "./proposal.js";
import {Words} from "./words.js";

const decidable = (one) => one.bisa && one.jenis !== "remark";

// What is chosen of each proposal: "ya" or "tidak"; another text where it was changed.
function useChoices(proposals) {
  const [choices, setChoices] = useState({});
  const known = useMemo(() => new Set(proposals.map((one) => one.id)), [proposals]);
  const choose = (id, answer, text) => setChoices((now) => ({...now, [id]: answer ? {answer, text} : undefined}));
  const accepted = Object.entries(choices).filter(([id, one]) => known.has(id) && one?.answer === "ya");
  return {choices, setChoices, choose, accepted: Object.fromEntries(accepted.map(([id, one]) => [id, one.text ?? null]))};
}

export function Offer({told, busy, onSave}) {
  const {usulan, draf} = told;
  const {choices, setChoices, choose, accepted} = useChoices(usulan);
  const [at, setAt] = useState(0);
  const list = useRef();
  const sure = usulan.filter((one) => one.pasti && decidable(one) && !choices[one.id]);
  const open = usulan.filter((one) => decidable(one) && !choices[one.id]).length;
  const count = Object.keys(accepted).length;
  const go = (to) => {
    const next = Math.max(0, Math.min(usulan.length - 1, to));
    setAt(next);
    list.current.children[next]?.focus();
  };
  useEffect(() => { setAt((now) => Math.min(now, Math.max(0, usulan.length - 1))); }, [usulan]);
  const all = () => setChoices((now) => ({...now, ...Object.fromEntries(sure.map((one) => [one.id, {answer: "ya"}]))}));
  const keys = (event) => {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.altKey || event.metaKey) return;
    const one = usulan[at];
    const answer = {y: "ya", t: "tidak"}[event.key.toLowerCase()];
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (answer && one && decidable(one)) {
      choose(one.id, answer, answer === "ya" ? choices[one.id]?.text : undefined);
      go(at + 1);
    } else return;
    event.preventDefault();
  };
  return html`<section aria-label=${say("Proposals")}><${About} told=${told}/>
    <div class="bar wordbar"><span role="status">${say("{open} to decide, {count} accepted", {open, count})}</span>
      <${Button} kind="small" disabled=${!sure.length} onClick=${all}>${say("Accept all {count} sure ones", {count: sure.length})}<//>
      <span class="hint">${say("Keys: ↑ ↓ to go, Y to accept, T to refuse")}</span>
      <${Button} kind="main" busy=${busy} disabled=${!count || busy} onClick=${() => onSave(accepted)}>${say("Save {count} into the draft", {count})}<//>
      <a class="button" href=${draf.baru ? "#/beranda" : `#/naskah/${draf.nama}`}>${draf.baru ? say("Start page") : say("Open the draft")}</a></div>
    ${usulan.length === 0 && html`<p class="done">${say("There is nothing left to decide.")}</p>`}
    <ol class="proposals" ref=${list} onKeyDown=${keys}>${usulan.map((one, n) => html`<${Proposal} key=${one.id} one=${one} choice=${choices[one.id]}
      here=${n === at} can=${decidable(one)} onFocus=${() => setAt(n)} onChoose=${(answer, text) => choose(one.id, answer, text)}/>`)}</ol>
    <${Beyond} told=${told}/></section>`;
}

function About({told}) {
  const {draf} = told;
  return html`<div class="card about"><p><strong>${told.judul}</strong> ${say("{file}, made from edition {edition}", {file: told.berkas, edition: told.edisi})}</p>
    <p>${draf.baru ? say("That edition stays as it is: what you save begins its next edition, {edition}.", {edition: draf.edisi})
    : say("What you save goes into the draft of edition {edition}.", {edition: draf.edisi})}</p>
    ${!told.pasti && html`<p class="unsure">${say("The text that was issued is not known any more: what the document does not note itself is not sure.")}</p>`}
    ${told.sudah > 0 && html`<p class="hint">${say("{count} changes are in the draft already.", {count: told.sudah})}</p>`}</div>`;
}

// What is told, and never taken over.
function Beyond({told}) {
  const formats = told.bentuk.map((one) => `${one.apa} (${one.jumlah})`).join(", ");
  return html`${formats && html`<p class="card">${say("Formatting was changed, too, and is never taken over: {names}. The look is set on the page Looks.", {names: formats})}</p>`}
    ${told.luar.length > 0 && html`<section class="card" aria-label=${say("Changed, but no text of the SOP")}><h3>${say("Changed, but no text of the SOP")}</h3>
      <p class="hint">${say("Row numbers, the letterhead, lines between parts: change them in Manuscript or Unit where it is meant.")}</p>
      <ul>${told.luar.map((one, n) => html`<li key=${n}><${Words} pieces=${one.semula} as="del"/> → <${Words} pieces=${one.menjadi} as="ins"/></li>`)}</ul></section>`}`;
}
