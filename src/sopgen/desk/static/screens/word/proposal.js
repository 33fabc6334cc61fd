// One proposal: where it stands in the SOP, what stood there, what is to stand there, who asks for it, and why not sure.
import {html, say, useState, Area, Button} from "kit";
import {Hands, Remarks, Words} from "./words.js";

const KINDS = () => ({
  changed: say("changed"), added: say("added"), removed: say("taken out"), moved: say("moved"), remark: say("comment"),
});
const ANSWERS = () => ({ya: say("accepted"), tidak: say("refused")});

export function Proposal({one, choice, here, can, onFocus, onChoose}) {
  const [writing, setWriting] = useState(false);
  const answer = choice?.answer ?? "";
  const words = [one.bagian, KINDS()[one.jenis], ANSWERS()[answer]].filter(Boolean).join(", ");
  return html`<li class=${`proposal ${answer}`} tabindex=${here ? 0 : -1} aria-label=${words} onFocus=${onFocus}>
    <div class="head"><strong>${one.bagian || say("At no text")}</strong> <span class="state">${KINDS()[one.jenis]}</span>
      ${!one.pasti && one.jenis !== "remark" && html` <span class="state unsure">${say("not sure")}</span>`}
      ${answer && html` <span class=${`state ${answer === "ya" ? "berlaku" : "rusak"}`}>${ANSWERS()[answer]}</span>`}
      <${Hands} hands=${one.jenis === "remark" ? [] : one.oleh}/></div>
    ${one.jenis !== "remark" && html`<${Sides} one=${one} text=${choice?.text}/>`}
    <${Remarks} remarks=${one.tanggapan}/>
    ${one.ragu.length > 0 && html`<ul class="doubts">${one.ragu.map((doubt) => html`<li key=${doubt}>${doubt}</li>`)}</ul>`}
    ${can && !writing && html`<div class="answers">
      <${Button} kind="small" aria-pressed=${answer === "ya"} aria-keyshortcuts="Y" onClick=${() => onChoose(answer === "ya" ? "" : "ya", choice?.text)}>${say("Accept it")}<//>
      <${Button} kind="small" aria-pressed=${answer === "tidak"} aria-keyshortcuts="T" onClick=${() => onChoose(answer === "tidak" ? "" : "tidak")}>${say("Refuse it")}<//>
      ${one.jenis !== "removed" && html`<${Button} kind="small" onClick=${() => setWriting(true)}>${say("Change…")}<//>`}</div>`}
    ${writing && html`<${Rewording} text=${choice?.text ?? one.teks} onClose=${() => setWriting(false)}
      onText=${(text) => { setWriting(false); onChoose("ya", text); }}/>`}
    ${!can && one.jenis !== "remark" && html`<p class="hint">${say("This can not be taken over by itself: write it in Manuscript or Flow.")}</p>`}</li>`;
}

function Sides({one, text}) {
  return html`<dl class=${`sides ${one.kini ? "clash" : ""}`}>
    <div><dt>${say("As issued")}</dt><dd><${Words} pieces=${one.semula} as="del"/></dd></div>
    ${one.kini && html`<div><dt>${say("In the draft now")}</dt><dd>${one.kini}</dd></div>`}
    <div><dt>${say("In the document")}</dt><dd><${Words} pieces=${one.menjadi} as="ins"/></dd></div>
    ${text && html`<div><dt>${say("Your words")}</dt><dd>${text}</dd></div>`}</dl>`;
}

function Rewording({text, onText, onClose}) {
  const [now, setNow] = useState(text);
  return html`<div class="rewording"><${Area} label=${say("What is to stand there")} value=${now} onText=${setNow}/>
    <${Button} kind="small main" disabled=${!now.trim()} onClick=${() => onText(now.trim())}>${say("Accept so")}<//>
    <${Button} kind="small" onClick=${onClose}>${say("Cancel")}<//></div>`;
}
