// How the next edition of an SOP begins: as a draft made from one that is there.
import {useState} from "preact/hooks";
import {tell} from "../api.js";
import {Dialog} from "../boxes.js";
import {Button, Field} from "../controls.js";
import {html} from "../html.js";
import {say} from "../words.js";

// from: the edition's name, as the address has it, and what it is called.
export function NextEdition({from, onClose}) {
  const [name, setName] = useState(String(new Date().getFullYear() + 1));
  const [faults, setFaults] = useState([]);
  const [busy, setBusy] = useState(false);
  const begin = () => {
    setBusy(true);
    tell("/api/edisi/baru", {dari: from.nama, nama: name.trim()}).then(({edisi}) => {
      onClose();
      location.hash = `#/naskah/${edisi}`;
    }, (error) => { setFaults(error.faults); setBusy(false); });
  };
  return html`<${Dialog} title=${say("New edition")} onClose=${onClose}
      actions=${html`<${Button} kind="main" busy=${busy} onClick=${begin}>${say("Begin the edition")}<//>`}>
    <p>${say("A draft is made from edition {edition}, with all that stands in it; number and dates are left open. The old one stays as it is.", {edition: from.edisi})}</p>
    <${Field} label=${say("Name of the edition")} hint=${say("The year, for example.")} value=${name} onText=${setName} faults=${faults}/><//>`;
}
