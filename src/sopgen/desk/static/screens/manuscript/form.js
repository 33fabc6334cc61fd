// Fields that know their place in the edition: what is typed goes there, what is found there stands below them.
import {html, say, createContext, useContext, useRef, Field, Area, Choice, Button, pathText} from "kit";

export const Open = createContext(null);
export const useEdition = () => {
  const edition = useContext(Open);
  edition.shape.value; // drawn anew with it
  return edition;
};

// What is wrong or found at a place, as a field shows it.
export function foundAt(edition, path) {
  const wrong = edition.faults.value.filter((one) => one.path === path).map((one) => ({...one, severity: "error"}));
  const found = edition.findings.value.filter((one) => !one.satuan && pathText(one.path) === path);
  return [...wrong, ...found.map((one) => ({...one, mend: one.perbaiki, fix: one.menjadi ? say("Better: {text}", {text: one.menjadi}) : one.fix}))];
}

export const mend = (edition) => (one) => edition.act("mend", {path: one.path, kode: one.kode, lihat: {path: pathText(one.path)}});

const bound = (edition, di) => ({
  "data-di": di,
  faults: foundAt(edition, di),
  onMend: edition.mayWrite ? mend(edition) : undefined,
  onFocus: () => edition.look({path: di}),
});

export function Text({di, label, area, ...rest}) {
  const edition = useEdition();
  const kind = area ? Area : Field;
  return html`<${Own} di=${di}/><${kind} label=${label} value=${edition.at(di) ?? ""} readonly=${!edition.mayWrite} ...${bound(edition, di)}
    onText=${(text) => edition.type(di, text)} onBlur=${() => edition.rest()} ...${rest}/>`;
}

const MONTHS = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"];
const two = (number) => String(number).padStart(2, "0");

// 2026-11-27 for what offices write: 27-11-2026, 27 November 2026; empty where it is no date.
function isoDate(text) {
  const digits = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text ?? "");
  if (digits) return `${digits[3]}-${two(digits[2])}-${two(digits[1])}`;
  const words = /^(\d{1,2})\s+([a-z]+)\s+(\d{4})$/i.exec(text ?? "");
  const month = words ? MONTHS.indexOf(words[2].toLowerCase()) + 1 : 0;
  if (month) return `${words[3]}-${two(month)}-${two(words[1])}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") ? text : "";
}

// What the calendar can show: a day that there is.
function ofCalendar(iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(iso) ? iso : "";
}

// A date as offices write it, from what the spec has.
function longDate(text) {
  const iso = isoDate(text);
  if (!iso) return text ?? "";
  const [year, month, day] = iso.split("-").map(Number);
  const name = MONTHS[month - 1] ?? "";
  return `${day} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

// Where a field says otherwise than the base of the office above: what that says, and the way back to it.
function Own({di}) {
  const edition = useEdition();
  const said = edition.base?.isi[di];
  if (said === undefined) return null;
  return html`<p class="ownwords"><span class="state">${say("the unit's own")}</span> <span class="hint">${say("Base: {text}", {text: said ?? "–"})}</span>
    <${Button} kind="small" disabled=${!edition.mayWrite} onClick=${() => edition.put(di, said)}>${say("Back to the base")}<//></p>`;
}

// A date is typed, or picked from the calendar of the browser.
export function DateField({di, label, hint}) {
  const edition = useEdition();
  const calendar = useRef();
  return html`<div class="date"><${Field} label=${label} hint=${hint} value=${longDate(edition.at(di))} readonly=${!edition.mayWrite}
      placeholder="27 November 2026" ...${bound(edition, di)}
      onText=${(text) => edition.type(di, text.trim() ? isoDate(text.trim()) || text : null)} onBlur=${() => edition.rest()}/>
    <input type="date" class="calendar" tabindex="-1" aria-hidden="true" ref=${calendar} value=${ofCalendar(isoDate(edition.at(di)))}
      onChange=${(event) => edition.put(di, event.currentTarget.value || null)}/>
    <${Button} kind="small" disabled=${!edition.mayWrite} aria-label=${say("Calendar: {label}", {label})}
      onClick=${() => calendar.current.showPicker()}>${say("Calendar")}<//></div>`;
}

export function Pick({di, label, choices, hint, fallback = "", onChoice}) {
  const edition = useEdition();
  return html`<${Choice} label=${label} hint=${hint} value=${String(edition.at(di) ?? fallback)} choices=${choices}
    disabled=${!edition.mayWrite} ...${bound(edition, di)} onChoice=${onChoice ?? ((value) => edition.put(di, value))}/>`;
}

export function NumberField({di, label, ...rest}) {
  const edition = useEdition();
  const typed = (text) => edition.type(di, /^\d+$/.test(text) ? Number(text) : text || null);
  return html`<${Field} label=${label} inputmode="numeric" value=${edition.at(di) ?? ""} readonly=${!edition.mayWrite}
    ...${bound(edition, di)} onText=${typed} onBlur=${() => edition.rest()} ...${rest}/>`;
}
