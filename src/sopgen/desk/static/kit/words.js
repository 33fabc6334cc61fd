// What the page says, in the language of who reads it. The source is English; the server has the Indonesian words.
let words = {};

export async function loadWords() {
  const told = await (await fetch("/api/kata")).json();
  words = told.kata;
  document.documentElement.lang = told.bahasa;
}

// Its first argument is always written out: that is how the catalogue knows it.
export function say(text, values = {}) {
  return (words[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export function speak(language) {
  document.cookie = `sopgen-bahasa=${language}; path=/; SameSite=Strict; max-age=31536000`;
  location.reload();
}
