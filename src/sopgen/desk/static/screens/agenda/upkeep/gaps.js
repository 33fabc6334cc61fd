// The numbers of a year that should have a letter: given for one that was never written, or missing in the book.
import {html, say, ask, useEffect, useState, Dialog, Notice} from "kit";
import {STATES} from "../letters.js";

export function Gaps({year, onClose}) {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/agenda/kosong", {tahun: year}).then(setTold, setNotice); }, []);
  return html`<${Dialog} wide title=${say("Numbers without a letter")} onClose=${onClose} closing=${say("Close")}><${Notice} notice=${notice}/>
    ${told?.nomor.length === 0 && html`<p class="done" role="status">${say("Every number of {year} has its letter.", {year: told.tahun})}</p>`}
    ${told?.nomor.length > 0 && html`<table class="list"><thead><tr><th scope="col">${say("Number")}</th><th scope="col">${say("State")}</th><th scope="col">${say("Reason")}</th></tr></thead>
      <tbody>${told.nomor.map((one) => html`<tr key=${one.urut}>
        <td>${one.nomor}</td><td>${STATES()[one.keadaan] ?? say("missing in the book")}</td><td>${one.alasan}</td></tr>`)}</tbody></table>`}<//>`;
}
