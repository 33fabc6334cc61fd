// The chart as files to take along: a picture, or what other programs for flows read.
import {html, say, ask, useState, saveFile, Button, Choice, Dialog, Notice, Progress} from "kit";

const KINDS = () => [
  ["pdf", say("PDF, to print")], ["png", say("picture (PNG), for Word or PowerPoint")], ["svg", say("picture (SVG), sharp at any size")],
  ["bpmn", say("BPMN, for programs for business processes")], ["drawio", say("draw.io, to change it there")],
  ["mermaid", say("Mermaid, a text for web pages")], ["dot", say("Graphviz (DOT)")], ["json", say("data (JSON)")],
];
const DRAWN = ["pdf", "png", "svg"];

export function ChartFiles({edition, onClose}) {
  const [kind, setKind] = useState("pdf");
  const [style, setStyle] = useState("resmi");
  const [notice, setNotice] = useState(null);
  const [notes, setNotes] = useState([]);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setNotice(null);
    edition.rest();
    await ask("/api/alur/berkas", {nama: edition.name, kegiatan: edition.activity.value, ke: kind, gaya: DRAWN.includes(kind) ? style : "resmi"}).then((made) => {
      made.berkas.forEach((one) => saveFile(one.nama, one.isi));
      setNotes(made.catatan);
      setNotice({text: say("Saved by the browser: {names}", {names: made.berkas.map((one) => one.nama).join(", ")})});
    }, setNotice);
    setBusy(false);
  };
  return html`<${Dialog} title=${say("Save the chart")} onClose=${onClose} closing=${say("Close")}
      actions=${html`<${Button} kind="main" busy=${busy} onClick=${make}>${say("Save")}<//>`}>
    <${Choice} label=${say("As")} value=${kind} choices=${KINDS()} onChoice=${setKind}/>
    ${DRAWN.includes(kind) && html`<${Choice} label=${say("Look")} value=${style} onChoice=${setStyle}
      choices=${[["resmi", say("as in the document")], ["poster", say("poster, in colours, on large sheets")]]}/>`}
    ${busy && html`<${Progress} label=${say("The file is being made")}/>`}<${Notice} notice=${notice}/>
    ${notes.length > 0 && html`<ul>${notes.map((one) => html`<li key=${one}>${one}</li>`)}</ul>`}<//>`;
}
