// What a document that was issued long ago, or an SOP with several drafts, leaves open.
import {html, say, useState, Choice, Field} from "kit";

const named = (one) => [one.nama, say("{title}, edition {edition}", {title: one.judul, edition: one.edisi})];

export function Options({editions, options, onChange}) {
  const [name, setName] = useState(options.edisi);
  const drafts = editions.filter((one) => one.keadaan === "draf");
  return html`<details class="more"><summary>${say("Other edition or draft")}</summary><div class="row">
    <${Choice} label=${say("Edition that the document was made from")} value=${options.dari} onChoice=${(dari) => onChange({...options, dari})}
      choices=${[["", say("as the document itself says")], ...editions.map(named)]}/>
    <${Choice} label=${say("Draft that takes the changes")} value=${options.ke} onChoice=${(ke) => onChange({...options, ke})}
      choices=${[["", say("the draft of that edition, else its next edition")], ...drafts.map(named)]}/>
    <${Field} label=${say("Name of the next edition, where it must be begun")} placeholder=${String(new Date().getFullYear())} value=${name}
      onText=${setName} onBlur=${() => name !== options.edisi && onChange({...options, edisi: name})}/></div></details>`;
}
