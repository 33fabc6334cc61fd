// The legal basis: each law with its standing, and others to choose from the list of known laws.
import {html, say, ask, hasWords, useEffect, useState, Button, Field, Dialog, Empty} from "kit";
import {Text, useEdition} from "../form.js";
import {Moves} from "../list.js";
import {AddLaw} from "../../laws/add.js";
import {STANDINGS} from "../../laws/words.js";

export function Laws() {
  const edition = useEdition();
  const [known, setKnown] = useState([]);
  const [choosing, setChoosing] = useState(false);
  const laws = edition.at("dasar_hukum.isi") ?? [];
  const load = () => ask("/api/naskah/peraturan", {nama: edition.name}).then((told) => setKnown(told.peraturan), () => {});
  useEffect(() => { load(); }, [edition.shape.value]);
  const byId = Object.fromEntries(known.map((one) => [one.id, one]));
  const standing = (law, n) => byId[law?.peraturan] ?? known.find((one) => one.di === n);
  const take = (one) => {
    setChoosing(false);
    edition.append("dasar_hukum.isi", one.sebutan_resmi, {path: `dasar_hukum.isi[${laws.length}]`});
  };
  return html`<fieldset class="list-of"><legend>${say("Legal basis")}</legend>
    ${laws.length === 0 && html`<p class="hint">${say("Nothing here yet.")}</p>`}
    <ol>${laws.map((law, n) => html`<li key=${n}>${typeof law === "string"
        ? html`<${Text} area rows="3" di=${`dasar_hukum.isi[${n}]`} label=${say("Law {n}", {n: n + 1})}/>`
        : html`<p data-di=${`dasar_hukum.isi[${n}]`} tabindex="-1">${standing(law, n)?.sebutan_resmi ?? law?.peraturan}</p>`}
      <${Moves} edition=${edition} di="dasar_hukum.isi" number=${n} count=${laws.length} label=${say("Law {n}", {n: n + 1})}/>
      <${Standing} one=${standing(law, n)}/></li>`)}</ol>
    <div class="actions"><${Button} kind="small" disabled=${!edition.mayWrite} onClick=${() => setChoosing(true)}>${say("Choose from the list of laws")}<//>
      <${Button} kind="small" disabled=${!edition.mayWrite}
        onClick=${() => edition.append("dasar_hukum.isi", say("New item"))}>${say("Write one")}<//></div>
    <details class="more"><summary>${say("Heading and marks")}</summary><${Text} di="dasar_hukum.judul" label=${say("Heading")}/></details>
    ${choosing && html`<${Choose} known=${known} onTake=${take} onAdded=${load} onClose=${() => setChoosing(false)}/>`}</fieldset>`;
}

function Standing({one}) {
  if (!one) return null;
  return html`<p class="standing"><span class=${`state ${one.status}`}>${STANDINGS()[one.status]}</span>
    ${one.pengganti ? say("Replaced by: {law}", {law: one.pengganti}) : ""}</p>`;
}

function Choose({known, onTake, onAdded, onClose}) {
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState("");
  const found = known.filter((one) => hasWords(one.sebutan_resmi, asked));
  return html`<${Dialog} wide title=${say("Choose a law")} onClose=${onClose}>
    <${Field} label=${say("Search by words or number")} value=${asked} onText=${setAsked}/>
    ${found.length === 0 && html`<${Empty}>${say("No law of the list has these words.")}<//>`}
    <${Button} kind="small" onClick=${() => setAdding(true)}>${say("Add a law that is not in the list…")}<//>
    ${adding && html`<${AddLaw} words=${asked} onAdded=${(law) => { setAdding(false); setAsked(law.sebutan_resmi); onAdded(); }} onClose=${() => setAdding(false)}/>`}
    <ul class="laws">${found.slice(0, 40).map((one) => html`<li key=${one.id}><span>${one.sebutan_resmi} <span class=${`state ${one.status}`}>${STANDINGS()[one.status]}</span></span>
      <${Button} kind="small" disabled=${one.status === "dicabut"} aria-label=${say("Take: {law}", {law: one.sebutan_resmi})} onClick=${() => onTake(one)}>${say("Take")}<//></li>`)}</ul><//>`;
}
