// Fields that may be left empty, where the usual counts then; and yes or no.
import {html, say, Button, Check, valueAt} from "kit";
import {NumberField, Text, useEdition} from "../manuscript/form.js";
import {List} from "../manuscript/list.js";

export function Maybe({di, ...rest}) {
  const unit = useEdition();
  const usual = valueAt(unit.usual, di);
  return html`<${Text} di=${di} placeholder=${usual ?? ""} ...${rest} onText=${(text) => unit.type(di, text.trim() ? text : null)}/>`;
}

// A number; while none stands here the usual one counts.
export function MaybeNumber({di, ...rest}) {
  const unit = useEdition();
  return html`<${NumberField} di=${di} placeholder=${valueAt(unit.usual, di) ?? ""} ...${rest}/>`;
}

// A size in mm or points; a comma does as well as a point.
export function Decimal({di, ...rest}) {
  const unit = useEdition();
  const read = (text) => (/^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : text);
  return html`<${NumberField} di=${di} inputmode="decimal" placeholder=${valueAt(unit.usual, di) ?? ""} ...${rest} onText=${(text) => unit.type(di, read(text))}/>`;
}

export function YesNo({di, label}) {
  const unit = useEdition();
  return html`<${Check} label=${label} checked=${String(unit.at(di)) === "true"} disabled=${!unit.mayWrite} onCheck=${(on) => unit.put(di, on)}/>`;
}

// A list with items that count while the unit has none of its own.
export function UsualList({di, label, hint}) {
  const unit = useEdition();
  const usual = valueAt(unit.usual, di) ?? [];
  if (unit.at(di) || !usual.length) return html`<${List} di=${di} area=${false} label=${label} hint=${hint}/>`;
  return html`<fieldset><legend>${label}</legend><p>${usual.join(", ")}</p>
    <${Button} kind="small" disabled=${!unit.mayWrite} onClick=${() => unit.put(di, usual)}>${say("Change")}<//></fieldset>`;
}
