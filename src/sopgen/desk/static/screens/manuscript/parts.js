// The parts of the form, in the order of the printed page. One is open at a time: a document has hundreds of fields.
import {html, say, useEffect, pathText} from "kit";
import {useEdition} from "./form.js";
import {Cover, Identity, OFFICIAL, Opening, OwnSections, Section} from "./parts/front.js";
import {Decree} from "./parts/decree.js";
import {Laws} from "./parts/laws.js";
import {Shape} from "./parts/shape.js";
import {Activity, AddActivity, Lanes} from "./parts/activities.js";
import {useGrowing} from "./growing.js";
import {AddChapter, Chapter, ProseHead} from "./parts/chapters.js";

// Each part: its name, its words, the places that it holds, and what is drawn in it.
function partsOf(data) {
  const lists = OFFICIAL().filter(([key]) => data[key]).map(([key, label]) => [key, label, [key], () => html`<${Section} di=${key} label=${label}/>`]);
  const prose = data.bab ? [["naskah", say("Head of the text"), ["judul_naskah", "penomoran", "kata_sambung"], () => html`<${ProseHead}/>`],
    ...data.bab.map((one, n) => [`bab-${n}`, one.judul, [`bab[${n}]`], () => html`<${Chapter} n=${n}/>`]),
    ["bab-baru", say("Another chapter"), [], () => html`<${AddChapter}/>`]] : [];
  return [
    ["sampul", say("Cover"), ["sampul"], () => html`<${Cover}/>`],
    ["keputusan", say("Decree"), ["keputusan"], () => html`<${Decree}/>`],
    ["identitas", say("Identity"), ["judul", "identitas"], () => html`<${Identity}/>`],
    ...prose,
    ...(data.dasar_hukum ? [["dasar_hukum", say("Legal basis"), ["dasar_hukum"], () => html`<${Laws}/>`]] : []),
    ...lists,
    ...(data.bagian ? [["bagian", say("Sections in your own order"), ["bagian"], () => html`<${OwnSections}/>`]] : []),
    ["pelaksana", say("Roles and columns"), ["pelaksana", "kepala_tabel"], () => html`<${Lanes}/>`],
    ...(data.kegiatan ?? []).map((one, n) => [`kegiatan-${n}`, one.judul, [`kegiatan[${n}]`], () => html`<${Activity} n=${n}/>`]),
    ["kegiatan-baru", say("Another activity"), [], () => html`<${AddActivity}/>`],
    ["bentuk", say("Form, flow table, paper"), ["bentuk_kepala", "tata_letak", "isi_simbol", "halaman", "kolom_tambahan", "contoh"], () => html`<${Shape}/>`],
    ["pembuka", say("Contents, explanations, initials"), ["daftar_isi", "penjelasan", "paraf"], () => html`<${Opening}/>`],
  ];
}

const holds = (places, path) => places.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`));

export const partOf = (data, path) => partsOf(data).find(([, , places]) => holds(places, path))?.[0] ?? "identitas";

export function Parts({opened, onOpen}) {
  const edition = useEdition();
  const found = edition.findings.value.filter((one) => !one.satuan).map((one) => [pathText(one.path), one.severity]);
  const wrong = edition.faults.value.map((one) => [one.path ?? "", "error"]);
  // What is above it may have closed: its head stays in sight, and the page turns to it.
  const open = (name, places) => {
    onOpen(name);
    if (name && places.length) edition.look({path: places[0]});
  };
  useEffect(() => { document.getElementById(`bagian-${opened}`)?.parentElement.scrollIntoView({block: "nearest"}); }, [opened]);
  const box = useGrowing();
  return html`<div ref=${box}>${partsOf(edition.isi).map(([name, label, places, draw]) => {
    const own = [...wrong, ...found].filter(([path, severity]) => severity !== "info" && holds(places, path));
    const isOpen = name === opened;
    return html`<section class="part" key=${name}><h2><button type="button" aria-expanded=${isOpen}
        aria-controls=${`bagian-${name}`} onClick=${() => open(isOpen ? "" : name, places)}><span>${label}</span>
        ${own.length > 0 && html`<span class=${`count ${own.some(([, severity]) => severity === "error") ? "bad" : ""}`}
          aria-label=${say("{n} findings", {n: own.length})}>${own.length}</span>`}</button></h2>
      <div id=${`bagian-${name}`}>${isOpen && draw()}</div></section>`;
  })}</div>`;
}
