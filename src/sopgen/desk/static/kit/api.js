// How the page asks the desk. A refusal is thrown with its faults, each {what, fix, path, code, severity}.
import {say} from "./words.js";

export class Refused extends Error {
  constructor(faults, status, told = {}) {
    super(faults.map((one) => one.what).join("; "));
    this.faults = faults;
    this.status = status;
    this.told = told;
  }
}

async function answered(promise) {
  let response;
  try {
    response = await promise;
  } catch {
    throw new Refused([{what: say("sopgen does not answer"), fix: say("start it again; what was saved is kept")}], 0);
  }
  if (response.status === 403) throw new Refused([{what: say("this page may not use the desk"), fix: say("open it from sopgen anew")}], 403);
  const told = await response.json().catch(() => ({faults: []}));
  if (!response.ok) throw new Refused(told.faults?.length ? told.faults : [{what: say("this did not work"), fix: say("load the page anew")}], response.status, told);
  return told;
}

// Ask what changes nothing.
export const ask = (path, values = {}) => answered(fetch(address(path, values)));

// Do something.
export const tell = (path, values = {}, options = {}) =>
  answered(fetch(path, {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(values), ...options}));

// Bytes of a file; the desk takes no larger one.
const LARGEST = 20 * 2 ** 20;

// Hand a file in: its bytes are the body.
export const hand = async (path, file, values = {}) => {
  if (file.size > LARGEST) throw new Refused([{what: say("the file is too large"), fix: say("hand in a smaller one")}], 413);
  return answered(fetch(address(path, values), {method: "POST", headers: {"x-nama-berkas": encodeURIComponent(file.name)}, body: file}));
};

export const address = (path, values = {}) => {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
  return `${path}${String(query) ? `?${query}` : ""}`;
};

// A file that takes a while to be made, with its name; what keeps it from being made is thrown, as by ask.
export async function made(path, values = {}) {
  const response = await fetch(address(path, values)).catch(() => null);
  if (!response?.ok) await answered(Promise.resolve(response ?? Response.error()));
  const name = /filename\*=UTF-8''(.+)$/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
  return [decodeURIComponent(name), await response.blob()];
}
