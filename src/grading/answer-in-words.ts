import type { KeptAnswer } from "./progress.ts";

/** An answer as it was entered, a line for each part; options and steps are counted from 1. */
export function answerInWords(answer: KeptAnswer): string {
  if (typeof answer === "string") return answer;
  return answer.map((one) => (typeof one === "number" ? String(one + 1) : one)).join("\n");
}
