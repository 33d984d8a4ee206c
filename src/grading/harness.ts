const SOLUTION = /^import \{([^}]*)\} from "\.\/solution\.ts";\n/m;

/**
 * An answer with the part that tries it. A check calls an answer in another thread and can hand over
 * no function; where an exercise needs one (a gradient, a generator of random numbers), its file
 * `harness.ts` makes it there and calls the answer. In the file the functions that are tried come
 * from `solution.ts`; here they are the answer's.
 *
 * @param answer TypeScript; its lines keep their numbers
 * @param harness text of `harness.ts`
 */
export function withHarness(answer: string, harness: string): string {
  return `${answer}\n${harness.replace(SOLUTION, "")}`;
}

/** The names that a harness takes from the answer. */
export function triedBy(harness: string): readonly string[] {
  return (SOLUTION.exec(harness)?.[1] ?? "").split(",").map((name) => name.trim());
}
