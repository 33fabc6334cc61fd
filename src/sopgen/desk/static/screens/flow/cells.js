// Fields of a step; each learns keystrokes at once, and rests when it is left.
import {html, useEffect, useRef} from "kit";
import {pathText} from "kit";

const grow = (area) => {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
};

// Never write into the field that has the focus: what is typed there is newer than what comes from the desk.
function useValue(value) {
  const field = useRef();
  useEffect(() => {
    const one = field.current;
    if (one !== document.activeElement && one.value !== value) one.value = value;
    if (one.tagName === "TEXTAREA") grow(one);
  });
  return field;
}

// A text of one paragraph, as high as its words.
export function TextCell({edition, path, label, disabled, ...rest}) {
  const field = useValue(edition.at(path) ?? "");
  const input = (event) => {
    grow(event.currentTarget);
    edition.type(path, event.currentTarget.value.replace(/\s*\n\s*/g, " "));
  };
  return html`<textarea ref=${field} rows="1" aria-label=${label} data-di=${pathText(path)} disabled=${disabled}
    onInput=${input} onBlur=${() => edition.rest()} ...${rest}></textarea>`;
}

// A list, an item a line.
export function LinesCell({edition, path, label, disabled, hint}) {
  const field = useValue((edition.at(path) ?? []).join("\n"));
  const id = `lines-${pathText(path).replace(/\W/g, "-")}`;
  const input = (event) => {
    grow(event.currentTarget);
    edition.type(path, event.currentTarget.value.split("\n").map((one) => one.trim()).filter(Boolean));
  };
  return html`<div class="field"><label for=${id}>${label}</label>
    <textarea id=${id} ref=${field} rows="2" data-di=${pathText(path)} disabled=${disabled} onInput=${input} onBlur=${() => edition.rest()}></textarea>
    ${hint && html`<p class="hint">${hint}</p>`}</div>`;
}

const TIMED = /^(\d{1,4}) (menit|jam|hari|minggu|bulan)$/;
const timeText = (time) => (time && typeof time === "object" ? time.tertulis ?? `${time.nilai} ${time.satuan}` : time ?? "");

// A time: "15 menit" is counted, anything else stays words.
export function TimeCell({edition, path, label, hint, disabled}) {
  const was = timeText(edition.at(path));
  const field = useValue(was);
  const id = `time-${pathText(path).replace(/\W/g, "-")}`;
  const left = (event) => {
    const said = event.currentTarget.value.trim();
    const found = TIMED.exec(said);
    if (said !== was) edition.put(path, found ? {nilai: Number(found[1]), satuan: found[2]} : said || null);
  };
  return html`<div class="field"><label for=${id}>${label}</label><input id=${id} ref=${field} data-di=${pathText(path)} disabled=${disabled} onBlur=${left}/>
    <p class="hint">${hint}</p></div>`;
}
