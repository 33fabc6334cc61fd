// A list of the edition: items are added, taken out and moved by keys and buttons, each with its field.
import {html, say, Button, Faults} from "kit";
import {Text, foundAt, mend, useEdition} from "./form.js";

// After an item was added or moved its field has the focus.
function focusOn(di) {
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector(`[data-di="${CSS.escape(di)}"]`)?.focus()));
}

export function Moves({edition, di, number, count, field = "", label}) {
  const move = (to) => edition.act("move", {path: di, index: number, to, lihat: edition.view}).then(() => focusOn(`${di}[${to}]${field}`));
  const remove = () => edition.act("remove", {path: `${di}[${number}]`, lihat: edition.view});
  return html`<span class="moves">
    <${Button} kind="small" disabled=${!edition.mayWrite || number === 0} aria-label=${say("Move up: {label}", {label})} onClick=${() => move(number - 1)}>↑<//>
    <${Button} kind="small" disabled=${!edition.mayWrite || number === count - 1} aria-label=${say("Move down: {label}", {label})} onClick=${() => move(number + 1)}>↓<//>
    <${Button} kind="small danger" disabled=${!edition.mayWrite} aria-label=${say("Take out: {label}", {label})} onClick=${remove}>×<//></span>`;
}

// Alt with an arrow moves the item, Enter adds one below it; in a list of one-line items.
function keys(edition, di, number, count) {
  return (event) => {
    const to = {ArrowUp: number - 1, ArrowDown: number + 1}[event.key];
    if (event.altKey && to !== undefined && to >= 0 && to < count) {
      event.preventDefault();
      edition.act("move", {path: di, index: number, to, lihat: edition.view}).then(() => focusOn(`${di}[${to}]`));
    } else if (event.key === "Enter" && (event.ctrlKey || event.currentTarget.tagName === "INPUT")) {
      event.preventDefault();
      insert(edition, di, number + 1);
    }
  };
}

const NEW = () => say("New item");

function insert(edition, di, index, value = NEW()) {
  return edition.act("insert", {path: di, index, value, lihat: {path: `${di}[${index}]`}}).then(() => {
    focusOn(`${di}[${index}]`);
    requestAnimationFrame(() => requestAnimationFrame(() => document.activeElement?.select?.()));
  });
}

export function List({di, label, area = true, hint, addLabel}) {
  const edition = useEdition();
  const items = edition.at(di) ?? [];
  return html`<fieldset class="list-of"><legend>${label}</legend>${hint && html`<p class="hint">${hint}</p>`}
    <${Faults} faults=${foundAt(edition, di)} onMend=${edition.mayWrite ? mend(edition) : undefined}/>
    ${items.length === 0 && html`<p class="hint">${say("Nothing here yet.")}</p>`}
    <ol>${items.map((_, n) => html`<li key=${n}>
      <${Text} di=${`${di}[${n}]`} area=${area} rows="1" label=${say("{list}, item {n}", {list: label, n: n + 1})}
        onKeyDown=${keys(edition, di, n, items.length)}/>
      <${Moves} edition=${edition} di=${di} number=${n} count=${items.length} label=${say("{list}, item {n}", {list: label, n: n + 1})}/></li>`)}</ol>
    <${Button} kind="small" disabled=${!edition.mayWrite} onClick=${() => insert(edition, di, items.length)}>${addLabel ?? say("Add")}<//></fieldset>`;
}
