type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes; `true` is one without a value, `false` and nothing leave it out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** A button with words and what it does. */
export function button(words: string, press: () => void, attributes: Attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", press);
  return made;
}

/** An element around HTML of the book's own build. */
export function bookHtml<K extends keyof HTMLElementTagNameMap>(tag: K, html: string) {
  const made = make(tag);
  made.innerHTML = html;
  return made;
}
