import { array, asyncProperty, check, integer, tuple } from "fast-check";
import type { Case } from "./try-properties.ts";

/** Choices are shrunk as whole parts of 1. */
const PARTS = 64;
/** Smaller cases that are tried; a check should not take long for the sake of a shorter message. */
const MOST = 150;

/**
 * Makes a failing case smaller as long as it fails: a smaller size, fewer and smaller choices.
 *
 * @param fails what a case ends with when it fails; nothing when the claim holds there
 * @returns what the smallest failing case ended with; nothing when none smaller was found
 */
export async function shrink<T>(
  { size, choices }: Case,
  fails: (smaller: Case) => Promise<T | undefined>,
): Promise<T | undefined> {
  let tried = 0;
  let smallest: T | undefined;
  const cases = tuple(
    integer({ min: 1, max: size }),
    array(integer({ min: 0, max: PARTS - 1 }), { maxLength: choices.length }),
  );
  const start: [number, number[]] = [size, choices.map((one) => Math.floor(one * PARTS))];
  const property = asyncProperty(cases, async ([smallerSize, parts]) => {
    if (++tried > MOST) return true;
    const end = await fails({ size: smallerSize, choices: parts.map((part) => part / PARTS) });
    if (end !== undefined) smallest = end;
    return end === undefined;
  });
  await check(property, { examples: [[start]], numRuns: 1 });
  return smallest;
}
