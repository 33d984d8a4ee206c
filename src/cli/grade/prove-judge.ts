import type { CodeJudge } from "#src/classroom/judge.ts";

const SOLUTION = "export const same = (x: number) => x;";
const CHECK = `export const check = {
  name: "same",
  properties: [{ claim: "It gives what it was given.", test: (same, { random }) => {
    const x = random();
    return same(x) === x ? undefined : "it did not";
  } }],
  probe: ({ random }) => [random()],
};`;

/**
 * Tries the judge on an answer that is right before any student's: on a machine on which nothing can
 * be judged, all of them would look wrong.
 *
 * @throws Error with what came instead
 */
export async function proveJudge(judge: CodeJudge): Promise<void> {
  const { verdict } = await judge({
    answer: SOLUTION,
    starter: "",
    check: CHECK,
    solution: SOLUTION,
    mistakes: [],
  });
  if (verdict.kind !== "pass")
    throw new Error(
      `code cannot be checked on this machine: a right answer was not accepted (${verdict.message}). Nothing was graded.`,
    );
}
