// What is done to steps, by button and by key; each says what it did, and the caret follows the step.
import {say} from "kit";
import {leadingTo, rolesOf, symbolOf} from "./names.js";

// Frames to wait for the row of a step that was just made or moved.
const FRAMES = 90;

// The caret goes to a step, once its row stands where the step does.
export function focusStep(edition, place, field = "number", frames = FRAMES) {
  const id = edition.steps[place]?.id;
  const row = document.querySelector(`tr.step[data-step="${CSS.escape(id ?? "")}"]`);
  if (id && row?.querySelector(".number").dataset.number === String(place)) {
    (field === "number" ? row.querySelector(".number") : row.querySelector(field)).focus();
    row.scrollIntoView({block: "nearest"});
    edition.held = null;
  } else if (frames) requestAnimationFrame(() => focusStep(edition, place, field, frames - 1));
}

export function actsOn(edition, onAsk) {
  const done = (words) => { edition.said.value = words; };
  const go = async (act, place, values, words, field, beside) => {
    edition.held = document.activeElement.closest("tr.step") ? document.activeElement : null;
    const at = await edition.step(act, place, values, beside);
    if (at === undefined) return;
    done(words(edition.numberOf(at)));
    focusStep(edition, at, field);
  };
  // Where the caret is, it stays: in the words of a step as at its number.
  const where = () => (document.activeElement?.tagName === "TEXTAREA" ? "textarea" : "number");
  const acts = {
    up: (place) => go("langkah.naik", place, {}, (number) => say("The step is number {number} now.", {number}), where()),
    down: (place) => go("langkah.turun", place, {}, (number) => say("The step is number {number} now.", {number}), where()),
    move: (place, to) => go("langkah.pindah", place, {to}, (number) => say("The step is number {number} now.", {number})),
    copy: (place) => go("langkah.salin", place, {}, (number) => say("Step {number} is a copy.", {number}), "textarea"),
    // Below the last end nothing follows: the new step stands above it.
    insert: (place) => {
      const step = edition.steps[place];
      const ends = step && symbolOf(step) === "selesai" && place === edition.steps.length - 1;
      const role = step ? rolesOf(step)[0] : edition.lanes[0].id;
      const value = {pelaksana: role, simbol: edition.steps.length ? "proses" : "mulai", uraian: ""};
      return go("langkah.sisip", place, {value}, (number) => say("Step {number} is new.", {number}), "textarea", Number(Boolean(step) && !ends));
    },
    // What was done just before counts: only then it is known who leads to the step.
    remove: async (place) => {
      const id = edition.steps[place]?.id;
      await edition.inTurn(() => edition.act("rest"));
      const now = edition.steps.findIndex((one) => one.id === id);
      if (now >= 0) (leadingTo(edition, now).length ? onAsk(now) : acts.takeOut(now, []));
    },
    takeOut: async (place, value) => {
      const number = edition.numberOf(place);
      await edition.step("langkah.hapus", place, {value});
      done(say("Step {number} was taken out; Undo brings it back.", {number}));
      focusStep(edition, Math.min(place, edition.steps.length - 1));
    },
    keys: (event, place) => keys(event, place, acts, edition),
  };
  return acts;
}

function keys(event, place, acts, edition) {
  if (!edition.mayWrite || event.defaultPrevented) return;
  const {key, altKey, target} = event;
  const command = event.ctrlKey || event.metaKey;
  const typing = target.tagName === "TEXTAREA" || target.tagName === "INPUT";
  const onNumber = target.classList.contains("number");
  const plain = !command && !altKey && !event.shiftKey;
  let act;
  if (altKey && key === "ArrowUp") act = () => place > 0 && acts.up(place);
  else if (altKey && key === "ArrowDown") act = () => acts.down(place);
  else if (command && key.toLowerCase() === "d") act = () => acts.copy(place);
  else if (plain && key === "Enter" && (onNumber || target.dataset.di?.endsWith("].uraian"))) act = () => acts.insert(place);
  else if (plain && key === "Delete" && onNumber) act = () => acts.remove(place);
  else if (plain && onNumber && key === "ArrowUp") act = () => focusStep(edition, Math.max(place - 1, 0));
  else if (plain && onNumber && key === "ArrowDown") act = () => focusStep(edition, Math.min(place + 1, edition.steps.length - 1));
  if (!act || (typing && key === "Delete")) return;
  event.preventDefault();
  act();
}
