// Questions before something goes that others refer to, and for what is new.
import {html, say, useState, Button, Choice, Dialog, Field, Notice} from "kit";
import {after, leadingTo, rolesOf, stepName} from "./names.js";

// A step goes to which others lead: where do they lead now?
export function AskTargets({edition, place, onDone, onClose}) {
  const exits = leadingTo(edition, place);
  const usual = (exit) => {
    const to = after(edition, place);
    return to && to !== exit.langkah ? to : edition.steps.find((one, n) => n !== place && one.id !== exit.langkah)?.id;
  };
  const [chosen, setChosen] = useState(exits.map(usual));
  const remove = () => onDone(exits.map(({langkah, kata}, n) => ({langkah, kata, ke: chosen[n]})));
  return html`<${Dialog} title=${say("Take out step {number}?", {number: edition.numberOf(place)})} onClose=${onClose}
      actions=${html`<${Button} kind="main" onClick=${remove}>${say("Delete")}<//>`}>
    <p>${say("Other steps lead here. Where do they lead from now on?")}</p>
    ${exits.map((exit, n) => html`<${Choice} key=${n} value=${chosen[n]} onChoice=${(to) => setChosen(chosen.map((one, m) => (m === n ? to : one)))}
      label=${exit.kata ? say("{step}, {word}", {step: stepName(edition, exit.at), word: exit.kata}) : stepName(edition, exit.at)}
      choices=${edition.steps.map((one, m) => [one.id, say("to {name}", {name: stepName(edition, m)})]).filter(([one], m) => m !== place && one !== exit.langkah)}/>`)}<//>`;
}

// How many steps a role does alone, over all activities.
export const stepsOf = (edition, id) =>
  (edition.at("kegiatan") ?? []).flatMap((one) => one.alur ?? []).filter((step) => rolesOf(step).length === 1 && rolesOf(step)[0] === id).length;

export function AskHeir({edition, place, onDone, onClose}) {
  const lane = edition.lanes[place];
  const others = edition.lanes.filter((one) => one.id !== lane.id);
  const [heir, setHeir] = useState(others[0]?.id);
  return html`<${Dialog} title=${say("Take out {role}?", {role: lane.label})} onClose=${onClose}
      actions=${html`<${Button} kind="main" onClick=${() => onDone(heir)}>${say("Delete")}<//>`}>
    <p>${say("{n} steps have this role. Who does them from now on?", {n: stepsOf(edition, lane.id)})}</p>
    <${Choice} label=${say("Role")} value=${heir} choices=${others.map((one) => [one.id, one.label])} onChoice=${setHeir}/><//>`;
}

export function AskName({title, label, button, onDone, onClose}) {
  const [name, setName] = useState("");
  const [notice, setNotice] = useState(null);
  const done = () => (name.trim() ? onDone(name.trim()) : setNotice({faults: [{what: say("A name is needed"), fix: say("Write it into the field above")}]}));
  return html`<${Dialog} title=${title} onClose=${onClose} actions=${html`<${Button} kind="main" onClick=${done}>${button}<//>`}>
    <form onSubmit=${(event) => { event.preventDefault(); done(); }}><${Field} label=${label} value=${name} onText=${setName} autofocus/></form>
    <${Notice} notice=${notice}/><//>`;
}
