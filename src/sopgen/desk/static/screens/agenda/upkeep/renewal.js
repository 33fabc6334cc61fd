// The book goes on under a new name of the office, or in the form of this sopgen.
import {html, say, ask, tell, useEffect, useState, Button, Choice, Dialog, Notice} from "kit";

export function Rename({onClose, onDone}) {
  const [known, setKnown] = useState(null);
  const [former, setFormer] = useState("");
  const [done, setDone] = useState("");
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/agenda/ganti-nama").then((told) => { setKnown(told); setFormer(told.dikenal[0] ?? ""); }, setNotice); }, []);
  const act = () => tell("/api/agenda/ganti-nama", {dahulu: former}).then((told) => { setDone(told.kantor); onDone(); }, setNotice);
  if (done) return html`<${Dialog} title=${say("The book is of {office} now", {office: done})} onClose=${onClose} closing=${say("Close")}><//>`;
  return html`<${Dialog} title=${say("The office has a new name")} onClose=${onClose}
      actions=${html`<${Button} kind="main" disabled=${!former} onClick=${act}>${say("Go on under the new name")}<//>`}>
    <p>${say("The new name is the one of the screen Unit. The numbers of the book go on under it.")}</p>
    ${known && html`<p>${say("Its name now: {name}", {name: known.kantor})}</p>`}
    ${known?.dikenal.length === 0 && html`<p class="done">${say("The book is of this name already.")}</p>`}
    ${known?.dikenal.length > 0 && html`<${Choice} label=${say("The name before, as the book knows it")} value=${former} onChoice=${setFormer}
      choices=${known.dikenal.map((one) => [one, one])}/>`}<${Notice} notice=${notice}/><//>`;
}

export function Upgrade({onClose, onDone}) {
  const [copy, setCopy] = useState("");
  const [notice, setNotice] = useState(null);
  const act = () => tell("/api/agenda/baharui").then((told) => { setCopy(told.salinan); onDone(); }, setNotice);
  if (copy) {
    return html`<${Dialog} title=${say("The book is up to date")} onClose=${onClose} closing=${say("Close")}><p>${say("The former one is kept: {name}", {name: copy})}</p><//>`;
  }
  return html`<${Dialog} title=${say("Book of an earlier sopgen")} onClose=${onClose} actions=${html`<${Button} kind="main" onClick=${act}>${say("Bring it up to date")}<//>`}>
    <p>${say("Only where sopgen says that the book is of an earlier form. A copy of the book is kept before.")}</p><${Notice} notice=${notice}/><//>`;
}
