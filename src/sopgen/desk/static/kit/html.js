// How the page is written: as HTML in a text, whose values are never read as HTML.
import {h} from "preact";
import htm from "htm";

export const html = htm.bind(h);
