import {
  createOracle,
  minimize,
  noisy,
  type RpropVariant,
  rprop,
  rpropBackKernel,
  rpropKernel,
  rpropSize,
  run,
} from "@downhill/optim";
import { beale, bowl, himmelblau } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";
import { constant, movesOn, near, statesOn } from "./gradient-stream.ts";
import { path } from "./paths.ts";

const sizes = { shrink: 0.5, grow: 1.25, smallest: 0.1, largest: 4 };
const variants: readonly RpropVariant[] = ["rprop+", "rprop-", "irprop+", "irprop-"];
const total = (moves: readonly number[]) => moves.reduce((sum, move) => sum + move, 0);

test("a size grows while the sign stays, shrinks when it changes, and keeps its bounds", () => {
  expect(rpropSize(1, 3, sizes)).toBe(1.25);
  expect(rpropSize(1, -3, sizes)).toBe(0.5);
  expect(rpropSize(1, 0, sizes)).toBe(1);
  expect(rpropSize(3.9, 1, sizes)).toBe(4);
  expect(rpropSize(0.11, -1, sizes)).toBe(0.1);
});

describe("where the sign has changed, after a step of −1 with size 1", () => {
  const one = (value: number) => Float64Array.of(value);

  test.each([
    ["with pause: stays, and forgets the gradient", true, 0, 0],
    ["without: goes back by the smaller step", false, 0.5, -3],
  ])("%s", (_title, pause, move, remembered) => {
    const [x, before, size] = [one(0), one(2), one(1)];
    rpropKernel(x, one(-3), before, size, sizes, pause);
    expect([x[0], before[0], size[0]]).toEqual([move, remembered, 0.5]);
  });

  test.each([
    ["with a way back: takes the step back", true, 1],
    ["without: stays", false, 0],
  ])("%s", (_title, back, move) => {
    const [x, before, size, d] = [one(0), one(2), one(1), one(-1)];
    rpropBackKernel(x, one(-3), before, size, d, sizes, back);
    expect([x[0], before[0], size[0]]).toEqual([move, 0, 0.5]);
    rpropBackKernel(x.fill(0), one(-3), before, size, d, sizes, back);
    expect([x[0], before[0], size[0], d[0]]).toEqual([0.5, -3, 0.5, 0.5]);
  });
});

test("gradients 3, 2, 0.5, −1, −0.2 make the sizes 0.1, 0.12, 0.144, 0.072, 0.072", () => {
  const states = statesOn(rprop({ learningRate: 0.1 }), [3, 2, 0.5, -1, -0.2]);
  const expected = [0.1, 0.1, 0.12, 0.144, 0.072, 0.072];
  for (const { k, size } of states) expect(size[0]).toBeCloseTo(expected[k]!, 14);
  expect(states[4]!.x[0]).toBe(0);
});

test("nine gradients of 0.1, then one of −0.9, ten times: it drifts by −381, its size is 21.1", () => {
  const cycle = [...constant(0.1, 9), -0.9];
  const gradients = Array.from({ length: 100 }, (_, i) => cycle[i % 10]!);
  const method = rprop({ learningRate: 0.01 });
  expect(total(movesOn(method, gradients))).toBeCloseTo(-381.4, 1);
  expect(statesOn(method, gradients).at(-1)!.size[0]).toBeCloseTo(21.1, 1);
});

test("only signs count: other sizes of the same gradients make the same steps, to the bit", () => {
  const gradient = fc.record({
    sign: fc.constantFrom(-1, 0, 1),
    size: fc.double({ min: 1e-100, max: 1e100, noNaN: true }),
  });
  check(
    fc.property(fc.array(gradient), fc.constantFrom(...variants), (gradients, variant) => {
      const method = rprop({ learningRate: 0.1, variant });
      const signs = movesOn(
        method,
        gradients.map(({ sign }) => sign),
      );
      expect(
        movesOn(
          method,
          gradients.map(({ sign, size }) => sign * size),
        ),
      ).toEqual(signs);
    }),
  );
});

test.each(variants)(
  "%s does not see the condition number: the same steps on bowl(1, κ)",
  (variant) => {
    const method = rprop({
      learningRate: 0.1,
      variant: variant === "irprop+" ? "irprop-" : variant,
    });
    const steep = path(method, bowl([1, 1e4]));
    expect(path(method, bowl([1, 25]))).toEqual(steep);
    expect(path(method, bowl([1e-6, 3]))).toEqual(steep);
  },
);

test.each([
  ["rprop+", 31],
  ["rprop-", 26],
  ["irprop+", 31],
  ["irprop-", 34],
] as const)("%s is within 1e-3 of the minimum of bowl(1, 25) after %d steps", (variant, steps) => {
  const until = ({ x }: { x: Float64Array }) => Math.hypot(...x) < 1e-3;
  const method = rprop({ learningRate: 0.1, variant });
  expect(run(method, bowl([1, 25]), [-4, 1], { until }).frames.length - 1).toBe(steps);
});

test("from (1, 1.5) on Beale's function it needs 17 steps to within 0.1 of the minimum", () => {
  const until = ({ x }: { x: Float64Array }) => Math.hypot(x[0]! - 3, x[1]! - 0.5) < 0.1;
  expect(run(rprop({ learningRate: 0.1 }), beale, [1, 1.5], { until }).frames.length - 1).toBe(17);
});

