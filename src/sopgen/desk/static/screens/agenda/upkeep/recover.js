// A lost or broken book is written anew from the letters, by what their codes say.
import {html, say, ask, tell, useEffect, useState, Button, Check, Dialog, Field, Notice, Progress} from "kit";

export function Recover({onClose, onDone}) {
  const [found, setFound] = useState(null);
  const [last, setLast] = useState({tahun: String(new Date().getFullYear()), nomor: ""});
  const [sure, setSure] = useState(false);
  const [made, setMade] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/agenda/pulih").then(setFound, setNotice); }, []);
  const act = () => tell("/api/agenda/pulih", {tahun: Number(last.tahun) || null, nomor: Number(last.nomor) || null, yakin: sure}).then((told) => { setMade(told); onDone(); }, setNotice);
  if (made) {
    return html`<${Dialog} title=${say("The book is rebuilt")} onClose=${onClose} closing=${say("Close")}><p role="status">${say("Letters entered: {count}", {count: made.surat})}</p>
      <ul>${made.berikut.map((one) => html`<li key=${one.tahun}>${say("{year}: the next number is {number}", {year: one.tahun, number: one.nomor})}</li>`)}</ul>
      ${made.rusak && html`<p>${say("The broken book is kept: {name}", {name: made.rusak})}</p>`}
      <p class="hint">${say("Void and reserved numbers are not seen from letters: void them again.")}</p><//>`;
  }
  return html`<${Dialog} wide title=${say("Rebuild the book from the letters")} onClose=${onClose}
      actions=${html`<${Button} kind="main" disabled=${!found || (found.ragu.length > 0 && !sure)} onClick=${act}>${say("Rebuild it")}<//>`}>
    <p>${say("For a book that was lost or is broken. Letters in the letters' folder that the book does not know are entered; what it knows stays.")}</p>
    ${!found && !notice && html`<${Progress} label=${say("The letters are looked through")}/>`}
    ${found && html`<p role="status">${say("Letters that the book does not know: {count}", {count: found.surat})}</p>`}
    ${found?.ragu.length > 0 && html`<p>${say("Not sure, to be looked at first:")}</p><ul>${found.ragu.map((one) => html`<li key=${one}>${one}</li>`)}</ul>
      <${Check} label=${say("I looked at them: enter them, too")} checked=${sure} onCheck=${setSure}/>`}
    <div class="pair"><${Field} label=${say("Last number that your paper book knows")} hint=${say("Only where letters are lost, too.")} inputmode="numeric" value=${last.nomor}
        onText=${(text) => setLast({...last, nomor: text.replace(/\D/g, "")})}/>
      <${Field} label=${say("Of the year")} inputmode="numeric" value=${last.tahun} onText=${(text) => setLast({...last, tahun: text.replace(/\D/g, "")})}/></div><${Notice} notice=${notice}/><//>`;
}
