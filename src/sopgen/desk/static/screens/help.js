// Bantuan: the guide, part by part; what is searched for leaves the parts that speak of it.
import {html, say, ask, hasWords, useEffect, useMemo, useRef, useState, Field, Notice, Empty} from "kit";

export function View({about}) {
  const which = about === "perintah" ? "perintah" : "meja";
  const [told, setTold] = useState(null);
  const [refusal, setRefusal] = useState(null);
  const [sought, setSought] = useState("");
  useEffect(() => { ask("/api/bantuan", {panduan: which}).then(setTold, setRefusal); }, [which]);
  const parts = useMemo(() => (told?.bagian ?? []).map(read), [told]);
  if (!told) return html`<${Notice} notice=${refusal}/>`;
  const found = parts.filter((one) => hasWords(one.text, sought));
  return html`<div class="guide">
    <div class="guide-menu"><${Field} label=${say("Search the guide")} type="search" value=${sought} onText=${setSought}/>
      <ul>${found.map((one) => html`<li key=${one.title}><button type="button" class="link" onClick=${() => show(one)}>${one.title}</button></li>`)}</ul>
      <p><a href=${which === "meja" ? "#/bantuan/perintah" : "#/bantuan"}>
        ${which === "meja" ? say("The guide of the command line") : say("The guide of the desk")}</a></p><${Programs}/></div>
    <div role="region" aria-live="polite" aria-label=${say("Guide")}>
      ${found.length === 0 && html`<${Empty}>${say("Nothing in the guide has all of these words.")}<//>`}
      ${found.map((one) => html`<${Part} key=${one.title} part=${one}/>`)}</div></div>`;
}

// What of this computer sopgen uses, and what is missing.
function Programs() {
  const [told, setTold] = useState(null);
  const [refusal, setRefusal] = useState(null);
  const look = (event) => event.currentTarget.open && !told && ask("/api/bantuan/program").then(setTold, setRefusal);
  return html`<details class="more" onToggle=${look}><summary>${say("Programs on this computer")}</summary><${Notice} notice=${refusal}/>
    <dl class="programs">${told?.program.map((one) => html`<dt key=${one.nama}>${one.nama} <span class=${`state ${one.ada ? "berlaku" : one.perlu ? "rusak" : ""}`}>
        ${one.ada ? say("is there") : one.perlu ? say("missing: install sopgen anew") : say("not there")}</span></dt><dd key=${`${one.nama}-guna`}>${one.guna}</dd>`)}</dl></details>`;
}

const place = (title) => `bantuan-${title.replace(/\W+/g, "-").toLowerCase()}`;

function show(part) {
  const head = document.getElementById(place(part.title));
  head?.scrollIntoView();
  head?.focus();
}

// The guide's HTML was made by the desk from its own file, in which HTML is text.
function read({judul, isi}) {
  const body = new DOMParser().parseFromString(isi, "text/html").body;
  return {title: judul, body, text: `${judul} ${body.textContent}`};
}

function Part({part}) {
  const box = useRef();
  useEffect(() => { box.current.replaceChildren(...part.body.cloneNode(true).childNodes); }, [part]);
  return html`<section class="card"><h2 id=${place(part.title)} tabindex="-1">${part.title}</h2><div ref=${box}></div></section>`;
}
