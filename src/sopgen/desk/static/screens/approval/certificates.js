// Whose certificates count: those that an official showed face to face. A signature by any other one is refused.
import {html, say, ask, tell, asText, useEffect, useState, Button, Choice, Dialog, Field, FileField, Notice} from "kit";

// edition: the SOP whose approver is meant, too; officials: who may be chosen, as [id, name].
export function Certificates({edition = "", officials, onDone}) {
  const [told, setTold] = useState(null);
  const [adding, setAdding] = useState(false);
  const [notice, setNotice] = useState(null);
  const load = () => ask("/api/sertifikat", {edisi: edition}).then(setTold, setNotice);
  useEffect(() => { load(); }, [edition]);
  const added = () => { load(); onDone?.(); };
  return html`<section class="certificates"><h3>${say("Whose certificates count")}</h3><${Notice} notice=${notice}/>
    <ul class="files">${told?.pejabat.map((one) => html`<li key=${one.nrp}><span>${one.pangkat} ${one.nama}, ${one.jabatan}
      ${one.sertifikat.map((known) => html`<br key=${known.sidik}/><span class="hint">${known.pemilik}: <${Print} text=${known.sidik}/></span>`)}
      ${!one.sertifikat.length && html`<br/><span class="hint">${say("no certificate: signs on paper only")}</span>`}</span></li>`)}</ul>
    <${Button} kind="small" onClick=${() => setAdding(true)}>${say("Register a certificate…")}<//>
    ${adding && told && html`<${Add} edition=${edition} officials=${officials ?? told.dapat} onAdded=${added} onClose=${() => setAdding(false)}/>`}</section>`;
}

// In groups of four, as it is read out.
export const Print = ({text}) => html`<code class="print">${text.match(/.{1,4}/g).join(" ")}</code>`;

function Add({edition, officials, onAdded, onClose}) {
  const [by, setBy] = useState(officials[0][0]);
  const [file, setFile] = useState(null);
  const [secret, setSecret] = useState("");
  const [print, setPrint] = useState("");
  const [holder, setHolder] = useState("");
  const [notice, setNotice] = useState(null);
  const [done, setDone] = useState(null);
  const withKey = /\.(p12|pfx)$/i.test(file?.name ?? "");
  const add = async () => {
    const values = file ? {isi: await asText(file), nama: file.name, sandi: secret} : {sidik: print};
    await tell("/api/sertifikat", {edisi: edition, oleh: by, pemilik: holder, ...values}).then((entry) => { setDone(entry); onAdded(); }, setNotice);
  };
  if (done) {
    return html`<${Dialog} title=${say("The certificate of {name} counts", {name: done.pemilik})} onClose=${onClose} closing=${say("Close")}>
      <p>${say("Compare this fingerprint with the official face to face: whoever is registered here can put an SOP in force.")}</p><p><${Print} text=${done.sidik}/></p><//>`;
  }
  return html`<${Dialog} title=${say("Register a certificate")} onClose=${onClose}
      actions=${html`<${Button} kind="main" disabled=${!file && !print.trim()} onClick=${add}>${say("Register it")}<//>`}>
    <${Choice} label=${say("Of which official")} value=${by} choices=${officials} onChoice=${setBy}/>
    <${FileField} label=${say("The certificate (.cer, .crt, .pem), or the key file (.p12, .pfx)")} hint=${say("Of a key file only the certificate is taken; the key is not kept.")}
      accept=".cer,.crt,.pem,.der,.p12,.pfx" onFile=${setFile}/>
    ${withKey && html`<${Field} label=${say("Its passphrase")} type="password" autocomplete="off" value=${secret} onText=${setSecret}/>`}
    ${!file && html`<${Field} label=${say("Or its fingerprint (SHA-256), where it lies with BSrE")} value=${print} onText=${setPrint}/>`}
    <${Field} label=${say("The name in it, where it is written otherwise")} value=${holder} onText=${setHolder}/><${Notice} notice=${notice}/><//>`;
}
