// Blank letters and forms, to print and to fill by hand, or with fields to fill on the screen.
import {html, say, tell, useState, Button, Check, Choice, Dialog, Notice, Progress} from "kit";
import {Files} from "../agenda/files.js";

export function Blanks({told, letter, onClose}) {
  const [activity, setActivity] = useState(letter.kegiatan);
  const [chosen, setChosen] = useState([told.formulir[0][0]]);
  const [fields, setFields] = useState(false);
  const [files, setFiles] = useState([]);
  const [notice, setNotice] = useState(null);
  const [busy, setBusy] = useState(false);
  const edition = told.edisi.find((one) => one.nama === letter.edisi);
  const turn = (name, on) => setChosen(on ? [...chosen, name] : chosen.filter((other) => other !== name));
  const make = async () => {
    setBusy(true);
    setNotice(null);
    await tell("/api/surat/blangko", {edisi: edition.nama, kegiatan: activity, formulir: chosen, isian: fields})
      .then((made) => setFiles(made.berkas), setNotice);
    setBusy(false);
  };
  return html`<${Dialog} title=${say("Blank letter and forms")} onClose=${onClose} closing=${say("Close")}
      actions=${html`<${Button} kind="main" busy=${busy} disabled=${!chosen.length} onClick=${make}>${say("Make")}<//>`}>
    <${Choice} label=${say("Activity")} value=${activity} choices=${edition.kegiatan.map((one) => [one.id, `${one.id}. ${one.nama}`])} onChoice=${setActivity}/>
    ${told.formulir.map(([name, title]) => html`<${Check} key=${name} label=${title} checked=${chosen.includes(name)} onCheck=${(on) => turn(name, on)}/>`)}
    <${Check} label=${say("With fields to fill on the screen")} checked=${fields} onCheck=${setFields}/>
    ${busy && html`<${Progress} label=${say("The forms are made")}/>`}<${Files} files=${files}/><${Notice} notice=${notice}/><//>`;
}
