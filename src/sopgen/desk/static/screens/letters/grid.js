// The people as a table: a field a cell, what is wrong below the row, and a button that mends it.
import {html, say, useRef, Button} from "kit";
import {PARTS, emptyRow} from "./letter.js";

// Milliseconds until a row that was added is drawn.
const REDRAWN = 30;

const HEADS = () => ({name: say("Name"), rank: say("Rank"), number: say("NRP/NIP"), post: say("Post"), remark: say("Remark"), duty: say("Duty here")});

// The column of the duty is shown where a list has one.
const columns = (letter) => PARTS.filter((part, n) => part !== "duty" || letter.rows.some((row) => row.cells[n]));

export function Grid({letter, found, onLetter, onBlock}) {
  // From what the rows are then: two quick changes must not undo each other.
  const change = (key, act) => onLetter((now) => ({rows: now.rows.map((row) => (row.key === key ? act(row) : row))}));
  const write = (key, part, text) => change(key, (row) => ({...row, cells: row.cells.map((cell, n) => (PARTS[n] === part ? text : cell))}));
  const add = () => onLetter((now) => ({rows: [...now.rows, emptyRow()]}));
  const table = useRef();
  const below = (n) => {
    if (n === letter.rows.length - 1) add();
    setTimeout(() => table.current?.querySelectorAll("tr.person")[n + 1]?.querySelector("input:not([type=checkbox])")?.focus(), REDRAWN);
  };
  const faulty = Object.values(found).flat().filter((one) => one.severity === "error").length;
  const shown = columns(letter);
  return html`${letter.rows.length > 0 && html`<p class="sum" role="status">${faulty ? say("To be corrected: {count}", {count: faulty}) : ""}</p>
    <table class="grid" ref=${table}><thead><tr><th><span class="unseen">${say("Goes")}</span></th><th>${say("No")}</th>
      ${shown.map((part) => html`<th key=${part} class=${part}>${HEADS()[part]}</th>`)}<th><span class="unseen">${say("Delete")}</span></th></tr></thead>
      <tbody>${letter.rows.map((row, n) => html`<${Row} key=${row.key} row=${row} n=${n} shown=${shown} found=${row.on ? found[row.key] ?? [] : []}
        onWrite=${(part, text) => write(row.key, part, text)} onSwitch=${(on) => change(row.key, (one) => ({...one, on}))}
        onBelow=${() => below(n)} onBlock=${onBlock}
        onDelete=${() => onLetter((now) => ({rows: now.rows.filter((one) => one.key !== row.key)}))}/>`)}</tbody></table>`}
    <div class="actions"><${Button} onClick=${add}>${say("Add a person")}<//></div>`;
}

function Row({row, n, shown, found, onWrite, onSwitch, onDelete, onBelow, onBlock}) {
  const heads = HEADS();
  const who = row.cells[0] || say("row {number}", {number: n + 1});
  return html`<tr class=${`person ${row.on ? "" : "off"}`}>
      <td><input type="checkbox" checked=${row.on} aria-label=${say("{who} goes", {who})} onChange=${(event) => onSwitch(event.currentTarget.checked)}/></td>
      <td>${n + 1}</td>
      ${shown.map((part) => html`<td key=${part}><${Cell} text=${row.cells[PARTS.indexOf(part)]} label=${`${heads[part]}, ${who}`}
        found=${found.filter((one) => one.part === part)} told=${`${row.key}-${part}`} disabled=${!row.on}
        onText=${(text) => onWrite(part, text)} onBelow=${onBelow} onBlock=${onBlock}/></td>`)}
      <td><button type="button" class="button small" aria-label=${say("Delete {who}", {who})} onClick=${onDelete}>×</button></td></tr>
    ${found.length > 0 && html`<tr class="findings"><td colspan=${shown.length + 3}><ul class="faults">${found.map((one) => html`<${Finding} one=${one}
      told=${`${row.key}-${one.part}`} head=${heads[one.part]} onMend=${() => onWrite(one.part, one.mend)} onOff=${() => onSwitch(false)}/>`)}</ul></td></tr>`}`;
}

// Enter leads to the next person; a block of cells that is pasted here becomes people of its own.
function Cell({text, label, found, told, disabled, onText, onBelow, onBlock}) {
  const faulty = found.some((one) => one.severity === "error");
  const keep = (element) => { if (element && element !== document.activeElement && element.value !== text) element.value = text; };
  const paste = (event) => {
    const block = event.clipboardData.getData("text/plain");
    if (!/\t|\n./.test(block.trim())) return;
    event.preventDefault();
    onBlock(block);
  };
  return html`<input class=${faulty ? "faulty" : ""} ref=${keep} aria-label=${label} aria-invalid=${faulty} disabled=${disabled}
    aria-describedby=${found.length ? told : undefined} onPaste=${paste} onKeyDown=${(event) => event.key === "Enter" && onBelow()}
    onInput=${(event) => onText(event.currentTarget.value)}/>`;
}

function Finding({one, told, head, onMend, onOff}) {
  return html`<li class=${one.severity} id=${told}><span><strong>${head}:</strong> ${one.what}<span class="fix">${one.fix ? ` – ${one.fix}` : ""}</span></span>
    <span class="mends">${one.mend && html`<button type="button" class="button small" onClick=${onMend}>${say("Write {text}", {text: one.mend})}</button>`}
      ${one.severity === "error" && !one.mend && html`<button type="button" class="button small" onClick=${onOff}>${say("Does not go")}</button>`}</span></li>`;
}
