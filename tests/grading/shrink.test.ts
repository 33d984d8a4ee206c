import { describe, expect, it } from "vitest";
import { shrink } from "#src/grading/shrink.ts";
import { type Case, caseOf, drawOf } from "#src/grading/try-properties.ts";

/** The first choices of a case. */
const draws = (one: Case) => {
  const { random } = drawOf(one);
  return Array.from({ length: 200 }, () => random());
};

describe("a failing case", () => {
  it("shrinks to the smallest size and the fewest, smallest choices that still fail", async () => {
    const fails = async (one: Case) =>
      one.size >= 3 && (one.choices[1] ?? 0) >= 0.5 ? one : undefined;
    const found = { size: 11, choices: [0.9, 0.8, 0.7, 0.6] };
    expect(await shrink(found, fails)).toEqual({ size: 3, choices: [0, 0.5] });
  });

  it("is left as it is when nothing smaller fails", async () => {
    expect(await shrink({ size: 5, choices: [0.3] }, async () => undefined)).toBeUndefined();
  });

  it("costs no more than 150 tries", async () => {
    let tries = 0;
    const large = { size: 12, choices: draws(caseOf(199)).slice(0, 64) };
    await shrink(large, async (one) => {
      tries++;
      return one.choices.filter((choice) => choice > 0.3).length > 20 ? one : undefined;
    });
    expect(tries).toBeLessThanOrEqual(150);
    expect(tries).toBeGreaterThan(100);
  });
});

describe("a case", () => {
  it("is the same at every check with the same seed, and another with another", () => {
    expect(draws(caseOf(7))).toEqual(draws(caseOf(7)));
    expect(draws(caseOf(7, 1))).not.toEqual(draws(caseOf(7)));
    expect(draws(caseOf(7, 1))).toEqual(draws(caseOf(7, 1)));
    expect(caseOf(7).size).toBe(caseOf(7, 1).size);
  });

  it("has as many choices as a draw needs, and draws the same again", () => {
    const one = caseOf(3);
    const first = draws(one);
    expect(new Set(first).size).toBe(200);
    expect(draws(one)).toEqual(first);
  });

  it("takes the simplest where its choices end", () => {
    const { random } = drawOf({ size: 1, choices: [0.25] });
    expect([random(), random()]).toEqual([0.25, 0]);
  });
});
