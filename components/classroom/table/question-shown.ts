import { answersHtml } from "#components/exercise/answers-html.ts";
import type { Question } from "#src/classroom/question.ts";
import { textsFor } from "#src/course/variant-texts.ts";
import { say } from "#src/language/say.ts";
import { bookHtml, make } from "./make.ts";

/** What a student was asked, and what answers it; both empty where the book's page shows the same. */
export interface QuestionShown {
  readonly asked: readonly Node[];
  readonly right: readonly Node[];
}

/**
 * A question whose numbers vary, as the student had it.
 *
 * @param code nothing for the numbers of the book
 */
export async function questionShown(
  question: Question | undefined,
  code: string | undefined,
): Promise<QuestionShown> {
  const texts = question?.variants && (await textsFor(question.id, question.variants, code));
  if (!texts || "problem" in texts) return { asked: [], right: [] };
  const numbers =
    code === undefined
      ? say("In the numbers of the book.")
      : say("In the numbers of the code {variant}.", { variant: code });
  return {
    asked: [
      make("h4", {}, say("Question")),
      bookHtml("div", texts.prompt),
      make("p", { class: "class-note" }, numbers),
    ],
    right: [
      make("h4", {}, say("Right answer")),
      bookHtml(
        "div",
        answersHtml(texts.data, (label) => label),
      ),
    ],
  };
}
