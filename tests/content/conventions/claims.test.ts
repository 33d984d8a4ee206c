import { nadamMomentum } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import type { ConventionRun } from "#components/widgets/convention-difference/model.ts";
import { sameRun } from "#components/widgets/convention-difference/words.ts";
import { runsOf } from "./read.ts";

const step = (run: ConventionRun | undefined, t: number) => run!.steps[t]!;
const apart = (run: ConventionRun | undefined, t: number) => run!.apart[t]!;
const all = (run: ConventionRun, values: "steps" | "apart") =>
  run[values].slice(1).map((value) => value!);
const grows = (values: readonly number[]) => values.every((v, i) => i === 0 || v >= values[i - 1]!);

describe("momentum", () => {
  it("is one run in three forms at a constant rate, and C ten times too slow with the number copied", () => {
    const { A, C } = runsOf("momentum", "forms", "ravine");
    expect([sameRun(A!), sameRun(C!)]).toEqual([true, true]);
    const copied = runsOf("momentum", "copied");
    expect(step(copied.B, 1) / step(copied.C, 1)).toBeCloseTo(10, 10);
    expect(apart(copied.C, 100)).toBeLessThan(0.1 * apart(copied.C, 21));
  });

  it("coasts on in A after a cut, and not in B or C", () => {
    const { A, B, C } = runsOf("momentum", "forms");
    expect(sameRun(C!)).toBe(true);
    expect(step(A, 21)).toBeGreaterThan(10 * step(B, 21));
  });

  it("never grows when dampened, is 10 without and begins at 0.1 in C", () => {
    const { B, "B dampened": dampened, C } = runsOf("momentum", "dampening");
    for (const value of all(dampened!, "steps")) expect(value).toBeCloseTo(1, 10);
    expect(step(B, 100)).toBeCloseTo(10, 2);
    expect([step(B, 1), step(C, 1)]).toEqual([expect.closeTo(1, 10), expect.closeTo(0.1, 10)]);
  });
});

describe("nesterov", () => {
  it("is one run in Sutskever’s form; PyTorch’s first step is longer by 1 + β and its lead fades on the bowl", () => {
    const { "look-ahead": plain, Sutskever, PyTorch } = runsOf("nesterov", "forms");
    expect(sameRun(Sutskever!)).toBe(true);
    expect(step(PyTorch, 1) / step(plain, 1)).toBeCloseTo(1.9, 2);
    expect(apart(PyTorch, 100)).toBeLessThan(0.01 * apart(PyTorch, 1));
  });

  it("keeps PyTorch ηβ/(1 − β) ahead under a steady gradient", () => {
    const { PyTorch } = runsOf("nesterov", "forms", "steady");
    expect(apart(PyTorch, 100)).toBeCloseTo((0.02 * 0.9) / (1 - 0.9), 4);
    expect(grows(all(PyTorch!, "apart"))).toBe(true);
  });

  it("builds velocity up later with a growing β", () => {
    const { "β = 0.9": fixed, "1983": old } = runsOf("nesterov", "growing");
    expect(step(old, 3)).toBeLessThan(step(fixed, 3));
    expect(step(old, 20)).toBeGreaterThan(step(fixed, 20));
  });
});

describe("adagrad", () => {
  it("forgets the place of ε in its steps and never in its points; with ε² inside the two agree", () => {
    const { outside, inside, "inside with ε²": squared } = runsOf("adagrad", "epsilon");
    const ratio = (t: number) => step(inside, t) / step(outside, t);
    expect([1, 10, 100].map((t) => Math.round(100 * ratio(t)))).toEqual([71, 95, 100]);
    expect(grows(all(inside!, "apart"))).toBe(true);
    expect(Math.max(...all(squared!, "apart"))).toBeLessThan(3e-4);
  });

  it("needs ten million gradients of 10⁻⁴ to add 0.1 to its sum", () => {
    expect(Math.round(0.1 / 1e-4 ** 2)).toBe(1e7);
  });

  it("goes a finite way with a falling rate: steps 1/((1 + (t − 1)δ)√t), in the end like t^−1.5", () => {
    const run = runsOf("adagrad", "decay")["η/(1 + (t − 1)/100)"];
    for (const t of [1, 10, 1000])
      expect(step(run, t)).toBeCloseTo(1 / ((1 + (t - 1) / 100) * Math.sqrt(t)), 8);
  });
});

