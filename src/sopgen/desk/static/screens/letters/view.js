// The screen: people and terms on the left, the letter as it would be on the right, the print below.
import {html, say, ask, useEffect, useState, Empty, Notice, Button} from "kit";
import {People} from "./people.js";
import {Terms} from "./terms.js";
import {Preview} from "./preview.js";
import {Giving} from "./giving.js";
import {Recent} from "./recent.js";
import {Blanks} from "./blanks.js";
import {fresh, corrected, facts, draftOf, dropDraft, keepDraft} from "./letter.js";

export function View({about}) {
  const [told, setTold] = useState(null);
  const [letter, setLetter] = useState(() => draftOf(about) ?? null);
  useEffect(() => { if (letter) keepDraft(about, letter); }, [letter]);
  const [notice, setNotice] = useState(null);
  const load = () => ask("/api/surat").then(setTold, setNotice);
  useEffect(() => { load(); }, []);
  useEffect(() => {
    if (!told?.folder || letter) return;
    const [act, year, number] = about.split("/");
    if (act !== "betulkan") setLetter(fresh(told));
    else ask("/api/agenda/isi", {tahun: year, nomor: number}).then((former) => setLetter(corrected(told, former)), setNotice);
  }, [told]);
  if (!told || (!letter && told.folder)) return html`<${Notice} notice=${notice}/>`;
  if (!told.folder) return html`<${Empty}>${say("No folder is open. Open one on the start page first.")} <a href="#/beranda">${say("Start page")}</a><//>`;
  if (!told.edisi.length) return html`<${Empty}>${say("There is no SOP with activities yet; a letter needs one.")} <a href="#/naskah">${say("Manuscript")}</a><//>`;
  return html`<${Screen} told=${told} letter=${letter} notice=${notice} onLoad=${load}
    onLetter=${(change) => setLetter((now) => ({...now, ...(typeof change === "function" ? change(now) : change)}))}
    onGiven=${() => about && dropDraft(about)} onFresh=${() => (about ? location.assign("#/surat") : setLetter(fresh(told)))}/>`;
}

function Screen({told, letter, notice, onLoad, onLetter, onGiven, onFresh}) {
  const [shown, setShown] = useState({});
  const [blanks, setBlanks] = useState(false);
  const [changed, setChanged] = useState(0);
  const again = () => { onGiven(); setChanged((now) => now + 1); onLoad(); };
  const faults = facts(shown.faults ?? []);
  return html`<${Notice} notice=${notice}/>
    ${letter.betulkan && html`<p class="done">${say("You correct letter {number}. Its former version is kept and named.", {number: letter.dahulu})}</p>`}
    <div class="letters">
      <div><${Terms} told=${told} letter=${letter} faults=${faults} onLetter=${onLetter} onLoad=${onLoad}/>
        <${People} letter=${letter} onLetter=${onLetter}/></div>
      <aside aria-label=${say("The letter")}><${Giving} letter=${letter} shown=${shown} onLetter=${onLetter} onDone=${again} onFresh=${onFresh}/>
        <${Preview} letter=${letter} version=${changed} onShown=${setShown} onLetter=${onLetter}/></aside></div>
    <h2>${say("Last letters")}</h2>
    <${Recent} version=${changed} onDone=${again}/>
    <div class="actions"><${Button} onClick=${() => setBlanks(true)}>${say("Blank letter and forms…")}<//></div>
    ${blanks && html`<${Blanks} told=${told} letter=${letter} onClose=${() => setBlanks(false)}/>`}`;
}
