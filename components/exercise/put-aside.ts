import { addStyle } from "#components/shell/add-style.ts";
import { answerInWords } from "#src/grading/answer-in-words.ts";
import type { PutAside } from "#src/grading/progress.ts";
import { dateInWords } from "#src/grading/work-sheet.ts";
import { say, sayCount } from "#src/language/say.ts";
import css from "./put-aside.css?inline";

export interface PutAsideOptions {
  /** What the list stands after. */
  readonly after: Element;
  readonly answers: readonly PutAside[];
  /** The code of the numbers that are shown; absent for those of the book. */
  readonly variant: string | undefined;
  readonly onBringBack: (one: PutAside) => void;
}

/** Lists answers that gave way to those of another tab or a file; those to the numbers shown can be brought back. */
export function listPutAside({ after, answers, variant, onBringBack }: PutAsideOptions): void {
  addStyle(css);
  const list = document.createElement("ol");
  list.append(...answers.toReversed().map(item));
  const found = after.parentElement?.querySelector<HTMLDetailsElement>(":scope > .exercise-aside");
  const fold = found ?? document.createElement("details");
  fold.className = "exercise-aside";
  const summary = document.createElement("summary");
  summary.textContent = sayCount(
    { one: "An answer put aside", other: "Answers put aside" },
    answers.length,
  );
  fold.replaceChildren(summary, list);
  fold.hidden = answers.length === 0;
  if (!found) after.after(fold);

  function item(one: PutAside): HTMLElement {
    const row = document.createElement("li");
    const when = document.createElement("p");
    const numbers =
      one.variant === undefined ? "" : say(", to the numbers {variant}", { variant: one.variant });
    when.textContent = say("Put aside on {date}{numbers}", {
      date: dateInWords(new Date(one.at)),
      numbers,
    });
    const text = document.createElement("pre");
    text.className = "code";
    text.tabIndex = 0;
    text.setAttribute("aria-label", say("Answer"));
    text.textContent = answerInWords(one.answer);
    row.append(when, text);
    if (one.variant !== variant) return row;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say("Bring it back");
    button.addEventListener("click", () => onBringBack(one));
    row.append(button);
    return row;
  }
}
