import { gradientDescent, minibatch, run } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { nearLine, onLine } from "#components/widgets/minibatch-lab/data.ts";
import { type LabRun, labModel } from "#components/widgets/minibatch-lab/model.ts";
import {
  BATCHES,
  labFields,
  type ScheduleName,
  stepsOf,
  withBatch,
} from "#components/widgets/minibatch-lab/state.ts";
import { labSummary, labTable } from "#components/widgets/minibatch-lab/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(labFields);
const model = labModel(initial);
const of = (b: number, { runs } = model) => runs.find((one) => one.b === b) as LabRun;
const afterEpoch = (one: LabRun, epoch: number) => one.excess[(epoch * 200) / one.b] as number;

describe("the data of the lab", () => {
  it("are the same for every reader: two hundred points with the best line 1.97688 x − 0.99132", () => {
    expect(nearLine.points).toHaveLength(200);
    expect(nearLine.best.w).toBeCloseTo(1.97688, 5);
    expect(nearLine.best.c).toBeCloseTo(-0.99132, 5);
    expect(nearLine.best.loss).toBeCloseTo(0.119893, 6);
  });

  it("have an excess loss that is the loss less its minimum", () => {
    for (const [w, c] of [
      [-2, 2],
      [0.3, -1.7],
    ] as const) {
      const loss = nearLine.loss.value(Float64Array.of(w, c));
      expect(nearLine.excess(w, c)).toBeCloseTo(loss - nearLine.best.loss, 12);
    }
  });

  it("lie on 2x − 1 exactly when they are told to", () => {
    for (const { x, y } of onLine.points) expect(y).toBe(2 * x - 1);
    expect(onLine.best.loss).toBeLessThan(1e-12);
  });
});

describe("a run of the lab", () => {
  it("is the package's gradient descent on the package's mini-batches", () => {
    for (const b of BATCHES) {
      const batches = minibatch(nearLine.loss, { batchSize: b, seed: 1 });
      const { frames } = run(gradientDescent({ learningRate: 0.1 }), batches, [-2, 2], {
        steps: 20,
        gradientTolerance: 0,
      });
      frames.forEach(({ x }, t) => {
        expect(of(b).points[t]).toEqual({ x: x[0], y: x[1] });
      });
    }
  });

  it("is ahead by epochs with small batches, and ends lower with larger ones", () => {
    const ranked = (epoch: number) =>
      model.runs
        .toSorted((one, other) => afterEpoch(one, epoch) - afterEpoch(other, epoch))
        .map(({ b }) => b);
    expect(ranked(1)).toEqual([1, 8, 40, 200]);
    expect(ranked(20)).toEqual([40, 8, 1, 200]);
  });

  it("begins nearly alike by updates: after five, all batches have taken off at least half", () => {
    for (const { excess } of model.runs) expect(excess[5]! / excess[0]!).toBeLessThan(0.5);
  });

  it("has a higher floor when drawn with replacement", () => {
    const late = (replacement: boolean) => {
      let sum = 0;
      for (let seed = 1; seed <= 10; seed++) {
        const { excess } = of(8, labModel({ ...initial, replacement, seed }));
        sum += excess.slice(250).reduce((total, value) => total + value, 0);
      }
      return sum;
    };
    expect(late(true) / late(false)).toBeGreaterThan(1.4);
  });

  it.each<[ScheduleName, number]>([
    ["constant", 1.2e-3],
    ["root", 2.26e-4],
    ["inverse", 9.67e-7],
    ["exponential", 2.88e-4],
  ])("with b = 1 and the %s rate ends at %f", (schedule, end) => {
    const one = of(1, labModel({ ...initial, schedule }));
    expect(afterEpoch(one, 20) / end).toBeCloseTo(1, 2);
  });

  it("converges at a constant rate when all points lie on the line", () => {
    expect(afterEpoch(of(1, labModel({ ...initial, exact: true })), 1)).toBeLessThan(1e-15);
  });

  it("says at which step it diverged, with η = 2.5 for every batch size", () => {
    const wild = labModel({ ...initial, eta: 2.5 });
    for (const { diverged } of wild.runs) expect(diverged).toBeGreaterThan(0);
    const state = { ...initial, eta: 2.5 };
    expect(labSummary(state, wild, of(8, wild), 3)).toMatch(/b = 8: diverged at step \d+/);
    expect(labTable(wild).rows.at(-1)?.slice(1)).toEqual(["–", "–", "–", "–"]);
  });
});

describe("the words of the lab", () => {
  it("say where the line is and how all batch sizes end", () => {
    expect(labSummary(initial, model, of(8), 500)).toBe(
      "Batches of 8 without replacement, rate η with η = 0.1. After 500 updates (20 epochs) the line is 1.978x − 0.968, its loss 0.00027 above the minimum. After 20 epochs, b = 1: 0.0012; b = 8: 0.00027; b = 40: 5.02 × 10⁻⁶; b = 200: 0.157.",
    );
  });

  it("keep the epoch when the batch size changes", () => {
    expect(withBatch({ ...initial, t: 250 }, 1)).toEqual({ b: 1, t: 2000 });
    expect(withBatch({ ...initial, t: stepsOf(8) }, 200)).toEqual({ b: 200, t: stepsOf(200) });
  });
});
