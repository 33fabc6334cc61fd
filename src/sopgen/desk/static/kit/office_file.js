// A file of the office that is written as an edition is, and what above its form tells how it stands.
import {h} from "preact";
import {signal} from "@preact/signals";
import htm from "htm";
import {Button} from "./controls.js";
import {Edition} from "./edition.js";
import {say} from "./words.js";

const html = htm.bind(h);

export class OfficeFile extends Edition {
  constructor(name, at) {
    super(name, {at});
    this.losing = signal([]); // whose approval would be lost, so that a person is asked before it is saved
  }

  apply(told, how) {
    super.apply(told, how);
    if (told.gugur && JSON.stringify(told.gugur) !== JSON.stringify(this.losing.value)) this.losing.value = told.gugur;
  }

  // Its form tells what is wrong; no rules look into it beyond that.
  async find() {}

  // It has no pages to show.
  look() {}
}

export function FileBar({file, children}) {
  const state = file.state.value;
  const saved = file.faults.value.length ? say("Not saved: something must be mended first")
    : file.losing.value.length ? say("Not saved: see below") : state.tersimpan ? say("Saved") : say("Saving …");
  const step = (act) => { file.rest(); file.act(act); };
  return html`<div class="bar">
    <${Button} kind="small" disabled=${!file.mayWrite || !state.urung} onClick=${() => step("undo")}>${say("Undo")}<//>
    <${Button} kind="small" disabled=${!file.mayWrite || !state.ulang} onClick=${() => step("redo")}>${say("Redo")}<//>
    ${children}<span class="saved" role="status">${saved}</span></div>`;
}

// Ctrl+Z, Ctrl+Y, Ctrl+S, as in the manuscript.
export function fileKeys(file) {
  return (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const act = {z: event.shiftKey ? "redo" : "undo", y: "redo"}[event.key.toLowerCase()];
    if (event.key.toLowerCase() === "s") file.save();
    else if (act) {
      file.rest();
      file.act(act);
    } else return;
    event.preventDefault();
  };
}

// Told before it is saved: whose approval holds no more with what stands here.
export function Losses({file}) {
  const losing = file.losing.value;
  if (!losing.length) return null;
  return html`<div class="banner" role="alert"><div class="losses">
      <strong>${say("These approvals would hold no more, since the documents print what was changed:")}</strong>
      <ul>${losing.map((one, n) => html`<li key=${n}>${say("{title}, edition {edition}", {title: one.judul, edition: one.edisi})}</li>`)}</ul>
      <span>${say("They would have to be approved and signed anew. Nothing was saved yet.")}</span></div>
    <${Button} kind="small danger" disabled=${!file.mayWrite} onClick=${() => file.act("agree")}>${say("Save all the same")}<//>
    <${Button} kind="small" disabled=${!file.mayWrite} onClick=${() => file.act("undo")}>${say("Take the change back")}<//></div>`;
}
