// A text whose words that differ are marked, and who changed it.
import {html, say} from "kit";

// as: "del" or "ins".
export function Words({pieces, as}) {
  if (!pieces?.length) return html`<span class="hint">–</span>`;
  return pieces.map(([text, marked], n) => (marked ? html`<${as} key=${n}>${text}<//>` : html`<span key=${n}>${text}</span>`));
}

const oneHand = ({siapa, kapan}) => [siapa || say("unknown"), kapan].filter(Boolean).join(", ");

export const Hands = ({hands}) => (hands.length ? html`<p class="hint">${[...new Set(hands.map(oneHand))].join("; ")}</p>` : null);

export const Remarks = ({remarks}) => remarks.map((one, n) => html`<blockquote key=${n}>${one.kata}<footer class="hint">${oneHand(one)}</footer></blockquote>`);
