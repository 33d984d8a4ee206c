import type { Assignment } from "#src/classroom/assignment.ts";
import type { Question } from "#src/classroom/question.ts";
import { settle } from "#src/classroom/settle.ts";
import { type Overrides, type Table, tableOf } from "#src/classroom/table.ts";
import type { Graded } from "./regrade-protocol.ts";

/** A class as far as it is graded, with what its teacher decided. */
export interface ClassState {
  readonly assignment: Assignment;
  readonly questions: ReadonlyMap<string, Question>;
  /** By the names of the files. */
  readonly graded: ReadonlyMap<string, Graded>;
  readonly marks: Overrides;
  readonly table: Table;
  /** Where the book begins, such as "/". */
  readonly base: string;
}

/** The table of what is graded so far. */
export function tabulated(state: Omit<ClassState, "table">): ClassState {
  const results = [...state.graded.values()].map(({ result }) => result);
  return { ...state, table: tableOf(state.assignment, settle(results), state.marks) };
}

/** What a student answered to an exercise, in the hand-in that counts. */
export function answerOf({ graded }: ClassState, file: string, exercise: string) {
  const answers = graded.get(file)?.answers;
  return answers && Object.hasOwn(answers, exercise) ? answers[exercise] : undefined;
}
