import {
  type AmsgradForm,
  adam,
  amsgrad,
  amsgradKernel,
  type Method,
  run,
  type State,
} from "@downhill/optim";
import { beale, bowl } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";
import { constant, movesOn, near, statesOn, stepOn } from "./gradient-stream.ts";
import { path } from "./paths.ts";

const forms: readonly AmsgradForm[] = ["paper", "pytorch", "optax"];

describe("the kernel, in place, from m = 2, s = 24, s̄ = 36 with g = 4", () => {
  const stepped = (form: AmsgradForm | undefined, largest: number) => {
    const [x, m, s, sMax] = [1, 2, 24, largest].map((value) => Float64Array.of(value));
    amsgradKernel(x!, Float64Array.of(4), m!, s!, sMax!, 0.5, 0.5, 0.75, 1, 2, form);
    expect([m![0], s![0]]).toEqual([3, 22]);
    return [sMax![0]!, x![0]!] as const;
  };

  test("paper: no correction", () => expect(stepped("paper", 36)).toEqual([36, 1 - 1.5 / 7]));

  test("pytorch, the default: the maximum is corrected", () => {
    const [largest, x] = stepped(undefined, 36);
    expect(largest).toBe(36);
    expect(near(x, 1 - 2 / (Math.sqrt(36 / 0.4375) + 1))).toBe(true);
  });

  test("optax: the maximum of what is corrected", () => {
    expect(stepped("optax", 64)).toEqual([64, 1 - 2 / 9]);
    expect(near(stepped("optax", 36)[0], 22 / 0.4375)).toBe(true);
  });
});

test("the maximum is over all averages so far: s = 5, 3, 4 makes 5, 5, 5", () => {
  // With β₂ = 0 the average is the last squared gradient.
  const states = statesOn(amsgrad({ beta2: 0 }), [5, 3, 4].map(Math.sqrt));
  for (const { sMax } of states.slice(1)) expect(sMax[0]).toBeCloseTo(5, 14);
});

test.each(forms)("in the form %s s̄ never decreases", (form) => {
  const gradients = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { maxLength: 30 });
  const betas = fc.double({ min: 0, max: 0.99, noNaN: true });
  check(
    fc.property(gradients, betas, (gs, beta2) => {
      const states = statesOn(amsgrad({ form, beta2 }), gs);
      states.slice(1).forEach(({ sMax }, i) => {
        expect(sMax[0]).toBeGreaterThanOrEqual(states[i]!.sMax[0]!);
      });
    }),
  );
});

test("while s grows, the paper's form is Adam without bias correction", () => {
  const growing = Array.from({ length: 40 }, (_, i) => 1 + i);
  const states = statesOn(amsgrad({ learningRate: 1, form: "paper", epsilon: 0.5 }), growing);
  for (const { x, m, s } of states.slice(1))
    expect(near(-x[0]!, m[0]! / (Math.sqrt(s[0]!) + 0.5))).toBe(true);
});

test("while s grows, PyTorch's form is Adam, to the bit", () => {
  const growing = Array.from({ length: 40 }, (_, i) => 1 + i);
  expect(movesOn(amsgrad(), growing)).toEqual(movesOn(adam(), growing));
});

describe("after a spike of 100 at step 50 in gradients of 1, α = 1, the steps at 49, 50, 100, 500, 2000", () => {
  const spike = [...constant(1, 49), 100, ...constant(1, 1950)];
  const stepsOf = (method: Method<State>) => {
    const moves = movesOn(method, spike);
    return [49, 50, 100, 500, 2000].map((k) => -moves[k - 1]!);
  };
  test.each([
    ["paper", [4.546, 3.437, 0.332, 0.315, 0.315]],
    ["pytorch", [1, 0.763, 0.102, 0.198, 0.293]],
    ["optax", [1, 0.763, 0.073, 0.07, 0.07]],
  ] as const)("are in the form %s %j", (form, expected) => {
    stepsOf(amsgrad({ learningRate: 1, form })).forEach((step, i) => {
      expect(step).toBeCloseTo(expected[i]!, 3);
    });
  });

  test("are with Adam 1, 0.763, 0.105, 0.241, 0.615: it forgets", () => {
    [1, 0.763, 0.105, 0.241, 0.615].forEach((expected, i) => {
      expect(stepsOf(adam({ learningRate: 1 }))[i]).toBeCloseTo(expected, 3);
    });
  });

  test("have an effective rate α/√s̄ that rises again in PyTorch's form alone", () => {
    for (const form of forms) {
      const rates = statesOn(amsgrad({ form }), spike)
        .slice(1)
        .map(({ k, sMax }) => 1 / Math.sqrt(sMax[0]! / (form === "pytorch" ? 1 - 0.999 ** k : 1)));
      const rises = rates.some((rate, i) => i > 50 && rate > rates[i - 1]! * (1 + 1e-9));
      expect(rises).toBe(form === "pytorch");
    }
  });
});

