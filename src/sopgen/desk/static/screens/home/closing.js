// The desk ends from its own page: who started it by a double click has no other window to close.
import {html, say, tell, useState, Button, Dialog, Faults} from "kit";

export function Closing() {
  const [asking, setAsking] = useState(false);
  const [faults, setFaults] = useState([]);
  const close = () => tell("/api/tutup").then(farewell, (error) => setFaults(error.faults));
  return html`<${Button} onClick=${() => setAsking(true)}>${say("Close sopgen")}<//>
    ${asking && html`<${Dialog} title=${say("Close sopgen")} onClose=${() => setAsking(false)}
      actions=${html`<${Button} kind="main" onClick=${close}>${say("Close")}<//>`}>
      <p>${say("What was saved is kept. Other pages of sopgen that are open end, too.")}</p><${Faults} faults=${faults}/><//>`}`;
}

function farewell() {
  const told = document.createElement("main");
  told.textContent = say("sopgen is closed. You can close this page now.");
  told.className = "farewell";
  document.getElementById("meja").replaceChildren(told);
}
