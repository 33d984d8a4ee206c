import { mulberry32 } from "@downhill/optim";
import type { Call, Problem } from "./answerer.ts";
import { type Counterexample, type Draw, type Property, words } from "./property.ts";
import { type Ending, replay } from "./replay.ts";
import { shrink } from "./shrink.ts";

/** Cases per property; their sizes grow from 1 to 12, so the first that fails is a small one. */
const CASES = 200;
const LARGEST = 12;
/** Cases asked for together: few enough that a small one fails before a large one takes long. */
const TOGETHER = 25;

/** What trying all claims on a function showed. */
export type Trial =
  | { readonly kind: "holds" }
  | {
      readonly kind: "fails";
      readonly claim: string;
      readonly counterexample?: Counterexample;
      /** Share of the claims that held before this one. */
      readonly share: number;
    }
  /** The function itself threw, given the arguments in words. */
  | { readonly kind: "threw"; readonly problem: Problem; readonly args: string };

/** A case as its choices, each in [0, 1): what draws it again. */
export interface Case {
  readonly size: number;
  /** Those made so far: a draw that needs another one adds it. */
  readonly choices: number[];
  /** Makes the next choice. Where nothing does, the simplest is taken, 0. */
  readonly choose?: () => number;
}

/** Case number `index`, the same at every check with the same seed. */
export function caseOf(index: number, seed = 0): Case {
  return {
    size: 1 + Math.floor((index * LARGEST) / CASES),
    choices: [],
    choose: mulberry32(1000 + index + 1_000_003 * seed),
  };
}

/** A drawing of a case, the same each time. */
export function drawOf({ size, choices, choose }: Case): Draw {
  let next = 0;
  return {
    size,
    random() {
      if (next === choices.length) choices.push(choose?.() ?? 0);
      return choices[next++] as number;
    },
  };
}

/**
 * Tries every claim on 200 seeded cases, or on one where nothing is drawn, small ones first, until one
 * fails; that one is shrunk.
 * @param seed another one draws other cases. Default 0.
 */
export async function tryProperties(
  properties: readonly Property[],
  call: Call,
  seed = 0,
): Promise<Trial> {
  for (const [rank, { claim, test, once = false }] of properties.entries()) {
    const share = rank / properties.length;
    const run = (cases: readonly Case[]) =>
      replay(
        cases.map((one) => (subject) => test(subject, drawOf(one))),
        call,
      );
    const count = once ? 1 : CASES;
    for (let from = 0; from < count; from += TOGETHER) {
      const length = Math.min(TOGETHER, count - from);
      const cases = Array.from({ length }, (_, index) => caseOf(from + index, seed));
      const endings = await run(cases);
      const first = endings.findIndex(isBad);
      const ending = endings[first];
      const found = cases[first];
      if (!ending || !found) continue;
      const smallest = await shrink(found, async (one) => {
        const [other] = await run([one]);
        return other !== undefined && other.kind === ending.kind && isBad(other)
          ? other
          : undefined;
      });
      return trialOf(smallest ?? ending, claim, share);
    }
  }
  return { kind: "holds" };
}

type End = Ending<string | Counterexample | undefined>;

const isBad = (ending: End) => ending.kind !== "value" || ending.value !== undefined;

function trialOf(ending: End, claim: string, share: number): Trial {
  if (ending.kind === "threw") {
    const { problem, args } = ending;
    return { kind: "threw", problem, args: args.map(words).join(", ") };
  }
  // The check stumbled over what the function returned; gradeCode tries the solution next.
  if (ending.kind === "stumbled" || ending.value === undefined)
    return { kind: "fails", claim, share };
  const { value } = ending;
  const counterexample = typeof value === "string" ? { words: value } : value;
  return { kind: "fails", claim, counterexample, share };
}
