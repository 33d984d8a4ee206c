import { showTexts } from "#components/exercise/variant-page.ts";
import { onPaper } from "#components/work/paper.ts";
import type { Question } from "#src/classroom/question.ts";
import { specOf } from "#src/course/exercise-spec.ts";
import { textsFor } from "#src/course/variant-texts.ts";
import type { KeptAnswer } from "#src/grading/progress.ts";
import { say } from "#src/language/say.ts";
import { exerciseElement } from "../exercise-parts.ts";
import { make } from "./make.ts";

/** What a student was asked and answered, and what is right. */
export interface QuestionShown {
  readonly asked: readonly Node[];
  /** The fields with the answer in them; absent where the answer is code, which is shown as such. */
  readonly answered?: HTMLElement;
  readonly right: readonly Node[];
}

/**
 * A question as the student had it, from the exercise as the book has it.
 *
 * @param html of the exercise, in the numbers of the book
 * @param code of the student's numbers; nothing for those of the book
 * @throws Error when the code is none
 */
export async function questionShown(
  html: string,
  question: Question,
  code: string | undefined,
  answer: KeptAnswer | undefined,
): Promise<QuestionShown> {
  const exercise = exerciseElement(html);
  const numbers = question.variants && (await textsFor(question.id, question.variants, code));
  if (numbers && "problem" in numbers) throw new Error(numbers.problem);
  if (numbers) showTexts(exercise, numbers);
  const spec = numbers ? specOf(numbers.data) : question.spec;

  const parts = (selector: string) => [...exercise.querySelectorAll<HTMLElement>(selector)];
  const form = exercise.querySelector("form");
  if (form && spec.kind !== "code") {
    form.dataset["kind"] = spec.kind;
    if (spec.kind === "points") Object.assign(form.dataset, { x: spec.x.join(), y: spec.y.join() });
    for (const bar of parts("[data-part=bar]")) bar.remove();
    onPaper(form, answer, spec);
  }
  for (const summary of parts("[data-part=solution] > summary")) summary.remove();
  const solution = exercise.querySelector("[data-part=solution]");
  return {
    asked: [
      make("h4", {}, say("Question")),
      ...parts(".exercise-prompt"),
      ...(question.variants ? [make("p", { class: "class-note" }, inWhichNumbers(code))] : []),
    ],
    ...(form &&
      spec.kind !== "code" && {
        answered: make("div", { role: "group", "aria-label": say("Answer") }, form),
      }),
    right: [
      make("h4", {}, say("Right answer")),
      make(
        "div",
        { role: "group", "aria-label": say("Right answer") },
        ...(solution?.childNodes ?? []),
      ),
    ],
  };
}

function inWhichNumbers(code: string | undefined): string {
  return code === undefined
    ? say("In the numbers of the book.")
    : say("In the numbers of the code {variant}.", { variant: code });
}
