// The agenda book begins at the next number of the paper one.
import {html, say, tell, useState, Button, Dialog, Field, Notice} from "kit";

export function Beginning({year, onClose, onDone}) {
  const [number, setNumber] = useState("1");
  const [notice, setNotice] = useState(null);
  const act = () => tell("/api/agenda/mulai", {nomor: Number(number) || 0, tahun: year}).then(onDone, setNotice);
  return html`<${Dialog} title=${say("Begin the agenda book of {year}", {year})} onClose=${onClose}
    actions=${html`<${Button} kind="main" onClick=${act}>${say("Begin")}<//>`}>
    <p>${say("Look at the paper book: which number does the next letter get? From then on sopgen counts.")}</p>
    <${Field} label=${say("Next number")} inputmode="numeric" value=${number} onText=${(text) => setNumber(text.replace(/\D/g, ""))}/>
    <${Notice} notice=${notice}/><//>`;
}
