// Alur: an edition is chosen, then the flow of one of its activities: steps as rows, the chart beside them.
import {html, say, ask, useEffect, useState, Empty, Notice, Progress} from "kit";
import {FlowEdition} from "./flow/edition.js";
import {Editor} from "./flow/editor.js";

export function View({about}) {
  return about ? html`<${Opened} key=${about} about=${about}/>` : html`<${Choose}/>`;
}

function Choose() {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/edisi").then(setTold, setNotice); }, []);
  if (!told) return html`<${Notice} notice=${notice}/>`;
  if (!told.edisi.length) {
    return html`<${Empty}>${say("There is no SOP yet. Open or make a folder on the start page.")} <a href="#/beranda">${say("Start page")}</a><//>`;
  }
  return html`<p>${say("Choose the edition whose flow you want to see or change.")}</p>
    <table class="list"><thead><tr><th scope="col">${say("SOP")}</th><th scope="col">${say("Edition")}</th></tr></thead>
      <tbody>${told.edisi.filter((one) => one.keadaan !== "rusak").map((one) => html`<tr key=${one.nama}><td><a href=${`#/alur/${one.nama}`}>${one.judul}</a></td>
        <td>${one.edisi ?? ""}</td></tr>`)}</tbody></table>`;
}

// "fkpm/2026-draf" or, with an activity, "fkpm/2026-draf/1".
function Opened({about}) {
  const [edition, setEdition] = useState(null);
  const [notice, setNotice] = useState(null);
  const [sop, name, activity] = about.split("/");
  useEffect(() => {
    const opening = new FlowEdition(`${sop}/${name}`, Number(activity ?? 1) - 1 || 0);
    opening.open().then(setEdition, setNotice);
    return () => opening.close();
  }, [about]);
  if (notice) return html`<${Notice} notice=${notice}/><p><a href="#/alur">${say("Choose another edition")}</a></p>`;
  if (!edition) return html`<${Progress} label=${say("The edition is opened")}/>`;
  return html`<${Editor} edition=${edition}/>`;
}
