// What took place: when, by whom, how the SOP goes; of an evaluation the seven criteria.
import {html, say, tell, useState, Area, Button, Choice, Dialog, Faults, Field} from "kit";

const OTHER = "";

export function Review({kind, title, told, criteria, onClose, onDone}) {
  const [said, setSaid] = useState({tanggal: told.hari_ini, oleh: told.pejabat[0]?.id ?? OTHER, hasil: "", nama: "", pangkat: "", nrp: "", jabatan: "", catatan: "", tindakan: ""});
  const [answers, setAnswers] = useState({});
  const [faults, setFaults] = useState([]);
  const [busy, setBusy] = useState(false);
  const put = (key) => (value) => setSaid((former) => ({...former, [key]: value}));
  const asked = kind === "evaluasi" ? Object.keys(criteria) : [];
  const open = asked.filter((key) => !answers[key]).length;
  const act = () => {
    setBusy(true);
    tell("/api/jadwal/catat", {...said, edisi: told.nama, jenis: kind, kriteria: asked.length ? answers : null})
      .then(onDone, (error) => setFaults(error.faults)).finally(() => setBusy(false));
  };
  return html`<${Dialog} wide title=${say("Write down: {look}", {look: title})} onClose=${onClose}
      actions=${html`<${Button} kind="main" busy=${busy} disabled=${!said.hasil || open > 0 || !said.tanggal} onClick=${act}>${say("Write down")}<//>`}>
    <div class="pair"><${Field} label=${say("Date")} type="date" max=${told.hari_ini} value=${said.tanggal} onText=${put("tanggal")}/>
      <${Choice} label=${say("By whom")} value=${said.oleh} onChoice=${put("oleh")}
        choices=${[...told.pejabat.map((one) => [one.id, `${one.nama}, ${one.jabatan}`]), [OTHER, say("another person…")]]}/></div>
    ${said.oleh === OTHER && html`<div class="pair">
      <${Field} label=${say("Name")} value=${said.nama} onText=${put("nama")}/>
      <${Field} label=${say("Rank")} value=${said.pangkat} onText=${put("pangkat")}/>
      <${Field} label=${say("NRP or NIP")} inputmode="numeric" value=${said.nrp} onText=${put("nrp")}/><${Field} label=${say("Post")} value=${said.jabatan} onText=${put("jabatan")}/></div>`}
    ${asked.map((key, n) => html`<${YesOrNo} key=${key} name=${key} label=${`${n + 1}. ${criteria[key]}`} value=${answers[key]}
      onChoice=${(value) => setAnswers((former) => ({...former, [key]: value}))}/>`)}
    <${Choice} label=${say("Result")} value=${said.hasil} onChoice=${put("hasil")}
      choices=${[["", say("choose…")], ["berjalan_baik", say("goes well")], ["tidak_berjalan_baik", say("does not go well")]]}/>
    <${Area} label=${say("Note")} rows=${2} value=${said.catatan} onText=${put("catatan")}/>
    <${Area} label=${say("What is to be done about it")} rows=${2} value=${said.tindakan} onText=${put("tindakan")}/>
    ${open > 0 && html`<p class="hint" role="status">${say("{count} criteria are not answered yet.", {count: open})}</p>`}
    <${Faults} faults=${faults} placed/><//>`;
}

const ANSWERS = () => [["ya", say("Yes")], ["tidak", say("No")]];

function YesOrNo({name, label, value, onChoice}) {
  return html`<fieldset class="yes-or-no"><legend>${label}</legend>${ANSWERS().map(([one, words]) => html`<label key=${one} class="check">
    <input type="radio" name=${name} checked=${value === one} onChange=${() => onChoice(one)}/> ${words}</label>`)}</fieldset>`;
}
