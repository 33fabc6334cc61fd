// The last letters, with all that can follow one.
import {html, say} from "kit";

export function Recent() {
  return html`<p><a href="#/agenda">${say("All letters stand in the agenda book.")}</a></p>`;
}
