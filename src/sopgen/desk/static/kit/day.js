// A day: typed as offices write it (27-11-2026, 27 November 2026), or picked from the browser's calendar.
import {useRef} from "preact/hooks";
import {say} from "./words.js";
import {Field} from "./controls.js";
import {html} from "./html.js";

const shown = (iso) => iso.split("-").reverse().join("-");

export function Day({label, hint, faults, value, onText}) {
  const picker = useRef();
  return html`<div class="day"><${Field} label=${label} hint=${hint} faults=${faults} value=${value} onText=${onText} inputmode="text"
      autocomplete="off" placeholder="27-11-2026"/>
    <span class="pick"><button type="button" class="button" aria-label=${say("Calendar: {label}", {label})}
        onClick=${() => picker.current.showPicker()}>▾</button>
      <input type="date" ref=${picker} tabindex="-1" aria-hidden="true" onInput=${(event) => event.currentTarget.value && onText(shown(event.currentTarget.value))}/></span></div>`;
}
