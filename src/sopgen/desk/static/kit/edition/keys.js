// The keys of Word on a file that is written: Ctrl+Z, Ctrl+Y (or Ctrl+Shift+Z), Ctrl+S.

// `step` takes "undo" or "redo".
export function fileKeys(file, step) {
  return (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const act = {z: event.shiftKey ? "redo" : "undo", y: "redo"}[key];
    if (key === "s") file.save();
    else if (act && file.mayWrite) step(act);
    else return;
    event.preventDefault();
  };
}
