// Cetak: copies and sides, the doubts asked in plain words, the print dialog; then the files to save.
import {html, say, ask, tell, useEffect, useState, Button, Field, Choice, Dialog, Notice, Progress, openPdf, printPdf, saveFile} from "kit";
import {asked, named} from "./letter.js";

export function Giving({letter, shown, onLetter, onDone, onFresh}) {
  const [busy, setBusy] = useState(false);
  const [doubts, setDoubts] = useState(null);
  const [notice, setNotice] = useState(null);
  const [made, setMade] = useState(null);
  const [run, setRun] = useState("");
  const give = async (yakin) => {
    const tanda = crypto.randomUUID?.() ?? String(Math.random());
    setRun(tanda);
    setBusy(true);
    setDoubts(null);
    setNotice(null);
    try {
      const answer = await tell("/api/surat/cetak", {...asked(letter), yakin, tanda});
      if (answer.berhenti) {
        setNotice({text: STOPPED()});
        onDone();
      } else if (answer.ragu) setDoubts(answer.ragu);
      else {
        setMade(answer);
        printPdf(answer.cetakan);
        onDone();
      }
    } catch (error) {
      setNotice(error);
    }
    setBusy(false);
  };
  const ready = named(letter).length > 0 && shown.pages && !shown.faults?.length;
  return html`<section class="card giving" aria-label=${say("Print")}><${Numbered} letter=${letter} shown=${shown}/>
    <div class="row"><${Field} label=${say("Copies")} inputmode="numeric" value=${String(letter.rangkap)}
        onText=${(text) => onLetter({rangkap: Math.min(99, Number(text.replace(/\D/g, "")) || 1)})}/>
      <${Choice} label=${say("Paper")} value=${letter.sisi} choices=${[["dua", say("Both sides")], ["satu", say("One side")]]} onChoice=${(sisi) => onLetter({sisi})}/>
      <${Button} kind="main print" busy=${busy} disabled=${!ready} onClick=${() => give(false)}>${say("Print")}<//></div>
    ${busy && html`<${UnderWay} run=${run}/>`}
    <${Notice} notice=${notice}/>
    ${made && html`<${Made} made=${made} onFresh=${() => { setMade(null); onFresh(); }}/>`}
    ${doubts && html`<${Doubts} doubts=${doubts} onSure=${() => give(true)} onClose=${() => setDoubts(null)}/>`}</section>`;
}

const STOPPED = () => say("Stopped. Letters that were made stay, with their numbers. Print again makes the others, with the numbers that were kept for them.");

// How far the run is; it can be stopped after the letter that is being made.
const ASK = 700; // ms

function UnderWay({run}) {
  const [told, setTold] = useState({jadi: 0, semua: 0});
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => ask("/api/surat/kemajuan", {tanda: run}).then(setTold, () => {}), ASK);
    return () => clearInterval(timer);
  }, [run]);
  const stop = () => {
    setStopping(true);
    tell("/api/surat/henti", {tanda: run}).catch(() => setStopping(false));
  };
  const label = stopping ? say("The run stops after this letter") : told.semua > 1 ? say("Letters made: {made} of {all}", {made: told.jadi, all: told.semua}) : say("The letters are made");
  return html`<${Progress} label=${label} done=${told.jadi} of=${told.semua > 1 ? told.semua : 0} onCancel=${stopping ? undefined : stop}/>`;
}

// The number is shown before it is taken.
function Numbered({letter, shown}) {
  const numbers = shown.numbers ?? [];
  if (!numbers.length) return null;
  if (!numbers[0]) return html`<p class="next">${say("The number is written by hand.")}</p>`;
  const again = shown.given && say("This letter has its number already; it is printed again");
  const words = letter.betulkan ? say("Number, as before") : again || say("Next number");
  return html`<p class="next">${words}: <strong>${numbers[0]}</strong>
    ${numbers.length > 1 && html` ${say("to")} <strong>${numbers.at(-1)}</strong>`}</p>`;
}

function Doubts({doubts, onSure, onClose}) {
  return html`<${Dialog} title=${say("Is it meant so?")} onClose=${onClose}
    actions=${html`<${Button} kind="main" onClick=${onSure}>${say("Yes, print")}<//>
      <a class="button" href="#/agenda">${say("Look into the agenda book")}</a>`}><ul>${doubts.map((one) => html`<li>${one}</li>`)}</ul><//>`;
}

function Made({made, onFresh}) {
  const [notice, setNotice] = useState(null);
  const keep = (nama) => tell("/api/surat/berkas", {nama}).then((file) => saveFile(file.nama, file.isi), setNotice);
  const counts = {letters: made.surat.length, people: made.orang};
  return html`<div class="made" role="status"><p class="done">${say("Letters: {letters}, for {people} people. The print dialog is open.", counts)}</p>
    <ul>${made.surat.map((one) => html`<li key=${one.judul}><span>${one.judul}</span>
      ${Object.entries(one.berkas).map(([ending, name]) => html`<${Button} kind="small" onClick=${() => keep(name)}>${ending === "docx" ? say("Save Word") : say("Save PDF")}<//>`)}</li>`)}</ul>
    ${made.catatan.length > 0 && html`<details class="told"><summary>${say("To be known: {count}", {count: made.catatan.length})}</summary>
      <ul>${made.catatan.map((one) => html`<li>${one}</li>`)}</ul></details>`}
    <div class="actions"><${Button} onClick=${() => printPdf(made.cetakan)}>${say("Print again")}<//>
      <${Button} onClick=${() => openPdf(made.cetakan)}>${say("Open the PDF")}<//>
      <${Button} onClick=${onFresh}>${say("New letter")}<//></div><${Notice} notice=${notice}/></div>`;
}
