import { allArguments } from "./arguments.ts";
import {
  type Answers,
  type Argument,
  type Candidate,
  candidates,
  type Question,
  questions,
} from "./guide.ts";

/** A candidate with all that the answers say of it. */
export interface Standing {
  readonly candidate: Candidate;
  readonly for: readonly Argument[];
  readonly against: readonly Argument[];
  /** Sum of the weights. */
  readonly score: number;
}

/** The candidates, the one with the stronger case first; among equals in the order of the list. */
export function weigh(answers: Answers): readonly Standing[] {
  const given = allArguments.filter(({ question, answer }) => answers[question] === answer);
  return candidates
    .map((candidate) => {
      const own = given
        .filter((argument) => argument.candidate === candidate.id)
        .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
      return {
        candidate,
        for: own.filter(({ weight }) => weight > 0),
        against: own.filter(({ weight }) => weight < 0),
        score: own.reduce((sum, { weight }) => sum + weight, 0),
      };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** One other answer, and whom the stronger case would then be for. */
export interface Change {
  readonly question: Question;
  readonly answer: { readonly id: string; readonly text: string };
  readonly candidate: Candidate;
}

/** Every single answer that would put another candidate first. */
export function changesOf(answers: Answers): readonly Change[] {
  const first = weigh(answers)[0]?.candidate;
  return questions.flatMap((question) =>
    question.answers.flatMap((answer) => {
      if (answers[question.id] === answer.id) return [];
      const candidate = weigh({ ...answers, [question.id]: answer.id })[0]?.candidate;
      return candidate === undefined || candidate === first
        ? []
        : [{ question, answer, candidate }];
    }),
  );
}
