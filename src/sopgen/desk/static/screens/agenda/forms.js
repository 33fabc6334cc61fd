// The report and the other forms that follow a letter, filled from it.
import {html, say, ask, tell, useEffect, useState, Button, Check, Dialog, Notice, Progress} from "kit";
import {Files} from "./files.js";

export function Forms({one, onClose}) {
  const [forms, setForms] = useState([]);
  const [chosen, setChosen] = useState(["laporan-hasil"]);
  const [files, setFiles] = useState([]);
  const [notice, setNotice] = useState(null);
  const [busy, setBusy] = useState(false);
  const letter = {tahun: one.tahun, nomor: one.urut};
  useEffect(() => { ask("/api/agenda/formulir", letter).then((told) => setForms(told.formulir), setNotice); }, []);
  const turn = (name, on) => setChosen(on ? [...chosen, name] : chosen.filter((other) => other !== name));
  const make = async () => {
    setBusy(true);
    setNotice(null);
    const known = forms.map(([name]) => name);
    await tell("/api/agenda/formulir", {...letter, formulir: chosen.filter((name) => known.includes(name))})
      .then((made) => setFiles(made.berkas), setNotice);
    setBusy(false);
  };
  return html`<${Dialog} title=${say("Report and forms of letter {number}", {number: one.nomor})} onClose=${onClose} closing=${say("Close")}
      actions=${html`<${Button} kind="main" busy=${busy} disabled=${!forms.length || !chosen.length} onClick=${make}>${say("Make")}<//>`}>
    ${forms.map(([name, title]) => html`<${Check} key=${name} label=${title} checked=${chosen.includes(name)} onCheck=${(on) => turn(name, on)}/>`)}
    ${busy && html`<${Progress} label=${say("The forms are made")}/>`}<${Files} files=${files}/><${Notice} notice=${notice}/><//>`;
}
