// People of former letters, to be picked: nobody types a name and a number twice.
import {html, say, ask, hasWords, useEffect, useState, Dialog, Button, Field, Empty, Notice} from "kit";

const MOST = 100;

export function Known({onClose, onPick}) {
  const [people, setPeople] = useState(null);
  const [wanted, setWanted] = useState("");
  const [picked, setPicked] = useState([]);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/surat/dikenal").then((told) => setPeople(told.orang), setNotice); }, []);
  const found = (people ?? []).filter((one) => hasWords(one.join(" "), wanted)).slice(0, MOST);
  const turn = (one, on) => setPicked(on ? [...picked, one] : picked.filter((other) => other !== one));
  return html`<${Dialog} title=${say("People of former letters")} wide onClose=${onClose}
      actions=${html`<${Button} kind="main" disabled=${!picked.length} onClick=${() => onPick(picked)}>${say("Take {count} people", {count: picked.length})}<//>`}>
    <${Notice} notice=${notice}/>
    ${people?.length === 0 && html`<${Empty}>${say("Nobody yet: once a letter has its number from the agenda book, its people stand here.")}<//>`}
    ${people?.length > 0 && html`<${Field} label=${say("Search by name or NRP")} value=${wanted} onText=${setWanted}/>
      <div class="scroll tall"><table class="list"><tbody>${found.map((one) => html`<tr key=${one.join("|")}><td><label class="check"><input type="checkbox"
        checked=${picked.includes(one)} onChange=${(event) => turn(one, event.currentTarget.checked)}/> ${one[0]}</label></td><td>${one[1]}</td><td>${one[2]}</td><td>${one[3]}</td></tr>`)}
        </tbody></table></div>`}<//>`;
}
