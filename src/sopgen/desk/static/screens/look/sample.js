// A page as it is printed by the look that stands in the form: drawn anew when the hand rests.
import {html, say, ask, useEffect, useState, Button, Faults} from "kit";

// After an act (ms): others may follow at once.
const REST = 100;

export function Sample({look}) {
  const [page, setPage] = useState(0);
  const [told, setTold] = useState(null);
  const [faults, setFaults] = useState([]);
  const [drawing, setDrawing] = useState(true);
  const version = look.state.value.versi;
  useEffect(() => {
    let wanted = true;
    setDrawing(true);
    if (look.typed) return undefined; // the look has it when the hand rests, and is another version then
    const timer = setTimeout(() => ask("/api/rupa/gambar", {nama: look.name, halaman: page}).then(
      (now) => wanted && (setTold(now), setFaults([]), setDrawing(false)),
      (error) => wanted && (setFaults(error.faults), setDrawing(false))), told ? REST : 0);
    return () => { wanted = false; clearTimeout(timer); };
  }, [look, version, page]);
  const count = told?.jumlah ?? 0;
  const words = say("Page {n} of {count}", {n: page + 1, count});
  return html`<section class="live" aria-label=${say("The page as it will be printed")}>
    <div class="turn"><${Button} kind="small" disabled=${page === 0} aria-label=${say("Page before")} onClick=${() => setPage(page - 1)}>‹<//>
      <span role="status">${drawing ? say("The page is drawn …") : words}</span>
      <${Button} kind="small" disabled=${page >= count - 1} aria-label=${say("Next page")} onClick=${() => setPage(page + 1)}>›<//></div>
    <${Faults} faults=${faults}/>
    <div class="desk-top" tabindex="0" role="region" aria-label=${words}>
      ${told && html`<img class=${drawing ? "old" : ""} src=${`data:image/png;base64,${told.gambar}`} alt=${say("The page as it will be printed")}/>`}</div></section>`;
}
