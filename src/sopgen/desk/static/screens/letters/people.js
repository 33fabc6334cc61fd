// Who goes: pasted from Excel, handed in as a file, picked from former letters, typed; then a table to correct.
import {html, say, tell, hand, useEffect, useRef, useState, Button, Choice, Notice, Faults} from "kit";
import {Grid} from "./grid.js";
import {Columns} from "./columns.js";
import {Known} from "./known.js";
import {rowsOf, named, cellsOf} from "./letter.js";

// Milliseconds after the last key before the cells are looked at.
const REST = 250;

export function People({letter, onLetter}) {
  const [sheets, setSheets] = useState([]);
  const [block, setBlock] = useState(null);
  const [told, setTold] = useState({notes: [], raw: [], asks: false});
  const [notice, setNotice] = useState(null);
  const [picking, setPicking] = useState(false);
  const found = useFindings(letter);

  // What stood there can be brought back: a list that was pasted by mistake undoes no work.
  const [former, setFormer] = useState([]);
  const replace = (rows) => onLetter((now) => { setFormer(now.rows); return {rows}; });
  const read = (text, choice = {}, added = []) => tell("/api/surat/tempel", {teks: text, ...choice}).then((answer) => {
    setBlock(text);
    setTold({notes: [...added, ...answer.catatan], raw: answer.mentah, asks: answer.tanya});
    setNotice(null);
    if (!answer.tanya) replace(rowsOf(answer.orang));
  }, setNotice);
  const add = (text) => tell("/api/surat/tempel", {teks: text}).then((answer) => {
    if (answer.tanya) setNotice({faults: answer.catatan});
    else onLetter((now) => ({rows: [...now.rows.filter((row) => row.cells.some(Boolean)), ...rowsOf(answer.orang)]}));
  }, setNotice);
  const choose = (sheet) => read(sheet.text, {}, sheet.notes.map((what) => ({what, severity: "warning"})));
  const take = (file) => hand("/api/surat/daftar", file).then((answer) => {
    setSheets(answer.lembar);
    choose(answer.lembar[0]);
  }, setNotice);
  const clear = () => { setSheets([]); setBlock(null); setTold({notes: [], raw: [], asks: false}); replace([]); };

  const anywhere = useRef();
  anywhere.current = (text) => { setSheets([]); read(text); };
  useEffect(() => {
    const take = (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!text.trim() || event.target.closest?.("input, textarea, dialog")) return;
      event.preventDefault();
      anywhere.current(text);
    };
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  }, []);

  return html`<section class="card people" aria-label=${say("People")}><h2>${say("People")} <span class="howmany">${named(letter).length || ""}</span></h2>
    <${Drop} onText=${(text) => anywhere.current(text)} onFile=${take} small=${letter.rows.length > 0}/>
    <div class="actions"><${Chooser} onFile=${take}/><${Button} onClick=${() => setPicking(true)}>${say("People of former letters…")}<//>
      ${letter.rows.length > 0 && html`<${Button} onClick=${clear}>${say("Empty the list")}<//>`}
      ${former.length > 0 && html`<${Button} onClick=${() => replace(former)}>${say("The list before")}<//>`}</div>
    <${Notice} notice=${notice}/>
    ${sheets.length > 1 && html`<${Choice} label=${say("Sheet")} value=${String(sheets.findIndex((one) => one.text === block))}
      choices=${sheets.map((one, n) => [String(n), one.name])} onChoice=${(n) => choose(sheets[Number(n)])}/>`}
    ${block !== null && html`<${Columns} raw=${told.raw} open=${told.asks} onChoose=${(choice) => read(block, choice)}/>`}
    <${Told} notes=${told.notes}/>
    <${Grid} letter=${letter} found=${found} onLetter=${onLetter} onBlock=${add}/>
    ${picking && html`<${Known} onClose=${() => setPicking(false)} onPick=${(people) => { setPicking(false); onLetter((now) => ({rows: [...now.rows, ...rowsOf(people)]})); }}/>`}</section>`;
}

// What is wrong at which cell, looked at when the hand rests; by the rows' keys, since rows move while it is on its way.
function useFindings(letter) {
  const [found, setFound] = useState({});
  const turn = useRef(0);
  const {rows} = letter;
  const said = JSON.stringify(rows.map((row) => [row.key, row.on, ...row.cells]));
  useEffect(() => {
    const own = ++turn.current;
    if (!rows.length) { setFound({}); return undefined; }
    const timer = setTimeout(async () => {
      const answer = await tell("/api/surat/periksa", {orang: cellsOf(letter)}).catch(() => null);
      if (!answer || own !== turn.current) return;
      const byRow = {};
      for (const one of answer.temuan) if (rows[one.row]) (byRow[rows[one.row].key] ??= []).push(one);
      setFound(byRow);
    }, REST);
    return () => clearTimeout(timer);
  }, [said]);
  return found;
}

function Drop({onText, onFile, small}) {
  const [over, setOver] = useState(false);
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text/plain");
    if (file) onFile(file);
    else if (text) onText(text);
  };
  const paste = (event) => {
    event.preventDefault();
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData("text/plain");
    if (text.trim()) onText(text);
    else if (file) onFile(file);
  };
  return html`<div class=${`drop ${over ? "over" : ""} ${small ? "small" : ""}`} onDragOver=${(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave=${() => setOver(false)} onDrop=${drop}>
    <label for="tempel">${say("Paste here what you copied from Excel (Ctrl+V), or drop the file")}</label>
    <textarea id="tempel" rows="1" onPaste=${paste} onInput=${(event) => { event.currentTarget.value = ""; }}></textarea></div>`;
}

function Chooser({onFile}) {
  const input = useRef();
  const chosen = (event) => {
    const [file] = event.currentTarget.files;
    if (file) onFile(file);
    event.currentTarget.value = "";
  };
  return html`<${Button} onClick=${() => input.current.click()}>${say("Choose a file…")}<//>
    <input type="file" class="unseen" ref=${input} tabindex="-1" aria-label=${say("Choose a file…")} accept=".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt" onChange=${chosen}/>`;
}

// What was left out is no fault: it is told, and can be folded away.
function Told({notes}) {
  if (!notes.length) return null;
  const loud = notes.filter((one) => one.severity !== "info");
  const quiet = notes.filter((one) => one.severity === "info");
  return html`<${Faults} faults=${loud}/>${quiet.length > 0 && html`<details class="told"><summary>${say("Left out of the list: {count}", {count: quiet.length})}</summary>
    <ul>${quiet.map((one) => html`<li>${one.what}</li>`)}</ul></details>`}`;
}
