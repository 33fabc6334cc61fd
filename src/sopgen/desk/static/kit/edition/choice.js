// Which edition a screen is about: the address names it, else the one that is chosen.
import {useEffect, useState} from "preact/hooks";
import {ask} from "../api.js";
import {Empty} from "../boxes.js";
import {Choice} from "../controls.js";
import {Faults} from "../faults.js";
import {html} from "../html.js";
import {say} from "../words.js";

// screen: the screen's name in the address; only: which editions it can show; children: what it shows of the chosen one.
export function EditionChoice({screen, about, only = () => true, children}) {
  const [editions, setEditions] = useState(null);
  const [faults, setFaults] = useState([]);
  useEffect(() => { ask("/api/edisi").then((told) => setEditions(told.edisi), (error) => setFaults(error.faults)); }, []);
  if (!editions) return html`<${Faults} faults=${faults}/>`;
  const found = editions.filter((one) => one.keadaan !== "rusak" && only(one));
  if (!found.length) return html`<${Empty}>${say("There is no edition for this yet.")} <a href="#/beranda">${say("Start page")}</a><//>`;
  const chosen = found.find((one) => one.nama === about) ?? found[0];
  return html`<${Choice} label=${say("SOP and edition")} value=${chosen.nama} onChoice=${(name) => { location.hash = `#/${screen}/${name}`; }}
    choices=${found.map((one) => [one.nama, say("{title}, edition {edition}", {title: one.judul, edition: one.edisi})])}/>
    ${children(chosen)}`;
}
