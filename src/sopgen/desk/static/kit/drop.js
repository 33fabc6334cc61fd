// A place to drop a file on, or to choose one by a button.
import {useRef, useState} from "preact/hooks";
import {Button} from "./controls.js";
import {html} from "./html.js";
import {say} from "./words.js";

// accept: the endings of files that are offered; busy: while one is on its way; small: where one is there already.
export function DropFile({label, accept, busy = false, small = false, onFile}) {
  const input = useRef();
  const [over, setOver] = useState(false);
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !busy) onFile(file);
  };
  const chosen = (event) => {
    const [file] = event.currentTarget.files;
    event.currentTarget.value = "";
    if (file) onFile(file);
  };
  return html`<div class=${`drop dropfile ${over ? "over" : ""} ${small ? "small" : ""}`}
      onDragOver=${(event) => { event.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)} onDrop=${drop}><span>${label}</span>
    <${Button} kind=${small ? "" : "main"} busy=${busy} onClick=${() => input.current.click()}>${say("Choose a file…")}<//>
    <input type="file" class="unseen" ref=${input} tabindex="-1" aria-label=${label} accept=${accept} onChange=${chosen}/></div>`;
}
