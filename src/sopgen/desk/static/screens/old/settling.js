// The draft beside the old page: its doubts first, then all of its form, then what was not placed.
import {html, say, useEffect, useState, EditionBar, Notice, Progress, fileKeys, pathText} from "kit";
import {Banners} from "../manuscript/banners.js";
import {Open} from "../manuscript/form.js";
import {fieldOf} from "../manuscript/page.js";
import {Parts, partOf} from "../manuscript/parts.js";
import {Doubts} from "./doubts.js";
import {OldDraft} from "./draft.js";
import {LeftOver} from "./leftover.js";
import {OldPage} from "./page.js";

export function Settling({name}) {
  const [draft, setDraft] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    const opening = new OldDraft(name);
    opening.open().then(setDraft, setNotice);
    return () => opening.close();
  }, [name]);
  if (notice) return html`<${Notice} notice=${notice}/><p><a href="#/impor">${say("Another old SOP")}</a></p>`;
  if (!draft) return html`<${Progress} label=${say("The draft is opened")}/>`;
  return html`<${Open.Provider} value=${draft}><${Beside} draft=${draft}/><//>`;
}

function Beside({draft}) {
  draft.shape.value;
  const doubts = draft.doubts.value;
  const [at, setAt] = useState(0);
  const [tab, setTab] = useState("ragu");
  const [opened, setOpened] = useState("identitas");
  const here = Math.min(at, Math.max(0, doubts.length - 1));
  const go = (to) => {
    if (!doubts.length) return;
    setTab("ragu");
    setAt((to + doubts.length) % doubts.length);
  };
  useEffect(() => {
    const next = (event) => {
      if (event.key !== "F8") return;
      event.preventDefault();
      go(here + (event.shiftKey ? -1 : 1));
    };
    document.addEventListener("keydown", next);
    return () => document.removeEventListener("keydown", next);
  });
  const step = (act) => {
    draft.rest();
    draft.act(act).then((told) => {
      const path = told.di?.length ? pathText(told.di) : "";
      if (path && tab === "isi") setOpened(partOf(draft.isi, path));
      requestAnimationFrame(() => path && fieldOf(path)?.scrollIntoView({block: "nearest"}));
    });
  };
  const tabs = [["ragu", say("To be looked at ({n})", {n: doubts.length})], ["isi", say("Contents")],
    ["lain", say("Not placed ({n})", {n: draft.old.lain.length})]];
  return html`<div class="manuscript settling" onKeyDown=${fileKeys(draft, step)}>
    <${EditionBar} edition=${draft} onStep=${step}>
      <a class="button small" href=${`#/naskah/${draft.name}`}>${say("Manuscript")}</a> <a class="button small" href=${`#/alur/${draft.name}`}>${say("Flow")}</a><//>
    <${Banners} edition=${draft}/>
    <div class="split"><div class="writing"><div class="tabs" role="tablist">${tabs.map(([one, words]) => html`<button key=${one} type="button" role="tab"
          id=${`tab-${one}`} aria-selected=${tab === one} aria-controls="lembar" onClick=${() => setTab(one)}>${words}</button>`)}</div>
        <div role="tabpanel" id="lembar" aria-labelledby=${`tab-${tab}`}>
          ${tab === "ragu" && html`<${Doubts} draft=${draft} doubts=${doubts} here=${here} onHere=${setAt} onNext=${() => go(here + 1)}/>`}
          ${tab === "isi" && html`<${Parts} opened=${opened} onOpen=${setOpened}/>`}
          ${tab === "lain" && html`<${LeftOver} texts=${draft.old.lain}/>`}</div></div>
      <${OldPage} draft=${draft} doubt=${doubts[here]}/></div></div>`;
}
