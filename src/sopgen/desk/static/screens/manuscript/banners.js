// What stands above the form when something is not as usual: another window, another program, work that was not saved.
import {html, say, useState, Button, Dialog, Faults, NextEdition} from "kit";

export function Banners({edition}) {
  const state = edition.state.value;
  const trouble = edition.trouble.value;
  const wrong = edition.faults.value.filter((one) => !one.path);
  return html`${!state.boleh_ubah && html`<${NoDraft} edition=${edition}/>`}
    ${state.boleh_ubah && !state.menulis && html`<div class="banner" role="status">
      <span>${say("{name} writes this in another window; here you see what it does.", {name: state.penulis})}</span>
      <${Button} kind="small" onClick=${() => edition.act("take").then(() => edition.hear())}>${say("Write here")}<//></div>`}
    ${edition.base && html`<p class="hint">${say("This edition follows the base {name}: what is not marked as the unit's own comes from there.", {name: edition.base.nama})}</p>`}
    ${state.jurnal && html`<div class="banner" role="status"><span>${state.jurnal.berkas_lain
        ? say("Work that was not saved was found; the file was changed since then.") : say("Work that was not saved was found.")}</span>
      <${Button} kind="small main" onClick=${() => edition.act("recover", {lihat: edition.view}).then(() => gone(edition))}>${say("Take it over")}<//>
      <${Button} kind="small" onClick=${() => edition.act("discard").then(() => gone(edition))}>${say("Throw it away")}<//></div>`}
    ${trouble?.told?.beda ? html`<${Differing} edition=${edition} rows=${trouble.told.beda}/>` : trouble?.faults && html`<${Faults} faults=${trouble.faults}/>`}
    <${Faults} faults=${wrong}/>`;
}

const gone = (edition) => { edition.state.value = {...edition.state.value, jurnal: null}; };

function NoDraft({edition}) {
  const [asking, setAsking] = useState(false);
  return html`<div class="banner" role="status"><span>${say("This edition is no draft: its words stay as they are.")}</span>
    <${Button} kind="small main" onClick=${() => setAsking(true)}>${say("Begin a new edition from it")}<//></div>
    ${asking && html`<${NextEdition} from=${{nama: edition.name, edisi: edition.at("edisi")}} onClose=${() => setAsking(false)}/>`}`;
}

// The file was written by another program: both are shown, and a person decides.
function Differing({edition, rows}) {
  const choose = (act) => edition.act(act, {lihat: edition.view});
  const words = (value) => (value === undefined || value === null ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value));
  return html`<${Dialog} wide title=${say("The file was changed by another program")} onClose=${() => { edition.trouble.value = null; }}
      actions=${html`<${Button} kind="main" onClick=${() => choose("ours")}>${say("Keep what stands here")}<//>
        <${Button} onClick=${() => choose("theirs")}>${say("Take over the file")}<//>`}>
    <p>${say("Nothing was overwritten. Choose what counts; the other one can be brought back by Undo where you take over the file.")}</p>
    <table class="list"><thead><tr><th>${say("Here")}</th><th>${say("In the file")}</th></tr></thead>
      <tbody>${rows.map((one, n) => html`<tr key=${n}><td>${words(one.di_sini)}</td><td>${words(one.di_berkas)}</td></tr>`)}</tbody></table><//>`;
}
