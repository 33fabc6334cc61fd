// A law that is not in the list yet: what is known of it, and from where.
import {html, say, tell, useState, Area, Button, Choice, Day, Dialog, Field, Notice} from "kit";
import {STANDINGS, SURENESS} from "./words.js";

export function AddLaw({words = "", onAdded, onClose}) {
  const [law, setLaw] = useState({
    sebutan: words, judul: "", tanggal: "", status: "tidak_diketahui", sejak: "", diganti_oleh: "", mengubah: "", sumber: "", kepastian: "A", catatan: "",
  });
  const [notice, setNotice] = useState(null);
  const put = (key) => (text) => setLaw({...law, [key]: text});
  const at = (key) => (notice?.faults ?? []).filter((one) => one.path === key);
  const others = (notice?.faults ?? []).filter((one) => !(one.path in law));
  const add = () => tell("/api/peraturan", law).then(onAdded, setNotice);
  return html`<${Dialog} wide title=${say("Add a law")} onClose=${onClose}
      actions=${html`<${Button} kind="main" disabled=${!law.sebutan.trim() || !law.sumber.trim()} onClick=${add}>${say("Add it")}<//>`}>
    <${Field} label=${say("Kind, number and year")} hint=${say("For example: Perpol Nomor 1 Tahun 2021")} value=${law.sebutan} faults=${at("sebutan")} onText=${put("sebutan")} autofocus/>
    <${Area} label=${say("Title: what stands after “tentang”, word for word")} rows="2" value=${law.judul} onText=${put("judul")}/>
    <div class="pair"><${Day} label=${say("Day on which it was given")} value=${law.tanggal} faults=${at("tanggal")} onText=${put("tanggal")}/>
      <${Choice} label=${say("Standing")} value=${law.status} choices=${Object.entries(STANDINGS())} onChoice=${put("status")}/></div>
    ${law.status === "dicabut" && html`<${Field} label=${say("Replaced by (kind, number and year)")} value=${law.diganti_oleh} onText=${put("diganti_oleh")}/>`}
    ${law.status !== "dicabut" && html`<${Field} label=${say("It amends (kind, number and year)")} hint=${say("Only where it changes a law of this list; it is cited with it from then on.")}
      value=${law.mengubah} onText=${put("mengubah")}/>`}
    ${(law.status === "dicabut" || law.mengubah.trim()) && html`<${Day} label=${law.status === "dicabut" ? say("Revoked since") : say("Amends since")} value=${law.sejak}
      faults=${at("sejak")} onText=${put("sejak")}/>`}
    <div class="pair"><${Field} label=${say("From where is it known?")} hint=${say("For example: JDIH Polri, read on 27 November 2026")} value=${law.sumber}
        faults=${at("sumber")} onText=${put("sumber")}/>
      <${Choice} label=${say("How sure is that?")} value=${law.kepastian} choices=${SURENESS()} onChoice=${put("kepastian")}/></div>
    <${Field} label=${say("Note")} value=${law.catatan} onText=${put("catatan")}/>
    <${Notice} notice=${notice && {...notice, faults: others}}/><//>`;
}
