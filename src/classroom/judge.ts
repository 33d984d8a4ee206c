import { gradeChoice } from "#src/grading/choice.ts";
import type { CodeJob } from "#src/grading/code.ts";
import { gradeFormula } from "#src/grading/formula.ts";
import { gradeMatch } from "#src/grading/match.ts";
import { gradeMatrix } from "#src/grading/matrix.ts";
import { gradeNumbers } from "#src/grading/number.ts";
import { gradeOrder } from "#src/grading/order.ts";
import { gradePoints } from "#src/grading/points.ts";
import type { KeptAnswer } from "#src/grading/progress.ts";
import type { Verdict } from "#src/grading/verdict.ts";
import { say } from "#src/language/say.ts";
import type { Asked } from "./question.ts";

/** How the run of an answer was ended from outside. None of these is a wrong answer by itself. */
export type Ended = "time" | "memory" | "ended";

/** What became of one answer. */
export interface Judged {
  readonly verdict: Verdict;
  readonly ended?: Ended;
}

/**
 * Checks one answer in code, in a place of its own: whatever the answer does there, no other answer
 * feels it. Does not reject.
 */
export type CodeJudge = (job: CodeJob) => Promise<Judged>;

/**
 * What an answer is worth, by the same checks as on the page of the exercise. An answer of another
 * kind than the exercise, which no page hands in, counts as not answered.
 */
export async function judgeAnswer(
  { spec, job }: Asked,
  answer: KeptAnswer | undefined,
  judgeCode: CodeJudge,
): Promise<Judged> {
  if (answer === undefined || answer.length === 0) return blank(say("There is no answer."));
  if (spec.kind === "code") {
    if (!job) return broken(say("its check is missing"));
    return typeof answer === "string" ? judgeCode({ answer, ...job }) : otherKind;
  }
  try {
    const verdict = judgeTyped(spec, answer);
    return verdict ? { verdict } : otherKind;
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}

function judgeTyped(
  spec: Exclude<Asked["spec"], { kind: "code" }>,
  answer: KeptAnswer,
): Verdict | undefined {
  if (spec.kind === "formula") {
    const text = typeof answer === "string" ? answer : answer[0];
    return typeof text === "string" ? gradeFormula(spec, text) : undefined;
  }
  if (typeof answer === "string") return undefined;
  const texts = answer.every((part) => typeof part === "string") ? answer : undefined;
  const numbers = answer.every((part) => typeof part === "number") ? answer : undefined;
  switch (spec.kind) {
    case "number":
      return texts && gradeNumbers(spec.boxes, texts);
    case "matrix":
      return texts && gradeMatrix(spec, texts);
    case "points":
      return texts && gradePoints(spec, texts);
    case "match":
      return numbers && gradeMatch(spec, numbers);
    case "choice":
      return numbers && gradeChoice(spec.options, numbers);
    case "order":
      // Fewer steps than there are is what a file changed by hand has: no fault of the book.
      return numbers && isOrder(numbers, spec.count) ? gradeOrder(spec.count, numbers) : undefined;
  }
}

function isOrder(steps: readonly number[], count: number): boolean {
  return (
    steps.length === count &&
    [...steps].sort((one, other) => one - other).every((step, index) => step === index)
  );
}

const blank = (message: string): Judged => ({
  verdict: { kind: "error", stage: "blank", message },
});

const otherKind = blank(
  say("The answer is not of the kind that this exercise asks for, so there is nothing to judge."),
);

function broken(reason: string): Judged {
  return {
    verdict: {
      kind: "broken",
      message: say(
        "The check of this exercise does not work ({reason}). This is the book’s fault, not the student’s.",
        { reason },
      ),
    },
  };
}
