import { openStore } from "#src/notebook/store.ts";

const store = openStore({
  key: "downhill:run-as-i-type",
  version: 1,
  validate: (data) => (typeof data === "boolean" ? data : undefined),
});

const boxes = new Set<HTMLInputElement>();

/** Whether cells run again as their text changes; the reader's choice, kept for the whole book. */
export function runsAsTyped(): boolean {
  return store.read().value ?? true;
}

/** Makes a box to tick that choice; all on the page agree. */
export function bindRunsAsTyped(box: HTMLInputElement): void {
  boxes.add(box);
  box.checked = runsAsTyped();
  box.addEventListener("change", () => {
    store.write(box.checked ? undefined : false);
    for (const other of boxes) other.checked = box.checked;
  });
}
