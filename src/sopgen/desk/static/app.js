// The frame of the desk: the menu, and the screen that the address names (#/surat).
import {render, html, signal, say, speak, useEffect, useState, Empty, Faults} from "kit";
import {loadWords} from "./kit/words.js";

// In the order of the menu; a screen's file is loaded when it is first shown.
const SCREENS = [
  ["beranda", () => say("Start page"), () => import("./screens/home.js")],
  ["surat", () => say("Task orders"), () => import("./screens/letters.js")],
  ["naskah", () => say("Manuscript"), () => import("./screens/manuscript.js")],
  ["alur", () => say("Flow"), () => import("./screens/flow.js")],
  ["pengesahan", () => say("Approval"), () => import("./screens/approval.js")],
  ["agenda", () => say("Agenda book"), () => import("./screens/agenda.js")],
  ["perubahan", () => say("Changes"), () => import("./screens/changes.js")],
  ["dari-word", () => say("From Word"), () => import("./screens/word/view.js")],
  ["impor", () => say("Old SOP"), () => import("./screens/old/view.js")],
  ["peraturan", () => say("Laws"), () => import("./screens/laws.js")],
  ["satuan", () => say("Unit"), () => import("./screens/unit.js")],
  ["rupa", () => say("Looks"), () => import("./screens/look.js")],
  ["jadwal", () => say("Schedule"), () => import("./screens/schedule.js")],
  ["bantuan", () => say("Help"), () => import("./screens/help.js")],
];

const place = signal(read());
addEventListener("hashchange", () => { place.value = read(); });

// "#/naskah/fkpm/2019" names the screen, and what it is about.
function read() {
  const [screen, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
  return {screen: screen || "beranda", about: decodeURIComponent(rest.join("/"))};
}

function Screen({screen, about}) {
  const [loaded, setLoaded] = useState(null);
  const [failed, setFailed] = useState(false);
  const found = SCREENS.find(([name]) => name === screen);
  useEffect(() => {
    let shown = true;
    setLoaded(null);
    setFailed(false);
    found?.[2]().then((module) => shown && setLoaded(() => module.View)).catch(() => shown && setFailed(true));
    return () => { shown = false; };
  }, [screen]);
  if (!found) return html`<${Empty}>${say("There is no such page; choose one from the menu.")}<//>`;
  if (failed) return html`<${Faults} faults=${[{what: say("this page can not be loaded"), fix: say("load it anew")}]}/>`;
  return loaded && html`<${loaded} key=${`${screen}/${about}`} about=${about}/>`;
}

function App() {
  const {screen, about} = place.value;
  const title = SCREENS.find(([name]) => name === screen)?.[1]() ?? "";
  useEffect(() => { document.title = `${title} – sopgen`; }, [title]);
  const other = document.documentElement.lang === "id" ? ["en", "English"] : ["id", "Bahasa Indonesia"];
  return html`<a class="skip" href="#isi" onClick=${(event) => { event.preventDefault(); document.getElementById("isi").focus(); }}>${say("To the content")}</a>
    <nav aria-label=${say("Menu")}><p class="brand">sopgen</p>
      <ul>${SCREENS.map(([name, words]) => html`<li key=${name}><a href=${`#/${name}`} aria-current=${name === screen ? "page" : undefined}>${words()}</a></li>`)}</ul>
      <button type="button" class="language" lang=${other[0]} onClick=${() => speak(other[0])}>${other[1]}</button></nav>
    <main id="isi" tabindex="-1"><h1>${title}</h1><${Screen} screen=${screen} about=${about}/></main>`;
}

await loadWords();
render(html`<${App}/>`, document.getElementById("meja"));
