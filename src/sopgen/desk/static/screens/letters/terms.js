// Task, days, hours, place, own tasks, who signs, where the number comes from.
import {html, say, useState, Field, Area, Choice, Check, Day, Button} from "kit";
import {Beginning} from "./beginning.js";

export function Terms({told, letter, faults, onLetter, onLoad}) {
  const edition = told.edisi.find((one) => one.nama === letter.edisi) ?? told.edisi[0];
  const activity = edition.kegiatan.find((one) => one.id === letter.kegiatan) ?? edition.kegiatan[0];
  const choose = (edisi) => onLetter({edisi, kegiatan: told.edisi.find((one) => one.nama === edisi).kegiatan[0].id});
  const more = useState(Boolean(letter.untuk || letter.penandatangan || letter.per_orang || letter.urutan_daftar));
  return html`<section class="card terms" aria-label=${say("Task")}>
    <div class="row">${told.edisi.length > 1 && html`<${Choice} label=${say("SOP")} value=${edition.nama} onChoice=${choose}
      choices=${told.edisi.map((one) => [one.nama, one.keadaan === "berlaku" ? one.judul : say("{title} (not in force)", {title: one.judul})])}/>`}
    <${Choice} label=${say("Activity")} value=${activity.id} onChoice=${(kegiatan) => onLetter({kegiatan})}
      choices=${edition.kegiatan.map((one) => [one.id, `${one.id}. ${one.nama}`])}/></div>
    <div class="row"><${Day} label=${say("Date of the letter")} value=${letter.tanggal} faults=${faults.tanggal} onText=${(tanggal) => onLetter({tanggal})}/>
      <${Day} label=${say("Until")} value=${letter.sampai} faults=${faults.sampai} onText=${(sampai) => onLetter({sampai})}/>
      <${Field} label=${say("Hours")} value=${letter.pukul} faults=${faults.pukul} placeholder="08.00-12.00" onText=${(pukul) => onLetter({pukul})}/></div>
    <div class="row"><${Field} label=${say("Place")} value=${letter.tempat} faults=${faults.tempat} onText=${(tempat) => onLetter({tempat})}/></div>
    <${Numbers} told=${told} letter=${letter} faults=${faults} activity=${activity} onLetter=${onLetter} onLoad=${onLoad}/>
    <details open=${more[0]} onToggle=${(event) => more[1](event.currentTarget.open)}><summary>${say("More: own tasks, who signs, order of the people")}</summary>
      <${Area} label=${say("Own tasks, one a line")} value=${letter.untuk} faults=${faults.untuk} onText=${(untuk) => onLetter({untuk})}/>
      <${Choice} label=${say("Signed by")} value=${letter.penandatangan} choices=${told.penandatangan} onChoice=${(penandatangan) => onLetter({penandatangan})}/>
      ${told.penandatangan.length === 1 && html`<p class="hint">${say("Other officials (a.n., u.b.) are added on the page Unit.")}</p>`}
      <${Check} label=${say("A letter for each person")} checked=${letter.per_orang} disabled=${Boolean(letter.betulkan)} onCheck=${(per_orang) => onLetter({per_orang})}/>
      <${Check} label=${say("People in the order of the list, not by rank")} checked=${letter.urutan_daftar} onCheck=${(urutan_daftar) => onLetter({urutan_daftar})}/>
      <${Check} label=${say("Leave civilians out (they are invited)")} checked=${letter.tanpa_warga} onCheck=${(tanpa_warga) => onLetter({tanpa_warga})}/>
    </details></section>`;
}

function Numbers({told, letter, faults, activity, onLetter, onLoad}) {
  const [beginning, setBeginning] = useState(false);
  const kka = (activity.kka_perlu && !activity.kka) || letter.kka;
  const code = html`<${Field} label=${say("Archive code (KKA)")} value=${letter.kka} faults=${faults.kka} placeholder=${activity.kka}
    hint=${activity.kka ? undefined : say("Part of the number; ask Kasium for the code of this kind of letter.")} onText=${(value) => onLetter({kka: value})}/>`;
  if (letter.betulkan) {
    return html`<${Field} label=${say("Why it is corrected")} value=${letter.alasan} faults=${faults.alasan} onText=${(alasan) => onLetter({alasan})}/>${kka && code}`;
  }
  const ways = [...(told.nomor ? [["buku", say("From the agenda book (next: {number})", {number: told.nomor})]] : []),
    ["tulis", say("Written by hand")], ["sendiri", say("My own number")]];
  return html`<div class="row"><${Choice} label=${say("Number")} value=${letter.nomor} choices=${ways} onChoice=${(nomor) => onLetter({nomor})}
      hint=${told.nomor ? undefined : say("There is no agenda book yet.")}/>
    ${letter.nomor === "sendiri" && html`<${Field} label=${say("My own number")} inputmode="numeric" value=${letter.nomor_sendiri} faults=${faults.nomor}
      onText=${(nomor_sendiri) => onLetter({nomor_sendiri: nomor_sendiri.replace(/\D/g, "")})}/>`}
    ${letter.nomor !== "tulis" && kka && code}
    ${!told.nomor && html`<${Button} onClick=${() => setBeginning(true)}>${say("Begin the agenda book…")}<//>`}</div>
    ${beginning && html`<${Beginning} year=${told.tahun} onClose=${() => setBeginning(false)}
      onDone=${() => { setBeginning(false); onLetter({nomor: "buku"}); onLoad(); }}/>`}`;
}
