import { createOracle } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { expect, test, vi } from "vitest";
import { watchedOracle } from "#src/optim/src/internal/watched-oracle.ts";

const x = Float64Array.of(1, 2);

test("asking twice at one point evaluates and counts once", () => {
  const objective = { ...bowl([1, 25]) };
  const value = vi.spyOn(objective, "value");
  const oracle = createOracle(objective);
  expect([oracle.f(x), oracle.f(Float64Array.from(x))]).toEqual([50.5, 50.5]);
  expect(value).toHaveBeenCalledTimes(1);
  oracle.g(x);
  oracle.g(x);
  oracle.h(x);
  expect(oracle.calls).toEqual({ f: 1, g: 1, h: 1, hv: 0 });
});

test("a point that was changed in place is another point", () => {
  const oracle = createOracle(bowl([1, 25]));
  const moving = Float64Array.of(1, 2);
  oracle.f(moving);
  moving[0] = 3;
  expect(oracle.f(moving)).toBe(54.5);
});

test("0 and −0 are different points, as 1/x knows", () => {
  const oracle = createOracle({ dim: 1, value: ([z = 0]) => 1 / z, gradient: (z) => z });
  expect(oracle.f(Float64Array.of(0))).toBe(Number.POSITIVE_INFINITY);
  expect(oracle.f(Float64Array.of(-0))).toBe(Number.NEGATIVE_INFINITY);
});

test("calls is a picture of the moment, not a counter that goes on", () => {
  const oracle = createOracle(bowl([1, 25]));
  const before = oracle.calls;
  oracle.f(x);
  expect(before.f).toBe(0);
});

test("what only the watch asks for is not counted, and a later question of the method is", () => {
  const objective = { ...bowl([1, 25]) };
  const gradient = vi.spyOn(objective, "gradient");
  const { oracle, watch } = watchedOracle(objective);
  watch.g(x);
  expect(oracle.calls.g).toBe(0);
  oracle.g(x);
  expect(oracle.calls.g).toBe(1);
  expect(gradient).toHaveBeenCalledTimes(1);
});

test("Hessian times vector falls back on the Hessian, and is used and counted if there", () => {
  const plain = createOracle(bowl([1, 25]));
  expect(plain.hv(x, Float64Array.of(1, 1))).toEqual(Float64Array.of(1, 25));
  expect(plain.calls).toEqual({ f: 0, g: 0, h: 1, hv: 0 });
  const quick = createOracle({ ...bowl([1, 25]), hessianVector: () => Float64Array.of(7, 7) });
  expect(quick.hv(x, x)).toEqual(Float64Array.of(7, 7));
  expect(quick.calls).toEqual({ f: 0, g: 0, h: 0, hv: 1 });
});

test("a Hessian that the objective does not have is named, with what to do", () => {
  const { hessian: _, ...first } = bowl([1, 25]);
  expect(() => createOracle(first).h(x)).toThrow(
    new TypeError(
      "oracle: this objective has no Hessian. Give it a hessian(x), or use a method of order 1",
    ),
  );
});
