import type { Counterexample } from "./property.ts";

/** What became of one box, option or step of an answer. */
export interface Part {
  /** Which box or step, counted from 0. */
  readonly index: number;
  readonly right: boolean;
  /** Which of the listed mistakes of this part the answer agrees with. */
  readonly mistake?: number;
  /** A word about this part alone, for example that it is close. */
  readonly note?: string;
}

/** Where a check stopped before it could judge. None of these is a wrong answer. */
export type Stage = "blank" | "syntax" | "names" | "run" | "time";

/**
 * The result of checking an answer, as data.
 *
 * `fail` is a wrong answer. `error` means that there was nothing to judge yet: an empty box, a typing
 * error, code that does not run. `broken` is the book's own fault and says so.
 */
export type Verdict =
  | { readonly kind: "pass" }
  | {
      readonly kind: "fail";
      readonly message: string;
      /** Share of the answer that is right, from 0 to 1. */
      readonly credit: number;
      /** Which of the exercise's listed mistakes the answer agrees with, counted from 0. */
      readonly mistake?: number;
      readonly parts?: readonly Part[];
      /** The smallest input found on which the claim of `message` fails, in words. */
      readonly counterexample?: string;
      /** The numbers expected there and those that came. */
      readonly numbers?: Counterexample["numbers"];
    }
  | {
      readonly kind: "error";
      readonly stage: Stage;
      readonly message: string;
      readonly line?: number;
      readonly column?: number;
    }
  | { readonly kind: "broken"; readonly message: string };
