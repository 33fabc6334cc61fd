// The chart as it is printed: a click on a symbol chooses its step, the chosen step is marked.
import {html, say, useEffect, useLayoutEffect, useMemo, useRef, useState, Button} from "kit";
import {ChartFiles} from "./files.js";
import {Edges} from "./widths.js";

const parser = new DOMParser();

// Only what the desk itself drew becomes part of the page, and nothing of it is run.
const drawing = (svg) => document.importNode(parser.parseFromString(svg, "image/svg+xml").documentElement, true);

export function Chart({edition, onStep}) {
  const {bagan} = edition.chart.value;
  const selected = edition.selected.value;
  const host = useRef();
  const [wide, setWide] = useState("fit");
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    for (const one of host.current.querySelectorAll(".simbol")) one.classList.toggle("chosen", one.dataset.langkah === selected);
    const chosen = host.current.querySelector(".simbol.chosen");
    if (chosen) intoView(host.current, chosen);
  }, [bagan, selected]);
  const click = (event) => {
    const step = event.target.closest("[data-langkah]")?.dataset.langkah;
    if (step) onStep(step);
  };
  return html`<div class="chart-size"><label>${say("Size of the chart")} <select value=${wide} onChange=${(event) => setWide(event.currentTarget.value)}>
      <option value="fit">${say("as wide as its place")}</option><option value="real">${say("as printed")}</option></select></label>
      <${Button} kind="small" disabled=${bagan.length === 0} onClick=${() => setSaving(true)}>${say("Save the chart…")}<//></div>
    ${saving && html`<${ChartFiles} edition=${edition} onClose=${() => setSaving(false)}/>`}
    <div class=${`drawn ${wide}`} ref=${host} onClick=${click} tabindex="0" role="group" aria-label=${say("The chart; a click on a symbol chooses its step")}>
      ${bagan.map((svg, n) => html`<${Sheet} key=${n} edition=${edition} text=${svg}/>`)}</div>
    ${bagan.length === 0 && html`<p class="hint">${say("The chart can not be drawn yet: see what is said at the steps.")}</p>`}`;
}

// One page of the chart; the edges of its heads can be dragged.
function Sheet({edition, text}) {
  const place = useRef();
  const svg = useMemo(() => drawing(text), [text]);
  useLayoutEffect(() => {
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    svg.setAttribute("width", `${width}mm`);
    svg.setAttribute("height", `${height}mm`);
    place.current.replaceChildren(svg);
  }, [svg]);
  return html`<div class="sheet"><div ref=${place}></div><${Edges} edition=${edition} svg=${svg}/></div>`;
}

// Only the chart's own place scrolls, never the page.
function intoView(host, one) {
  const [box, place] = [host.getBoundingClientRect(), one.getBoundingClientRect()];
  if (place.top < box.top || place.bottom > box.bottom) host.scrollTop += place.top - box.top - box.height / 3;
  if (place.left < box.left || place.right > box.right) host.scrollLeft += place.left - box.left - box.width / 3;
}

// Whether it fits, told while one types; with what helps.
export function Fit({edition, onStep}) {
  const fits = edition.fits.value;
  const pages = edition.chart.value.bagan.length;
  if (edition.faults.value.length) {
    return html`<p class="fit bad" role="status">${say("The chart is that of the last state that could be read; mend what is said at the steps.")}</p>`;
  }
  if (fits) return html`<p class="fit good" role="status">${pages > 1 ? say("It fits: the chart takes {n} pages.", {n: pages}) : say("It fits.")}</p>`;
  if (fits === null) return html`<p class="fit" role="status">${say("Whether it fits is being looked at …")}</p>`;
  return html`<div class="fit bad" role="status"><strong>${say("It does not fit yet")}</strong>
    <ul>${edition.refused.value.map((one, n) => html`<li key=${n}>${one.what}. ${one.fix}
      ${roleOf(one.path) && html` <button type="button" class="button small" onClick=${() => toWidth(roleOf(one.path))}>${say("Go there")}</button>`}
      ${placeOf(edition, one.path) && html` <button type="button" class="button small" onClick=${() => onStep(placeOf(edition, one.path))}>${say("Go there")}</button>`}</li>`)}</ul></div>`;
}

const roleOf = (path) => /^pelaksana\[(\d+)\]/.exec(path ?? "")?.[1];

// The width of a role: its field stands among those of the whole table.
function toWidth(place) {
  document.querySelector(".whole-table").open = true;
  document.querySelector(`.whole-table [data-di="pelaksana[${place}].lebar"]`)?.focus();
}

function placeOf(edition, path) {
  const found = /^kegiatan\[(\d+)\]\.alur\[(\d+)\]/.exec(path ?? "");
  return found && Number(found[1]) === edition.activity.value ? edition.steps[Number(found[2])]?.id : undefined;
}
