// Whether the book and the letters' folder say the same.
import {html, say, ask, useEffect, useState, Dialog, Notice, Progress} from "kit";

export function Compare({onClose}) {
  const [found, setFound] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/agenda/banding").then((told) => setFound(told.beda), setNotice); }, []);
  return html`<${Dialog} wide title=${say("The book and the letters")} onClose=${onClose} closing=${say("Close")}><${Notice} notice=${notice}/>
    ${!found && !notice && html`<${Progress} label=${say("The letters are looked through")}/>`}
    ${found?.length === 0 && html`<p class="done" role="status">${say("The book and the letters agree.")}</p>`}
    ${found?.length > 0 && html`<p role="status">${say("They differ in {count} places:", {count: found.length})}</p><ul>${found.map((one) => html`<li key=${one}>${one}</li>`)}</ul>
      <p class="hint">${say("Bring back what is missing from a copy; what the book does not know is entered by “Rebuild the book from the letters”.")}</p>`}<//>`;
}