describe("rprop", () => {
  it("is the same in all variants up to step 7 on the bowl and 9 in the stream, and ends together on the bowl", () => {
    const bowl = Object.values(runsOf("rprop", "variants"));
    const stream = Object.values(runsOf("rprop", "stream"));
    const until = (runs: readonly ConventionRun[], t: number) =>
      runs.slice(1).map((run) => Math.max(...all(run, "apart").slice(0, t)));
    expect([until(bowl, 7), until(stream, 9)]).toEqual([
      [0, 0, 0],
      [0, 0],
    ]);
    expect(Math.min(...until(bowl, 8).slice(0, 2))).toBeGreaterThan(0.1);
    expect(Math.min(...until(stream, 10))).toBeGreaterThan(0.1);
    const [first = 0, second = 0] = bowl.map((run) => apart(run, 100)).toSorted((a, b) => b - a);
    expect(first + second).toBeLessThan(4e-6);
  });

  it("grows by 1.07 a round as Rprop⁻ and by 2.15 otherwise, up to the largest size", () => {
    const { "Rprop⁻": minus, "Rprop⁺": plus, "iRprop⁻": improved } = runsOf("rprop", "stream");
    expect(step(minus, 20) / step(minus, 10)).toBeCloseTo(1.2 ** 8 / 4, 10);
    expect(step(plus, 20) / step(plus, 10)).toBeCloseTo(1.2 ** 8 / 2, 10);
    expect(step(improved, 35) / step(improved, 25)).toBeCloseTo(1.2 ** 8 / 2, 10);
    expect(0.1 * step(plus, 100)).toBeCloseTo(50, 10);
  });
});

describe("rmsprop", () => {
  it("never forgets the place of ε; with ε² inside the two agree", () => {
    const { inside, "inside with ε²": squared } = runsOf("rmsprop", "epsilon");
    expect(step(inside, 100)).toBeCloseTo(Math.SQRT1_2, 4);
    expect(grows(all(inside!, "apart"))).toBe(true);
    expect(Math.max(...all(squared!, "apart"))).toBeLessThan(2e-4);
  });

  it("forgets its start like ρᵗ, and is right at once from 1 or when corrected", () => {
    const { "from 0": zero, "from 1": one, corrected } = runsOf("rmsprop", "start");
    expect((step(zero, 41) - 1) / (step(zero, 40) - 1)).toBeCloseTo(0.9, 2);
    for (const run of [one!, corrected!])
      for (const value of all(run, "steps")) expect(value).toBeCloseTo(1, 6);
  });

  it("makes longer steps when centred", () => {
    const { squares, variance } = runsOf("rmsprop", "centred");
    expect(step(variance, 50)).toBeGreaterThan(3 * step(squares, 50));
  });

  it("is one run with the rate outside or inside until it is cut", () => {
    expect(sameRun(runsOf("rmsprop", "momentum", "ravine")["rate inside"]!)).toBe(true);
  });
});

describe("adadelta", () => {
  it("starts at √(ε/(1 − ρ)), and is gradient descent where gradients are far below √ε", () => {
    const { paper, PyTorch, "Keras’s ε": keras } = runsOf("adadelta", "constants");
    expect(step(paper, 1)).toBeCloseTo(Math.sqrt(1e-6 / 0.05), 6);
    expect(step(PyTorch, 1)).toBeCloseTo(Math.sqrt(1e-6 / 0.1), 6);
    expect(step(keras, 1) / step(paper, 1)).toBeCloseTo(Math.sqrt(0.1), 3);
    for (const run of Object.values(runsOf("adadelta", "constants", "tiny")))
      for (const value of all(run, "steps")) expect(value / 1e-4).toBeCloseTo(1, 2);
  });
});

