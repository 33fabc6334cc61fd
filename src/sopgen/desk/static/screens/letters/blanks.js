// Blank letters and forms, to print and to fill by hand, or with fields to fill on the screen.
import {html, say, tell, useState, Button, Check, Choice, Dialog, Field, Notice, Progress} from "kit";
import {Files} from "../agenda/files.js";

export function Blanks({told, letter, onClose}) {
  const [activity, setActivity] = useState(letter.kegiatan);
  const [chosen, setChosen] = useState([told.formulir[0][0]]);
  const [fields, setFields] = useState(false);
  const [numbers, setNumbers] = useState("");
  const [files, setFiles] = useState([]);
  const [notice, setNotice] = useState(null);
  const [busy, setBusy] = useState(false);
  const edition = told.edisi.find((one) => one.nama === letter.edisi);
  const numbered = chosen.length === 1 && chosen[0] === told.formulir[0][0] && Boolean(told.nomor);
  const turn = (name, on) => setChosen(on ? [...chosen, name] : chosen.filter((other) => other !== name));
  const make = async () => {
    setBusy(true);
    setNotice(null);
    await tell("/api/surat/blangko", {edisi: edition.nama, kegiatan: activity, formulir: chosen, isian: fields, bernomor: numbered ? Number(numbers) || 0 : 0})
      .then((made) => setFiles(made.berkas), setNotice);
    setBusy(false);
  };
  return html`<${Dialog} title=${say("Blank letter and forms")} onClose=${onClose} closing=${say("Close")}
      actions=${html`<${Button} kind="main" busy=${busy} disabled=${!chosen.length} onClick=${make}>${say("Make")}<//>`}>
    <${Choice} label=${say("Activity")} value=${activity} choices=${edition.kegiatan.map((one) => [one.id, `${one.id}. ${one.nama}`])} onChoice=${setActivity}/>
    ${told.formulir.map(([name, title]) => html`<${Check} key=${name} label=${title} checked=${chosen.includes(name)} onCheck=${(on) => turn(name, on)}/>`)}
    ${numbered && html`<${Field} label=${say("With numbers of the agenda book: how many letters")} hint=${say("Empty: one letter without a number")} inputmode="numeric"
      value=${numbers} onText=${(text) => setNumbers(text.replace(/\D/g, "").slice(0, 3))}/>`}
    <${Check} label=${say("With fields to fill on the screen")} checked=${fields} onCheck=${setFields}/>
    ${busy && html`<${Progress} label=${say("The forms are made")}/>`}<${Files} files=${files}/><${Notice} notice=${notice}/><//>`;
}
