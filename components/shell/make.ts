/** Makes an element with its properties and content; text becomes text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
}

/**
 * Makes a button.
 * @param words what it shows
 * @param label what it is called where the words alone do not say it; default the words
 */
export function button(
  words: string,
  onClick: () => void,
  label: string = words,
): HTMLButtonElement {
  const made = make("button", { type: "button" }, words);
  if (label !== words) made.ariaLabel = label;
  made.addEventListener("click", onClick);
  return made;
}
