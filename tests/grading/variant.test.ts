import { describe, expect, it } from "vitest";
import {
  allNumbers,
  bookNumbers,
  readCode,
  type Varies,
  variantNumbers,
  writeCode,
} from "#src/grading/variant.ts";

const varies: Varies = {
  edition: 2,
  numbers: { rate: [0.1, 0.2, 0.3], steps: [10, 5, 20, 40] },
  where: [],
};
const code = { edition: 2, learner: 77, count: 3 };
const many = Array.from({ length: 400 }, (_, learner) => ({ edition: 2, learner, count: 1 }));

describe("the numbers of a variant", () => {
  it("are the same for the same exercise and code", () => {
    expect(variantNumbers("a", varies, code)).toEqual(variantNumbers("a", varies, { ...code }));
  });

  it("depend on exercise, edition, learner and count", () => {
    const drawn = (exercise: string, change: Partial<typeof code>) =>
      JSON.stringify(
        many.map(({ learner }) =>
          variantNumbers(exercise, varies, { ...code, learner, ...change }),
        ),
      );
    const first = drawn("a", {});
    expect(drawn("b", {})).not.toBe(first);
    expect(drawn("a", { edition: 3 })).not.toBe(first);
    expect(drawn("a", { count: 4 })).not.toBe(first);
    expect(drawn("a", { learner: 1 })).not.toBe(first);
  });

  it("are never those of the book, and otherwise come about equally often", () => {
    const counts = new Map<string, number>();
    for (const one of many) {
      const key = JSON.stringify(variantNumbers("a", varies, one));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.has(JSON.stringify(bookNumbers(varies)))).toBe(false);
    expect(counts.size).toBe(11);
    // 400 draws of 11: mean 36, standard deviation below 6; 5 of these either way.
    for (const count of counts.values()) expect(Math.abs(count - 400 / 11)).toBeLessThan(30);
  });

  it("are drawn apart: another number beside it changes none", () => {
    const more = { ...varies, numbers: { ...varies.numbers, start: [1, 2] } };
    const alike = many.filter((one) => {
      const { start: _, ...rest } = variantNumbers("a", more, one);
      return JSON.stringify(rest) === JSON.stringify(variantNumbers("a", varies, one));
    });
    // All but those in which the first draw was the book's in one of the two.
    expect(alike.length).toBeGreaterThan(350);
  });

  it("meet the conditions", () => {
    const bound = { ...varies, where: ["4 - rate*steps"] };
    for (const one of many) {
      const { rate = 0, steps = 0 } = variantNumbers("a", bound, one);
      expect(rate * steps).toBeLessThan(4);
    }
    expect([...allNumbers(bound)].every(({ rate = 0, steps = 0 }) => rate * steps < 4)).toBe(true);
  });

  it("cannot be drawn when the conditions leave none, and this is said", () => {
    expect(() => variantNumbers("a", { ...varies, where: ["-1"] }, code)).toThrow(
      /exercise "a": no numbers but those of the book meet -1 > 0/,
    );
  });
});

describe("a code", () => {
  it("is read as it was written, with spaces and capitals around it", () => {
    const text = writeCode({ ...code, learner: 2 ** 32 - 1 });
    expect(readCode(` ${text.toUpperCase()} `, varies)).toEqual({
      code: { ...code, learner: 2 ** 32 - 1 },
    });
  });

  it.each([
    "",
    "2",
    "2.k3",
    "2.k3.0",
    "2.zzzzzzz.1",
    "2.k3.1.1",
    "x.k3.1",
    "2.k!.1",
    "<b>",
    "2.k3.-1",
  ])("%j is said to be none, with an example of one", (text) => {
    expect(readCode(text, varies)).toEqual({ problem: expect.stringContaining("1.k3f9.2") });
  });

  it("of another edition is said to be so, and what to do", () => {
    expect(readCode("1.k3.1", varies)).toEqual({
      problem: expect.stringMatching(/edition 1 .* edition 2.* new code/),
    });
  });
});
