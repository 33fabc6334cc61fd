// An edition in the flow editor: beside its text the chart of the activity in view, and whether it fits.
import {ask, signal, Edition} from "kit";
import {painted} from "../manuscript/page.js";

// Whether it fits is weighed so long after the last act (ms); longer where that takes its time, since typing comes first.
const WEIGH = 250;
const WEIGH_SLOWLY = 1200;
const SLOW = 400;

export class FlowEdition extends Edition {
  constructor(name, activity) {
    super(name, {whole: "/api/alur", change: "/api/alur/ubah"});
    this.activity = signal(activity);
    this.selected = signal(null); // the id of the step that is chosen; nobody sees it
    this.chart = signal({bagan: [], nomor: []});
    this.fits = signal(null);
    this.refused = signal([]);
    this.said = signal(""); // what was done, for those who hear the page
    this.held = null; // the field whose step is on its way to another row
    this.took = 0;
    this.turns = Promise.resolve();
    this.waiting = 0;
    this.pending = signal(0); // acts that are not answered yet
  }

  get more() {
    return {kegiatan: this.activity.value};
  }

  async open() {
    await super.open();
    this.findLater();
    return this;
  }

  // Whoever reads what the edition says is drawn anew when it says something else.
  at(path) {
    this.shape.value;
    return super.at(path);
  }

  get path() {
    return ["kegiatan", this.activity.value, "alur"];
  }

  get steps() {
    return this.at(this.path) ?? [];
  }

  get lanes() {
    return this.at("pelaksana") ?? [];
  }

  get isSaved() {
    return super.isSaved && !this.pending.value;
  }

  // The number of a step as it is printed.
  numberOf(place) {
    return this.chart.value.nomor[place] ?? String(place + 1);
  }

  apply(told, how = {}) {
    super.apply(told, how);
    if (told.kegiatan !== undefined && told.kegiatan !== this.activity.value) {
      this.activity.value = told.kegiatan;
      this.findLater();
    }
    if (told.bagan) this.draw(told);
    if (how.since) painted(how);
    if (how.act === "rest") this.shape.value += 1; // names of steps in the choices
  }

  // What keeps the edition from being one, at a step: without a place, or elsewhere, it stands above the table.
  wrongAt(place) {
    const head = `kegiatan[${this.activity.value}].alur[${place}]`;
    return this.faults.value.filter((one) => one.path === head || one.path?.startsWith(`${head}.`));
  }

  get wrongElsewhere() {
    const here = this.steps.flatMap((_, place) => this.wrongAt(place));
    return this.faults.value.filter((one) => one.path && !here.includes(one));
  }

  draw({bagan, nomor, muat}) {
    const {bagan: former, nomor: counted} = this.chart.value;
    if (String(former) !== String(bagan) || String(counted) !== String(nomor)) this.chart.value = {bagan, nomor};
    // What did not fit a moment ago still does not until it is weighed.
    this.fits.value = muat ?? (this.fits.value === false ? false : null);
    if (muat) this.refused.value = [];
  }

  // An act on the step at a place, `beside` it for what is new; afterwards that step, or the new one, is chosen.
  // Acts wait for each other, and name the step: the keys may be faster than the desk, and move it meanwhile.
  step(act, place, values = {}, beside = 0) {
    const id = this.steps[place]?.id;
    return this.inTurn(async () => {
      const index = id === undefined ? place : this.steps.findIndex((one) => one.id === id);
      if (index < 0) return undefined;
      const told = await this.act(act, {path: this.path, index: index + beside, ...values});
      const at = told.di?.[2] === "alur" ? told.di[3] : undefined;
      if (at !== undefined) this.selected.value = this.steps[at]?.id ?? null;
      return at;
    });
  }

  act(act, values) {
    this.pending.value += 1;
    return super.act(act, values).finally(() => { this.pending.value -= 1; });
  }

  inTurn(work) {
    this.pending.value += 1;
    this.waiting += 1;
    const done = this.turns.then(work).finally(() => { this.waiting -= 1; this.pending.value -= 1; });
    this.turns = done.catch(() => {});
    return done;
  }

  // What is typed into a step that is being moved is typed where it stands then.
  type(path, value) {
    const [, , key, place, ...rest] = path;
    const id = key === "alur" ? this.steps[place]?.id : undefined;
    if (!this.waiting || id === undefined) return super.type(path, value);
    return this.inTurn(() => {
      const now = this.steps.findIndex((one) => one.id === id);
      if (now >= 0) super.type([...this.path, now, ...rest], value);
    });
  }

  show(activity) {
    this.activity.value = activity;
    this.selected.value = null;
    this.fits.value = null;
    this.refused.value = [];
    this.findings.value = [];
    return this.act("show", {}).then(() => this.findLater());
  }

  findLater() {
    clearTimeout(this.finding);
    this.finding = setTimeout(() => this.find(), this.took > SLOW ? WEIGH_SLOWLY : WEIGH);
  }

  async find() {
    if (this.queue.length || this.typed) return this.findLater();
    const since = performance.now();
    const asked = this.activity.value;
    const told = await ask("/api/alur/muat", {nama: this.name, jendela: this.window, kegiatan: asked}).catch(() => null);
    this.took = performance.now() - since;
    if (!told || asked !== this.activity.value) return undefined;
    if (told.versi !== this.state.value.versi) return this.queue.length || this.typed ? this.findLater() : undefined;
    this.findings.value = told.temuan;
    this.refused.value = told.salah;
    this.draw(told);
    this.fits.value = told.muat;
    return undefined;
  }

  close() {
    clearTimeout(this.finding);
    super.close();
  }
}
