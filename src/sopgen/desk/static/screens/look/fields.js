// The fields of a look, as its file has them: groups of sizes, each with what it is measured in.
import {html, say, Faults} from "kit";
import {Pick, foundAt, useEdition} from "../manuscript/form.js";
import {Decimal} from "../unit/fields.js";

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const UNITS = () => ({pt: "pt", mm: "mm", bagian: say("share of the width"), kali: say("times the text"), baris: say("lines")});
const ENDS = () => ({kiri: say("where their words do"), kiri_kanan: say("all at the right margin")});

export function Fields({fields}) {
  const single = fields.filter((one) => !one.isi);
  return html`${single.length > 0 && html`<div class="beside">${single.map((one) => html`<${Value} key=${one.di} one=${one}/>`)}</div>`}
    ${fields.filter((one) => one.isi).map((one) => html`<${Group} key=${one.di} one=${one}/>`)}`;
}

function Group({one}) {
  const look = useEdition();
  return html`<fieldset><legend>${capital(one.label)}</legend>${one.ket && html`<p class="hint">${one.ket}</p>`}
    <${Faults} faults=${foundAt(look, one.di)}/><${Fields} fields=${one.isi}/></fieldset>`;
}

function Value({one}) {
  const unit = UNITS()[one.satuan] ?? "";
  const label = unit ? `${capital(one.label)} (${unit})` : capital(one.label);
  if (one.pilihan.length) {
    return html`<${Pick} di=${one.di} label=${label} hint=${one.ket} choices=${one.pilihan.map((word) => [word, ENDS()[word] ?? word])}/>`;
  }
  return html`<${Decimal} di=${one.di} label=${label} hint=${one.ket} title=${bounds(one)}/>`;
}

const bounds = ({least, most}) => (least === null || most === null ? undefined : say("from {least} to {most}", {least, most}));
