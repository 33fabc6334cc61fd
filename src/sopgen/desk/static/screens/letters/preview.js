// The letter as it would be now, drawn by what prints it.
import {html, say, tell, useEffect, useRef, useState, Button, Empty, Faults} from "kit";
import {asked, named, facts} from "./letter.js";

const REST = 350;

const waiting = (letter, shown) => {
  if (shown.faults?.length) return say("The letter is shown here once what is marked is corrected.");
  if (shown.pages) return say("The letter comes from a Word template: it is seen once it is printed.");
  return named(letter).length ? say("The letter is being drawn.") : say("Paste the list of people: the letter is shown here at once.");
};

const drawn = (answer) => ({pages: answer.halaman, numbers: answer.nomor, notes: answer.catatan, given: answer.pernah, faults: []});

export function Preview({letter, version, onShown, onLetter}) {
  const [shown, setShown] = useState({});
  const turn = useRef(0);
  const said = JSON.stringify([asked(letter), version]);
  useEffect(() => {
    const own = ++turn.current;
    const show = (value) => { if (own === turn.current) { setShown((now) => ({pages: now.pages, ...value})); onShown(value); } };
    if (!named(letter).length) { show({pages: undefined}); return undefined; }
    const timer = setTimeout(() => tell("/api/surat/pratinjau", asked(letter)).then(
      (answer) => show(answer.faults ? {faults: answer.faults, pages: undefined} : drawn(answer)),
      (error) => show({faults: error.faults, pages: undefined})), REST);
    return () => clearTimeout(timer);
  }, [said]);
  const {rest, tanpa_warga: civilians} = facts(shown.faults ?? []);
  return html`<div class="preview"><${Faults} faults=${[...rest, ...civilians]}/>
    ${civilians.length > 0 && html`<p><${Button} onClick=${() => onLetter({tanpa_warga: true})}>${say("Leave civilians out (they are invited)")}<//></p>`}
    ${!shown.pages?.length && html`<${Empty}>${waiting(letter, shown)}<//>`}
    ${shown.notes?.length > 0 && html`<details class="told"><summary>${say("To be known: {count}", {count: shown.notes.length})}</summary>
      <ul>${shown.notes.map((one) => html`<li>${one}</li>`)}</ul></details>`}
    ${shown.pages?.map((page, n) => html`<${Page} key=${n} svg=${page} n=${n + 1} of=${shown.pages.length}/>`)}</div>`;
}

// A picture of its own: nothing in it can run, and nothing of it mixes with the page.
function Page({svg, n, of}) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], {type: "image/svg+xml"}));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address && html`<img class="sheet" src=${address} alt=${say("The letter, page {n} of {of}", {n, of})}/>`;
}
