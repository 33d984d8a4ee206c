import { mulberry32 } from "@downhill/optim";
import type { Call, Problem } from "./answerer.ts";
import { type Draw, type Property, words } from "./property.ts";
import { replay } from "./replay.ts";

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
      readonly counterexample?: string;
      /** Share of the claims that held before this one. */
      readonly share: number;
    }
  /** The function itself threw, given the arguments in words. */
  | { readonly kind: "threw"; readonly problem: Problem; readonly args: string };

/** The drawing of case number `index`, the same at every check. */
export function caseOf(index: number): Draw {
  return { random: mulberry32(1000 + index), size: 1 + Math.floor((index * LARGEST) / CASES) };
}

/** Tries every claim on 200 seeded cases, small ones first, until one fails. */
export async function tryProperties(properties: readonly Property[], call: Call): Promise<Trial> {
  for (const [rank, { claim, test }] of properties.entries()) {
    const share = rank / properties.length;
    for (let from = 0; from < CASES; from += TOGETHER) {
      const cases = Array.from({ length: TOGETHER }, (_, index) => from + index);
      const endings = await replay(
        cases.map((index) => (subject) => test(subject, caseOf(index))),
        call,
      );
      for (const ending of endings) {
        if (ending.kind === "threw") {
          const { problem, args } = ending;
          return { kind: "threw", problem, args: args.map(words).join(", ") };
        }
        // The check stumbled over what the function returned; gradeCode tries the solution next.
        if (ending.kind === "stumbled") return { kind: "fails", claim, share };
        const counterexample = ending.value;
        if (counterexample !== undefined) return { kind: "fails", claim, counterexample, share };
      }
    }
  }
  return { kind: "holds" };
}
