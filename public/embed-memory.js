// A cell alone in somebody's page keeps nothing, and does not touch what the reader has kept: in the
// place of the browser's storage it has a memory that goes with the page.
(() => {
  const kept = new Map();
  const memory = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, String(text)),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
  Object.defineProperty(window, "localStorage", { value: memory });
  // What the reader saves in another tab is not told here either.
  addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
})();
