// Which column is what, and in which row the people begin: chosen by hand where the list does not tell.
import {html, say, useState, Button, Field} from "kit";

const CHOICES = () => [["", "–"], ["name", say("Name")], ["rank", say("Rank")], ["number", say("NRP/NIP")], ["post", say("Post")], ["remark", say("Remark")], ["duty", say("Duty here")]];

export function Columns({raw, open, onChoose}) {
  const [chosen, setChosen] = useState({});
  const [first, setFirst] = useState("1");
  const width = Math.max(0, ...raw.map((row) => row.length));
  const choose = (n, part) => setChosen((now) => ({...Object.fromEntries(Object.entries(now).filter(([, other]) => other !== part || !part)), [n]: part}));
  const use = () => {
    const columns = Object.fromEntries(Object.entries(chosen).filter(([, part]) => part).map(([n, part]) => [part, Number(n)]));
    onChoose({kolom: columns, mulai: Number(first) || 1});
  };
  return html`<details class="columns" open=${open}><summary>${say("Choose head row and columns")}</summary>
    <div class="scroll"><table class="list"><thead><tr><th>${say("Row")}</th>${Array.from({length: width}, (_, n) => html`<th key=${n}>
        <select aria-label=${say("Column {number} is", {number: n + 1})} onChange=${(event) => choose(n, event.currentTarget.value)}>
          ${CHOICES().map(([value, words]) => html`<option value=${value} selected=${(chosen[n] ?? "") === value}>${words}</option>`)}</select></th>`)}</tr></thead>
      <tbody>${raw.map((row, n) => html`<tr><td>${n + 1}</td>${Array.from({length: width}, (_, m) => html`<td>${row[m] ?? ""}</td>`)}</tr>`)}</tbody></table></div>
    <div class="row"><${Field} label=${say("The people begin in row")} inputmode="numeric" value=${first} onText=${setFirst}/></div>
    <${Button} disabled=${!Object.values(chosen).includes("name")} onClick=${use}>${say("Use these columns")}<//></details>`;
}
