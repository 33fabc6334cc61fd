// What in the list of laws can not be, and what is still to be looked up.
import {html, say, ask, useEffect, useState, Dialog, Faults, Notice, Progress} from "kit";

export function Gaps({onClose}) {
  const [found, setFound] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/peraturan/periksa").then((told) => setFound(told.temuan), setNotice); }, []);
  const wrong = found?.filter((one) => one.severity === "error") ?? [];
  const open = found?.filter((one) => one.severity !== "error") ?? [];
  return html`<${Dialog} wide title=${say("What is still to be looked up")} onClose=${onClose} closing=${say("Close")}><${Notice} notice=${notice}/>
    ${!found && !notice && html`<${Progress} label=${say("The laws are looked through")}/>`}
    ${found && !found.length && html`<p class="done">${say("All is known of all laws.")}</p>`}
    ${wrong.length > 0 && html`<h3>${say("Can not be: {count}", {count: wrong.length})}</h3><${Faults} faults=${wrong}/>`}
    ${open.length > 0 && html`<h3>${say("To be looked up: {count}", {count: open.length})}</h3><${Faults} faults=${open}/>`}<//>`;
}
