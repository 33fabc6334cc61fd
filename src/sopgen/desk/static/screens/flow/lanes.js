// The roles of the table, from left to right: added, renamed, put in order, taken out.
import {html, say, useState, Button} from "kit";
import {AskHeir, AskName, stepsOf} from "./asks.js";
import {TextCell} from "./cells.js";
import {WidthField} from "./chart/widths.js";

export function Lanes({edition}) {
  const [removing, setRemoving] = useState(null);
  const [adding, setAdding] = useState(false);
  const disabled = !edition.mayWrite;
  const {lanes} = edition;
  const move = (place, to) => edition.act("move", {path: "pelaksana", index: place, to}).then(() => focusLane(to));
  const remove = (place) => (stepsOf(edition, lanes[place].id) ? setRemoving(place) : takeOut(place, null));
  const takeOut = (place, heir) => {
    setRemoving(null);
    edition.act("jalur.hapus", {path: "pelaksana", index: place, value: heir});
  };
  const add = (name) => {
    setAdding(false);
    edition.act("jalur.sisip", {path: "pelaksana", index: lanes.length, value: name}).then(() => focusLane(lanes.length));
  };
  const keys = (place) => (event) => {
    const to = event.altKey ? {ArrowUp: place - 1, ArrowDown: place + 1}[event.key] : undefined;
    if (to === undefined || to < 0 || to >= lanes.length || disabled) return;
    event.preventDefault();
    move(place, to);
  };
  return html`<p class="hint">${say("Each role has a name and, where it needs one, a width in mm; the edges of the heads in the chart can be dragged, too.")}</p>
    <ol class="lanes" aria-label=${say("Roles, from left to right")}>${lanes.map((one, n) => html`<li key=${one.id} onKeyDown=${keys(n)}>
      <${TextCell} edition=${edition} path=${["pelaksana", n, "label"]} label=${say("Role {n}", {n: n + 1})} disabled=${disabled}/>
      <${WidthField} edition=${edition} place=${n} disabled=${disabled}/>
      <span class="moves"><${Button} kind="small" disabled=${disabled || n === 0} aria-label=${say("{role}: further left", {role: one.label})} onClick=${() => move(n, n - 1)}>←<//>
      <${Button} kind="small" disabled=${disabled || n === lanes.length - 1} aria-label=${say("{role}: further right", {role: one.label})} onClick=${() => move(n, n + 1)}>→<//>
      <${Button} kind="small danger" disabled=${disabled || lanes.length === 1} aria-label=${say("Take out {role}", {role: one.label})} onClick=${() => remove(n)}>×<//></span></li>`)}</ol>
    <${Button} kind="small" disabled=${disabled || lanes.length === 16} onClick=${() => setAdding(true)}>${say("Add a role")}<//>
    ${removing !== null && html`<${AskHeir} edition=${edition} place=${removing} onDone=${(heir) => takeOut(removing, heir)} onClose=${() => setRemoving(null)}/>`}
    ${adding && html`<${AskName} title=${say("A new role")} label=${say("Name of the post or of the office")} button=${say("Add")} onDone=${add} onClose=${() => setAdding(false)}/>`}`;
}

const focusLane = (place) => requestAnimationFrame(() => requestAnimationFrame(() => document.querySelectorAll(".lanes textarea")[place]?.focus()));
