// A file of the office that is written as an edition is, and what above its form tells how it stands.
import {signal} from "@preact/signals";
import {Button} from "../controls.js";
import {html} from "../html.js";
import {say} from "../words.js";
import {EditingBar} from "./bar.js";
import {Edition} from "./edition.js";
import {fileKeys} from "./keys.js";

export class OfficeFile extends Edition {
  constructor(name, at) {
    super(name, {at});
    this.losing = signal([]); // whose approval would be lost, so that a person is asked before it is saved
  }

  apply(told, how) {
    super.apply(told, how);
    if (told.gugur && JSON.stringify(told.gugur) !== JSON.stringify(this.losing.value)) this.losing.value = told.gugur;
  }

  get asks() {
    return this.losing.value.length > 0;
  }

  // Its form tells what is wrong; no rules look into it beyond that.
  async find() {}

  // It has no pages to show.
  look() {}
}

function step(file, act) {
  file.rest();
  file.act(act);
}

export const FileBar = ({file, children}) => html`<${EditingBar} file=${file} onStep=${(act) => step(file, act)}>${children}<//>`;

// Ctrl+Z, Ctrl+Y, Ctrl+S, as in the manuscript.
export const keysOf = (file) => fileKeys(file, (act) => step(file, act));

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
