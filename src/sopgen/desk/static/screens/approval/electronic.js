// Electronic signatures: with the signer's own key file, or through BSrE. Nothing of what is typed here is kept.
import {html, say, tell, asText, useState, Button, Choice, Field, FileField, Notice, Progress} from "kit";
import {Certificates} from "./certificates.js";

const WAYS = {kunci: OwnKey, bsre: Service};

export function Electronic({told, onDone}) {
  const [way, setWay] = useState("kunci");
  const [by, setBy] = useState(told.pejabat.some((one) => one.id === "pengesah") ? "pengesah" : told.pejabat[0].id);
  const [file, setFile] = useState("sop.pdf");
  const [place, setPlace] = useState({halaman: "", x: "", y: ""});
  const [notice, setNotice] = useState(null);
  const [busy, setBusy] = useState(false);
  const Way = WAYS[way];
  const said = Object.values(place).map((one) => one.trim().replace(",", "."));
  const sign = async (values) => {
    setBusy(true);
    setNotice(null);
    const asked = {edisi: told.nama, oleh: by, berkas: way === "bsre" ? "sop.pdf" : file, tempat: said.some(Boolean) ? said.join(",") : ""};
    await tell(`/api/pengesahan/${way}`, {...asked, ...(await values())})
      .then((now) => onDone(now, say("Signed with the certificate of {name}.", {name: now.pemilik})), setNotice);
    setBusy(false);
  };
  return html`<details class="more electronic"><summary>${say("Sign electronically")}</summary>
    <div class="pair"><${Choice} label=${say("Signed by")} value=${by} onChoice=${setBy} choices=${told.pejabat.map((one) => [one.id, `${one.pangkat} ${one.nama}`])}/>
      <${Choice} label=${say("How")} value=${way} onChoice=${setWay} choices=${[["kunci", say("with the own key file (.p12, .pfx)")], ["bsre", say("through BSrE")]]}/>
      ${way === "kunci" && html`<${Choice} label=${say("What is signed")} value=${file} onChoice=${setFile}
        choices=${[["sop.pdf", say("The document (PDF)")], ["sop.docx", say("The document (Word)")]].filter(([name]) => told.berkas.includes(name))}/>`}</div>
    <${Way} key=${way} busy=${busy} onSign=${sign}/>
    ${(way === "bsre" || file === "sop.pdf") && html`<${Place} place=${place} onPlace=${setPlace}/>`}
    ${busy && html`<${Progress} label=${say("The file is being signed")}/>`}<${Notice} notice=${notice}/>
    <${Certificates} edition=${told.nama} officials=${told.pejabat.map((one) => [one.id, `${one.pangkat} ${one.nama}`])}/></details>`;
}

// Secrets are no texts that a browser should offer to remember.
const Secret = (rest) => html`<${Field} type="password" autocomplete="off" ...${rest}/>`;

function OwnKey({busy, onSign}) {
  const [key, setKey] = useState(null);
  const [secret, setSecret] = useState("");
  const [stamp, setStamp] = useState("");
  const sign = () => onSign(async () => ({kunci: await asText(key), nama_kunci: key.name, sandi: secret, cap_waktu: stamp})).then(() => setSecret(""));
  return html`<div class="pair"><${FileField} label=${say("The key file")} hint=${say("It is used once and not kept.")} accept=".p12,.pfx" onFile=${setKey}/>
      <${Secret} label=${say("Its passphrase")} value=${secret} onText=${setSecret}/>
      <${Field} label=${say("Address of a time-stamp server")} hint=${say("May stay empty.")} type="url" value=${stamp} onText=${setStamp}/></div>
    <div class="actions"><${Button} kind="main" busy=${busy} disabled=${!key} onClick=${sign}>${say("Sign with this key")}<//></div>`;
}

function Service({busy, onSign}) {
  const [told, setTold] = useState({alamat: "https://", akun: "", sandi_akun: "", nik: "", sandi: ""});
  const put = (key) => (text) => setTold({...told, [key]: text});
  const sign = () => onSign(async () => told).then(() => setTold({...told, sandi: "", sandi_akun: ""}));
  return html`<p class="hint">${say("The document goes to the service at this address, and comes back signed. This needs the network.")}</p>
    <div class="pair"><${Field} label=${say("Address of the unit's BSrE service")} type="url" value=${told.alamat} onText=${put("alamat")}/>
      <${Field} label=${say("Account at BSrE")} autocomplete="off" value=${told.akun} onText=${put("akun")}/>
      <${Secret} label=${say("Password of the account")} value=${told.sandi_akun} onText=${put("sandi_akun")}/>
      <${Secret} label=${say("NIK of the signer")} inputmode="numeric" value=${told.nik} onText=${put("nik")}/>
      <${Secret} label=${say("Passphrase of the signer")} value=${told.sandi} onText=${put("sandi")}/></div>
    <div class="actions"><${Button} kind="main" busy=${busy} disabled=${Object.values(told).some((one) => !one.trim())} onClick=${sign}>${say("Sign through BSrE")}<//></div>`;
}

function Place({place, onPlace}) {
  const put = (key) => (text) => onPlace({...place, [key]: text});
  return html`<details class="more"><summary>${say("Another place on the page")}</summary>
    <p class="hint">${say("The block stands above the printed name of the signer. Only where it should stand elsewhere: the page, and the distances from its upper left corner.")}</p>
    <div class="pair"><${Field} label=${say("Page")} inputmode="numeric" value=${place.halaman} onText=${put("halaman")}/>
      <${Field} label=${say("From the left (mm)")} inputmode="decimal" value=${place.x} onText=${put("x")}/>
      <${Field} label=${say("From above (mm)")} inputmode="decimal" value=${place.y} onText=${put("y")}/></div></details>`;
}
