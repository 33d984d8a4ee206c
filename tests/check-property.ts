import fc from "fast-check";
import { TIMES } from "./times.ts";

/**
 * Asserts a property of fast-check on random cases: the same ones in every run of the tests, many
 * more and fresh ones in the audit. What fails is shrunk and printed with its seed.
 */
export function check<T>(property: fc.IProperty<T>, { numRuns = 100 } = {}): void {
  fc.assert(property, { numRuns: numRuns * TIMES, ...(TIMES === 1 && { seed: 1 }) });
}
