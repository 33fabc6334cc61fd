// Boxes over and in the page: a question, work that lasts, an empty place that says what to do.
import {useEffect, useRef, useState} from "preact/hooks";
import {say} from "./words.js";
import {Faults} from "./faults.js";
import {html} from "./html.js";

// A dialog with the browser's own rules for keys: Esc closes it, the focus stays inside and goes back.
export function Dialog({title, onClose, children, actions, wide, closing = say("Cancel")}) {
  const box = useRef();
  useEffect(() => {
    box.current.showModal();
    return () => box.current?.close();
  }, []);
  return html`<dialog ref=${box} class=${wide ? "wide" : ""} aria-label=${title} onCancel=${(event) => { event.preventDefault(); onClose(); }}>
    <h2>${title}</h2>${children}<div class="actions">${actions}<button type="button" class="button" onClick=${onClose}>${closing}</button></div></dialog>`;
}

export const Empty = ({children}) => html`<p class="empty">${children}</p>`;

// Shown when work lasts longer than a second; with a way out where there is one.
export function Progress({label, done, of, onCancel}) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return html`<div class="progress" role="status"><span>${label}</span>
    <progress value=${of ? done : undefined} max=${of || undefined} aria-label=${label}></progress>
    ${onCancel && html`<button type="button" class="button" onClick=${onCancel}>${say("Cancel")}</button>`}</div>`;
}

// What the last act said: that it was done, or why not.
export function Notice({notice}) {
  if (!notice) return null;
  return notice.faults ? html`<${Faults} faults=${notice.faults} placed/>` : html`<p class="done" role="status">${notice.text}</p>`;
}
