// Peraturan: the laws that SOPs and letters cite, with their standing; looked up, added, checked.
import {html, say, ask, useEffect, useState, Button, Choice, Empty, Field, Notice, Progress} from "kit";
import {AddLaw} from "./laws/add.js";
import {Gaps} from "./laws/gaps.js";
import {OneLaw} from "./laws/one.js";
import {STANDINGS} from "./laws/words.js";

// Rows that are shown at once, until all are asked for.
const MOST = 100;

export function View() {
  const [wanted, setWanted] = useState("");
  const [standing, setStanding] = useState("");
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState(null);
  const load = () => ask("/api/peraturan", {kata: wanted, status: standing || undefined}).then(setTold, setNotice);
  useEffect(() => {
    const timer = setTimeout(load, told ? 200 : 0);
    return () => clearTimeout(timer);
  }, [wanted, standing]);
  const added = (law) => {
    setOpen(null);
    setNotice({text: say("Added: {law}", {law: law.sebutan_resmi})});
    load();
  };
  if (!told) return notice ? html`<${Notice} notice=${notice}/>` : html`<${Progress} label=${say("The laws are read")}/>`;
  const found = told.peraturan;
  return html`<p class="hint">${say("These laws are offered for the legal basis of each SOP. What is known of them comes from the source that stands beside each.")}</p>
    <div class="row tools law-tools"><${Field} label=${say("Search by words or number")} type="search" value=${wanted} onText=${setWanted}/>
      <${Choice} label=${say("Standing")} value=${standing} onChoice=${setStanding} choices=${[["", say("all")], ...Object.entries(STANDINGS())]}/>
      <${Button} kind="main" onClick=${() => setOpen({act: "add"})}>${say("Add a law…")}<//>
      <${Button} onClick=${() => setOpen({act: "gaps"})}>${say("What is still to be looked up…")}<//></div>
    <${Notice} notice=${notice}/>
    <p class="sum quiet" role="status">${say("{count} of {all} laws", {count: found.length, all: told.semua})}</p>
    ${found.length === 0 ? html`<${Empty}>${say("No law has these words. Write fewer, or add the law.")}<//>` : html`<table class="list laws-known"><thead><tr><th scope="col">${say("Law")}</th>
      <th scope="col">${say("Standing")}</th><th scope="col">${say("What to do")}</th></tr></thead><tbody>${(all ? found : found.slice(0, MOST)).map((one) => html`<tr key=${one.id}>
        <td>${one.sebutan_resmi}${one.pengganti && html`<p class="hint">${say("Replaced by: {law}", {law: one.pengganti})}</p>`}</td>
        <td><span class=${`state ${one.status}`}>${STANDINGS()[one.status]}</span></td>
        <td><${Button} kind="small" aria-label=${say("Details of {law}", {law: one.sebutan_resmi})} 
          onClick=${() => setOpen({act: "one", law: one})}>${say("Details…")}<//></td></tr>`)}</tbody></table>`}
    ${!all && found.length > MOST && html`<${Button} onClick=${() => setAll(true)}>${say("Show all {count}", {count: found.length})}<//>`}
    ${open?.act === "add" && html`<${AddLaw} words=${wanted} onAdded=${added} onClose=${() => setOpen(null)}/>`}
    ${open?.act === "one" && html`<${OneLaw} law=${open.law} onClose=${() => setOpen(null)}/>`}
    ${open?.act === "gaps" && html`<${Gaps} onClose=${() => setOpen(null)}/>`}`;
}
