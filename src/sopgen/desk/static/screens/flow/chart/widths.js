// How wide the columns of roles are: by a field beside the role's name, by dragging the edge of a head, by keys at it.
import {html, say, useRef, useState, Faults, pathText} from "kit";

// Millimetres, as the desk bounds them.
const LEAST = 8;
const MOST = 150;

const pathOf = (place) => ["pelaksana", place, "lebar"];

// Without a width a role has its share of what the others leave.
function become(edition, place, width) {
  if (width) edition.put(pathOf(place), width);
  else if (edition.lanes[place].lebar) edition.act("remove", {path: pathOf(place)});
}

const bounded = (width) => Math.min(MOST, Math.max(LEAST, Math.round(width)));

const shown = (width) => (width ? String(width).replace(".", ",") : "");

export function WidthField({edition, place, disabled}) {
  const {label, lebar} = edition.lanes[place];
  const [typed, setTyped] = useState(null);
  const left = () => {
    const said = (typed ?? "").trim().replace(",", ".");
    setTyped(null);
    // What is no number goes on as it is: the desk says at once what is wrong with it.
    if (typed !== null && said !== String(lebar ?? "")) become(edition, place, said && (Number(said) || said));
  };
  return html`<input class="width" inputmode="decimal" aria-label=${say("Width of {role} in mm", {role: label})} placeholder=${say("automatic")}
    title=${say("Width of the column in mm; empty: an equal share of what the others leave")} data-di=${pathText(pathOf(place))} disabled=${disabled}
    value=${typed ?? shown(lebar)} onInput=${(event) => setTyped(event.currentTarget.value)} onBlur=${left}
    onKeyDown=${(event) => event.key === "Enter" && left()}/>
    <${Faults} faults=${edition.faults.value.filter((one) => one.path === pathText(pathOf(place)))}/>`;
}

// The lanes of a drawn chart: {id, left, width} in mm, and how high their heads are.
function lanesOf(svg) {
  const number = (rect, name) => Number(rect.getAttribute(name));
  return [...svg.querySelectorAll("[data-jalur]")].map((one) => {
    const [lane, head] = one.querySelectorAll("rect");
    return {id: one.dataset.jalur, left: number(lane, "x"), width: number(lane, "width"), head: number(head, "height")};
  });
}

// At the right edge of each head of a chart; `svg` is the drawing below them.
export function Edges({edition, svg}) {
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  return lanesOf(svg).map((lane) => {
    const place = edition.lanes.findIndex((one) => one.id === lane.id);
    return place >= 0 && html`<${Edge} key=${lane.id} edition=${edition} place=${place} lane=${lane} size=${[width, height]}/>`;
  });
}

function Edge({edition, place, lane, size: [wide, high]}) {
  const [grown, setGrown] = useState(0); // mm, while it is dragged
  const from = useRef(null);
  const edge = useRef();
  const mm = (pixels) => (pixels * wide) / edge.current.parentElement.getBoundingClientRect().width;
  const width = bounded(lane.width + grown);
  const moved = (event) => from.current !== null && setGrown(mm(event.clientX - from.current));
  const down = (event) => {
    from.current = event.clientX;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const up = (event) => {
    if (from.current === null) return;
    const by = mm(event.clientX - from.current);
    from.current = null;
    setGrown(0);
    if (Math.abs(by) >= 0.5) become(edition, place, bounded(lane.width + by));
  };
  const keys = (event) => {
    const by = {ArrowRight: 1, ArrowLeft: -1, PageUp: 10, PageDown: -10}[event.key];
    if (by) become(edition, place, bounded(Math.round(edition.lanes[place].lebar ?? lane.width) + by));
    else if (event.key === "Delete") become(edition, place, null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="edge" ref=${edge} role="slider" tabindex=${edition.mayWrite ? 0 : -1} aria-disabled=${!edition.mayWrite}
    aria-label=${say("Width of {role} in mm", {role: edition.lanes[place].label})} aria-valuemin=${LEAST} aria-valuemax=${MOST} aria-valuenow=${width}
    title=${say("Drag to change the width; with the keys: arrows, Delete for an equal share")}
    style=${{left: `${((lane.left + lane.width + grown) / wide) * 100}%`, height: `${(grown ? 1 : lane.head / high) * 100}%`}}
    onPointerDown=${edition.mayWrite ? down : undefined} onPointerMove=${moved} onPointerUp=${up} onPointerCancel=${() => { from.current = null; setGrown(0); }}
    onKeyDown=${edition.mayWrite ? keys : undefined}>${grown ? html`<span>${width} mm</span>` : ""}</div>`;
}