describe("adam", () => {
  it("with ε̂ behaves as with ε̂/√(1 − β₂ᵗ), which is ε after a few thousand steps", () => {
    const { ε: plain, ε̂: hat } = runsOf("adam", "epsilon");
    for (const value of all(plain!, "steps")) expect(value).toBeCloseTo(0.5, 6);
    for (const t of [1, 100, 1000])
      expect(step(hat, t)).toBeCloseTo(1 / (1 + 1 / Math.sqrt(1 - 0.999 ** t)), 8);
    expect(Math.sqrt(1 - 0.999 ** 5000)).toBeGreaterThan(0.99);
  });

  it("never comes up to ε with Keras’s larger ε̂", () => {
    const { Keras } = runsOf("adam", "epsilon");
    expect(grows(all(Keras!, "steps"))).toBe(true);
    expect(step(Keras, 1000)).toBeLessThan(1 / 11);
  });

  it("without correction gains a way that stays, and comes back on the bowl", () => {
    const gained = runsOf("adam", "correction")["not corrected"]!;
    expect(grows(all(gained, "apart"))).toBe(true);
    const bowl = runsOf("adam", "correction", "ravine")["not corrected"];
    expect(apart(bowl, 100)).toBeLessThan(0.2 * apart(bowl, 22));
  });
});

describe("adamax", () => {
  it("makes steps of η, half of it and an eleventh of it, for ever", () => {
    const { paper, PyTorch, "ε outside": outside, Keras } = runsOf("adamax", "epsilon");
    for (const [run, expected] of [
      [paper, 1],
      [PyTorch, 1 / 2],
      [outside, 1 / 2],
      [Keras, 1 / 11],
    ] as const)
      for (const value of all(run!, "steps")) expect(value).toBeCloseTo(expected, 8);
    expect(apart(PyTorch, 100)).toBeCloseTo(2.5, 8);
  });

  it("hardly tells inside from outside on the bowl", () => {
    const { PyTorch, "ε outside": outside } = runsOf("adamax", "epsilon", "ravine");
    for (const t of [1, 50, 100])
      expect(Math.abs(apart(PyTorch, t) - apart(outside, t))).toBeLessThan(1e-9);
  });
});

describe("nadam", () => {
  it("has PyTorch’s momentum below 0.5 when Keras’s has reached 0.9, seen on the bowl", () => {
    expect(nadamMomentum(115, 0.9, 1)).toBeCloseTo(0.9, 2);
    expect(nadamMomentum(115, 0.9, 0.004)).toBeLessThan(0.5);
    const { PyTorch, Keras } = runsOf("nadam", "forms", "ravine");
    expect(Math.abs(step(PyTorch, 50) - step(Keras, 50))).toBeGreaterThan(0.01);
  });

  it("dips below η in PyTorch and Keras, and forgets the form like β₁ᵗ", () => {
    const { PyTorch, Keras, Ruder } = runsOf("nadam", "forms");
    for (const run of [PyTorch!, Keras!]) expect(Math.min(...all(run, "steps"))).toBeLessThan(0.8);
    expect((step(Ruder, 41) - 1) / (step(Ruder, 40) - 1)).toBeCloseTo(0.9, 2);
  });
});

describe("amsgrad", () => {
  const { paper, PyTorch, Optax, Adam } = runsOf("amsgrad", "forms");

  it("is level after a spike in two forms, and rises in PyTorch’s more slowly than Adam", () => {
    for (const run of [paper, Optax]) expect(step(run, 1000)).toBeCloseTo(step(run, 900), 4);
    const rising = PyTorch!.steps.slice(150).map((value) => value!);
    expect(grows(rising)).toBe(true);
    expect(step(PyTorch, 1000)).toBeLessThan(step(paper, 1000));
    expect(step(Adam, 1000) / step(Adam, 150)).toBeGreaterThan(
      step(PyTorch, 1000) / step(PyTorch, 150),
    );
  });

  it("without a spike is Adam, and in the paper’s form Adam without correction", () => {
    const still = runsOf("amsgrad", "forms", "steady-long");
    const uncorrected = runsOf("adam", "correction")["not corrected"]!;
    for (const t of [1, 12, 100, 1000]) {
      expect(step(still.PyTorch, t)).toBeCloseTo(step(still.Adam, t), 10);
      expect(step(still.Optax, t)).toBeCloseTo(step(still.Adam, t), 10);
      expect(step(still.paper, t)).toBeCloseTo(step(uncorrected, t), 6);
    }
  });
});