describe("irprop+", () => {
  // f = ½(x² + y²): the first step crosses 0 in x only.
  const ball = bowl([1, 1]);
  const at = (x: number, y: number, fBefore: number) => ({
    k: 1,
    x: Float64Array.of(x, y),
    before: Float64Array.of(1, 1),
    size: Float64Array.of(1, 1),
    d: Float64Array.of(-1, -1),
    fBefore,
  });
  const method = rprop({ variant: "irprop+" });
  const next = (fBefore: number) => method.step(createOracle(ball), at(-0.5, 3, fBefore));

  test("takes the step back where the sign changed, if f has risen", () => {
    expect(next(4)).toMatchObject({ x: Float64Array.of(0.5, 3 - 1.2), fBefore: 4.625 });
  });

  test("stays there if f has not risen, even if it is the same", () => {
    for (const fBefore of [5, 4.625])
      expect(next(fBefore).x).toEqual(Float64Array.of(-0.5, 3 - 1.2));
  });

  test("evaluates f once a step, and no other variant does", () => {
    for (const variant of variants) {
      const { frames } = run(rprop({ variant }), himmelblau, [0, 0], { steps: 20 });
      expect(frames.at(-1)!.calls).toEqual({
        f: variant === "irprop+" ? 20 : 0,
        g: 20,
        h: 0,
        hv: 0,
      });
    }
  });

  test.each([{}, { maximize: true }, { weightDecay: 0.3 }, { maximize: true, weightDecay: 0.3 }])(
    "compares what the gradient belongs to: %j on f is plain on the changed f",
    (options) => {
      const sign = "maximize" in options ? -1 : 1;
      const omega = "weightDecay" in options ? 0.3 : 0;
      const changed = {
        dim: 2,
        value: (x: Float64Array) =>
          sign * himmelblau.value(x) + 0.5 * omega * (x[0]! ** 2 + x[1]! ** 2),
        gradient: (x: Float64Array) =>
          himmelblau.gradient(x).map((g, i) => sign * g + omega * x[i]!),
      };
      const common = { learningRate: 0.3, variant: "irprop+" } as const;
      const ours = run(rprop({ ...common, ...options }), himmelblau, [0, 0], { steps: 40 });
      const theirs = run(rprop(common), changed, [0, 0], { steps: 40 });
      expect(ours.frames.map(({ x }) => x)).toEqual(theirs.frames.map(({ x }) => x));
      expect(theirs.frames.some(({ f }, k) => k > 0 && f > theirs.frames[k - 1]!.f)).toBe(true);
    },
  );

  test("sees the same sample of a noisy f in minimize as in run", () => {
    const stormy = noisy(bowl([1, 25]), { sigma: 1, seed: 3 });
    const last = run(method, stormy, [-4, 1], { steps: 60 }).frames.at(-1)!;
    expect(minimize(method, stormy, [-4, 1], { steps: 60 }).x).toEqual(last.x);
  });
});

test("a product of gradients that underflows counts as 0: the size stays", () => {
  expect(movesOn(rprop({ learningRate: 0.1 }), [1e-200, 1e-200, -1e-200])).toEqual([
    -0.1, -0.1, 0.1,
  ]);
});

test("sizes beyond the bounds come back to them, the first one too", () => {
  expect(movesOn(rprop({ learningRate: 3, largest: 1 }), [1])).toEqual([-1]);
  expect(movesOn(rprop({ learningRate: 0.01, smallest: 0.5, largest: 1 }), [1])).toEqual([-0.5]);
});

test("of a schedule only the rate of step 1 counts", () => {
  const scheduled = rprop({ learningRate: (k) => 0.1 / k });
  expect(path(scheduled, bowl([1, 25]))).toEqual(path(rprop({ learningRate: 0.1 }), bowl([1, 25])));
});

test("steps that grow out of the numbers end the run, with the last finite point", () => {
  const slope = { dim: 1, value: () => 0, gradient: () => Float64Array.of(1) };
  const method = rprop({ learningRate: 1, grow: 1e50, largest: 1e308 });
  const trace = run(method, slope, [0]);
  expect(trace.outcome.kind).toBe("diverged");
  const end = minimize(method, slope, [0]);
  expect(end.outcome).toEqual(trace.outcome);
  expect(end.x).toEqual(trace.frames.at(-1)!.x);
});

test("without options it is PyTorch's: first size 0.01, factors 0.5 and 1.2, from 1e-6 to 50", () => {
  const moves = movesOn(rprop(), constant(1, 60));
  expect(near(moves[1]!, -0.012)).toBe(true);
  expect(moves[59]).toBe(-50);
  const flips = Array.from({ length: 80 }, (_, i) => (i % 4 < 2 ? 1 : -1));
  expect(statesOn(rprop({ grow: 1.01 }), flips).at(-1)!.size[0]).toBe(1e-6);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [
      { variant: "rprop" },
      RangeError,
      'rprop: variant must be one of "rprop+", "rprop-", "irprop+", "irprop-", got "rprop"',
    ],
    [{ shrink: 1 }, RangeError, "rprop: shrink must be in (0, 1), got 1"],
    [{ grow: 1 }, RangeError, "rprop: grow must be in (1, ∞), got 1"],
    [{ smallest: -1 }, RangeError, "rprop: smallest must be in [0, ∞), got -1"],
    [{ largest: Number.NaN }, RangeError, "rprop: largest must be in [0, ∞), got NaN"],
    [
      { smallest: 2, largest: 1 },
      RangeError,
      "rprop: smallest must not be above largest, got 2 and 1",
    ],
    [
      { etas: [0.5, 1.2] },
      TypeError,
      'rprop: there is no option "etas". The options are learningRate, variant, shrink, grow, smallest, largest, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => rprop(options as never)).toThrow(new kind(message));
  });
});
