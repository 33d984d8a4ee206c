import {
  choiceOf,
  factorPerturbation,
  gauss,
  integerRange,
  linearRange,
  logRange,
  mulberry32,
  normalPerturbation,
  searchSpace,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

fc.configureGlobal({ seed: 1 });

const space = searchSpace({
  rate: logRange(1e-4, 1),
  beta: linearRange(0, 0.9),
  rule: choiceOf(["adam", "momentum"]),
  layers: integerRange(1, 9),
});
type Values = ReturnType<typeof space.sample>;
const values: Values = { rate: 1e-2, beta: 0.45, rule: "adam", layers: 5 };

describe.each([
  ["normal", normalPerturbation<Values>(0.3)],
  ["factor", factorPerturbation<Values>(0.3, 4)],
])("a %s perturbation", (_name, perturb) => {
  test("stays within the space, keeps choices, and changes nothing that it is given", () => {
    check(
      fc.property(fc.integer(), (seed) => {
        const before = structuredClone(values);
        const changed = perturb(values, space, mulberry32(seed));
        expect(space.check("test", changed)).toBe(changed);
        expect(changed.rule).toBe("adam");
        expect(values).toEqual(before);
      }),
    );
  });
});

test("a normal step is σ ξ along the range, so that it multiplies on a logarithmic one", () => {
  const changed = normalPerturbation<Values>()(values, space, mulberry32(5));
  const normal = gauss(mulberry32(5));
  expect(changed.rate).toBeCloseTo(1e-2 * 10 ** (4 * 0.1 * normal()), 12);
  expect(changed.beta).toBeCloseTo(0.45 + 0.9 * 0.1 * normal(), 12);
  expect(changed.layers).toBe(Math.floor(1 + 9 * (0.5 + 0.1 * normal())));
});

test("factors are 0.8 and 1.2, each half of the time", () => {
  const rng = mulberry32(1);
  const perturb = factorPerturbation<Values>();
  const rates = Array.from({ length: 1000 }, () => perturb(values, space, rng).rate);
  const down = rates.filter((rate) => rate === 0.8 * 1e-2).length;
  expect(rates.filter((rate) => rate === 1.2 * 1e-2).length).toBe(1000 - down);
  expect(Math.abs(down - 500)).toBeLessThan(3 * Math.sqrt(250));
});

test.each([
  [() => normalPerturbation(0), "normalPerturbation: sigma must be in (0, ∞), got 0"],
  [() => factorPerturbation(-1), "factorPerturbation: down must be in (0, ∞), got -1"],
  [() => factorPerturbation(0.8, Number.NaN), "factorPerturbation: up must be in (0, ∞), got NaN"],
])("%s is named", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});