describe("on the counterexample of gradients 3, −1, −1, …, where descent leads to −1", () => {
  const cycle = [3, -1, -1];
  const gradients = (n: number) => Array.from({ length: n }, (_, i) => cycle[i % 3]!);

  test("at α = 0.1, β = (0, 0.1) Adam climbs by 0.0681 a cycle, AMSGrad descends by 0.0349", () => {
    const lastCycle = (method: Method<State>) =>
      movesOn(method, gradients(300))
        .slice(-3)
        .reduce((sum, move) => sum + move, 0);
    const options = { learningRate: 0.1, beta1: 0, beta2: 0.1 };
    expect(lastCycle(adam(options))).toBeCloseTo(0.0681, 4);
    for (const form of ["paper", "pytorch"] as const)
      expect(lastCycle(amsgrad({ ...options, form }))).toBeCloseTo(-0.0349, 4);
  });

  test("kept in [−1, 1], with α = 0.5/√k and β = (0, 0.1), the paper's form goes to −1", () => {
    const method = amsgrad({
      learningRate: (k) => 0.5 / Math.sqrt(k),
      beta1: 0,
      beta2: 0.1,
      form: "paper",
    });
    let state = statesOn(method, [])[0]!;
    const at: Record<number, number> = {};
    for (const g of gradients(3000)) {
      state = stepOn(method, state, g);
      state = { ...state, x: state.x.map((x) => Math.min(1, Math.max(-1, x))) };
      at[state.k] = state.x[0]!;
    }
    for (const [k, x] of [
      [3, -0.301],
      [30, -0.81],
      [300, -0.98],
      [3000, -0.994],
    ] as const)
      expect(at[k]).toBeCloseTo(x, 3);
  });
});

test.each(forms)(
  "with ε = 0, multiplying f by a power of 2 leaves the path of %s, to the bit",
  (form) => {
    const method = amsgrad({ learningRate: 0.1, form, epsilon: 0 });
    for (const c of [4, 1024, 1 / 8])
      expect(path(method, bowl([c, 25 * c]))).toEqual(path(method, bowl([1, 25])));
  },
);

test.each([
  ["paper", 35],
  ["pytorch", 264],
] as const)(
  "from (1, 1.5) on Beale's function α = 0.1 needs in the form %s %d steps to within 0.1 of the minimum",
  (form, steps) => {
    const until = ({ x }: { x: Float64Array }) => Math.hypot(x[0]! - 3, x[1]! - 0.5) < 0.1;
    const method = amsgrad({ learningRate: 0.1, form });
    expect(run(method, beale, [1, 1.5], { until }).frames.length - 1).toBe(steps);
  },
);

test("without options it is PyTorch's: α = 0.001, ε = 1e-8", () => {
  expect(near(movesOn(amsgrad(), [1e-8])[0]!, -0.001 / 2)).toBe(true);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ beta2: -1 }, RangeError, "amsgrad: beta2 must be in [0, 1), got -1"],
    [
      { form: "keras" },
      RangeError,
      'amsgrad: form must be one of "paper", "pytorch", "optax", got "keras"',
    ],
    [
      { amsgrad: true },
      TypeError,
      'amsgrad: there is no option "amsgrad". The options are learningRate, beta1, beta2, epsilon, form, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => amsgrad(options as never)).toThrow(new kind(message));
  });
});
