import {
  createOracle,
  descend,
  exactLineSearch,
  type LineSearch,
  run,
  steepestDescent,
  vec,
} from "@downhill/optim";
import { bowl, doubleWell1d, rosenbrock } from "@downhill/optim/problems";
import { expect, test } from "vitest";

const along = (search: LineSearch, d: readonly number[], x = [4, 1], problem = bowl([1, 4])) =>
  search.search(createOracle(problem), vec(x), vec(d), undefined);

test("on a quadratic it finds α = gᵀg/(gᵀHg), whatever the first trial", () => {
  for (const initial of [1e-6, 0.1, 1, 1e6])
    expect(along(exactLineSearch({ initial }), [-4, -4])).toBeCloseTo(32 / 80, 7);
});

test("steepest descent with it shrinks f by ((κ − 1)/(κ + 1))² a step from the worst start", () => {
  const kappa = 9;
  const { frames } = run(
    descend(steepestDescent, exactLineSearch()),
    bowl([1, kappa]),
    [kappa, 1],
    { steps: 12 },
  );
  frames.slice(1).forEach(({ f }, k) => {
    expect(f / frames[k]!.f).toBeCloseTo(((kappa - 1) / (kappa + 1)) ** 2, 4);
  });
});

test("successive gradients are at right angles", () => {
  const { frames } = run(descend(steepestDescent, exactLineSearch()), rosenbrock, [-1.2, 1], {
    steps: 5,
  });
  frames.slice(1).forEach(({ x }, k) => {
    const [g, h] = [rosenbrock.gradient(x), rosenbrock.gradient(frames[k]!.x)];
    const cosine = (g[0]! * h[0]! + g[1]! * h[1]!) / (Math.hypot(...g) * Math.hypot(...h));
    expect(Math.abs(cosine)).toBeLessThan(1e-4);
  });
});

test("it stops in a valley on its way: from 2 in the double well, at the first one below f(2)", () => {
  const alpha = along(exactLineSearch(), [-21], [2], doubleWell1d) as number;
  expect(Math.abs(doubleWell1d.gradient(vec(2 - 21 * alpha))[0]!)).toBeLessThan(1e-4);
});

test("uphill, and where f has no minimum, it says why there is no step", () => {
  expect(along(exactLineSearch(), [4, 4])).toBe(
    "f falls nowhere along d, not even for α = 1e-20: x is a minimum, or d leads uphill",
  );
  expect(along(exactLineSearch(), [0, 1], [0, 1], bowl([1, -1]))).toMatch(
    /^along d, with α for x, f still falls at x = \S+, where it is -Infinity: it has no minimum on this way$/,
  );
});

test.each([
  [{ initial: 0 }, "initial must be in (0, ∞), got 0"],
  [{ tolerance: -1 }, "tolerance must be in [0, ∞), got -1"],
  [{ c1: 0.1 }, 'there is no option "c1". The options are initial, tolerance'],
])("%j is refused", (options, message) => {
  expect(() => exactLineSearch(options as never)).toThrow(`exactLineSearch: ${message}`);
});
