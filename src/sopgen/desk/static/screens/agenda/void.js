// A number that counts no more: with its reason, and never given again.
import {html, say, tell, useState, Button, Dialog, Field, Notice} from "kit";

export function Void({one, onClose, onDone}) {
  const [reason, setReason] = useState("");
  const [notice, setNotice] = useState(null);
  const [gone, setGone] = useState(null);
  const act = () => tell("/api/agenda/batal", {tahun: one.tahun, nomor: one.urut, alasan: reason}).then(setGone, setNotice);
  if (gone) {
    return html`<${Dialog} title=${say("Number {number} is void", {number: one.nomor})} onClose=${onDone}
        actions=${html`<${Button} kind="main" onClick=${onDone}>${say("Done")}<//>`}>
      <p>${gone.berkas.length ? say("Take the printed letter back: it counts no more. Its files stay in the letters' folder.") : say("It had no letter yet.")}</p><//>`;
  }
  return html`<${Dialog} title=${say("Void number {number}?", {number: one.nomor})} onClose=${onClose}
      actions=${html`<${Button} kind="danger" disabled=${!reason.trim()} onClick=${act}>${say("Void the number")}<//>`}>
    <p>${say("The number is never given again, and its line stays in the book with the reason. A mistake in the letter is better corrected: it keeps its number.")}</p>
    <${Field} label=${say("Reason")} value=${reason} onText=${setReason}/><${Notice} notice=${notice}/><//>`;
}
