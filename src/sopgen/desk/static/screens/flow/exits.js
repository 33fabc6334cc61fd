// Where a step leads: the next one, another one, or the exits of a decision, each with its word.
import {html, say, useState, Button} from "kit";
import {onwardOf, symbolOf, targets} from "./names.js";

const MOST = 3; // a diamond has four tips, one of them for the line that comes in

export function Exits({edition, place, disabled}) {
  const step = edition.steps[place];
  if (symbolOf(step) === "selesai") return html`<span class="quiet">–</span>`;
  if (symbolOf(step) === "keputusan") return html`<${Decision} edition=${edition} place=${place} disabled=${disabled}/>`;
  const onward = onwardOf(step);
  const choose = (n) => (event) => {
    const to = event.currentTarget.value;
    edition.step("langkah.ke", place, {value: [...onward.slice(0, n), ...(to ? [to] : []), ...onward.slice(n + 1)]});
  };
  return html`${(onward.length ? onward : [""]).map((to, n) => html`<${Target} key=${n} edition=${edition} place=${place} value=${to} disabled=${disabled}
    label=${say("Step {number} leads to", {number: edition.numberOf(place)})} next=${onward.length < 2} onChoice=${choose(n)}/>`)}`;
}

function Target({edition, place, value, label, next, disabled, onChoice}) {
  const choices = [...(next ? [["", say("to the next one")]] : [["", say("(not any more)")]]), ...targets(edition, place)];
  return html`<select aria-label=${label} title=${choices.find(([one]) => one === value)?.[1]} disabled=${disabled} value=${value} onChange=${onChoice}>
    ${choices.map(([one, words]) => html`<option key=${one} value=${one} selected=${one === value}>${words}</option>`)}</select>`;
}

function Decision({edition, place, disabled}) {
  const exits = Object.entries(edition.steps[place].cabang ?? {});
  const number = edition.numberOf(place);
  const path = [...edition.path, place, "cabang"];
  const become = (pairs) => edition.put(path, Object.fromEntries(pairs));
  const choices = targets(edition, place);
  const led = (n) => (event) => become(exits.map(([word, to], m) => [word, m === n ? event.currentTarget.value : to]));
  const more = () => become([...exits, [freeWord(exits.map(([word]) => word)), choices[0]?.[0]]]);
  return html`<div class="exits">${exits.map(([word, to], n) => html`<div class="exit" key=${n}>
      <${Word} word=${word} others=${exits.filter((_, m) => m !== n).map(([one]) => one)} disabled=${disabled}
        label=${say("Step {number}, word on exit {n}", {number, n: n + 1})} onWord=${(said) => become(exits.map(([one, at], m) => [m === n ? said : one, at]))}/>
      <select aria-label=${say("Step {number}, {word} leads to", {number, word})} title=${choices.find(([one]) => one === to)?.[1]} disabled=${disabled} value=${to} onChange=${led(n)}>
        ${choices.map(([one, words]) => html`<option key=${one} value=${one} selected=${one === to}>${words}</option>`)}</select>
      ${exits.length > 2 && html`<${Button} kind="small" disabled=${disabled} aria-label=${say("Step {number}: take out the exit {word}", {number, word})}
        onClick=${() => become(exits.filter((_, m) => m !== n))}>×<//>`}</div>`)}
    ${exits.length < MOST && choices.length > 0 && html`<${Button} kind="small" disabled=${disabled} onClick=${more}
      aria-label=${say("Step {number}: one more exit", {number})}>${say("One more exit")}<//>`}</div>`;
}

const freeWord = (taken) => ["Ya", "Tidak", say("Other"), ...[2, 3].map((n) => `${say("Other")} ${n}`)].find((one) => !taken.includes(one));

// The word on a line; it counts when it is left, since two exits can not have the same one.
function Word({word, others, label, disabled, onWord}) {
  const [typed, setTyped] = useState(null);
  const taken = typed !== null && (!typed.trim() || others.includes(typed.trim()));
  const left = () => {
    if (typed !== null && !taken && typed.trim() !== word) onWord(typed.trim());
    setTyped(null);
  };
  return html`<input class="word" aria-label=${label} aria-invalid=${taken} disabled=${disabled} value=${typed ?? word}
    title=${taken ? say("Each exit has a word of its own") : undefined}
    onInput=${(event) => setTyped(event.currentTarget.value)} onBlur=${left} onKeyDown=${(event) => event.key === "Enter" && event.currentTarget.blur()}/>`;
}
