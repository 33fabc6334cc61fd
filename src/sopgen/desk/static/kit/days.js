// Days as people write them here; the desk itself speaks of 2026-11-27.
import {say} from "./words.js";

const MONTHS = () => [
  say("January"), say("February"), say("March"), say("April"), say("May"), say("June"),
  say("July"), say("August"), say("September"), say("October"), say("November"), say("December"),
];

// "2026-11-27" is "27 November 2026"; what is no such day stays as it is.
export function longDay(day) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? "");
  return found ? `${Number(found[3])} ${MONTHS()[Number(found[2]) - 1]} ${found[1]}` : day ?? "";
}

// The day of today where the computer stands, as the desk speaks of it.
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
}
