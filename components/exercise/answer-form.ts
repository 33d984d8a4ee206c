import type { Spec } from "#src/course/exercise-spec.ts";
import type { KeptAnswer } from "#src/grading/progress.ts";
import type { Part, Verdict } from "#src/grading/verdict.ts";

export type Answer = KeptAnswer;

/** The fields of an exercise as the element sees them, whatever their kind. */
export interface AnswerForm {
  /** What the learner has entered. */
  read(): Answer;
  /** Puts a kept answer back; one that does not fit the fields is left out. */
  write(answer: Answer): void;
  /** Checks what is entered now. Rejects only when what it needs cannot be loaded. */
  grade(): Verdict | Promise<Verdict>;
  /** Marks boxes or steps as right or wrong; nothing to forget the marks. */
  mark(parts: readonly Part[] | undefined): void;
  /** Ends a check under way, where a check can take long. */
  readonly stop?: () => void;
  /** Underlines a place in code, or nothing. */
  readonly point?: (verdict: Verdict) => void;
  /** Called when the learner turns to the exercise, to load what checking needs. */
  readonly preload?: () => void;
  /** Whether there is a starter to go back to; such an answer is one text. */
  readonly resets?: boolean;
  /** Takes a question of the same shape in other numbers. */
  readonly ask?: (spec: Spec) => void;
  /** Called before the solution is opened. */
  readonly compare?: (place: HTMLElement) => void;
}
