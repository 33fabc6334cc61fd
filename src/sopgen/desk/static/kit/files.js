// Files that come as an answer: saved, or printed through the browser's own dialog.
import {address, made} from "./api.js";

const KINDS = {pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};

const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

const blobOf = (name, content) => new Blob([bytes(content)], {type: KINDS[name.split(".").pop()] ?? "application/octet-stream"});

// Let the browser save what an address holds.
function kept(from, name) {
  const link = document.createElement("a");
  link.href = from;
  link.download = name;
  link.click();
}

function keptBlob(name, blob) {
  const from = URL.createObjectURL(blob);
  kept(from, name);
  setTimeout(() => URL.revokeObjectURL(from), 60_000);
}

// `content` is base64.
export const saveFile = (name, content) => keptBlob(name, blobOf(name, content));

// Save a file that the desk sends.
export const save = (path, values = {}) => kept(address(path, values), "");

// Save a file that takes a while to be made: what keeps it from being made is thrown, as by ask.
export const fetchFile = async (path, values = {}) => keptBlob(...await made(path, values));

// A file of this computer as base64, to be sent beside other values.
export async function asText(file) {
  const content = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(content, (byte) => String.fromCharCode(byte)).join(""));
}

// Show a PDF (base64) in a page of its own.
export function openPdf(content) {
  const from = URL.createObjectURL(blobOf("cetak.pdf", content));
  window.open(from, "_blank", "noopener");
  setTimeout(() => URL.revokeObjectURL(from), 60_000);
}

// Open the print dialog on a PDF (base64); where the browser has no viewer in the page, the PDF itself opens.
export function printPdf(content) {
  document.getElementById("cetakan")?.remove();
  const from = URL.createObjectURL(blobOf("cetak.pdf", content));
  const frame = document.createElement("iframe");
  frame.id = "cetakan";
  frame.className = "unseen";
  frame.title = "PDF";
  frame.tabIndex = -1;
  frame.addEventListener("load", () => {
    try {
      frame.contentWindow.focus();
      frame.contentWindow.print();
    } catch {
      openPdf(content);
    }
  }, {once: true});
  frame.src = from;
  document.body.append(frame);
}
