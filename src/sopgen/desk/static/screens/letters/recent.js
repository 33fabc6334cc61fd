// The last letters, with all that can follow one.
import {html, say, ask, useEffect, useState, Empty, Notice} from "kit";
import {Letters} from "../agenda/letters.js";

const SHOWN = 5;

export function Recent({version, onDone}) {
  const [letters, setLetters] = useState(null);
  const [notice, setNotice] = useState(null);
  useEffect(() => { ask("/api/agenda", {paling: SHOWN}).then((told) => setLetters(told.surat), setNotice); }, [version]);
  if (!letters) return html`<${Notice} notice=${notice}/>`;
  if (!letters.length) return html`<${Empty}>${say("Letters with a number from the agenda book stand here.")}<//>`;
  return html`<${Letters} letters=${letters} onDone=${onDone}/><p><a href="#/agenda">${say("All letters stand in the agenda book.")}</a></p>`;
}
