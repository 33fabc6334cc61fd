// Numbers kept for blank letters; those letters are made on the screen of task orders.
import {html, say, ask, tell, useEffect, useState, Button, Choice, Dialog, Field, Notice} from "kit";

export function Reserve({year, onClose, onDone}) {
  const [editions, setEditions] = useState([]);
  const [asked, setAsked] = useState({edisi: "", jumlah: "", untuk: ""});
  const [made, setMade] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => {
    ask("/api/surat").then((told) => { setEditions(told.edisi ?? []); setAsked((now) => ({...now, edisi: told.edisi?.[0]?.nama ?? ""})); }, setNotice);
  }, []);
  const put = (key) => (text) => setAsked({...asked, [key]: text});
  const act = () => tell("/api/agenda/cadangan", {...asked, jumlah: Number(asked.jumlah) || 0, tahun: year}).then((told) => { setMade(told.nomor); onDone(); }, setNotice);
  if (made) {
    return html`<${Dialog} title=${say("Reserved: {count} numbers", {count: made.length})} onClose=${onClose} closing=${say("Close")}>
      <p>${made.length > 1 ? say("{first} to {last}", {first: made[0], last: made.at(-1)}) : made[0]}</p><//>`;
  }
  return html`<${Dialog} title=${say("Reserve numbers")} onClose=${onClose}
      actions=${html`<${Button} kind="main" disabled=${!asked.edisi || !asked.jumlah || !asked.untuk.trim()} onClick=${act}>${say("Reserve")}<//>`}>
    <p class="hint">${say("Blank letters that get such numbers at once are made on the screen Task orders. Here numbers are only kept.")}</p>
    <${Choice} label=${say("SOP and edition")} value=${asked.edisi} choices=${editions.map((one) => [one.nama, one.judul])} onChoice=${put("edisi")}/>
    <${Field} label=${say("How many")} inputmode="numeric" value=${asked.jumlah} onText=${(text) => put("jumlah")(text.replace(/\D/g, "").slice(0, 4))}/>
    <${Field} label=${say("What they are kept for")} value=${asked.untuk} onText=${put("untuk")}/><${Notice} notice=${notice}/><//>`;
}
