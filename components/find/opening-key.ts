/** What a key opens. */
export type Opens = "palette" | "keys";

/** What matters of a key that was pressed. */
export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/**
 * What a key of the page opens: Ctrl or Cmd and K the palette from anywhere; where no one types, `/`
 * the palette and `?` the keyboard map, unless the reader has turned the single keys off.
 *
 * @param typing whether the key would write
 * @param single whether the single keys work
 */
export function openedBy(pressed: Pressed, typing: boolean, single: boolean): Opens | undefined {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (altKey && key !== "/" && key !== "?") return undefined;
  if (ctrlKey !== metaKey) return key.toLowerCase() === "k" ? "palette" : undefined;
  if (ctrlKey || typing || !single) return undefined;
  return key === "/" ? "palette" : key === "?" ? "keys" : undefined;
}

const FIELDS = "input, textarea, select, math-field, [contenteditable], .cm-editor, dialog[open]";
const SILENT = ["checkbox", "radio", "range", "button", "submit", "reset", "color", "file"];

/** Whether a key pressed there writes into something, or belongs to an open dialog. */
export function typesInto(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest(FIELDS) : null;
  return field !== null && !(field instanceof HTMLInputElement && SILENT.includes(field.type));
}
