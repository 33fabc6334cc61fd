// The page as it will be printed. What changed of it is put into the drawing; a click goes to the field.
import {html, say, useEffect, useRef, useState, Button, Faults, pathText} from "kit";

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

// Only the desk's own typesetting is read here, and as a drawing: no script in it runs.
const parsed = (text) => [...new DOMParser().parseFromString(`<svg ${SVG}>${text}</svg>`, "image/svg+xml").documentElement.childNodes];

function blank(box) {
  const [svg] = parsed(`<svg viewBox="${box}"><defs/><g/></svg>`);
  return svg;
}

// Put the pieces of a page that are other into the drawing.
function patched(paper, told) {
  let svg = paper.querySelector("svg");
  if (!svg) paper.append(svg = blank(told.kotak));
  const [defs, body] = svg.children;
  if (told.lain) {
    body.replaceChildren();
    svg.setAttribute("viewBox", told.kotak);
  }
  defs.append(...parsed(told.huruf));
  for (let n = 0; n < told.hilang; n += 1) body.childNodes[told.awal].remove();
  const behind = body.childNodes[told.awal] ?? null;
  for (const piece of parsed(told.baru)) body.insertBefore(piece, behind);
  const [, , wide, high] = told.kotak.split(" ").map(Number);
  paper.style.setProperty("--wide", wide);
  paper.classList.toggle("across", wide > high);
}

// The field of a place: its own, else that of the nearest place around it.
export function fieldOf(path) {
  for (let one = path; one; one = one.replace(/(?:^|\.)[^.[\]]+$|\[\d+\]$/, "")) {
    const exact = document.querySelector(`[data-di="${CSS.escape(one)}"]`);
    const under = exact ?? document.querySelector(`[data-di^="${CSS.escape(one)}."], [data-di^="${CSS.escape(one)}["]`);
    if (under) return under;
  }
  return null;
}

// A chart is a picture of the page, as the emblem and the mark across it are; its symbols know their steps.
function isChart(element) {
  const [kind, content] = (element.getAttribute?.("xlink:href") ?? "").split("base64,");
  return kind.startsWith("data:image/svg") && atob(content).includes("data-langkah");
}

function mark(paper, edition, at) {
  const found = new Map(edition.findings.value.filter((one) => !one.satuan).map((one) => [pathText(one.path), one.severity]));
  for (const one of edition.faults.value) found.set(one.path, "error");
  for (const place of paper.querySelectorAll("[data-isian]")) {
    const path = place.dataset.isian;
    const look = ["isian", path === at && "here", found.get(path)].filter(Boolean).join(" ");
    if (place.getAttribute("class") !== look) place.setAttribute("class", look); // what is the same is not drawn anew
  }
}

const ZOOMS = () => [["fit", say("Whole width")], ["100", "100 %"], ["150", "150 %"]];

export function Page({edition, onPlace}) {
  const paper = useRef();
  const [told, setTold] = useState({jumlah: 0, nomor: 0, salah: []});
  const [zoom, setZoom] = useState("fit");
  const at = useRef("");
  edition.findings.value; // marked anew with what is found
  edition.faults.value;
  useEffect(() => {
    edition.onPage = (patch, how) => {
      if (patch.kotak) patched(paper.current, patch);
      const {jumlah, nomor = 0, salah} = patch;
      setTold((old) => (old.jumlah === jumlah && old.nomor === nomor && !salah.length && !old.salah.length ? old : {jumlah, nomor, salah}));
      mark(paper.current, edition, at.current);
      if (how.since) painted(how);
    };
    edition.look({halaman: 0, anew: true});
    const focused = (event) => {
      at.current = event.target.dataset?.di ?? "";
      mark(paper.current, edition, at.current);
      paper.current.querySelector(".here")?.scrollIntoView?.({block: "nearest", inline: "nearest"});
    };
    document.addEventListener("focusin", focused);
    return () => document.removeEventListener("focusin", focused);
  }, [edition]);
  useEffect(() => { if (told.jumlah) mark(paper.current, edition, at.current); });
  const turn = (to) => edition.look({halaman: to});
  const clicked = (event) => {
    const path = event.target.closest?.("[data-isian]")?.dataset.isian;
    if (path) onPlace(path);
    else if (isChart(event.target)) onPlace("kegiatan[0].alur");
  };
  return html`<section class="live" aria-label=${say("The page as it will be printed")}>
    <div class="turn"><${Button} kind="small" disabled=${told.nomor === 0} aria-label=${say("Page before")} onClick=${() => turn(told.nomor - 1)}>‹<//>
      <span role="status">${say("Page {n} of {count}", {n: told.nomor + 1, count: told.jumlah})}</span>
      <${Button} kind="small" disabled=${told.nomor >= told.jumlah - 1} aria-label=${say("Next page")} onClick=${() => turn(told.nomor + 1)}>›<//>
      <label class="zoom">${say("Size")} <select value=${zoom} onChange=${(event) => setZoom(event.currentTarget.value)}>
        ${ZOOMS().map(([one, words]) => html`<option key=${one} value=${one} selected=${one === zoom}>${words}</option>`)}</select></label></div>
    <${Faults} faults=${told.salah}/>
    <div class="desk-top" tabindex="0" role="region" aria-label=${say("Page {n} of {count}", {n: told.nomor + 1, count: told.jumlah})}>
      <div class=${`paper zoom-${zoom}`} ref=${paper} onClick=${clicked}></div></div></section>`;
}

// How long it took from the key to the painted page, for the measurement of bench/desk.py.
export function painted({act, since}) {
  if (!globalThis.sopgenTimes) return;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => globalThis.sopgenTimes.push({act, ms: performance.now() - since});
    channel.port2.postMessage(0);
  });
}
