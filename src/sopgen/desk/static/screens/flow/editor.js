// The flow of one activity: its steps as rows of a table, its roles, the chart as it is printed, and whether it fits.
import {html, say, useEffect, useLayoutEffect, useRef, useState, Button, Choice, EditionBar, Empty, Faults, fileKeys} from "kit";
import {Banners} from "../manuscript/banners.js";
import {actsOn, focusStep} from "./acts.js";
import {AskName, AskTargets} from "./asks.js";
import {Chart, Fit} from "./chart/chart.js";
import {useDrag} from "./drag.js";
import {Lanes} from "./lanes.js";
import {StepRow} from "./row.js";

export function Editor({edition}) {
  edition.shape.value;
  const [adding, setAdding] = useState(false);
  const disabled = !edition.mayWrite;
  const activities = edition.at("kegiatan") ?? [];
  const add = (name) => {
    setAdding(false);
    edition.act("kegiatan.sisip", {path: "kegiatan", value: name}).then(() => focusStep(edition, 0));
  };
  const onStep = (id) => {
    edition.selected.value = id;
    focusStep(edition, edition.steps.findIndex((one) => one.id === id));
  };
  return html`<div class="flow" onKeyDown=${fileKeys(edition, (act) => step(edition, act))}>
    <${EditionBar} edition=${edition} onStep=${(act) => step(edition, act)}>
      <a class="button small" href=${`#/naskah/${edition.name}`}>${say("Manuscript")}</a><//><${Banners} edition=${edition}/>
    <div class="choose-activity"><label>${say("Activity")} <select value=${edition.activity.value} disabled=${!activities.length}
          onChange=${(event) => edition.show(Number(event.currentTarget.value))}>
        ${activities.map((one, n) => html`<option key=${n} value=${n} selected=${n === edition.activity.value}>${one.judul}</option>`)}</select></label>
      <${Button} kind="small" disabled=${disabled || !edition.lanes.length} onClick=${() => setAdding(true)}>${say("A new activity")}<//></div>
    ${activities.length === 0 ? html`<${Empty}>${say("This SOP has no activities yet. Begin with a new activity.")}<//>` : html`<div class="flow-split">
      <div class="steps-side"><${Steps} edition=${edition}/><${Table} edition=${edition}/></div>
      <section class="chart-side" aria-label=${say("Chart")}><${Fit} edition=${edition} onStep=${onStep}/><${Chart} edition=${edition} onStep=${onStep}/></section></div>`}
    ${adding && html`<${AskName} title=${say("A new activity")} label=${say("Name of the activity")} button=${say("Begin it")} onDone=${add} onClose=${() => setAdding(false)}/>`}
    <p class="heard" aria-live="polite">${edition.said.value}</p></div>`;
}

async function step(edition, act) {
  edition.rest();
  const told = await edition.act(act);
  const at = told.di?.[2] === "alur" ? told.di[3] : undefined;
  if (at === undefined) return;
  const place = Math.min(at, edition.steps.length - 1);
  edition.selected.value = edition.steps[place]?.id ?? null;
  focusStep(edition, place);
}

function Steps({edition}) {
  const [asking, setAsking] = useState(null);
  const [more, setMore] = useState(false);
  const acts = actsOn(edition, setAsking);
  const drag = useDrag((from, to) => acts.move(from, to));
  const box = useRef();
  const {steps} = edition;
  // A row that is put elsewhere in the page loses the caret: it gets it back before the next key is heard.
  useLayoutEffect(() => {
    if (edition.held?.isConnected && document.activeElement === document.body) edition.held.focus();
  });
  useEffect(() => { box.current?.querySelectorAll(".drop-above, .drop-below").forEach((one) => one.scrollIntoView({block: "nearest"})); });
  const others = edition.findings.value.filter((one) => one.path[2] === "alur" && one.path.length === 3);
  const remove = (value) => {
    const place = asking;
    setAsking(null);
    acts.takeOut(place, value);
  };
  return html`<${Faults} placed faults=${edition.wrongElsewhere}/><${Faults} faults=${others}/>
    ${steps.length === 0 ? html`<${Empty}>${say("This activity has no steps yet.")}
        <${Button} disabled=${!edition.mayWrite} onClick=${() => acts.insert(0)}>${say("Add the first step")}<//><//>`
      : html`<table class="list steps" ref=${box}><thead><tr><th scope="col">${say("No.")}</th><th scope="col">${say("Role")}</th><th scope="col">${say("Symbol")}</th>
        <th scope="col">${say("What is done")}</th><th scope="col">${say("Leads to")}</th></tr></thead>
        <tbody>${steps.map((one, n) => html`<${StepRow} key=${one.id} edition=${edition} place=${n} acts=${acts} drag=${drag}
          more=${more} onMore=${() => setMore(!more)}/>`)}</tbody></table>`}
    <p class="hint" id="step-keys">${say("At a number: Enter inserts a step below, Alt with an arrow moves it, Ctrl+D duplicates it, Delete takes it out. Steps can be dragged by their numbers.")}</p>
    ${asking !== null && html`<${AskTargets} edition=${edition} place=${asking} onDone=${remove} onClose=${() => setAsking(null)}/>`}`;
}

const LAYOUTS = () => [["per_kegiatan", say("a row an activity: words stand in the symbols")], ["per_langkah", say("a row a step: words stand beside the symbols")]];

// Where an office has no flow table, its steps stand in the head of the SOP: that is not chosen here.
const NO_TABLE = () => ["tanpa_tabel", say("no table: the steps stand in the head")];

// What is of the table as a whole, for all activities.
function Table({edition}) {
  const layout = edition.at("tata_letak") ?? "per_kegiatan";
  const choices = layout === "tanpa_tabel" ? [...LAYOUTS(), NO_TABLE()] : LAYOUTS();
  return html`<details class="card whole-table"><summary>${say("Roles and layout of the table (for all activities)")}</summary>
    <h2>${say("Roles")}</h2><${Lanes} edition=${edition}/>
    <h2>${say("Layout")}</h2><${Choice} label=${say("Layout of the flow table")} value=${layout} choices=${choices} disabled=${!edition.mayWrite}
      onChoice=${(value) => edition.put("tata_letak", value)}/></details>`;
}
