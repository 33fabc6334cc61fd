// What stands at the head of every letter: the unit's names, its address, its emblem.
import {html, say, address, hand, useState, Button, Notice, today} from "kit";
import {DateField, Pick, Text, useEdition} from "../manuscript/form.js";
import {List, Moves} from "../manuscript/list.js";

const ZONES = () => [["WIB", "WIB"], ["WITA", "WITA"], ["WIT", "WIT"]];

export function Letterhead() {
  return html`<${List} di="kop" area=${false} label=${say("Letterhead, line by line")} addLabel=${say("Add a line")}
      hint=${say("From the highest office down to yours; it is printed on SOPs and letters.")}/>
    <${Text} di="nama" label=${say("Name of the unit")}/>
    <${Text} di="alamat" label=${say("Address")}/>
    <div class="beside"><${Text} di="telepon" label=${say("Phone")}/><${Text} di="kota" label=${say("Town or regency")}/>
      <${Text} di="tempat" label=${say("Place before the date of a letter")}/>
      <${Pick} di="zona_waktu" label=${say("Time zone")} choices=${ZONES()} fallback="WIB"/></div>
    <${Emblem} name="lambang" label=${say("Emblem of the unit")}/>
    <${Emblem} name="lambang_kanan" label=${say("Emblem at the right (for a Puskesmas, beside the district's)")}/>`;
}

// A picture that is checked before it is taken over.
function Emblem({name, label}) {
  const unit = useEdition();
  const [notice, setNotice] = useState(null);
  const chosen = (event) => {
    const [file] = event.currentTarget.files;
    if (!file) return;
    setNotice(null);
    unit.rest();
    hand("/api/satuan/lambang", file, {jendela: unit.window, kunci: name}).then((told) => {
      unit.apply(told, {act: "theirs"});
      unit.hearSoon();
      setNotice({text: say("The picture was taken over.")});
    }, setNotice);
    event.currentTarget.value = "";
  };
  const source = unit.at(name) && address("/api/satuan/lambang/gambar", {kunci: name, ke: unit.state.value.versi});
  const wrong = unit.faults.value.filter((one) => one.path === name);
  return html`<fieldset class="emblem"><legend>${label}</legend>
    ${source ? html`<img src=${source} alt=${say("The emblem that is printed")}/>` : html`<p class="hint">${say("None yet: room is left for it.")}</p>`}
    <div class="actions"><label class="button small file">${say("Choose a picture (PNG or JPEG)")}<input type="file" accept="image/png,image/jpeg"
      aria-label=${say("Choose a picture: {label}", {label})} disabled=${!unit.mayWrite} onChange=${chosen}/></label>
      ${source && html`<${Button} kind="small danger" disabled=${!unit.mayWrite}
        onClick=${() => unit.put(name, null)}>${say("Take the picture out")}<//>`}</div>
    <${Notice} notice=${wrong.length ? {faults: wrong} : notice}/></fieldset>`;
}

// Names that the unit bears since a day; what was issued before keeps the former ones.
export function FormerNames() {
  const unit = useEdition();
  const names = unit.at("berganti_nama") ?? [];
  const add = () => unit.append("berganti_nama", {dahulu: unit.at("nama"), kini: "", sejak: today(), sumber: ""});
  return html`<p class="hint">${say("Where an office was given a new name: what was issued before keeps the former one.")}</p>
    ${names.map((_, n) => html`<fieldset key=${n}><legend>${say("New name {n}", {n: n + 1})}</legend>
      <${Text} di=${`berganti_nama[${n}].dahulu`} label=${say("Formerly")}/><${Text} di=${`berganti_nama[${n}].kini`} label=${say("Now")}/>
      <${DateField} di=${`berganti_nama[${n}].sejak`} label=${say("Since")}/><${Text} di=${`berganti_nama[${n}].sumber`} label=${say("Known from")}/>
      <${Moves} edition=${unit} di="berganti_nama" number=${n} count=${names.length} field=".dahulu" label=${say("New name {n}", {n: n + 1})}/></fieldset>`)}
    <${Button} kind="small" disabled=${!unit.mayWrite} onClick=${add}>${say("Add a new name")}<//>`;
}
