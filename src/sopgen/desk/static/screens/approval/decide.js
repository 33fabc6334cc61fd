// Who decided, and when; what is missing is told before anything is written.
import {html, say, tell, useEffect, useState, Area, Button, Choice, Dialog, Faults, Field, STATES} from "kit";

const OTHER = "";

export function Decide({state, told, onDone, onRefused}) {
  const [official, setOfficial] = useState(state === "ditinjau" ? OTHER : told.pejabat[0].id);
  const [person, setPerson] = useState({nama: "", pangkat: "", nrp: "", jabatan: ""});
  const [day, setDay] = useState(told.hari_ini);
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(null);
  const [busy, setBusy] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const asked = {edisi: told.nama, ke: state, tanggal: day, oleh: official, ...(official ? {} : person), catatan: note.trim()};
  const said = official || Object.values(person).every((one) => one.trim());
  const key = JSON.stringify(asked);
  useEffect(() => {
    setMissing(null);
    if (!said || !day) return undefined;
    const timer = setTimeout(() => tell("/api/pengesahan/kurang", asked).then((found) => setMissing(found.kurang), (error) => setMissing(error.faults)), 300);
    return () => clearTimeout(timer);
  }, [key, told]);
  const act = (more, text) => {
    setBusy(true);
    return tell("/api/pengesahan/langkah", {...asked, ...more}).then((now) => onDone(now, text), onRefused).finally(() => setBusy(false));
  };
  return html`<form onSubmit=${(event) => event.preventDefault()}><div class="pair">
      <${Choice} label=${say("By whom")} value=${official} onChoice=${setOfficial} choices=${[
        ...told.pejabat.map((one) => [one.id, `${one.pangkat} ${one.nama}, ${one.jabatan}`]), [OTHER, say("another person…")]]}/>
      <${Field} label=${say("Date")} type="date" value=${day} max=${told.hari_ini} onText=${setDay}/></div>
    ${official === OTHER && html`<${Person} person=${person} onPerson=${setPerson}/>`}
    <${Area} label=${say("Note")} hint=${told.terbit ? say("Where the signed original is kept.") : say("What must be known of it; may stay empty.")} rows=${2} value=${note} onText=${setNote}/>
    <${Missing} missing=${missing} said=${said}/>
    ${state === "berlaku" && told.berakhir.map((one) => html`<p class="hint">${say("Edition {edition} then ends by itself on the day on which this one takes effect.", {edition: one.edisi})}</p>`)}
    <div class="actions"><${Button} kind="main" busy=${busy} disabled=${!missing || missing.length > 0}
        onClick=${() => act({}, say("Written down: {state}.", {state: STATES()[state]}))}>${LABELS()[state]}<//>
      ${state !== "berlaku" && html`<${Button} disabled=${!said} onClick=${() => setRejecting(true)}>${say("Reject…")}<//>`}</div>
    ${rejecting && html`<${Reject} onClose=${() => setRejecting(false)} onReject=${(reason) => {
      setRejecting(false);
      act({keputusan: "tolak", catatan: reason}, say("Written down: rejected. The edition is a draft again."));
    }}/>`}</form>`;
}

const LABELS = () => ({ditinjau: say("Write down the review"), siap_ditandatangani: say("Approve it to be signed"), berlaku: say("Put it in force")});

function Person({person, onPerson}) {
  const put = (key) => (text) => onPerson({...person, [key]: text});
  return html`<div class="pair"><${Field} label=${say("Name")} value=${person.nama} onText=${put("nama")}/><${Field} label=${say("Rank")} value=${person.pangkat} onText=${put("pangkat")}/>
    <${Field} label=${say("NRP or NIP")} inputmode="numeric" value=${person.nrp} onText=${put("nrp")}/><${Field} label=${say("Post")} value=${person.jabatan} onText=${put("jabatan")}/></div>`;
}

function Missing({missing, said}) {
  if (!said) return html`<p class="hint">${say("Say who it was; then what is missing is told here.")}</p>`;
  if (!missing) return html`<p class="hint" role="status">${say("Looking for what is missing…")}</p>`;
  if (!missing.length) return html`<p class="done" role="status">${say("Nothing is missing.")}</p>`;
  return html`<h3>${say("Missing: {count}", {count: missing.length})}</h3><${Faults} faults=${missing} placed/>`;
}

function Reject({onClose, onReject}) {
  const [reason, setReason] = useState("");
  return html`<${Dialog} title=${say("Reject the edition")} onClose=${onClose}
    actions=${html`<${Button} kind="danger" disabled=${!reason.trim()} onClick=${() => onReject(reason.trim())}>${say("Reject")}<//>`}>
    <p>${say("The edition becomes a draft again; what was decided before counts no more.")}</p>
    <${Area} label=${say("Why")} value=${reason} onText=${setReason}/><//>`;
}
