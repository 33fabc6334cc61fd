// A draft that was made of an old file: beside its text the doubts that it still has.
import {signal, Edition} from "kit";

export class OldDraft extends Edition {
  constructor(name) {
    super(name, {whole: "/api/impor/naskah", change: "/api/impor/ubah"});
    this.doubts = signal([]);
    this.old = {semula: 0, lain: [], berkas: "", lembar: [], teks: []};
  }

  apply(told, how) {
    if (told.ragu) this.doubts.value = told.ragu;
    if (told.lembar) this.old = {semula: told.semula, lain: told.lain, berkas: told.berkas, lembar: told.lembar, teks: told.teks};
    super.apply(told, how);
  }

  // Its own pages are looked at in Manuscript; here the old ones are.
  look() {}

  // What another screen or program did to it moves the remarks, too.
  async heard() {
    const before = this.state.value.versi;
    await super.heard();
    if (this.state.value.versi !== before) this.act("rest");
  }
}
