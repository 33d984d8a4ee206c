import { allFinite, axpy, dot, norm, vec } from "@downhill/optim";
import { expect, test } from "vitest";

test("vec makes a vector of numbers or of a list, always a copy", () => {
  const list = Float64Array.of(1, 2);
  expect(vec(1, 2)).toEqual(list);
  expect(vec([1, 2])).toEqual(list);
  expect(vec(list)).toEqual(list);
  expect(vec(list)).not.toBe(list);
  expect(vec()).toEqual(new Float64Array(0));
});

test("dot is the sum of products", () => expect(dot(vec(1, 2, 3), vec(4, 5, 6))).toBe(32));

test("norm of (3, 4) is 5, at any scale that the numbers allow", () => {
  expect(norm(vec(3, 4))).toBe(5);
  expect(norm(vec(3e200, 4e200))).toBeCloseTo(5e200, -187);
  expect(norm(vec(3e-200, 4e-200)) / 5e-200).toBeCloseTo(1, 14);
});

test("norm of 0 is 0, of infinity infinite, of NaN NaN", () => {
  expect(norm(vec(0, 0))).toBe(0);
  expect(norm(vec(1, Number.NEGATIVE_INFINITY))).toBe(Number.POSITIVE_INFINITY);
  expect(norm(vec(1, Number.NaN))).toBe(Number.NaN);
});

test("axpy is y + αx and leaves both alone", () => {
  const [x, y] = [vec(1, 2), vec(10, 20)];
  expect(axpy(3, x, y)).toEqual(vec(13, 26));
  expect([x, y]).toEqual([vec(1, 2), vec(10, 20)]);
});

test("allFinite finds NaN and infinity", () => {
  expect(allFinite(vec(1, -2))).toBe(true);
  expect(allFinite(vec(1, Number.NaN))).toBe(false);
  expect(allFinite(vec(Number.POSITIVE_INFINITY, 1))).toBe(false);
});
