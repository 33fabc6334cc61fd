// Whose electronic signatures count: the fingerprints of their certificates. Former ones stay, since what they signed does.
import {html, say} from "kit";
import {Text, useEdition} from "../manuscript/form.js";
import {Moves} from "../manuscript/list.js";
import {Certificates as Counting} from "../approval/certificates.js";

export function Certificates() {
  const unit = useEdition();
  const known = unit.at("sertifikat") ?? [];
  return html`<p class="hint">${say("They come here when an official signs electronically for the first time. Former ones stay: what they signed stays valid.")}</p>
    <${Counting}/>
    ${known.map((one, n) => html`<fieldset key=${n}><legend>${one.pemilik}</legend>
      <${Text} di=${`sertifikat[${n}].nrp`} label=${say("NRP or NIP")}/><${Text} di=${`sertifikat[${n}].pemilik`} label=${say("Owner named in it")}/>
      <${Text} di=${`sertifikat[${n}].sidik`} label=${say("Fingerprint (SHA-256)")}/>
      <${Moves} edition=${unit} di="sertifikat" number=${n} count=${known.length} field=".nrp" label=${one.pemilik}/></fieldset>`)}`;
}
