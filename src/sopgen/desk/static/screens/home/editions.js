// The editions, one table an SOP; from each the ways on, and the beginning of the next one.
import {html, say, tell, useState, Button, Choice, Dialog, Empty, Faults, Field, NextEdition, STATES, longDay} from "kit";

export function Editions({told, checks, onDone}) {
  const [next, setNext] = useState(null);
  const [another, setAnother] = useState(false);
  const [over, setOver] = useState(false);
  const ids = [...new Set(told.edisi.map((one) => one.sop))].sort();
  const opened = ({edisi}) => { location.hash = `#/naskah/${edisi}`; };
  return html`<section aria-label=${say("SOPs")}><div class="between"><h2>${say("SOPs")}</h2><span>
      ${told.dasar?.length > 0 && html`<${Button} onClick=${() => setOver(true)}>${say("From a base…")}<//> `}
      <a class="button" href="#/impor">${say("Old SOP…")}</a> <a class="button" href="#/dari-word">${say("From Word…")}</a>${" "}
      <${Button} onClick=${() => setAnother(true)}>${say("New SOP…")}<//></span></div>
    ${ids.length === 0 && html`<${Empty}>${say("There is no SOP yet. Begin one with “New SOP”.")}<//>`}
    ${ids.map((id) => html`<${OneSop} key=${id} editions=${told.edisi.filter((one) => one.sop === id)} checks=${checks} onNext=${setNext}/>`)}
    ${next && html`<${NextEdition} from=${next} onClose=${() => setNext(null)}/>`}
    ${over && html`<${OverBase} bases=${told.dasar} unit=${told.satuan} onClose=${() => setOver(false)} onDone=${opened}/>`}
    ${another && html`<${NewSop} samples=${told.contoh} onClose=${() => { setAnother(false); onDone(); }} onDone=${opened}/>`}</section>`;
}

function OneSop({editions, checks, onNext}) {
  const rows = [...editions].sort((one, other) => (other.edisi ?? "").localeCompare(one.edisi ?? ""));
  const title = rows.find((one) => one.edisi)?.judul ?? rows[0].judul;
  return html`<div class="card sop"><h3>${title}</h3><table class="list"><thead><tr><th>${say("Edition")}</th><th>${say("State")}</th>
    <th>${say("Approved by")}</th><th>${say("Check")}</th><th><span class="aside">${say("Actions")}</span></th></tr></thead>
    <tbody>${rows.map((one) => html`<${Row} key=${one.nama} one=${one} checks=${checks} onNext=${onNext}/>`)}</tbody></table></div>`;
}

function Row({one, checks, onNext}) {
  const broken = one.keadaan === "rusak";
  const about = {edition: one.edisi ?? one.nama};
  return html`<tr><td><a href=${`#/naskah/${one.nama}`}>${one.edisi ?? one.nama}</a>${one.contoh ? html` <span class="state">${say("example")}</span>` : ""}</td>
    <td><span class=${`state ${one.keadaan}`}>${STATES()[one.keadaan] ?? one.keadaan}</span>
      ${one.berakhir && one.keadaan !== "berakhir" ? html`<p class="hint">${say("ends on {day}", {day: longDay(one.berakhir)})}</p>` : ""}</td>
    <td>${one.oleh}${one.tanggal ? html`<p class="hint">${longDay(one.tanggal)}</p>` : ""}</td>
    <td>${broken ? "" : one.terbit ? html`<span class="hint">${say("as issued")}</span>` : html`<${Checked} found=${checks?.find((found) => found.nama === one.nama)}/>`}</td>
    <td class="ways">${broken ? "" : html`
      <a class="button small" href=${`#/pengesahan/${one.nama}`} aria-label=${say("Approval of edition {edition}", about)}>${say("Approval")}</a>
      <${Button} kind="small" onClick=${() => onNext(one)} aria-label=${say("New edition from edition {edition}", about)}>${say("New edition…")}<//>`}</td></tr>`;
}

function Checked({found}) {
  if (!found) return html`<span class="hint">…</span>`;
  if (!found.wajib && !found.sebaiknya) return html`<span class="state berlaku">${say("clean")}</span>`;
  const counts = [];
  if (found.wajib) counts.push(html`<span class="state rusak">${say("{count} to mend", {count: found.wajib})}</span>`);
  if (found.sebaiknya) counts.push(html` <span class="state">${say("{count} better so", {count: found.sebaiknya})}</span>`);
  return counts;
}

function NewSop({samples, onClose, onDone}) {
  const [name, setName] = useState("");
  const [sample, setSample] = useState(samples[0]?.nama ?? "");
  const [faults, setFaults] = useState([]);
  const begin = () => tell("/api/sop/baru", {nama: name, contoh: sample}).then(onDone, (error) => setFaults(error.faults));
  return html`<${Dialog} title=${say("New SOP")} onClose=${onClose} actions=${html`<${Button} kind="main" onClick=${begin}>${say("Begin the SOP")}<//>`}>
    <${Field} label=${say("Short name")} hint=${say("Such as: surat masuk. Its folder is called so; the title comes later.")} value=${name} onText=${setName}/>
    <${Choice} label=${say("Begin with the sample")} value=${sample} onChoice=${setSample} choices=${samples.map((one) => [one.nama, one.judul])}/>
    <${Faults} faults=${faults}/><//>`;
}

// The unit's own edition over a base of the office above: its file says only what differs.
function OverBase({bases, unit, onClose, onDone}) {
  const [base, setBase] = useState(bases[0].nama);
  const [name, setName] = useState(unit ?? "");
  const [faults, setFaults] = useState([]);
  const begin = () => tell("/api/edisi/dari-dasar", {dasar: base, nama: name}).then(onDone, (error) => setFaults(error.faults));
  return html`<${Dialog} title=${say("From a base")} onClose=${onClose} actions=${html`<${Button} kind="main" onClick=${begin}>${say("Begin the edition")}<//>`}>
    <p>${say("The edition follows the base; what you change is kept in a file of your own.")}</p>
    <${Choice} label=${say("Base")} value=${base} onChoice=${setBase} choices=${bases.map((one) => [one.nama, `${one.judul} (${one.nama})`])}/>
    <${Field} label=${say("Name of the unit")} hint=${say("As documents print it.")} value=${name} onText=${setName}/>
    <${Faults} faults=${faults}/><//>`;
}
