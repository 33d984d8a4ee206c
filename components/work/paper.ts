import { pointsForm } from "#components/exercise/points-form.ts";
import { listOptions } from "#components/print/list-options.ts";
import type { Spec } from "#src/course/exercise-spec.ts";
import type { KeptAnswer } from "#src/grading/progress.ts";
import { say } from "#src/language/say.ts";

/** Lines on paper to write code on, where no answer stands. */
const CODE_LINES = 12;

/** What tells how to use the page, or works there only. */
const ON_SCREEN =
  ".exercise-keys, .exercise-moves, .exercise-unseen, .exercise-plane .exercise-names, [data-mark]";

/**
 * Turns the fields of a question into print: what was answered stands in them as text, and where
 * nothing was there is room to write.
 *
 * @param spec the question, where its numbers are not the book's
 */
export function onPaper(form: HTMLFormElement, answer: KeptAnswer | undefined, spec?: Spec): void {
  const kind = form.dataset["kind"];
  if (kind === "points") drawPoints(form, answer, spec);
  if (kind === "order") orderSteps(form, answer);
  if (kind === "code") writeCode(form, answer);
  if (kind === "match") listOptions(form);
  const list = typeof answer === "string" ? [answer] : (answer ?? []);
  for (const [index, input] of fields(form, "input[type=text]").entries())
    input.replaceWith(box(String(list[index] ?? "")));
  for (const [index, input] of fields(form, "input").entries())
    input.replaceWith(
      mark(
        input.type === "radio",
        list.some((one) => one === index),
      ),
    );
  for (const [row, select] of [...form.querySelectorAll("select")].entries())
    select.replaceWith(box(optionText(select, list[row])));
  for (const one of form.querySelectorAll(ON_SCREEN)) one.remove();
}

const fields = (form: HTMLFormElement, selector: string) => [
  ...form.querySelectorAll<HTMLInputElement>(selector),
];

function optionText(select: HTMLSelectElement, option: string | number | undefined): string {
  const chosen = [...select.options].find(({ value }) => value === String(option));
  return chosen && chosen.value !== "-1" ? chosen.text : "";
}

function box(text: string): HTMLElement {
  const made = document.createElement("span");
  made.className = "sheet-box";
  made.textContent = text;
  return made;
}

function mark(round: boolean, chosen: boolean): HTMLElement {
  const made = document.createElement("span");
  made.className = "sheet-mark";
  made.toggleAttribute("data-round", round);
  made.role = "img";
  made.ariaLabel = chosen ? say("chosen") : say("not chosen");
  made.textContent = chosen ? "×" : "";
  return made;
}

function drawPoints(
  form: HTMLFormElement,
  answer: KeptAnswer | undefined,
  spec: Spec | undefined,
): void {
  const range = (name: string): [number, number] => {
    const [from = 0, to = 1] = (form.dataset[name] ?? "").split(",").map(Number);
    return [from, to];
  };
  const question = { x: range("x"), y: range("y"), within: 0, answer: [], mistakes: [] };
  const drawn = pointsForm(form, question);
  if (spec) drawn.ask?.(spec);
  drawn.write(answer ?? []);
}

/** The steps in the learner's order; where there is none, with room for a number before each. */
function orderSteps(form: HTMLFormElement, answer: KeptAnswer | undefined): void {
  const list = form.querySelector("[data-part=steps]");
  const items = [...(list?.children ?? [])] as HTMLElement[];
  if (answer === undefined) {
    list?.setAttribute("data-unordered", "");
    for (const item of items) item.prepend(box(""));
    return;
  }
  for (const step of answer)
    list?.append(...items.filter((item) => item.dataset["step"] === String(step)));
}

/** The code as the learner left it; the starter, and lines below it, where it was not touched. */
function writeCode(form: HTMLFormElement, answer: KeptAnswer | undefined): void {
  const pre = form.querySelector("pre");
  const code = pre?.querySelector("code");
  pre?.removeAttribute("tabindex");
  if (typeof answer === "string" && code) code.textContent = answer;
  if (answer !== undefined) return;
  const room = document.createElement("div");
  room.className = "sheet-lines";
  room.append(...Array.from({ length: CODE_LINES }, () => document.createElement("hr")));
  pre?.after(room);
}
