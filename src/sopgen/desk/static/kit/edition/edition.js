// One edition while it is written: what it says now, and the acts of this window in their order.
// A field's keystroke changes `isi` in place and draws nothing anew; other acts come back with the whole.
import {computed, signal} from "@preact/signals";
import {ask, tell} from "../api.js";

// After so long without a key the hand rests (ms): what was typed becomes one step.
const REST = 400;
const NEWS = 2000;
const SAVED = 900;
// This window, as the desk tells it from others.
export const jendela = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
// How many acts this window has asked for, on whichever screen: the desk drops the answer to one that is not its newest.
let acts = 0;

const parts = (path) => (Array.isArray(path) ? [...path] : [...path.matchAll(/[^.[\]]+|\[\d+\]/g)].map(([one]) => (one[0] === "[" ? Number(one.slice(1, -1)) : one)));
export const pathText = (loc) => loc.map((one) => (typeof one === "number" ? `[${one}]` : `.${one}`)).join("").replace(/^\./, "");
export const valueAt = (data, path) => parts(path).reduce((found, part) => found?.[part], data);

function assign(data, path, value) {
  const loc = parts(path);
  const last = loc.pop();
  let holder = data;
  for (const [n, part] of loc.entries()) holder = holder[part] ??= typeof (loc[n + 1] ?? last) === "number" ? [] : {};
  holder[last] = value;
}

const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// These change no word.
const KEEPS = ["rest", "show", "take", "discard"];
// After these the field that has the focus shows what came back, too.
const FORCED = ["undo", "redo", "mend", "mend_all", "theirs", "recover"];

// These choose between what stands here and what the file holds.
const CHOSEN = ["theirs", "ours"];

function showInFocus() {
  const di = document.activeElement?.dataset?.di;
  if (!di) return;
  document.activeElement.blur();
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector(`[data-di="${CSS.escape(di)}"]`)?.focus()));
}

export class Edition {
  // A screen that shows more of an edition asks elsewhere for all of it (`whole`) and for acts (`change`).
  // Another file than an edition is `at` an address of its own.
  constructor(name, {at = "/api/naskah", whole = at, change = `${at}/ubah`} = {}) {
    this.name = name;
    this.window = jendela;
    this.address = at;
    this.whole = whole;
    this.change = change;
    this.isi = null;
    this.satuan = null;
    this.base = null; // what the base that it stands on says where it says otherwise: {nama, isi: {path: value}}
    this.shape = signal(0); // counts how often the form must be drawn anew
    this.state = signal({});
    // A signal of its own: the fields ask for it, and the state is another one after each keystroke.
    this.allowed = computed(() => this.state.value.boleh_ubah && this.state.value.menulis);
    this.faults = signal([]);
    this.findings = signal([]);
    this.trouble = signal(null); // what keeps acts from being done: {faults, status, beda}
    this.onPage = () => {}; // takes what of the page in view is other
    this.view = {}; // what of the pages is in view
    this.queue = [];
    this.busy = false;
  }

  async open() {
    const told = await ask(this.whole, {nama: this.name, jendela, ...this.more});
    this.satuan = told.satuan;
    this.apply(told);
    this.findings.value = told.temuan ?? [];
    // The screen may be left before the desk has answered: then nothing asks on.
    if (this.closed) return this;
    this.news = setInterval(() => this.hear(), NEWS);
    this.leave = () => tell(`${this.address}/tutup`, {nama: this.name, jendela}, {keepalive: true}).catch(() => {});
    addEventListener("pagehide", this.leave);
    return this;
  }

  close() {
    this.closed = true;
    clearInterval(this.news);
    clearTimeout(this.resting);
    clearTimeout(this.hearing);
    removeEventListener("pagehide", this.leave);
    this.onPage = () => {};
    (this.typed ? this.act("rest") : Promise.resolve()).then(this.leave);
  }

  // What goes along with every call of a screen.
  get more() {
    return {};
  }

  get mayWrite() {
    return this.allowed.value;
  }

  // Whether the file has all that was done here.
  get isSaved() {
    return this.state.value.tersimpan;
  }

  // Whether a person is to agree before the file gets it.
  get asks() {
    return false;
  }

  at(path) {
    return valueAt(this.isi, path);
  }

