import fc from "fast-check";

/** How many times more cases than usual: set by `npm run audit`. */
const TIMES = Number(process.env["DOWNHILL_TIMES"] ?? 1);

/**
 * Asserts a property of fast-check on random cases: the same ones in every run of the tests, many
 * more and fresh ones in the audit. What fails is shrunk and printed with its seed.
 */
export function check<T>(property: fc.IProperty<T>, { numRuns = 100 } = {}): void {
  fc.assert(property, { numRuns: numRuns * TIMES, ...(TIMES === 1 && { seed: 1 }) });
}
