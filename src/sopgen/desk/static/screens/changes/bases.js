// Editions that stand on a base of the office above: what comes of a base that moved on, and what each unit says otherwise.
import {html, say, ask, tell, save, useEffect, useState, Button, Faults, Notice} from "kit";

const KINDS = () => ({added: say("added"), removed: say("left out"), changed: say("changed"), moved: say("moved")});

export function Bases() {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/dasar").then(setTold, setNotice); }, []);
  if (!told) return html`<${Notice} notice=${notice}/>`;
  if (!told.satuan.length && !told.pembaruan.length) return null;
  return html`<section class="bases" aria-label=${say("Base of the office above")}><h2>${say("Base of the office above")}</h2><${Notice} notice=${notice}/>
    <${Updates} told=${told} onTold=${setTold} onSaid=${setNotice}/><${Deviations} told=${told}/></section>`;
}

function Updates({told, onTold, onSaid}) {
  const [choices, setChoices] = useState({});
  const [busy, setBusy] = useState(false);
  if (!told.pembaruan.length) return html`<p class="done" role="status">${say("Each edition follows its base as it is now.")}</p>`;
  const chosen = (answer) => told.pembaruan.flatMap((one) => one.bentrok).map((one) => one.tempat).filter((place) => choices[place] === answer);
  const ready = (one) => !one.kendala.length && one.bentrok.every((clash) => choices[clash.tempat]);
  const apply = () => {
    setBusy(true);
    tell("/api/dasar/pembaruan", {tetap: chosen("tetap"), ambil: chosen("ambil")}).then((now) => {
      onTold(now);
      setChoices({});
      onSaid(now.tinggal.length ? {faults: now.tinggal} : {text: say("{count} editions follow their base now.", {count: now.dibawa.length})});
    }, onSaid).finally(() => setBusy(false));
  };
  return html`<h3>${say("A base moved on")}</h3>${told.pembaruan.map((one) => html`<${Update} key=${`${one.satuan} ${one.edisi}`} one=${one} choices=${choices}
      onChoose=${(place, answer) => setChoices((now) => ({...now, [place]: answer}))}/>`)}
    <div class="actions"><${Button} kind="main" busy=${busy} disabled=${busy || !told.pembaruan.some(ready)} onClick=${apply}>${say("Bring over what can follow")}<//></div>`;
}

function Update({one, choices, onChoose}) {
  return html`<div class="card"><h4>${say("{unit}: {edition}, base {base}", {unit: one.satuan, edition: one.edisi, base: one.dasar})}</h4><${Faults} faults=${one.kendala}/>
    ${!one.datang.length && !one.bentrok.length && !one.kendala.length && html`<p class="hint">${say("Nothing changes in its words.")}</p>`}
    ${one.datang.length > 0 && html`<p>${say("What comes:")}</p><ul>${one.datang.map((change, n) => html`<li key=${n}>${change.bagian}: ${change.semula.join(" / ") || "–"} → ${
      change.menjadi.join(" / ") || "–"}</li>`)}</ul>`}
    ${one.bentrok.map((clash) => html`<${Clash} key=${clash.tempat} clash=${clash} answer=${choices[clash.tempat]} onAnswer=${(answer) => onChoose(clash.tempat, answer)}/>`)}</div>`;
}

function Clash({clash, answer, onAnswer}) {
  const choice = (value, words, text) => html`<label class="check"><input type="radio" name=${clash.tempat} checked=${answer === value} onChange=${() => onAnswer(value)}/>
    <span><strong>${words}</strong>: ${text || say("left out")}</span></label>`;
  return html`<fieldset class="clash"><legend>${clash.bagian}: ${clash.sebab}</legend><p class="hint">${say("Base before: {text}", {text: clash.dulu || "–"})}</p>
    ${choice("tetap", say("Keep the unit's"), clash.satuan)}${choice("ambil", say("Take the base's"), clash.dasar)}</fieldset>`;
}

function Deviations({told}) {
  return html`<div class="between"><h3>${say("What units say otherwise")}</h3><${Button} onClick=${() => save("/api/dasar/penyimpangan")}>${say("Save as Excel")}<//></div>
    <${Faults} faults=${told.salah}/>
    ${told.satuan.map((one) => html`<h4>${say("{unit}: {title}, base {base}", {unit: one.satuan, title: one.judul, base: one.dasar})}</h4>
      ${one.beda.length ? html`<table class="list deviations"><thead><tr><th>${say("Part")}</th><th>${say("In the base")}</th><th>${say("In this unit")}</th><th>${say("Why")}</th></tr></thead>
        <tbody>${one.beda.map((change, n) => html`<tr key=${n}><td>${change.bagian}<p class="hint">${KINDS()[change.jenis]}</p></td>
          <td class="was">${change.semula.map((line) => html`<p>${line}</p>`)}</td><td class="now">${change.menjadi.map((line) => html`<p>${line}</p>`)}</td>
          <td>${change.alasan}</td></tr>`)}</tbody></table>` : html`<p class="hint">${say("Is as its base.")}</p>`}`)}`;
}
