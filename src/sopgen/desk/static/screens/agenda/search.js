// Whether a letter is looked for: each word stands in its number, day, people or subject.
import {longDay} from "kit";

const plain = (text) => text.toLowerCase();

export function fits(one, wanted) {
  const [year, month, day] = one.hari.split("-");
  const said = plain([one.nomor, `${one.urut}`, longDay(one.hari), `${day}-${month}-${year}`, one.kepada, one.orang.join(" "), one.hal, one.alasan].join(" "));
  return plain(wanted).split(/\s+/).every((word) => said.includes(word));
}
