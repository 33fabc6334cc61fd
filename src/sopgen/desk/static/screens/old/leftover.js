// What the old file says and the draft has no place for: it can be copied to where it belongs.
import {html, say, useRef, useState, Button, Empty} from "kit";

export function LeftOver({texts}) {
  if (!texts.length) return html`<${Empty}>${say("All that was read in the old SOP has its place in the draft.")}<//>`;
  return html`<p class="hint">${say("These texts of the old SOP found no place. Copy what is needed to where it belongs.")}</p>
    <ul class="leftover">${texts.map((text, n) => html`<${One} key=${n} text=${text}/>`)}</ul>`;
}

// The text without where it stands and why it was left, which are told behind it.
const bare = (text) => text.replace(/ \[[^\]]*\]$/, "").replace(/ \((?:halaman|sel|baris)[^()]*\)$/, "");

function One({text}) {
  const words = useRef();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const range = document.createRange();
    range.selectNodeContents(words.current);
    getSelection().removeAllRanges();
    getSelection().addRange(range); // where the browser lets no program copy, Ctrl+C does
    await navigator.clipboard?.writeText(bare(text)).then(() => setCopied(true), () => {});
  };
  return html`<li><span><span ref=${words}>${bare(text)}</span><span class="hint">${text.slice(bare(text).length)}</span></span>
    <${Button} kind="small" onClick=${copy}>${copied ? say("Copied") : say("Copy")}<//></li>`;
}
