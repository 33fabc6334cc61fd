// Naskah: an edition is chosen, then written: its form beside the page as it will be printed.
import {html, say, useEffect, useState, Edition, EditionBar, Notice, Progress, fileKeys, pathText} from "kit";
import {Choose} from "./manuscript/choose.js";
import {Open} from "./manuscript/form.js";
import {Page, fieldOf} from "./manuscript/page.js";
import {Parts, partOf} from "./manuscript/parts.js";
import {FindingList, counts} from "./manuscript/findings.js";
import {Reasons} from "./manuscript/reasons.js";
import {Banners} from "./manuscript/banners.js";

export function View({about}) {
  return about ? html`<${Writing} key=${about} name=${about}/>` : html`<${Choose}/>`;
}

function Writing({name}) {
  const [edition, setEdition] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    const opening = new Edition(name);
    opening.open().then(setEdition, setNotice);
    return () => opening.close();
  }, [name]);
  if (notice) return html`<${Notice} notice=${notice}/><p><a href="#/naskah">${say("Choose another edition")}</a></p>`;
  if (!edition) return html`<${Progress} label=${say("The edition is opened")}/>`;
  return html`<${Open.Provider} value=${edition}><${Desk} edition=${edition}/><//>`;
}

function Desk({edition}) {
  const [tab, setTab] = useState("isi");
  const [opened, setOpened] = useState("identitas");
  edition.shape.value;
  const found = counts(edition.findings.value);
  // Open the part of a place, and put the caret into its field.
  const go = (path) => {
    if (/^kegiatan\[\d+\]\.alur\b/.test(path)) { // steps are written on the page of the flow
      location.hash = `#/alur/${edition.name}`;
      return;
    }
    setTab("isi");
    setOpened(partOf(edition.isi, path));
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const field = fieldOf(path);
      field?.closest("details:not([open])")?.setAttribute("open", "");
      field?.focus();
      field?.scrollIntoView({block: "center"});
    }));
  };
  // Other screens, and the measurement, lead to a place by an event.
  useEffect(() => {
    const lead = (event) => go(event.detail);
    document.addEventListener("sopgen-tempat", lead);
    return () => document.removeEventListener("sopgen-tempat", lead);
  }, [edition]);
  return html`<div class="manuscript" onKeyDown=${fileKeys(edition, (act) => step(edition, act, go))}>
    <${EditionBar} edition=${edition} onStep=${(act) => step(edition, act, go)}>
      <a class="button small" href=${`#/alur/${edition.name}`}>${say("Flow")}</a>
      <a class="button small" href=${`#/dari-word/${edition.name}`}>${say("From Word")}</a><//><${Banners} edition=${edition}/>
    <div class="split">
      <div class="writing"><div class="tabs" role="tablist">
          ${[["isi", say("Contents")], ["temuan", say("Findings ({n})", {n: found.all})], ["alasan", say("Reasons of changes")]].map(([one, words]) => html`<button key=${one}
            type="button" role="tab" id=${`tab-${one}`} aria-selected=${tab === one} aria-controls="lembar" onClick=${() => setTab(one)}>${words}</button>`)}</div>
        <div role="tabpanel" id="lembar" aria-labelledby=${`tab-${tab}`}>
          ${tab === "isi" && html`<${Parts} opened=${opened} onOpen=${setOpened}/>`}
          ${tab === "temuan" && html`<${FindingList} onPlace=${go}/>`}
          ${tab === "alasan" && html`<${Reasons} onPlace=${go}/>`}</div></div>
      <${Page} edition=${edition} onPlace=${go}/></div></div>`;
}

function step(edition, act, go) {
  edition.rest();
  edition.act(act, {lihat: edition.view}).then((told) => {
    if (told.di?.length) {
      const path = pathText(told.di);
      edition.look({path});
      go(path);
    }
  });
}
