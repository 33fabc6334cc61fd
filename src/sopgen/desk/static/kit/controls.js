// Fields and buttons: each has a label that is read aloud, and its faults below it.
import {useId} from "preact/hooks";
import {Faults} from "./faults.js";
import {html} from "./html.js";

export function Button({kind = "", busy = false, children, ...rest}) {
  return html`<button type="button" class=${`button ${kind}`} disabled=${busy || rest.disabled} aria-busy=${busy} ...${rest}>${children}</button>`;
}

// Never write into the field that has the focus: what is typed there is newer than what comes from the desk.
const unlessTyping = (value) => (element) => {
  if (element && element !== document.activeElement && element.value !== value) element.value = value;
};

function Labelled({label, hint, faults = [], onMend, id, children}) {
  return html`<div class=${`field ${faults.some((one) => one.severity !== "info") ? "faulty" : ""}`}>
    <label for=${id}>${label}</label>${children}
    ${hint && html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
    <${Faults} faults=${faults} onMend=${onMend} id=${`${id}-faults`}/></div>`;
}

const described = (id, hint, faults) => [hint && `${id}-hint`, faults?.length && `${id}-faults`].filter(Boolean).join(" ") || undefined;

export function Field({label, hint, faults, onMend, value = "", onText, ...rest}) {
  const id = useId();
  return html`<${Labelled} label=${label} hint=${hint} faults=${faults} onMend=${onMend} id=${id}>
    <input id=${id} ref=${unlessTyping(value)} aria-describedby=${described(id, hint, faults)} aria-invalid=${Boolean(faults?.length)}
      onInput=${(event) => onText?.(event.currentTarget.value)} ...${rest}/><//>`;
}

export function Area({label, hint, faults, onMend, value = "", onText, rows = 3, ...rest}) {
  const id = useId();
  return html`<${Labelled} label=${label} hint=${hint} faults=${faults} onMend=${onMend} id=${id}>
    <textarea id=${id} rows=${rows} ref=${unlessTyping(value)} aria-describedby=${described(id, hint, faults)} aria-invalid=${Boolean(faults?.length)}
      onInput=${(event) => onText?.(event.currentTarget.value)} ...${rest}></textarea><//>`;
}

// choices: [[value, words], ...]
export function Choice({label, hint, faults, onMend, value, choices, onChoice, ...rest}) {
  const id = useId();
  return html`<${Labelled} label=${label} hint=${hint} faults=${faults} onMend=${onMend} id=${id}>
    <select id=${id} value=${value} aria-describedby=${described(id, hint, faults)} onChange=${(event) => onChoice(event.currentTarget.value)} ...${rest}>
      ${choices.map(([one, words]) => html`<option key=${one} value=${one} selected=${one === value}>${words}</option>`)}</select><//>`;
}

export function Check({label, checked, onCheck, ...rest}) {
  return html`<label class="check"><input type="checkbox" checked=${checked} onChange=${(event) => onCheck(event.currentTarget.checked)} ...${rest}/> ${label}</label>`;
}

// A file to hand in; its name is never written back into the field, which browsers refuse.
export function FileField({label, hint, faults, onFile, ...rest}) {
  const id = useId();
  return html`<${Labelled} label=${label} hint=${hint} faults=${faults} id=${id}>
    <input id=${id} type="file" aria-describedby=${described(id, hint, faults)} onChange=${(event) => onFile(event.currentTarget.files[0] ?? null)} ...${rest}/><//>`;
}
