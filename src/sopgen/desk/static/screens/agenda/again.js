// An issued letter printed again, byte for byte; or saved.
import {html, say, tell, useState, printPdf, Button, Choice, Dialog, Field, Notice} from "kit";
import {Files} from "./files.js";

export function Again({one, onClose}) {
  const [copies, setCopies] = useState("1");
  const [sides, setSides] = useState("dua");
  const [notice, setNotice] = useState(null);
  const [files, setFiles] = useState([]);
  const [busy, setBusy] = useState(false);
  const get = async (print) => {
    setBusy(true);
    setNotice(null);
    const asked = {tahun: one.tahun, nomor: one.urut, rangkap: Number(copies) || 1, sisi: sides};
    await tell("/api/agenda/cetak", asked).then((made) => {
      setFiles(made.berkas);
      if (print) printPdf(made.cetakan);
    }, setNotice);
    setBusy(false);
  };
  return html`<${Dialog} title=${say("Print letter {number} again", {number: one.nomor})} onClose=${onClose} closing=${say("Close")}
      actions=${html`<${Button} kind="main" busy=${busy} onClick=${() => get(true)}>${say("Print")}<//>
        <${Button} busy=${busy} onClick=${() => get(false)}>${say("Save…")}<//>`}>
    <p>${say("It comes as it was issued, with its number and its code.")}</p>
    <div class="row"><${Field} label=${say("Copies")} inputmode="numeric" value=${copies} onText=${(text) => setCopies(text.replace(/\D/g, "").slice(0, 2))}/>
      <${Choice} label=${say("Paper")} value=${sides} choices=${[["dua", say("Both sides")], ["satu", say("One side")]]} onChoice=${setSides}/></div>
    <${Files} files=${files}/><${Notice} notice=${notice}/><//>`;
}
