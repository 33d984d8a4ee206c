import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import { copyText } from "./copy.ts";

/** A part of the dialog under a heading. */
export function section(title: string, ...content: readonly Node[]): HTMLElement {
  return make("section", {}, make("h3", {}, title), ...content);
}

export interface CopyRow {
  readonly element: HTMLElement;
  /** Shows a text to be copied, and says something of it. */
  show(text: string, words: string): void;
}

/** A field with a text to copy, a button that does, and a line that says how it went. */
export function copyRow(field: HTMLInputElement | HTMLTextAreaElement, label: string): CopyRow {
  field.readOnly = true;
  field.ariaLabel = label;
  field.className = "share-field";
  field.addEventListener("focus", () => field.select());
  const status = make("p", { className: "share-status", role: "status" });
  const tell = (words: string) => {
    status.textContent = words;
  };
  const copy = button(
    say("Copy"),
    () => void copyText(field.value, field, tell),
    say("Copy: {label}", { label }),
  );
  return {
    element: make("div", { className: "share-copy" }, field, copy, status),
    show(text, words) {
      field.value = text;
      tell(words);
    },
  };
}
