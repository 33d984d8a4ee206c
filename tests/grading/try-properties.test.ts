import { describe, expect, it } from "vitest";
import type { Property } from "#src/grading/property.ts";
import { tryProperties } from "#src/grading/try-properties.ts";

const answer = async () => ({ value: 1, args: [] }) as never;

/** A claim that never holds of the case with this number, counted from 0. */
function failsAt(number: number, tried: { count: number }, once?: boolean): Property {
  return {
    claim: "It holds.",
    ...(once !== undefined && { once }),
    test: () => (tried.count++ === number ? "a case" : undefined),
  };
}

describe("a claim is tried", () => {
  it("on 200 cases", async () => {
    const tried = { count: 0 };
    expect(await tryProperties([failsAt(200, tried)], answer)).toEqual({ kind: "holds" });
    expect(tried.count).toBe(200);
  });

  it("on one, where nothing is drawn, with every seed", async () => {
    for (let seed = 0; seed < 20; seed++) {
      const tried = { count: 0 };
      expect(await tryProperties([failsAt(1, tried, true)], answer, seed)).toEqual({
        kind: "holds",
      });
      expect(tried.count).toBe(1);
      const failing = failsAt(0, { count: 0 }, true);
      expect(await tryProperties([failing], answer, seed)).toMatchObject({ kind: "fails" });
    }
  });
});
