import { describe, expect, it } from "vitest";
import { shrink } from "#src/grading/shrink.ts";
import { type Case, caseOf, drawOf } from "#src/grading/try-properties.ts";

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
    await shrink(caseOf(199), async (one) => {
      tries++;
      return one.choices.filter((choice) => choice > 0.3).length > 20 ? one : undefined;
    });
    expect(tries).toBeLessThanOrEqual(150);
    expect(tries).toBeGreaterThan(100);
  });
});

describe("a case", () => {
  it("is the same at every check with the same seed, and another with another", () => {
    expect(caseOf(7)).toEqual(caseOf(7));
    expect(caseOf(7, 1)).not.toEqual(caseOf(7));
    expect(caseOf(7, 1)).toEqual(caseOf(7, 1));
  });

  it("takes the simplest where its choices end", () => {
    const { random } = drawOf({ size: 1, choices: [0.25] });
    expect([random(), random()]).toEqual([0.25, 0]);
  });
});
