// Who signs for the unit: the official whose name stands on its letters, and others who may be chosen.
import {html, say, Button} from "kit";
import {Text, useEdition} from "../manuscript/form.js";
import {Moves} from "../manuscript/list.js";
import {Maybe} from "./fields.js";

function Person({di}) {
  const unit = useEdition();
  return html`<${Text} di=${`${di}.jabatan`} label=${say("Post, in full")}/>
    <div class="beside"><${Text} di=${`${di}.nama`} label=${say("Name, with degrees")}/><${Text} di=${`${di}.pangkat`} label=${say("Rank")}/>
      <${Text} di=${`${di}.nrp`} label=${say("NRP or NIP")} inputmode="numeric"/>
      <${Maybe} di=${`${di}.singkatan`} label=${say("Post, in short")} hint=${say("Only where it does not follow from the full one.")}/></div>
    <details class="more" open=${Boolean(unit.at(`${di}.atas_nama`))}><summary>${say("On behalf of another (a.n., u.b.)")}</summary>
      <${Maybe} di=${`${di}.atas_nama`} label=${say("On behalf of (a.n.)")} hint=${say("The post in whose name the letter goes out.")}/>
      <${Maybe} di=${`${di}.untuk_beliau`} label=${say("The post between the two (u.b.)")}/>
      <${Maybe} di=${`${di}.akhiran_nomor`} label=${say("What ends the numbers of his letters")}/></details>`;
}

export const Signatory = () => html`<p class="hint">${say("This name stands under task orders, unless another official is chosen.")}</p><${Person} di="penandatangan"/>`;

// A name by which the files know an official; people never see it.
function freeId(known) {
  let n = known.length + 1;
  while (known.some((one) => one.id === `pejabat-${n}`)) n += 1;
  return `pejabat-${n}`;
}

export function Officials() {
  const unit = useEdition();
  const known = unit.at("pejabat") ?? [];
  // Empty fields are told as missing: nothing is saved until all of an official is known.
  const add = () => unit.append("pejabat", {id: freeId(known), jabatan: "", nama: "", pangkat: "", nrp: ""});
  const name = (one, n) => one.jabatan || say("Official {n}", {n: n + 1});
  return html`<p class="hint">${say("Officials who may sign letters, or approve SOPs, besides the one above.")}</p>
    ${known.map((one, n) => html`<fieldset key=${one.id ?? n}><legend>${name(one, n)}</legend><${Person} di=${`pejabat[${n}]`}/>
      <${Moves} edition=${unit} di="pejabat" number=${n} count=${known.length} field=".jabatan" label=${name(one, n)}/></fieldset>`)}
    <${Button} kind="small" disabled=${!unit.mayWrite} onClick=${add}>${say("Add an official")}<//>`;
}
