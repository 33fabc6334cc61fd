// What is known of a law, and how a document of a day cites it.
import {html, say, ask, useEffect, useState, Day, Dialog, Notice} from "kit";

export function OneLaw({law, onClose}) {
  const [day, setDay] = useState("");
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    const timer = setTimeout(() => ask("/api/peraturan/satu", {id: law.id, hari: day}).then((found) => { setTold(found); setNotice(null); }, setNotice), day ? 400 : 0);
    return () => clearTimeout(timer);
  }, [day]);
  return html`<${Dialog} wide title=${law.sebutan_resmi} onClose=${onClose} closing=${say("Close")}>
    <${Day} label=${say("As of which day")} hint=${say("Empty: today.")} value=${day} onText=${setDay}/><${Notice} notice=${notice}/>
    ${told && html`<dl class="law-facts">${told.fakta.map(([name, words], n) => html`<dt key=${`n${n}`}>${name}</dt><dd key=${`w${n}`}>${words}</dd>`)}</dl>`}<//>`;
}
