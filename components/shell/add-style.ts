const added = new Set<string>();

/** Adds a style sheet to the page, once: of what is made in the browser, and seldom. */
export function addStyle(css: string): void {
  if (added.has(css)) return;
  added.add(css);
  const sheet = document.createElement("style");
  sheet.textContent = css;
  document.head.append(sheet);
}
