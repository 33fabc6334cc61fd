// What stands above the form of a file that is written: undo, redo, and whether the file has all.
import {Button} from "../controls.js";
import {html} from "../html.js";
import {say} from "../words.js";

function standing(file) {
  if (file.faults.value.length) return say("Not saved: something must be mended first");
  if (file.asks) return say("Not saved: see below");
  return file.isSaved ? say("Saved") : say("Saving …");
}

// title: what it is; onStep: takes "undo" or "redo"; children: further ways.
export function EditingBar({file, title, onStep, children}) {
  const state = file.state.value;
  return html`<div class="bar">${title}
    <${Button} kind="small" title="Ctrl+Z" disabled=${!file.mayWrite || !state.urung} onClick=${() => onStep("undo")}>${say("Undo")}<//>
    <${Button} kind="small" title="Ctrl+Y" disabled=${!file.mayWrite || !state.ulang} onClick=${() => onStep("redo")}>${say("Redo")}<//>
    ${children}<span class=${`saved ${file.faults.value.length ? "bad" : ""}`} role="status">${state.boleh_ubah ? standing(file) : ""}</span></div>`;
}

// An edition, by its title and its name.
export const EditionBar = ({edition, ...rest}) => html`<${EditingBar} file=${edition} ...${rest}
  title=${html`<strong>${edition.at("judul")}</strong> <span class="state">${say("edition {name}", {name: edition.at("edisi")})}</span>`}/>`;
