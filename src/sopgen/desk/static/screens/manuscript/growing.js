// Fields of several lines are as high as their texts, so that all that will be printed is seen.
import {useEffect, useRef} from "kit";

export function useGrowing() {
  const box = useRef();
  useEffect(() => {
    const fit = (event) => grow(event.target);
    for (const one of box.current.querySelectorAll("textarea")) grow(one);
    box.current.addEventListener("input", fit);
    return () => box.current?.removeEventListener("input", fit);
  });
  return box;
}

function grow(area) {
  if (area.tagName !== "TEXTAREA") return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}
