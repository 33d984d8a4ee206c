import { checkGradient, numericGradient } from "@downhill/optim";
import { brownBadlyScaled, rosenbrock } from "@downhill/optim/problems";
import { expect, test } from "vitest";

test("central differences are exact for quadratics, up to rounding", () => {
  const g = numericGradient(([x = 0, y = 0]) => x * x + 3 * x * y, [1, 2]);
  expect(g[0]).toBeCloseTo(8, 9);
  expect(g[1]).toBeCloseTo(3, 9);
});

test("the error shrinks like h² as long as h is not small", () => {
  const error = (h: number) =>
    Math.abs(numericGradient(([x = 0]) => Math.sin(x), [1], h)[0]! - Math.cos(1));
  expect(error(0.1) / error(0.05)).toBeCloseTo(4, 1);
});

test("a step that is not above 0 is refused", () => {
  expect(() => numericGradient(() => 0, [1], 0)).toThrow(
    new RangeError("numericGradient: h must be above 0, got 0"),
  );
  expect(() => numericGradient(() => 0, [1], Number.NaN)).toThrow("got NaN");
});

test("checkGradient accepts a right gradient and points at a wrong coordinate", () => {
  expect(checkGradient(rosenbrock, [-1.2, 1])).toMatchObject({ ok: true });
  const wrong = {
    ...rosenbrock,
    gradient: (x: Float64Array) => rosenbrock.gradient(x).map((g, i) => (i === 1 ? -g : g)),
  };
  const check = checkGradient(wrong, [-1.2, 1]);
  expect(check).toMatchObject({ ok: false, coordinate: 1 });
  expect(check.error).toBeGreaterThan(0.1);
});

test("checkGradient rejects NaN and a gradient that is too long or too short", () => {
  const say = (...g: number[]) => ({ ...rosenbrock, gradient: () => Float64Array.from(g) });
  const [right0, right1] = rosenbrock.gradient(Float64Array.of(2, 3)) as unknown as [
    number,
    number,
  ];
  expect(checkGradient(say(Number.NaN, right1), [2, 3])).toMatchObject({
    ok: false,
    coordinate: 0,
  });
  expect(checkGradient(say(right0), [2, 3]).ok).toBe(false);
  expect(checkGradient(say(right0, right1, 0), [2, 3]).ok).toBe(false);
  expect(checkGradient(say(right0, right1), [2, 3]).ok).toBe(true);
});

test("checkGradient calls no difference an error that the rounding of a huge f explains", () => {
  // f is 1e12 here: its differences are uncertain by 100, which the first slope, 2e6, exceeds.
  expect(checkGradient(brownBadlyScaled, [1, 1]).ok).toBe(true);
  const wrong = { ...brownBadlyScaled, gradient: () => Float64Array.of(-1.99e6, -2) };
  expect(checkGradient(wrong, [1, 1])).toMatchObject({ ok: false, coordinate: 0 });
});