describe("weight decay", () => {
  it("is one run by rate and by multiplier until the rate is cut; then the distance grows", () => {
    expect(sameRun(runsOf("weight-decay", "pull", "swings").multiplier!)).toBe(true);
    const { multiplier, wrapped } = runsOf("weight-decay", "pull");
    expect(apart(multiplier, 20)).toBeLessThan(1e-12);
    expect(grows(all(multiplier!, "apart").slice(20))).toBe(true);
    expect(apart(wrapped, 100)).toBeCloseTo(apart(multiplier, 100), 10);
  });

  it("as a penalty around momentum is nearly a pull with ten times the ω", () => {
    const { pull, "pull with 10 ω": stronger } = runsOf("weight-decay", "momentum");
    expect(apart(stronger, 100)).toBeLessThan(0.05 * apart(pull, 100));
  });
});

describe("radam", () => {
  it("differs by its threshold in step 5 and in no other", () => {
    const { "5": five, "4": four } = runsOf("radam", "threshold");
    const differing = five!.steps.flatMap((value, t) =>
      t > 0 && Math.abs(value! - step(four, t)) > 1e-6 ? [t] : [],
    );
    expect(differing).toEqual([5]);
  });
});

describe("yogi", () => {
  it("corrected stays below the paper’s steps for a thousand steps, and goes down", () => {
    const { paper, corrected } = runsOf("yogi", "correction");
    for (const t of [1, 10, 100, 500, 1000])
      expect(step(corrected, t)).toBeLessThan(step(paper, t));
    expect(all(corrected!, "steps").every((value, i) => value < step(paper, i + 1))).toBe(true);
    expect(grows(all(corrected!, "steps").slice(2).toReversed())).toBe(true);
  });

  it("takes about twice as long steps from 0 for gradients of 10⁻⁴", () => {
    const { "from 10⁻⁶": small, "from 0": zero } = runsOf("yogi", "start");
    for (const t of [1, 10, 100]) expect(step(zero, t) / step(small, t)).toBeCloseTo(2, 0);
  });
});

describe("adabelief", () => {
  it("feels the inner ε more and more under a steady gradient", () => {
    const { "10⁻⁸": large, "10⁻¹⁶": small } = runsOf("adabelief", "epsilon");
    expect(grows(all(small!, "apart"))).toBe(true);
    expect(apart(small, 1000) / apart(small, 100)).toBeGreaterThan(
      step(large, 1000) / step(large, 100),
    );
  });
});

describe("the average of weights", () => {
  it("keeps βᵗ of the start without correction", () => {
    const { "not corrected": run } = runsOf("ema-of-weights", "correction", "steady");
    const { corrected } = runsOf("ema-of-weights", "correction", "steady");
    for (const t of [1, 10, 50])
      expect(apart(run, t)).toBeCloseTo(0.9 ** t * corrected!.distances[t]!, 10);
  });
});

describe("schedule-free SGD", () => {
  it("forgets whether the start counted like 1/t on the bowl, and stays half a step apart on a slope", () => {
    const { counted } = runsOf("schedule-free-sgd", "start");
    expect(apart(counted, 100) / apart(counted, 50)).toBeCloseTo(0.58, 2);
    const slope = runsOf("schedule-free-sgd", "start", "steady").counted!;
    for (const value of all(slope, "apart")) expect(value).toBeCloseTo(0.1, 10);
  });
});
