// The words of laws.
import {say} from "kit";

export const STANDINGS = () => ({berlaku: say("in force"), dicabut: say("revoked"), tidak_diketahui: say("standing not known")});

export const SURENESS = () => [["A", say("read in its text")], ["B", say("told by others")], ["M", say("from memory")]];
