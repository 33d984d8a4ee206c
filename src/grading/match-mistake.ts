import { callerOf } from "./answer-here.ts";
import type { Call } from "./answerer.ts";
import { agree, type Check, type Subject } from "./property.ts";
import { caseOf, drawOf } from "./try-properties.ts";

/** Every tenth case of the check: small and large ones. */
const PROBES = Array.from({ length: 20 }, (_, index) => index * 10 + 5);

/**
 * Which known mistake a function behaves like: the first whose results, and whose effects on its
 * arguments, agree with the function's on 20 probes. Nothing when none does.
 */
export async function matchMistake(
  learner: Call,
  mistakes: readonly Subject[],
  probe: Check["probe"],
): Promise<number | undefined> {
  const seen = await observe(learner, probe);
  for (const [index, mistake] of mistakes.entries())
    if (agree(seen, await observe(callerOf(mistake), probe))) return index;
  return undefined;
}

/** Results and the arguments after each call; a call that throws counts by the fact. */
async function observe(call: Call, probe: Check["probe"]): Promise<readonly unknown[]> {
  const results = await call(PROBES.map((index) => probe(drawOf(caseOf(index)))));
  return results.map((one) =>
    one.kind === "returned"
      ? { result: one.value, args: one.args }
      : { threw: true, args: one.args },
  );
}
