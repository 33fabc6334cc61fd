// Dari Word: the edited document is dropped; what it proposes is accepted or not, and goes into the draft.
import {html, say, ask, hand, tell, useEffect, useState, DropFile, Empty, Notice, Progress, jendela} from "kit";
import {Options} from "./options.js";
import {Letter} from "./letter.js";
import {Offer} from "./offer.js";

const ACCEPTED = ".docx,.odt,.doc";

// about: the edition that the clerk came from; where it is a draft, it takes what comes back.
export function View({about}) {
  const [editions, setEditions] = useState([]);
  const [options, setOptions] = useState({dari: "", ke: "", edisi: ""});
  const [file, setFile] = useState(null);
  const [told, setTold] = useState(null);
  const [busy, setBusy] = useState("");
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    ask("/api/edisi").then(({edisi}) => {
      setEditions(edisi.filter((one) => one.keadaan !== "rusak"));
      if (edisi.some((one) => one.nama === about && one.keadaan === "draf")) setOptions((now) => ({...now, ke: about}));
    }, setNotice);
  }, [about]);
  const refused = (error) => { setNotice(error); setBusy(""); };
  const came = (answer) => { setTold(answer); setNotice(null); setBusy(""); };
  const take = (dropped, wanted = options) => {
    setFile(dropped);
    setTold(null);
    setNotice(null);
    setBusy(say("The document is read and compared with its edition…"));
    hand("/api/dari-word", dropped, wanted).then(came, refused);
  };
  const choose = (wanted) => { setOptions(wanted); if (file) take(file, wanted); };
  const save = (choices) => {
    setBusy(say("The draft is written…"));
    tell("/api/dari-word/simpan", {kunci: told.kunci, pilihan: choices, jendela, ...options}).then((answer) => {
      came(answer);
      setNotice({text: say("{count} proposals stand in the draft now. Undo in Manuscript takes them back.", {count: answer.banyak})});
    }, refused);
  };
  return html`<div class="fromword">
    <${DropFile} label=${say("Drop the edited Word file here (.docx, .odt, .doc)")} accept=${ACCEPTED} busy=${Boolean(busy)} small=${Boolean(told)}
      onFile=${(dropped) => take(dropped)}/>
    <${Options} editions=${editions} options=${options} onChange=${choose}/>
    ${busy && html`<${Progress} label=${busy}/>`}<${Notice} notice=${notice}/>
    ${told?.surat && html`<${Letter} letter=${told.surat} name=${file.name}/>`}
    ${told?.draf && html`<${Offer} key=${told.kunci} told=${told} busy=${Boolean(busy)} onSave=${save}/>`}
    ${!told && !busy && !notice && html`<${Empty}>${say("A superior edits the Word file of an SOP, with tracked changes or without. Drop that file here.")}
      ${" "}${say("Each change is shown at its place: you accept or refuse it, and what you accept goes into the draft.")}<//>`}</div>`;
}
