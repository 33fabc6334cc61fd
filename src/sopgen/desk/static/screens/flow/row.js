// A row of the table: a step with its role, its symbol, its words, and where it leads; below it what one can do with it.
import {html, say, Button, Faults} from "kit";
import {TextCell} from "./cells.js";
import {Details} from "./details.js";
import {Exits} from "./exits.js";
import {SYMBOLS, rolesOf, symbolOf} from "./names.js";

export function StepRow({edition, place, acts, drag, more, onMore}) {
  const step = edition.steps[place];
  if (!step) return null;
  const number = edition.numberOf(place);
  const chosen = edition.selected.value === step.id;
  const disabled = !edition.mayWrite;
  const found = [...edition.wrongAt(place), ...edition.findings.value.filter((one) => one.path[2] === "alur" && one.path[3] === place && (chosen || one.severity !== "info"))];
  return html`<tr class=${`step ${chosen ? "chosen" : ""} ${drag.over(place)}`} data-step=${step.id} onFocusIn=${() => { edition.selected.value = step.id; }}
      onKeyDown=${(event) => acts.keys(event, place)} ...${drag.row(place)}>
    <th scope="row"><button type="button" class="number" data-number=${place} aria-pressed=${chosen} aria-describedby="step-keys" draggable=${!disabled} ...${drag.handle(place)}
      aria-label=${say("Step {number}", {number})} onClick=${() => { edition.selected.value = step.id; }}>${number}</button></th>
    <td><${Role} edition=${edition} place=${place} number=${number} disabled=${disabled}/></td>
    <td><select aria-label=${say("Step {number}, symbol", {number})} disabled=${disabled} value=${symbolOf(step)}
      onChange=${(event) => edition.step("langkah.simbol", place, {value: event.currentTarget.value})}>
      ${SYMBOLS().map(([one, words]) => html`<option key=${one} value=${one} selected=${one === symbolOf(step)}>${words}</option>`)}</select></td>
    <td><${TextCell} edition=${edition} path=${[...edition.path, place, "uraian"]} label=${say("Step {number}, what is done", {number})} disabled=${disabled}/></td>
    <td><${Exits} edition=${edition} place=${place} disabled=${disabled}/></td></tr>
    ${(chosen || found.length > 0) && html`<tr class=${`below ${chosen ? "chosen" : ""}`} onKeyDown=${(event) => acts.keys(event, place)}><td colspan="5">
      ${chosen && html`<${Bar} edition=${edition} place=${place} acts=${acts} disabled=${disabled} more=${more} onMore=${onMore}/>`}
      <${Faults} faults=${found.map(mendable)} onMend=${disabled ? undefined : (one) => edition.act("mend", {path: one.path, kode: one.kode})}/>
      ${chosen && more && html`<${Details} edition=${edition} place=${place} disabled=${disabled}/>`}</td></tr>`}`;
}

const mendable = (one) => ({...one, mend: one.perbaiki});

function Role({edition, place, number, disabled}) {
  const roles = rolesOf(edition.steps[place]);
  const names = edition.lanes.filter((one) => roles.includes(one.id)).map((one) => one.label).join(" + ");
  const value = roles.length === 1 ? roles[0] : "";
  return html`<select aria-label=${say("Step {number}, role", {number})} title=${names} disabled=${disabled} value=${value}
    onChange=${(event) => event.currentTarget.value && edition.step("langkah.pelaksana", place, {value: [event.currentTarget.value]})}>
    ${roles.length > 1 && html`<option value="" selected>${names}</option>`}
    ${edition.lanes.map((one) => html`<option key=${one.id} value=${one.id} selected=${one.id === value}>${one.label}</option>`)}</select>`;
}

function Bar({edition, place, acts, disabled, more, onMore}) {
  const last = place === edition.steps.length - 1;
  return html`<div class="row-bar" role="toolbar" aria-label=${say("Step {number}", {number: edition.numberOf(place)})}>
    <${Button} kind="small" disabled=${disabled || place === 0} title="Alt+↑" onClick=${() => acts.up(place)}>↑ ${say("Up")}<//>
    <${Button} kind="small" disabled=${disabled || last} title="Alt+↓" onClick=${() => acts.down(place)}>↓ ${say("Down")}<//>
    <${Button} kind="small" disabled=${disabled} title="Enter" onClick=${() => acts.insert(place)}>${say("Insert below")}<//>
    <${Button} kind="small" disabled=${disabled} title="Ctrl+D" onClick=${() => acts.copy(place)}>${say("Duplicate")}<//>
    <${Button} kind="small danger" disabled=${disabled} title="Delete" onClick=${() => acts.remove(place)}>${say("Delete")}<//>
    <button type="button" class="button small" aria-expanded=${more} onClick=${onMore}>${more ? say("Less") : say("More about this step")}</button></div>`;
}
