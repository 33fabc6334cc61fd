// Personal data of old letters goes after the term that the office set.
import {html, say, ask, tell, useEffect, useState, longDay, Button, Day, Dialog, Notice} from "kit";

export function Forget({onClose, onDone}) {
  const [term, setTerm] = useState(null);
  const [day, setDay] = useState("");
  const [done, setDone] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/agenda/lupa").then((told) => { setTerm(told); setDay(told.sampai.split("-").reverse().join("-")); }, setNotice); }, []);
  const act = () => tell("/api/agenda/lupa", {sebelum: day}).then((told) => { setDone(told.surat); onDone(); }, setNotice);
  if (done !== null) {
    return html`<${Dialog} title=${say("The people of {count} letters are forgotten", {count: done})} onClose=${onClose} closing=${say("Close")}>
      <p>${say("Their numbers, dates and subjects stay in the book. The files of those letters stay in the letters' folder: delete them there.")}</p><//>`;
  }
  const set = term?.bulan !== null;
  return html`<${Dialog} title=${say("Forget the people of old letters")} onClose=${onClose}
      actions=${html`<${Button} kind="danger" disabled=${!term || !set || !day.trim()} onClick=${act}>${say("Forget them for ever")}<//>`}>
    ${term && !set && html`<p>${say("The office has not said yet for how long it keeps the people of letters.")} <a href="#/satuan">${say("Say it in Unit, Task orders")}</a></p>`}
    ${term && set && html`<p>${say("The office keeps the people of letters for {months} months: those of letters before {day} may be forgotten. This can not be undone.",
        {months: term.bulan, day: longDay(term.sampai)})}</p>
      <${Day} label=${say("Letters before")} value=${day} onText=${setDay}/>`}<${Notice} notice=${notice}/><//>`;
}
