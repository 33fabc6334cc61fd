// Why each place is other than in the former edition: asked for here, printed in the matrix of changes.
import {html, say, ask, useEffect, useState, Button, Area, Empty, Notice} from "kit";
import {useEdition} from "./form.js";

export function Reasons({onPlace}) {
  const edition = useEdition();
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/naskah/alasan", {nama: edition.name}).then(setTold, setNotice); }, [edition.shape.value]);
  if (!told) return html`<${Notice} notice=${notice}/>`;
  if (told.sebelumnya === null) return html`<${Empty}>${say("This is the first edition: nothing was changed.")}<//>`;
  const open = told.perubahan.filter((one) => !one.alasan);
  const done = told.perubahan.filter((one) => one.alasan);
  return html`<p>${say("Compared with edition {name}: {n} of {all} changes have no reason yet.", {name: told.sebelumnya, n: open.length, all: told.perubahan.length})}</p>
    ${open.map((one) => html`<${Change} key=${one.kunci} edition=${edition} one=${one} onPlace=${onPlace}/>`)}
    ${done.length > 0 && html`<details class="more"><summary>${say("With a reason ({n})", {n: done.length})}</summary>
      ${done.map((one) => html`<div class="change" key=${one.kunci}><strong>${one.bagian}</strong><${Words} one=${one}/><p>${say("Reason: {text}", {text: one.alasan})}</p></div>`)}</details>`}`;
}

const Words = ({one}) => html`${one.semula && html`<p class="was">${one.semula}</p>`}${one.menjadi && html`<p class="now">${one.menjadi}</p>`}`;

function Change({edition, one, onPlace}) {
  const [why, setWhy] = useState("");
  const keep = () => edition.append("alasan_perubahan", {...one.untuk, alasan: why.trim()});
  return html`<div class="change"><strong>${one.bagian}</strong><${Words} one=${one}/>
    <${Area} label=${say("Why?")} rows="2" value=${why} onText=${setWhy}/>
    <div class="actions"><${Button} kind="small main" disabled=${!why.trim() || !edition.mayWrite} onClick=${keep}>${say("Keep the reason")}<//>
      ${one.di && html`<${Button} kind="small" onClick=${() => onPlace(one.di)}>${say("Show")}<//>`}</div></div>`;
}
