// The words of an edition's life.
import {say} from "../words.js";

export const STATES = () => ({
  draf: say("draft"), ditinjau: say("reviewed"), siap_ditandatangani: say("approved, to be signed"),
  berlaku: say("in force"), berakhir: say("ended"), dicabut: say("revoked"), rusak: say("can not be read"),
});

// How one looks whether an edition is good.
export const REVIEWS = () => ({monitoring: say("monitoring"), evaluasi: say("evaluation")});
