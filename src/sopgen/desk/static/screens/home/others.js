// Other computers of the office: their address, and who may enter, each by a PIN.
import {html, say, ask, tell, useEffect, useState, Button, Field, Notice} from "kit";

// Shown only where the desk was opened to them.
export function Others() {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/orang").then(setTold, setNotice); }, []);
  if (!told?.terbuka) return html`<${Notice} notice=${notice}/>`;
  const remove = (nama) => tell("/api/orang/hapus", {nama}).then(setTold, setNotice);
  return html`<section class="card" aria-label=${say("Other computers")}><h2>${say("Other computers")}</h2>
    <p>${say("People of the office open this address in their browser:")} ${told.alamat.map((one) => html`<strong key=${one}>${one}</strong> `)}</p>
    <p class="hint">${say("Use it in the office's own network only: what goes over the line is not encrypted.")}</p>
    <${Notice} notice=${notice}/>
    ${told.orang.length ? html`<ul class="folders" aria-label=${say("Who may enter")}>${told.orang.map((name) => html`<li key=${name}><strong>${name}</strong>
        <${Button} kind="small" aria-label=${say("Let {name} in no more", {name})} onClick=${() => remove(name)}>${say("Take out")}<//></li>`)}</ul>`
    : html`<p class="hint">${say("Nobody may enter yet. Name the first one here.")}</p>`}
    <${Person} onDone=${(now) => { setTold(now); setNotice({text: say("The person may enter.")}); }} onRefused=${setNotice}/></section>`;
}

function Person({onDone, onRefused}) {
  const [name, setName] = useState("");
  const [pin, setPin] = useState("");
  const add = (event) => {
    event.preventDefault();
    tell("/api/orang/tambah", {nama: name, pin}).then((now) => { setName(""); setPin(""); onDone(now); }, onRefused);
  };
  return html`<form class="pair" onSubmit=${add}><${Field} label=${say("Name")} value=${name} onText=${setName} autocomplete="off"/>
    <${Field} label=${say("PIN")} hint=${say("Six signs at least.")} type="password" value=${pin} onText=${setPin} autocomplete="new-password"/>
    <div class="actions"><${Button} kind="main" type="submit" disabled=${!name.trim() || pin.length < 6}>${say("Let in")}<//></div></form>`;
}

export function Leaving({name}) {
  const leave = () => tell("/api/keluar").then(() => location.reload(), () => location.reload());
  return html`<div class="actions"><span>${say("You are here as {name}", {name})}</span><${Button} onClick=${leave}>${say("Leave")}<//></div>`;
}
