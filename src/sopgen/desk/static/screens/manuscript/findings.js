// What the rules find, in the three groups of who must or may act on it.
import {html, say, Button, Empty, pathText} from "kit";
import {mend, useEdition} from "./form.js";

const GROUPS = () => [["wajib", say("Must be mended before it is approved")], ["sebaiknya", say("Should be mended")], ["petunjuk", say("Hints")]];

export function counts(findings) {
  return {all: findings.filter((one) => one.kelompok !== "petunjuk").length};
}

export function FindingList({onPlace}) {
  const edition = useEdition();
  const found = edition.findings.value;
  if (!found.length) return html`<${Empty}>${say("Nothing was found: the edition can be reviewed.")}<//>`;
  const sure = found.filter((one) => one.perbaiki && !one.usul);
  const all = () => { edition.rest(); edition.act("mend_all", {lihat: edition.view}); };
  return html`${sure.length > 1 && html`<p class="actions"><${Button} kind="main" disabled=${!edition.mayWrite} onClick=${all}>
      ${say("Mend all that needs no decision ({n})", {n: sure.length})}<//> <span class="hint">${say("One step of Undo brings all of it back.")}</span></p>`}
    ${GROUPS().map(([group, words]) => {
    const own = found.filter((one) => one.kelompok === group);
    return own.length > 0 && html`<section key=${group}><h2>${words} (${own.length})</h2><ul class="faults">
      ${own.map((one, n) => html`<${Row} key=${n} edition=${edition} one=${one} onPlace=${onPlace}/>`)}</ul></section>`;
  })}`;
}

function Row({edition, one, onPlace}) {
  const fix = one.menjadi ? say("Better: {text}", {text: one.menjadi}) : one.fix;
  return html`<li class=${one.severity}><span>${one.what}${fix && html`<span class="fix"> ${fix}</span>`}</span>
    <span class="moves">${one.satuan ? html`<a class="button small" href="#/satuan">${say("In the unit")}</a>`
      : html`<${Button} kind="small" onClick=${() => onPlace(pathText(one.path))}>${say("Show")}<//>`}
    ${one.perbaiki && html`<${Button} kind="small main" disabled=${!edition.mayWrite} onClick=${() => mend(edition)(one)}>${one.usul ? say("Accept") : say("Mend")}<//>`}</span></li>`;
}
