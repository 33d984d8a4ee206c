import { answerInWords } from "#src/grading/answer-in-words.ts";
import type { AttemptReport } from "./attempts.ts";
import type { ScormEdition } from "./lms-package.ts";

/** An answer as an LMS lists it: the type of the question and what was answered. */
export interface Response {
  readonly type: string;
  readonly response: string;
}

/** The most characters of an answer that are told: enough to recognise it by. */
const LONGEST = 250;

/**
 * The answer of an attempt in the form of an edition of SCORM. Options and steps are numbered from
 * 1; a longer text is cut, since the whole of it is in the resume state already.
 */
export function responseOf(
  { exercise: { kind }, answer }: Pick<AttemptReport, "exercise" | "answer">,
  edition: ScormEdition,
): Response {
  const numbered = typeof answer !== "string" && answer.every((part) => typeof part === "number");
  if (numbered && (kind === "choice" || kind === "order")) {
    // An option is a letter in 1.2, whose list of letters takes no other names.
    const names = answer.map((part) =>
      edition === "1.2" ? (Number(part) + 10).toString(36) : String(Number(part) + 1),
    );
    return {
      type: kind === "choice" ? "choice" : "sequencing",
      response: names.join(edition === "1.2" ? "," : "[,]"),
    };
  }
  const type = kind === "code" && edition === "2004" ? "long-fill-in" : "fill-in";
  // An answer of several lines is refused by LMSs of SCORM 1.2.
  const line = answerInWords(answer)
    .trim()
    .replace(/\s*\n\s*/g, kind === "code" ? " " : "; ");
  return { type, response: line.slice(0, LONGEST) };
}
