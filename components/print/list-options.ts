import { say } from "#src/language/say.ts";

/** Writes below a form what its boxes can be filled from: on paper nothing folds out. */
export function listOptions(form: Element): HTMLElement | undefined {
  const options = [...(form.querySelector("select")?.querySelectorAll("option") ?? [])].slice(1);
  if (options.length === 0) return undefined;
  const line = form.ownerDocument.createElement("p");
  line.className = "sheet-options";
  line.textContent = say("To choose from: {options}.", {
    options: options.map(({ textContent }) => textContent).join("; "),
  });
  form.append(line);
  return line;
}
