import { parseHTML } from "linkedom";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { drawNumbers } from "#components/exercise/draw-numbers.ts";

beforeEach(() => {
  vi.stubGlobal("document", parseHTML("<p></p>").document);
});
afterEach(() => vi.unstubAllGlobals());

it("draws a ring and a dot for each entry, the larger number higher", () => {
  const figure = drawNumbers({ expected: [1, 2], got: [1, 4] });
  const heights = (kind: string) =>
    [...(figure?.querySelectorAll(`.${kind}`) ?? [])].map((dot) => Number(dot.getAttribute("cy")));
  const [rings, dots] = [heights("expected"), heights("got")];
  expect(rings).toHaveLength(2);
  expect(dots[0]).toBe(rings[0]);
  expect(dots[1]).toBeLessThan(rings[1]!);
});

it("draws nothing that could not be told apart", () => {
  expect(drawNumbers({ expected: [1, 2], got: [1, 2.05] })).toBeUndefined();
  expect(drawNumbers({ expected: [0], got: [0] })).toBeUndefined();
});
