// Whether a letter is looked for: each word stands in its number, day, people or subject.
import {hasWords, longDay} from "kit";

export function fits(one, wanted) {
  const [year, month, day] = one.hari.split("-");
  const said = [one.nomor, `${one.urut}`, longDay(one.hari), `${day}-${month}-${year}`, one.kepada, one.orang.join(" "), one.hal, one.alasan].join(" ");
  return hasWords(said, wanted);
}
