// The people as a table: a field a cell, what is wrong below the row, and a button that mends it.
import {html, say, Button} from "kit";
import {PARTS, emptyRow} from "./letter.js";

const HEADS = () => ({name: say("Name"), rank: say("Rank"), number: say("NRP/NIP"), post: say("Post"), remark: say("Remark"), duty: say("Duty here")});

// The column of the duty is shown where a list has one.
const columns = (letter) => PARTS.filter((part, n) => part !== "duty" || letter.rows.some((row) => row.cells[n]));

export function Grid({letter, found, onLetter}) {
  const change = (key, act) => onLetter({rows: letter.rows.map((row) => (row.key === key ? act(row) : row))});
  const write = (key, part, text) => change(key, (row) => ({...row, cells: row.cells.map((cell, n) => (PARTS[n] === part ? text : cell))}));
  const add = () => onLetter({rows: [...letter.rows, emptyRow()]});
  const faulty = Object.values(found).flat().filter((one) => one.severity === "error").length;
  const shown = columns(letter);
  return html`${letter.rows.length > 0 && html`<p class="sum" role="status">${faulty ? say("To be corrected: {count}", {count: faulty}) : ""}</p>
    <table class="grid"><thead><tr><th><span class="unseen">${say("Goes")}</span></th><th>${say("No")}</th>
      ${shown.map((part) => html`<th key=${part} class=${part}>${HEADS()[part]}</th>`)}<th><span class="unseen">${say("Delete")}</span></th></tr></thead>
      <tbody>${letter.rows.map((row, n) => html`<${Row} key=${row.key} row=${row} n=${n} shown=${shown} found=${row.on ? found[row.key] ?? [] : []}
        onWrite=${(part, text) => write(row.key, part, text)} onSwitch=${(on) => change(row.key, (one) => ({...one, on}))}
        onDelete=${() => onLetter({rows: letter.rows.filter((one) => one.key !== row.key)})}/>`)}</tbody></table>`}
    <div class="actions"><${Button} onClick=${add}>${say("Add a person")}<//></div>`;
}

function Row({row, n, shown, found, onWrite, onSwitch, onDelete}) {
  const heads = HEADS();
  const who = row.cells[0] || say("row {number}", {number: n + 1});
  return html`<tr class=${row.on ? "" : "off"}>
      <td><input type="checkbox" checked=${row.on} aria-label=${say("{who} goes", {who})} onChange=${(event) => onSwitch(event.currentTarget.checked)}/></td>
      <td>${n + 1}</td>
      ${shown.map((part) => html`<td key=${part}><${Cell} text=${row.cells[PARTS.indexOf(part)]} label=${`${heads[part]}, ${who}`}
        faulty=${found.some((one) => one.part === part && one.severity === "error")} disabled=${!row.on} onText=${(text) => onWrite(part, text)}/></td>`)}
      <td><button type="button" class="button small" aria-label=${say("Delete {who}", {who})} onClick=${onDelete}>×</button></td></tr>
    ${found.length > 0 && html`<tr class="findings"><td colspan=${shown.length + 3}><ul class="faults">${found.map((one) => html`<${Finding} one=${one}
      head=${heads[one.part]} onMend=${() => onWrite(one.part, one.mend)} onOff=${() => onSwitch(false)}/>`)}</ul></td></tr>`}`;
}

function Cell({text, label, faulty, disabled, onText}) {
  const keep = (element) => { if (element && element !== document.activeElement && element.value !== text) element.value = text; };
  return html`<input class=${faulty ? "faulty" : ""} ref=${keep} aria-label=${label} aria-invalid=${faulty} disabled=${disabled}
    onInput=${(event) => onText(event.currentTarget.value)}/>`;
}

function Finding({one, head, onMend, onOff}) {
  return html`<li class=${one.severity}><span><strong>${head}:</strong> ${one.what}<span class="fix">${one.fix ? ` – ${one.fix}` : ""}</span></span>
    <span class="mends">${one.mend && html`<button type="button" class="button small" onClick=${onMend}>${say("Write {text}", {text: one.mend})}</button>`}
      ${one.severity === "error" && !one.mend && html`<button type="button" class="button small" onClick=${onOff}>${say("Does not go")}</button>`}</span></li>`;
}
