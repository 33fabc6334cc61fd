// Whether a text has every word that is looked for, in whatever order, large or small.
export function hasWords(text, wanted) {
  const said = text.toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => said.includes(word));
}
