import type { KeptAnswer } from "#src/grading/progress.ts";
import type { Verdict } from "#src/grading/verdict.ts";

/**
 * By what answers that went wrong are put together: the mistake of the exercise's list, else the
 * case on which they fail, else what was answered. Nothing for what is right, or not answered.
 *
 * "mistake whole.1", "mistake 0.2 1.0", "case step(1, 2): …", "answer 0: 12", "error run: …".
 */
export function clusterOf(verdict: Verdict, answer: KeptAnswer | undefined): string | undefined {
  if (verdict.kind === "error")
    return verdict.stage === "blank" ? undefined : `error ${verdict.stage}: ${verdict.message}`;
  if (verdict.kind !== "fail") return undefined;
  const { mistake, parts = [], counterexample, message } = verdict;
  if (mistake !== undefined) return `mistake whole.${mistake}`;
  const wrong = parts.filter(({ right }) => !right);
  const named = wrong.flatMap((part) =>
    part.mistake === undefined ? [] : [`${part.index}.${part.mistake}`],
  );
  if (named.length > 0) return `mistake ${named.join(" ")}`;
  if (counterexample !== undefined) return `case ${counterexample}`;
  if (typeof answer === "string" || answer === undefined) return `case ${message}`;
  if (wrong.length === 0) return `answer ${answer.join(", ")}`;
  return `answer ${wrong.map(({ index }) => `${index}: ${String(answer[index] ?? "").trim()}`).join(", ")}`;
}
