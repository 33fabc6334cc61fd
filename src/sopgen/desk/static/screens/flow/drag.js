// Steps are dragged by their numbers; the keys and buttons do the same.
import {useState} from "kit";

export function useDrag(onDrop) {
  const [from, setFrom] = useState(null);
  const [to, setTo] = useState(null);
  const stop = () => { setFrom(null); setTo(null); };
  const below = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };
  return {
    over: (place) => (from === null || to === null ? "" : to === place ? "drop-above" : to === place + 1 ? "drop-below" : ""),
    handle: (place) => ({
      onDragStart: (event) => { event.dataTransfer.setData("text/plain", String(place)); event.dataTransfer.effectAllowed = "move"; setFrom(place); },
      onDragEnd: stop,
    }),
    row: (place) => (from === null ? {} : {
      onDragOver: (event) => { event.preventDefault(); setTo(place + Number(below(event))); },
      onDrop: (event) => { event.preventDefault(); onDrop(from, place + Number(below(event))); stop(); },
    }),
  };
}
