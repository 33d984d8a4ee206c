import { mulberry32 } from "@downhill/optim";
import { type Draw, type Property, type Subject, words } from "./property.ts";

/** Cases per property; their sizes grow from 1 to 12, so the first that fails is a small one. */
const CASES = 200;
const LARGEST = 12;

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
  /** The function itself threw, in the call given in words. */
  | { readonly kind: "threw"; readonly error: unknown; readonly call: string };

/** The drawing of case number `index`, the same at every check. */
export function caseOf(index: number): Draw {
  return { random: mulberry32(1000 + index), size: 1 + Math.floor((index * LARGEST) / CASES) };
}

/** Tries every claim on 200 seeded cases, small ones first, until one fails. */
export function tryProperties(properties: readonly Property[], subject: Subject): Trial {
  for (const [rank, { claim, test }] of properties.entries()) {
    for (let index = 0; index < CASES; index++) {
      let thrown: { readonly error: unknown; readonly call: string } | undefined;
      const watched: Subject = (...args) => {
        try {
          return subject(...args);
        } catch (error) {
          thrown = { error, call: `${subject.name}(${args.map(words).join(", ")})` };
          throw error;
        }
      };
      const share = rank / properties.length;
      try {
        const counterexample = test(watched, caseOf(index));
        if (counterexample !== undefined) return { kind: "fails", claim, counterexample, share };
      } catch {
        if (thrown) return { kind: "threw", ...thrown };
        // The check stumbled over what the function returned; gradeCode tries the solution next.
        return { kind: "fails", claim, share };
      }
    }
  }
  return { kind: "holds" };
}
