import { make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";

/**
 * Puts a field in the place of a title. Enter and leaving the field take the new title, Escape and
 * an empty field leave the old one.
 */
export function renaming(shown: HTMLElement, title: string, onName: (title: string) => void): void {
  const field = make("input", { type: "text", value: title, maxLength: 200 });
  field.className = "scratch-rename";
  field.ariaLabel = say("New title");
  let done = false;
  const end = (next: string) => {
    if (done) return;
    done = true;
    field.replaceWith(shown);
    if (next !== "" && next !== title) onName(next);
  };
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") end(field.value.trim());
    if (key === "Escape") end("");
  });
  field.addEventListener("blur", () => end(field.value.trim()));
  shown.replaceWith(field);
  field.focus();
  field.select();
}
