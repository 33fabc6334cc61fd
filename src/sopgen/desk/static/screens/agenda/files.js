// Files that were made: to save, and to print where they are PDFs.
import {html, say, printPdf, saveFile, Button} from "kit";

const stem = (name) => name.replace(/\.(docx|pdf)$/, "");

export function Files({files}) {
  const stems = [...new Set(files.map((one) => stem(one.nama)))];
  return stems.length > 0 && html`<ul class="files">${stems.map((name) => html`<li key=${name}><span>${name.replaceAll("-", " ")}</span>
    ${files.filter((one) => stem(one.nama) === name).map((one) => html`<${OneFile} key=${one.nama} one=${one}/>`)}</li>`)}</ul>`;
}

const OneFile = ({one}) => one.nama.endsWith(".pdf")
  ? html`<${Button} kind="small" onClick=${() => saveFile(one.nama, one.isi)}>${say("Save PDF")}<//>
      <${Button} kind="small" onClick=${() => printPdf(one.isi)}>${say("Print")}<//>`
  : html`<${Button} kind="small" onClick=${() => saveFile(one.nama, one.isi)}>${say("Save Word")}<//>`;
