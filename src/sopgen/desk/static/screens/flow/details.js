// What else a step says: its roles, how it stands below the one before it, the cells of its row.
import {html, say, useState, Button, Check, Choice} from "kit";
import {LinesCell, TextCell, TimeCell} from "./cells.js";
import {isOn, onwardOf, rolesOf, symbolOf, targets} from "./names.js";

const LEVELS = () => [
  ["langkah", say("a step of its own")],
  ["sublangkah", say("a sub-step of the one above")],
  ["berjudul", say("the first sub-step below a heading")],
  ["sebaris", say("in the row of the one above")],
];

const levelOf = (step) => (isOn(step.sebaris) ? "sebaris" : step.induk ? "berjudul" : isOn(step.sublangkah) ? "sublangkah" : "langkah");

export function Details({edition, place, disabled}) {
  const step = edition.steps[place];
  const path = [...edition.path, place];
  return html`<div class="details">
    ${edition.at("tata_letak") === "per_langkah" && html`<${RowCells} edition=${edition} path=${path} step=${step} disabled=${disabled}/>`}
    <div class="columns"><${Roles} edition=${edition} place=${place} disabled=${disabled}/><${Level} edition=${edition} place=${place} disabled=${disabled}/></div>
    <${OneMoreWay} edition=${edition} place=${place} disabled=${disabled}/>
    <label class="reference">${say("Done by another SOP (its name)")}<${Reference} edition=${edition} path=${[...path, "rujukan"]} disabled=${disabled}/></label></div>`;
}

// One role or several; the last one stays.
function Roles({edition, place, disabled}) {
  const roles = rolesOf(edition.steps[place]);
  const become = (id, on) => edition.step("langkah.pelaksana", place, {value: edition.lanes.map((one) => one.id).filter((one) => (one === id ? on : roles.includes(one)))});
  return html`<fieldset><legend>${say("Done by")}</legend>${edition.lanes.map((one) => html`<${Check} key=${one.id} label=${one.label} checked=${roles.includes(one.id)}
    disabled=${disabled || (roles.length === 1 && roles[0] === one.id)} onCheck=${(on) => become(one.id, on)}/>`)}</fieldset>`;
}

function Level({edition, place, disabled}) {
  const step = edition.steps[place];
  const level = levelOf(step);
  const choices = place ? LEVELS() : LEVELS().filter(([one]) => one === "langkah" || one === "berjudul");
  const become = (tingkat) => edition.step("langkah.tingkat", place, {value: {tingkat, judul: tingkat === "berjudul" ? say("Heading of the sub-steps") : ""}});
  return html`<div><${Choice} label=${say("This step is")} value=${level} choices=${choices} disabled=${disabled} onChoice=${become}/>
    ${level === "berjudul" && html`<label>${say("Heading")}<${TextCell} edition=${edition} path=${[...edition.path, place, "induk"]} label=${say("Heading")} disabled=${disabled}/></label>`}</div>`;
}

// Work that goes on side by side: a step that is no question leads to several at once.
function OneMoreWay({edition, place, disabled}) {
  const step = edition.steps[place];
  if (!["mulai", "proses"].includes(symbolOf(step))) return null;
  const next = edition.steps[place + 1]?.id;
  const onward = onwardOf(step).length ? onwardOf(step) : next ? [next] : [];
  const others = targets(edition, place); // without this step: those behind it begin at its place
  const free = [...others.slice(place), ...others.slice(0, place)].find(([one]) => !onward.includes(one));
  if (!free || onward.length === 8) return null;
  const more = () => edition.step("langkah.ke", place, {value: [...onward, free[0]]});
  return html`<p><${Button} kind="small" disabled=${disabled} onClick=${more}>${say("Lead to one more step at the same time")}<//></p>`;
}

const SHARED = () => [["kelengkapan", say("Requirements")], ["waktu", say("Time")], ["keluaran", say("Output")], ["keterangan", say("Remarks")]];

function RowCells({edition, path, step, disabled}) {
  const own = {edition, disabled};
  return html`<div class="columns">
      <${LinesCell} ...${own} path=${[...path, "mutu_baku", "kelengkapan"]} label=${say("Requirements")} hint=${say("One a line.")}/>
      <${TimeCell} ...${own} path=${[...path, "mutu_baku", "waktu"]} label=${say("Time")} hint=${say("For example: 15 menit")}/>
      <${LinesCell} ...${own} path=${[...path, "mutu_baku", "keluaran"]} label=${say("Output")} hint=${say("One a line.")}/>
      <${LinesCell} ...${own} path=${[...path, "keterangan"]} label=${say("Remarks")} hint=${say("One a line.")}/>
      ${(edition.at("kolom_tambahan") ?? []).map((one) => html`<${LinesCell} key=${one.id} ...${own} path=${[...path, "tambahan", one.id]} label=${one.judul}/>`)}</div>
    <${Shared} edition=${edition} path=${[...path, "bersama"]} step=${step} disabled=${disabled}/>`;
}

// Cells that its row has in common with the row above.
function Shared({edition, path, step, disabled}) {
  const said = (Array.isArray(step.bersama) ? step.bersama : step.bersama ? [step.bersama] : []).flatMap((one) => (one === "mutu_baku" ? ["kelengkapan", "waktu", "keluaran"] : [one]));
  const become = (cell, on) => {
    const cells = SHARED().map(([one]) => one).filter((one) => (one === cell ? on : said.includes(one)));
    return cells.length ? edition.put(path, cells) : edition.act("remove", {path});
  };
  return html`<fieldset><legend>${say("Cells in common with the row above")}</legend><div class="columns">${SHARED().map(([one, words]) => html`<${Check} key=${one} label=${words}
    checked=${said.includes(one)} disabled=${disabled} onCheck=${(on) => become(one, on)}/>`)}</div></fieldset>`;
}

// An optional text: without words it is not there.
function Reference({edition, path, disabled}) {
  const [typed, setTyped] = useState(null);
  const was = edition.at(path) ?? "";
  const left = () => {
    const said = (typed ?? was).trim();
    setTyped(null);
    if (said !== was) said ? edition.put(path, said) : edition.act("remove", {path});
  };
  return html`<input value=${typed ?? was} disabled=${disabled} onInput=${(event) => setTyped(event.currentTarget.value)} onBlur=${left}/>`;
}