  // A keystroke.
  type(path, value) {
    assign(this.isi, path, value);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST);
    const last = this.queue.at(-1);
    if (last?.op.do === "set" && alike(last.op.path, path)) {
      last.op.value = value;
      return;
    }
    this.act("set", {path, value, lihat: {path}});
  }

  // The hand rests, or has left the field.
  rest() {
    clearTimeout(this.resting);
    if (this.typed) this.act("rest", {lihat: this.view});
  }

  // Any other act: put, insert, remove, move, mend, undo, redo, show, take, theirs, ours, recover, discard.
  act(act, values = {}) {
    if (act === "set") this.typed = true;
    if (act === "rest") this.typed = false;
    if (!KEEPS.includes(act) && this.state.value.tersimpan) this.state.value = {...this.state.value, tersimpan: false};
    const done = new Promise((resolve) => this.queue.push({op: {do: act, ...values}, resolve, since: performance.now()}));
    this.run();
    return done;
  }

  // Let an item stand at the end of a list, as long as the list is when its turn comes: acts before it may add some.
  append(path, value, lihat = this.view) {
    return this.act("insert", {path, value, lihat, index: () => (this.at(path) ?? []).length});
  }

  put(path, value) {
    return this.act("put", {path, value, lihat: {path}});
  }

  // Show the page of a field, or a page by its number.
  look(view) {
    this.view = view;
    if (!this.queue.length) this.act("show", {lihat: view});
  }

  async run() {
    if (this.busy) return;
    this.busy = true;
    while (this.queue.length) {
      const one = this.queue.shift();
      await this.send(one);
    }
    this.busy = false;
  }

  async send({op, resolve, since}) {
    acts += 1;
    try {
      const told = await tell(this.change, {nama: this.name, jendela, n: acts, ...this.more, ...op, index: typeof op.index === "function" ? op.index() : op.index});
      if (!told.basi) this.apply(told, {act: op.do, since});
      if (!["set", "show"].includes(op.do)) {
        this.findLater();
        this.hearSoon();
      }
      // Two texts to choose from stay shown until one is chosen.
      if (!this.trouble.value?.told?.beda || CHOSEN.includes(op.do)) this.trouble.value = null;
      resolve(told);
    } catch (error) {
      this.trouble.value = error;
      if (error.status === 0) {
        // The desk does not answer: nothing typed is dropped while it may come back.
        this.queue.unshift({op, resolve, since});
        await new Promise((again) => setTimeout(again, NEWS));
      } else resolve({faults: error.faults});
    }
  }

  apply(told, how = {}) {
    const {judul, keadaan, boleh_ubah, menulis, penulis, versi, urung, ulang, jurnal} = told;
    // What waits here changes words that the desk does not know yet.
    const waits = this.queue.some(({op}) => !KEEPS.includes(op.do));
    const tersimpan = told.tersimpan && !waits;
    const known = Object.entries({judul, keadaan, boleh_ubah, menulis, penulis, versi, urung, ulang, tersimpan, jurnal}).filter(([, value]) => value !== undefined);
    const state = {...this.state.value, ...Object.fromEntries(known)};
    if (!alike(state, this.state.value)) this.state.value = state;
    if (told.salah && !alike(told.salah, this.faults.value)) this.faults.value = told.salah;
    if (told.satuan) this.satuan = told.satuan;
    if (told.dasar !== undefined) this.base = told.dasar;
    if (told.isi) {
      this.isi = told.isi;
      for (const {op} of this.queue) if (op.do === "set") assign(this.isi, op.path, op.value);
      if (FORCED.includes(how.act)) showInFocus();
      this.shape.value += 1;
    }
    if (told.halaman) this.onPage(told.halaman, how);
  }

  findLater() {
    clearTimeout(this.finding);
    this.finding = setTimeout(() => this.find(), 250);
  }

  // Soon after an act the file has it: then the page says so.
  hearSoon() {
    clearTimeout(this.hearing);
    this.hearing = setTimeout(() => this.hear(), SAVED);
  }

  async find() {
    const told = await ask(`${this.address}/temuan`, {nama: this.name, jendela}).catch(() => null);
    if (told && !alike(told.temuan, this.findings.value)) this.findings.value = told.temuan;
  }

  // What other windows and programs did.
  async hear() {
    if (this.busy || this.queue.length || this.listening || document.hidden) return;
    this.listening = true; // until it is saved: two at once would be told of the same difference
    await this.heard().finally(() => { this.listening = false; });
  }

  async heard() {
    const asked = acts;
    const told = await ask(`${this.address}/kabar`, {nama: this.name, jendela, versi: this.state.value.versi}).catch((error) => {
      this.trouble.value = error;
    });
    // What was done meanwhile is newer than these news.
    if (!told || this.busy || acts !== asked) return;
    if (this.trouble.value?.status === 0) this.trouble.value = null;
    this.apply(told, {act: "theirs"});
    if (told.isi) this.act("show", {lihat: this.view});
    if (told.berkas_lain && !this.trouble.value) await this.save();
  }

  // Have all in the file now; where another program wrote it meanwhile, both are told.
  async save() {
    this.rest();
    const asked = acts;
    try {
      const told = await tell(`${this.address}/simpan`, {nama: this.name, jendela});
      if (!this.busy && acts === asked) this.apply(told);
    } catch (error) {
      this.trouble.value = error;
    }
  }
}
