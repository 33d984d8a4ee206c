import { say, sayParts } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import type { MathsField } from "./maths-field.ts";

/** Pause in writing after which the reading is told to who cannot see it. */
const TOLD_AFTER = 700;

/** The same answer as mathematics, in the place of its text box, when the learner asks for it. */
export interface MathsEntry {
  /** Why what is written there cannot be read; nothing when it can, or when the text box is used. */
  problem(): string | undefined;
  /** Shows what was put into the text box by others. */
  follow(): void;
  mark(wrong: boolean): void;
}

/**
 * Offers to write the formula of a text box as mathematics. The field and all that reads it are
 * loaded when they are asked for; the text box keeps the answer, and follows what is written.
 */
export function mathsEntry(
  form: HTMLFormElement,
  input: HTMLInputElement,
  variables: readonly string[],
): MathsEntry {
  const label = input.closest("label")?.textContent?.trim() ?? "";
  const swap = button(say("Write as mathematics"));
  const keys = button(say("Keys on the screen"));
  const reading = part("p", "maths-reading");
  const told = part("p", "exercise-unseen");
  told.setAttribute("role", "status");
  let field: MathsField | undefined;
  let problem: string | undefined;
  /** The text box has not all that is written: to go back to it would lose the rest. */
  let ahead = false;
  /** That has been said, so whoever goes back now means it. */
  let warned = false;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let load: Awaited<ReturnType<typeof loaded>> | undefined;

  const box = part("div", "maths-entry");
  const buttons = part("div", "maths-buttons");
  keys.hidden = true;
  buttons.append(swap, keys);
  box.append(reading, told, buttons);
  input.closest("label")?.after(box);

  swap.addEventListener("click", () => (field ? goBack() : void open()));
  // The keyboard goes when the field is left: a press here must not leave it.
  keys.addEventListener("pointerdown", (event) => event.preventDefault());
  keys.addEventListener("click", () => field?.toggleKeys());

  async function open() {
    if (swap.ariaDisabled) return;
    swap.ariaDisabled = "true";
    tell(say("Loading …"));
    try {
      load ??= await loaded();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return tell(
        say("The maths field could not be loaded ({reason}). The text box does without it.", {
          reason,
        }),
      );
    } finally {
      swap.ariaDisabled = null;
    }
    const made = load.latexOf(input.value, variables);
    if (made.kind === "unreadable")
      return tell(
        say("This text cannot be shown as mathematics yet. {message}", { message: made.message }),
      );
    field = load.placeMathsField(reading, label, variables);
    field.write(made.latex);
    field.element.addEventListener("input", read);
    field.element.addEventListener("keydown", leave, { capture: true });
    input.hidden = true;
    keys.hidden = false;
    swap.textContent = say("Write as text");
    show();
    field.focus();
  }

  /** Back to the text box; where that would lose something, only at the second time. */
  function goBack() {
    if (!ahead || warned) return close();
    warned = true;
    const kept = input.value;
    const had =
      kept === ""
        ? say("The text box has nothing of it.")
        : say("The text box has “{text}” of it.", { text: kept });
    const way = say("Correct it here, or go back once more to give up the rest.");
    tell(sentences(problem, had, way));
    field?.focus();
  }

  function close() {
    field?.remove();
    field = undefined;
    problem = undefined;
    ahead = false;
    input.hidden = false;
    keys.hidden = true;
    swap.textContent = say("Write as mathematics");
    tell("");
    input.focus();
  }

  /** Takes what is written to the text box, before the form hears of the change. */
  function read() {
    if (!field || !load) return;
    const made = load.readLatex(field.latex(), variables);
    ahead = made.kind === "unreadable";
    warned = false;
    problem = made.kind === "unreadable" ? made.message : undefined;
    if (made.kind === "text") input.value = made.text;
    // A name that the answer has not is a text, and is kept; it is said at once all the same.
    const known = made.kind === "text" && made.text !== "" && load.latexOf(made.text, variables);
    if (known && known.kind === "unreadable") problem = known.message;
    show();
  }

  function leave(event: KeyboardEvent) {
    if (event.key === "Enter") form.requestSubmit();
    else if (event.key !== "Escape") return;
    else goBack();
    event.preventDefault();
    event.stopPropagation();
  }

  function show() {
    const code = document.createElement("code");
    code.textContent = input.value;
    if (problem !== undefined) tell(problem);
    else if (input.value === "") tell(say("Escape goes back to the text box, Enter checks."));
    else tell(...sayParts("Read as {formula}", { formula: code }));
  }

  function tell(...words: readonly (string | Node)[]) {
    reading.replaceChildren(...words);
    clearTimeout(telling);
    telling = setTimeout(() => {
      told.textContent = reading.textContent;
    }, TOLD_AFTER);
  }

  return {
    problem: () => problem,
    follow() {
      if (!field || !load) return;
      const made = load.latexOf(input.value, variables);
      if (made.kind === "unreadable") return close();
      field.write(made.latex);
      problem = undefined;
      ahead = false;
      show();
    },
    mark(wrong) {
      field?.element.toggleAttribute("data-wrong", wrong);
      if (wrong) field?.element.setAttribute("aria-invalid", "true");
      else field?.element.removeAttribute("aria-invalid");
    },
  };
}

async function loaded() {
  const [{ placeMathsField }, { latexOf }, { readLatex }] = await Promise.all([
    import("./maths-field.ts"),
    import("#src/grading/latex/latex-of.ts"),
    import("#src/grading/latex/read-latex.ts"),
  ]);
  return { placeMathsField, latexOf, readLatex };
}

function button(text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  return made;
}

function part(tag: "p" | "div", name: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}
