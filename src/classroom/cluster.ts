import type { Spec } from "#src/course/exercise-spec.ts";
import type { KeptAnswer } from "#src/grading/progress.ts";
import type { Part, Verdict } from "#src/grading/verdict.ts";

/**
 * By what answers that went wrong are put together: the mistake of the exercise's list, by the names
 * of its feedback, else the case on which they fail, else what was answered. Nothing for what is
 * right, or not answered.
 *
 * "mistake whole.1", "mistake 0.2 1.0", "mistake 3", "case step(1, 2): …", "answer 0: 12", "error run: …".
 */
export function clusterOf(
  kind: Spec["kind"],
  verdict: Verdict,
  answer: KeptAnswer | undefined,
): string | undefined {
  if (verdict.kind === "error")
    return verdict.stage === "blank" ? undefined : `error ${verdict.stage}: ${verdict.message}`;
  if (verdict.kind !== "fail") return undefined;
  const { mistake, parts = [], counterexample, message } = verdict;
  if (mistake !== undefined) return `mistake whole.${mistake}`;
  const wrong = parts.filter(({ right }) => !right);
  const named = wrong.flatMap((part) => feedbackName(kind, part) ?? []);
  if (named.length > 0) return `mistake ${named.join(" ")}`;
  if (counterexample !== undefined) return `case ${counterexample}`;
  if (typeof answer === "string" || answer === undefined) return `case ${message}`;
  if (wrong.length === 0) return `answer ${answer.join(", ")}`;
  const width = kind === "points" ? 2 : 1;
  const given = wrong.map(({ index }) => {
    const typed = answer.slice(width * index, width * (index + 1));
    return `${index}: ${typed.map((text) => String(text).trim()).join(" ")}`;
  });
  return `answer ${given.join(", ")}`;
}

/** Options and steps have one text each; boxes, rows and points one for each mistake. */
function feedbackName(kind: Spec["kind"], { index, mistake }: Part): string | undefined {
  if (mistake !== undefined) return `${index}.${mistake}`;
  return kind === "choice" || kind === "order" ? String(index) : undefined;
}
