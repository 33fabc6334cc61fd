// What keeps the book in order, and is seldom needed: each opens a dialog of its own.
import {html, say, useState, Button} from "kit";
import {Compare} from "./upkeep/compare.js";
import {Forget} from "./upkeep/forget.js";
import {Gaps} from "./upkeep/gaps.js";
import {Keys} from "./upkeep/keys.js";
import {Recover} from "./upkeep/recover.js";
import {Rename, Upgrade} from "./upkeep/renewal.js";
import {Reserve} from "./upkeep/reserve.js";

const DIALOGS = () => [
  ["banding", say("Compare the book with the letters…"), Compare],
  ["kosong", say("Numbers without a letter…"), Gaps],
  ["cadangan", say("Reserve numbers…"), Reserve],
  ["pulih", say("Rebuild the book from the letters…"), Recover],
  ["lupa", say("Forget the people of old letters…"), Forget],
  ["ganti-nama", say("The office has a new name…"), Rename],
  ["baharui", say("Book of an earlier sopgen…"), Upgrade],
  ["kunci", say("Keys of the codes…"), Keys],
];

export function Upkeep({year, onDone}) {
  const [open, setOpen] = useState(null);
  const Shown = DIALOGS().find(([name]) => name === open)?.[2];
  return html`<details class="more upkeep"><summary>${say("Upkeep of the book")}</summary>
    <div class="actions">${DIALOGS().map(([name, words]) => html`<${Button} key=${name} kind="small" onClick=${() => setOpen(name)}>${words}<//>`)}</div></details>
    ${Shown && html`<${Shown} year=${year} onClose=${() => setOpen(null)} onDone=${onDone}/>`}`;
}
