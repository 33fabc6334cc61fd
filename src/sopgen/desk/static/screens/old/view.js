// Impor: an old file is dropped and becomes a draft; its doubts are settled beside the old page.
import {html, say, ask, hand, useEffect, useState, Area, Button, DropFile, Empty, Field, Notice, Progress} from "kit";
import {Settling} from "./settling.js";

const ACCEPTED = ".pdf,.docx,.doc,.odt,.rtf,.xlsx,.csv,.txt";

export const View = ({about}) => (about ? html`<${Settling} key=${about} name=${about}/>` : html`<${Begin}/>`);

function Begin() {
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [file, setFile] = useState(null);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState(null);
  const take = (dropped) => {
    setFile(dropped);
    setBusy(true);
    setNotice(null);
    hand("/api/impor", dropped, {edisi: name}).then(({edisi}) => { location.hash = `#/impor/${edisi}`; }, (error) => {
      setNotice(error);
      setBusy(false);
    });
  };
  return html`<div class="oldsop">
    <${DropFile} label=${say("Drop the old SOP here (PDF, Word, Excel, CSV, text)")} accept=${ACCEPTED} busy=${busy} onFile=${take}/>
    <div class="row"><${Field} label=${say("Name of the edition")} hint=${say("May stay empty: the year that the old SOP says.")} value=${name} onText=${setName}/>
      ${notice && file && html`<${Button} onClick=${() => take(file)}>${say("Try {file} again", {file: file.name})}<//>`}</div>
    <details class="more"><summary>${say("Paste its text instead")}</summary>
      <${Area} label=${say("Text of the old SOP")} rows="8" value=${text} onText=${setText}/>
      <${Button} disabled=${!text.trim() || busy} onClick=${() => take(new File([text], "tempel.txt", {type: "text/plain"}))}>${say("Make a draft of the text")}<//></details>
    ${busy && html`<${Progress} label=${say("The old SOP is read. A scan of many pages takes a while…")}/>`}<${Notice} notice=${notice}/>
    <${UnderWay}/></div>`;
}

// Drafts that somebody began to settle.
function UnderWay() {
  const [drafts, setDrafts] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/impor").then((told) => setDrafts(told.draf), setNotice); }, []);
  if (!drafts) return html`<${Notice} notice=${notice}/>`;
  if (!drafts.length) {
    return html`<${Empty}>${say("From an old SOP a draft is made. What was not read with certainty is asked about, one by one, beside the old page.")}<//>`;
  }
  return html`<h2>${say("Drafts with open questions")}</h2><table class="list"><thead><tr><th>${say("Edition")}</th><th>${say("To be looked at")}</th></tr></thead>
    <tbody>${drafts.map((one) => html`<tr key=${one.nama}><td><a href=${`#/impor/${one.nama}`}>${one.nama}</a></td><td>${one.ragu}</td></tr>`)}</tbody></table>`;
}
