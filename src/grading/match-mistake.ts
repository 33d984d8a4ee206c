import { agree, type Check, type Subject } from "./property.ts";
import { caseOf } from "./try-properties.ts";

/** Every tenth case of the check: small and large ones. */
const PROBES = Array.from({ length: 20 }, (_, index) => index * 10 + 5);

/**
 * Which known mistake a function behaves like: the first whose results, and whose effects on its
 * arguments, agree with the function's on 20 probes. Nothing when none does.
 */
export function matchMistake(
  learner: Subject,
  mistakes: readonly Subject[],
  probe: Check["probe"],
): number | undefined {
  const seen = observe(learner, probe);
  const index = mistakes.findIndex((mistake) => agree(seen, observe(mistake, probe)));
  return index < 0 ? undefined : index;
}

/** Results and the arguments after each call; a call that throws counts by the fact. */
export function observe(subject: Subject, probe: Check["probe"]): readonly unknown[] {
  return PROBES.map((index) => {
    const args = structuredClone(probe(caseOf(index)));
    try {
      return { result: structuredClone(subject(...args)), args };
    } catch {
      return { threw: true, args };
    }
  });
}
