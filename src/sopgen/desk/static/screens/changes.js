// Perubahan: what is other than in the former edition, and why; the matrix and the tracked changes in a click.
import {html, say, ask, useEffect, useState, Choice, Empty, Notice, Progress, Faults} from "kit";
import {ChangeTable} from "./changes/table.js";
import {Bases} from "./changes/bases.js";
import {Files} from "./changes/files.js";

export const View = ({about}) => html`<${Editions} about=${about}/><${Bases}/>`;

function Editions({about}) {
  const [editions, setEditions] = useState(null);
  const [faults, setFaults] = useState([]);
  useEffect(() => { ask("/api/edisi").then((told) => setEditions(told.edisi.filter((one) => one.keadaan !== "rusak")), (error) => setFaults(error.faults)); }, []);
  if (!editions) return html`<${Faults} faults=${faults}/>`;
  const pairs = editions.map((one) => [former(one, editions), one]).filter(([old]) => old);
  if (!pairs.length) return html`<${Empty}>
    ${say("There is one edition only. Begin the next one on the start page; then what changes is shown here.")} <a href="#/beranda">${say("Start page")}</a><//>`;
  return html`<${Pair} key=${about} editions=${editions} about=${about} first=${pairs.find(([, one]) => one.keadaan === "draf") ?? pairs[0]}/>`;
}

// The edition before another one of the same SOP, by their names.
function former(one, editions) {
  const older = editions.filter((other) => other.sop === one.sop && other.edisi < one.edisi);
  return older.sort((left, right) => right.edisi.localeCompare(left.edisi))[0];
}

function Pair({editions, about, first}) {
  const named = editions.find((one) => one.nama === about);
  const [now, setNow] = useState((named && former(named, editions) ? named : first[1]).nama);
  const [old, setOld] = useState(former(editions.find((one) => one.nama === now), editions)?.nama ?? first[0].nama);
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    setTold(null);
    setNotice(null);
    ask("/api/perubahan", {lama: old, baru: now}).then(setTold, setNotice);
  }, [old, now]);
  const choices = editions.map((one) => [one.nama, say("{title}, edition {edition}", {title: one.judul, edition: one.edisi})]);
  return html`<div class="pair"><${Choice} label=${say("From edition")} value=${old} choices=${choices} onChoice=${setOld}/>
      <${Choice} label=${say("To edition")} value=${now} choices=${choices} onChoice=${setNow}/></div>
    <${Notice} notice=${notice}/>${!told && !notice && html`<${Progress} label=${say("Comparing…")}/>`}
    ${told && html`<${Summary} told=${told}/><${Files} pair=${{lama: old, baru: now}} onRefused=${setNotice}/>
      <${ChangeTable} told=${told} pair=${{lama: old, baru: now}} onTold=${setTold}/>`}`;
}

function Summary({told}) {
  const without = told.perubahan.filter((one) => !one.alasan).length;
  if (!told.perubahan.length) return html`<p class="done" role="status">${say("Nothing changed.")}</p>`;
  return html`<p>${say("{count} changes", {count: told.perubahan.length})}${without
    ? html`, <span class="state rusak">${say("{count} without a reason", {count: without})}</span>` : html`, <span class="state berlaku">${say("each with its reason")}</span>`}</p>
    ${told.alasan_lain.length > 0 && html`<p class="warned">${say("Reasons for what did not change: {reasons}", {reasons: told.alasan_lain.join("; ")})}</p>`}`;
}
