// What steps, symbols and roles are called.
import {say} from "kit";

export const SYMBOLS = () => [["mulai", say("Start")], ["proses", say("Process")], ["keputusan", say("Decision")], ["selesai", say("End")]];

export const symbolOf = (step) => step.simbol ?? "proses";
export const rolesOf = (step) => (Array.isArray(step.pelaksana) ? step.pelaksana : [step.pelaksana]);
export const onwardOf = (step) => (Array.isArray(step.ke) ? step.ke : step.ke ? [step.ke] : []);
export const isOn = (value) => value === true || value === "true";

// "3. Memeriksa berkas"
export function stepName(edition, place) {
  const said = edition.steps[place].uraian || SYMBOLS().find(([one]) => one === symbolOf(edition.steps[place]))?.[1] || "";
  const short = said.length > 34 ? `${said.slice(0, 32)}…` : said;
  return `${edition.numberOf(place)}. ${short}`;
}

// The steps that a step can lead to.
export const targets = (edition, place) =>
  edition.steps.map((one, n) => [one.id, say("to {name}", {name: stepName(edition, n)})]).filter((_, n) => n !== place);

// Which exits name a step: [{langkah, kata, at}]
export function leadingTo(edition, place) {
  const {id} = edition.steps[place];
  return edition.steps.flatMap((one, at) => (at === place ? [] : [
    ...Object.entries(one.cabang ?? {}).filter(([, to]) => to === id).map(([kata]) => ({langkah: one.id, kata, at})),
    ...(onwardOf(one).includes(id) ? [{langkah: one.id, kata: null, at}] : []),
  ]));
}

// Where a step leads by itself: what it names, else the next one.
export function after(edition, place) {
  const step = edition.steps[place];
  const named = [...Object.values(step.cabang ?? {}), ...onwardOf(step)][0];
  if (named) return named;
  return symbolOf(step) === "selesai" ? undefined : edition.steps[place + 1]?.id;
}
