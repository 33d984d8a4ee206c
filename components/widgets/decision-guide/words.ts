import { say } from "#src/language/say.ts";
import type { TableData } from "../DataTable.tsx";
import { allArguments } from "./arguments.ts";
import { type Argument, candidates, questions } from "./guide.ts";
import type { Standing } from "./verdict.ts";

/** How much a reason weighs, in words. */
export function weightText({ weight }: Argument): string {
  const size = Math.abs(weight);
  return size >= 3 ? say("strong") : size === 2 ? say("fair") : say("slight");
}

/** The state of the guide in words. */
export function guideSummary(standings: readonly Standing[]): string {
  const [first, second] = standings;
  if (first === undefined || second === undefined) return "";
  if (first.score <= 0) return say("Nothing said so far speaks for any candidate.");
  const lead = first.score - second.score;
  const distance =
    lead === 0
      ? say("as strong")
      : lead === 1
        ? say("nearly as strong")
        : lead <= 3
          ? say("weaker")
          : say("much weaker");
  return say("The stronger case is for {first}. The next, for {second}, is {distance}.", {
    first: inSentence(first),
    second: inSentence(second),
    distance,
  });
}

const inSentence = ({ candidate }: Standing) => candidate.name;

/** A signed number with a real minus. */
export const signed = (value: number) =>
  value > 0 ? `+${value}` : String(value).replace("-", "−");

/** Every argument of the guide: complete without a press of a button. */
export function guideTable(): TableData {
  return {
    caption: say("All arguments of the guide, by question and answer"),
    columns: [say("answer, and whom it speaks for or against"), say("weight"), say("because")],
    rows: allArguments.map(({ question, answer, candidate, weight, reason }) => [
      `${questionOf(question).text} ${answerText(question, answer)}: ${candidates.find(({ id }) => id === candidate)?.name}`,
      signed(weight),
      reason,
    ]),
  };
}

function questionOf(id: string) {
  return questions.find((question) => question.id === id) as (typeof questions)[number];
}

function answerText(question: string, answer: string): string {
  return questionOf(question).answers.find(({ id }) => id === answer)?.text ?? "";
}
