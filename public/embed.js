// A cell or figure alone in somebody's page (?embed=…). Written into the head by Book.astro, so that it
// runs before anything else: nothing is painted before it is known what is not to be seen, and no
// script finds the browser's storage.
(() => {
  const { dataset } = document.documentElement;
  dataset.embed = new URLSearchParams(location.search).get("embed");
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
  // It keeps nothing, and what the reader has kept or saves in another tab it is not told.
  Object.defineProperty(window, "localStorage", { value: memory });
  addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
})();
