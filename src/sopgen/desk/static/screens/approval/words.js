// The words of a decision.
import {say} from "kit";

export const DECISIONS = () => ({setuju: say("agreed"), tolak: say("rejected"), batal: say("cancelled the step before")});
