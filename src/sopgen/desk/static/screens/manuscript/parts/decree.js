// The decree or regulation whose annex the SOP is; it stands before the SOP.
import {html, say, Button} from "kit";
import {DateField, Pick, Text, useEdition} from "../form.js";
import {List} from "../list.js";

const FORMS = () => [["keputusan", say("decree: KESATU, KEDUA")], ["peraturan", say("regulation: Pasal 1, Pasal 2")]];

function fresh(edition) {
  const post = edition.at("identitas.disahkan_oleh.nilai") ?? "KEPALA";
  return {
    bentuk: "keputusan", judul: [`KEPUTUSAN ${post}`], nomor: "... TAHUN ...", tentang: edition.at("judul"), jabatan: post,
    menimbang: [say("New item")], mengingat: [say("New item")], menetapkan: `KEPUTUSAN TENTANG ${edition.at("judul")}`.toUpperCase(),
    isi: [say("New item")], tempat: edition.satuan?.tempat ?? "...", tanggal: null,
  };
}

export function Decree() {
  const edition = useEdition();
  if (!edition.at("keputusan")) {
    return html`<p class="hint">${say("This SOP is the annex of no decree.")}</p>
      <${Button} kind="small" disabled=${!edition.mayWrite} onClick=${() => edition.put("keputusan", fresh(edition))}>${say("Add a decree")}<//>`;
  }
  return html`<${Pick} di="keputusan.bentuk" label=${say("Form of the act")} choices=${FORMS()} fallback="keputusan"/>
    <${List} di="keputusan.judul" label=${say("Title, line by line")}/>
    <${Text} di="keputusan.nomor" label=${say("Number")}/><${Text} area rows="2" di="keputusan.tentang" label=${say("On what")}/>
    <${Text} di="keputusan.jabatan" label=${say("Post of who decides")}/>
    <${List} di="keputusan.menimbang" label=${say("Menimbang")}/><${List} di="keputusan.mengingat" label=${say("Mengingat")}/>
    <${List} di="keputusan.memperhatikan" label=${say("Memperhatikan")}/>
    <${Text} area rows="2" di="keputusan.menetapkan" label=${say("Menetapkan")}/><${List} di="keputusan.isi" label=${say("Orders or articles")}/>
    <${Text} di="keputusan.tempat" label=${say("Place")}/><${DateField} di="keputusan.tanggal" label=${say("Date")}/>
    <${List} di="keputusan.tembusan" label=${say("Copies to")}/>
    <${Button} kind="small danger" disabled=${!edition.mayWrite}
      onClick=${() => edition.act("remove", {path: "keputusan", lihat: edition.view})}>${say("Take the decree out")}<//>`;
}
