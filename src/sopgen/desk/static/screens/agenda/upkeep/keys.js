// The keys that codes are checked with: the own one for other offices, and theirs.
import {html, say, ask, tell, asText, save, useEffect, useState, Button, Dialog, Field, FileField, Notice} from "kit";

export function Keys({onClose}) {
  const [told, setTold] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/kunci").then(setTold, setNotice); }, []);
  const remove = (nama) => tell("/api/kunci/hapus", {nama}).then(setTold, setNotice);
  return html`<${Dialog} wide title=${say("Keys of the codes")} onClose=${onClose} closing=${say("Close")}><${Notice} notice=${notice}/>
    ${told && html`<h3>${say("This office")}</h3>
      ${told.sendiri ? html`<p>${say("Read this fingerprint out by telephone to those who check your letters, and give them the file:")}</p><p><code class="print">${told.sendiri}</code></p>
        <p><${Button} kind="small" onClick=${() => save("/api/kunci/berkas")}>${say("Save the file for other offices")}<//></p>`
        : html`<p class="hint">${say("There is no key yet: the first letter with a number of the book makes it.")}</p>`}
      <h3>${say("Other offices")}</h3>
      ${told.lain.length === 0 && html`<p class="hint">${say("None yet: only letters of this office can be checked.")}</p>`}
      <ul class="files">${told.lain.map((one) => html`<li key=${one.nama}><span><strong>${one.nama}</strong> <code class="print">${one.sidik}</code></span>
        <${Button} kind="small danger" aria-label=${say("Take out {name}", {name: one.nama})} onClick=${() => remove(one.nama)}>×<//></li>`)}</ul>
      <${LetIn} onDone=${(now) => { setTold(now); setNotice(null); }}/>`}<//>`;
}

function LetIn({onDone}) {
  const [file, setFile] = useState(null);
  const [asked, setAsked] = useState({nama: "", sidik: ""});
  const [notice, setNotice] = useState(null);
  const put = (key) => (text) => setAsked({...asked, [key]: text});
  const act = async () => {
    await tell("/api/kunci", {...asked, isi: await asText(file)}).then((now) => { onDone(now); setAsked({nama: "", sidik: ""}); setNotice(null); }, setNotice);
  };
  return html`<h3>${say("Let another office's key in")}</h3>
    <div class="pair"><${FileField} label=${say("Its file (.pub)")} accept=".pub,.pem" onFile=${setFile}/>
      <${Field} label=${say("Name of the office, without blanks")} value=${asked.nama} onText=${put("nama")}/></div>
    <${Field} label=${say("The fingerprint that the office read out to you")} hint=${say("Not from the same letter or mail as the file.")} value=${asked.sidik} onText=${put("sidik")}/>
    <${Notice} notice=${notice}/><p><${Button} kind="small" disabled=${!file || !asked.nama.trim() || !asked.sidik.trim()} onClick=${act}>${say("Let it in")}<//></p>`;
}
