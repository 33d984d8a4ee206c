import { createOracle, lineOf, sameDecrease, unitLengthThenFull, vec } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { expect, test } from "vitest";

const line = lineOf(createOracle(bowl([1, 25])), vec(-4, 1), vec(3, -4)); // f = 20.5, φ′(0) = −112

test("unitLengthThenFull begins with a step of length 1 and then tries α = 1", () => {
  expect(unitLengthThenFull(line, undefined)).toBe(1 / 5);
  expect(unitLengthThenFull(line, { stepLength: 0.3, slope: -1 })).toBe(1);
});

test("sameDecrease goes to the minimum of the parabola with the decrease before, and 1 % on", () => {
  const before = { stepLength: 0.3, slope: -1, f: 34.5 };
  expect(sameDecrease()(line, before)).toBeCloseTo((1.01 * 2 * 14) / 112, 14);
  // On a parabola that indeed falls by 14 the minimum is at 2 · 14/112.
  expect(sameDecrease({ largest: 0.1 })(line, before)).toBe(0.1);
});

test("sameDecrease begins with a step of length 1.01", () => {
  expect(sameDecrease()(line, undefined)).toBeCloseTo(1.01 / 5, 15);
  expect(sameDecrease({ largest: 0.1 })(line, undefined)).toBe(0.1);
});

test("sameDecrease stays with the step length where f has not fallen or is not known", () => {
  for (const f of [undefined, 20.5, 20, 20.5 + 1e-13]) {
    const before = { stepLength: 0.3, slope: -1, ...(f === undefined ? {} : { f }) };
    expect(sameDecrease()(line, before)).toBe(0.3);
  }
});

test("sameDecrease never tries more than the largest", () => {
  expect(sameDecrease({ largest: 1 })(line, { stepLength: 5, slope: -1, f: 20.5 })).toBe(1);
  expect(sameDecrease({ largest: 1e-3 })(line, { stepLength: 5, slope: -1, f: 900 })).toBe(1e-3);
});

test("bad options are named", () => {
  expect(() => sameDecrease({ largest: 0 })).toThrow(
    new RangeError("sameDecrease: largest must be in (0, ∞), got 0"),
  );
  expect(() => sameDecrease({ smallest: 1 } as never)).toThrow(
    new TypeError('sameDecrease: there is no option "smallest". The options are largest'),
  );
});
