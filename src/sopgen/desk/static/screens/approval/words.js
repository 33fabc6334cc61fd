// The words of an edition's life.
import {say} from "kit";

export const STATES = () => ({
  draf: say("draft"), ditinjau: say("reviewed"), siap_ditandatangani: say("approved, to be signed"),
  berlaku: say("in force"), dicabut: say("revoked"),
});

export const DECISIONS = () => ({setuju: say("agreed"), tolak: say("rejected"), batal: say("cancelled the step before")});
