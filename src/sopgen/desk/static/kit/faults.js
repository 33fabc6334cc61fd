// What is wrong, and what helps; with a button where one click mends it.
// placed: the faults stand far from their fields, so that each names its own.
import {say} from "./words.js";
import {html} from "./html.js";

// Between what is wrong and what helps.
const stop = (what) => (/[.?!:…]$/.test(what) ? "" : ".");

export function Faults({faults = [], onMend, id, placed}) {
  if (!faults.length) return null;
  return html`<div role="status"><ul class="faults" id=${id}>${faults.map((one) => html`<li class=${one.severity ?? "error"}>
    <span>${placed && one.place ? html`<strong>${one.place}: </strong>` : ""}${one.what}${one.fix ? html`${stop(one.what)} <span class="fix">${one.fix}</span>` : ""}</span>
    ${one.mend && onMend && html`<button type="button" class="button small" onClick=${() => onMend(one)}>${say("Mend")}</button>`}</li>`)}</ul></div>`;
}
