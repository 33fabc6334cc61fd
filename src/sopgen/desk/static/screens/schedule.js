// Jadwal: what is to be monitored and evaluated, and the form for what took place (Permenpan RB 35/2012, annex).
import {html, say, ask, save, useEffect, useState, Button, Empty, Notice, REVIEWS, longDay} from "kit";
import {Review} from "./schedule/review.js";

export function View({about}) {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/jadwal").then(setTold, setNotice); }, []);
  if (!told) return html`<${Notice} notice=${notice}/>`;
  if (!told.edisi.length) return html`<${Empty}>${say("No edition is in force yet; what is due appears here from the day on which one is.")}<//>`;
  const done = (now) => { setTold(now); setNotice({text: say("Written down.")}); };
  const first = [...told.edisi].sort((one, other) => Number(other.nama === about) - Number(one.nama === about));
  return html`<div class="between"><p>${say("Each edition in force is monitored, and evaluated every year.")}</p>
      <${Button} onClick=${() => save("/api/jadwal/kalender")}>${say("Save as a calendar")}<//></div>
    <${Notice} notice=${notice}/>
    ${first.map((one) => html`<${Edition} key=${one.nama} told=${one} criteria=${told.kriteria} onDone=${done}/>`)}`;
}

function Edition({told, criteria, onDone}) {
  const [kind, setKind] = useState("");
  const title = `${told.judul} (${told.edisi})`;
  return html`<section class="card" aria-label=${title}><h2>${title}</h2>
    <ul class="due">${told.jatuh.map((one) => html`<li key=${one.jenis} class=${one.lewat ? "late" : ""}>
      <span>${say("{look} by {day}", {look: REVIEWS()[one.jenis], day: longDay(one.hari)})}${one.lewat && html` <span class="state rusak">${say("overdue")}</span>`}</span>
      <${Button} onClick=${() => setKind(one.jenis)} aria-label=${say("Write down: {look}, {title}", {look: REVIEWS()[one.jenis], title})}>${say("Write down…")}<//></li>`)}</ul>
    ${told.catatan.length > 0 && html`<${Past} notes=${told.catatan}/>`}
    ${kind && html`<${Review} kind=${kind} title=${REVIEWS()[kind]} told=${told} criteria=${criteria}
      onClose=${() => setKind("")} onDone=${(now) => { setKind(""); onDone(now); }}/>`}</section>`;
}

const Past = ({notes}) => html`<table class="list"><thead><tr><th>${say("Date")}</th><th>${say("Kind")}</th><th>${say("Result")}</th><th>${say("By")}</th><th>${say("Note")}</th></tr></thead>
  <tbody>${notes.map((one, n) => html`<tr key=${n}><td>${longDay(one.tanggal)}</td><td>${REVIEWS()[one.jenis]}</td>
    <td>${one.baik ? say("goes well") : say("does not go well")}${one.kurang.length > 0 && html`<br/>${say("not met: {criteria}", {criteria: one.kurang.join("; ")})}`}</td>
    <td>${one.oleh}</td><td>${[one.catatan, one.tindakan].filter(Boolean).join("; ")}</td></tr>`)}</tbody></table>`;
