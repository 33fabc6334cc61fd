// A page of the old file, with a box around the text that is asked about.
import {html, say, address, useEffect, useRef, useState, Button, Empty} from "kit";

export function OldPage({draft, doubt}) {
  const {lembar, berkas, teks} = draft.old;
  const [page, setPage] = useState(doubt?.halaman || 1);
  const box = useRef();
  useEffect(() => { if (doubt?.halaman) setPage(doubt.halaman); }, [doubt]);
  useEffect(() => { box.current?.scrollIntoView({block: "nearest", inline: "nearest"}); }, [doubt, page]);
  if (teks.length) return html`<${OldText} lines=${teks} name=${berkas} at=${doubt?.garis ?? 0}/>`;
  if (!lembar.length) {
    return html`<section class="live" aria-label=${say("The old SOP")}><${Empty}>${doubt?.letak
      ? say("{file} has no pages to show: look at {place} in the file itself.", {file: berkas || say("The old file"), place: doubt.letak})
      : say("The pages of the old file are not kept here. Look into the file itself.")}<//></section>`;
  }
  const [wide, high] = lembar[page - 1] ?? lembar[0];
  const shown = doubt?.kotak && doubt.halaman === page ? doubt.kotak : null;
  return html`<section class="live" aria-label=${say("The old SOP")}><div class="turn">
      <${Button} kind="small" disabled=${page <= 1} aria-label=${say("Page before")} onClick=${() => setPage(page - 1)}>‹<//>
      <span role="status">${say("{file}: page {n} of {count}", {file: berkas, n: page, count: lembar.length})}</span>
      <${Button} kind="small" disabled=${page >= lembar.length} aria-label=${say("Next page")} onClick=${() => setPage(page + 1)}>›<//></div>
    <div class="desk-top" tabindex="0" role="region" aria-label=${say("The old SOP")}><div class="oldpage">
      <img key=${page} src=${address("/api/impor/halaman", {nama: draft.name, halaman: page})} alt=${say("Page {n} of the old SOP", {n: page})}/>
      ${shown && html`<span class="spot" ref=${box} style=${spotStyle(shown, wide, high)}></span>`}</div></div></section>`;
}

// A little around the text, in parts of the page.
function spotStyle([left, top, right, bottom], wide, high) {
  const part = (value, whole) => `${(100 * value) / whole}%`;
  return {left: part(left - 3, wide), top: part(top - 3, high), width: part(right - left + 6, wide), height: part(bottom - top + 6, high)};
}

// A text has lines instead of pages; the one that is asked about is marked.
function OldText({lines, name, at}) {
  const box = useRef();
  useEffect(() => { box.current?.scrollIntoView({block: "center"}); }, [at]);
  return html`<section class="live" aria-label=${say("The old SOP")}><div class="turn"><span>${name}</span></div>
    <div class="desk-top" tabindex="0" role="region" aria-label=${say("The old SOP")}><ol class="oldtext">${lines.map((line, n) => html`<li key=${n}
      ref=${n + 1 === at ? box : undefined} class=${n + 1 === at ? "here" : ""}>${line}</li>`)}</ol></div></section>`;
}
