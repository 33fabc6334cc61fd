// An edited task order: what differs from the issued one is shown, and nothing is taken back.
import {html, say} from "kit";
import {Hands, Words} from "./words.js";

export function Letter({letter, name}) {
  return html`<section class="card" aria-label=${say("Letter {number}", {number: letter.nomor})}>
    <h2>${say("Letter {number}", {number: letter.nomor})}</h2>
    <p>${say("{file} is an issued letter. What differs is shown below; a letter is never taken back from Word.", {file: name})}
      ${" "}<a href="#/agenda">${say("Correct it in the agenda book")}</a></p>
    ${letter.beda.length === 0 ? html`<p class="done">${say("Nothing in it differs from the letter that was issued.")}</p>`
    : html`<table class="list"><thead><tr><th>${say("Part")}</th><th>${say("As issued")}</th><th>${say("In the file")}</th></tr></thead>
      <tbody>${letter.beda.map((one, n) => html`<tr key=${n}><td>${one.bagian}<${Hands} hands=${one.oleh}/></td><td><${Words} pieces=${one.semula} as="del"/></td>
        <td><${Words} pieces=${one.menjadi} as="ins"/></td></tr>`)}</tbody></table>`}</section>`;
}
