import { bowl, constantRate, gradientDescent, noisy, run } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { ranked } from "#components/widgets/schedule-studio/figures.ts";
import {
  divergedAt,
  STEPS,
  scheduleOf,
  studioRun,
} from "#components/widgets/schedule-studio/model.ts";
import {
  SCHEDULE_IDS,
  type ScheduleId,
  studioSchedule,
} from "#components/widgets/schedule-studio/schedules.ts";
import {
  initialShape,
  type StudioState,
  shapeOf,
  studioFields,
} from "#components/widgets/schedule-studio/state.ts";
import { studioSummary, studioTable } from "#components/widgets/schedule-studio/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(studioFields);
const runOf = (id: ScheduleId, shape = initialShape(id), eta = 0.09, warmup = 0) =>
  studioRun(scheduleOf(id, eta, shape, warmup));
const all = (eta = 0.09) =>
  Object.fromEntries(SCHEDULE_IDS.map((id) => [id, runOf(id, initialShape(id), eta)])) as Record<
    ScheduleId,
    ReturnType<typeof runOf>
  >;
const of = all();
const end = (id: ScheduleId) => of[id].losses[STEPS]!;

describe("the schedule studio", () => {
  it.each<readonly [ScheduleId, number]>([
    ["constant", 0.258],
    ["step", 0.00277],
    ["exponential", 0.00162],
    ["time", 0.0043],
    ["root", 0.0067],
    ["cosine", 0.0032],
    ["linear", 0.0035],
    ["wsd", 0.0078],
    ["misprint", 2.4],
  ])("has the mean loss of the reference for %s: %f", (id, loss) => {
    expect(Math.abs(end(id) / loss - 1)).toBeLessThan(0.01);
  });

  it("runs what the package's driver runs: one seed, the mean of one", () => {
    const objective = noisy(bowl([1, 20]), { sigma: 1, seed: 1 });
    const method = gradientDescent({ learningRate: constantRate({ learningRate: 0.09 }) });
    const { frames } = run(method, objective, [-8, 1.5], { steps: 3, gradientTolerance: 0 });
    // Over 400 seeds the start is the same; after a step the mean loss is near that of one seed.
    expect(of.constant.losses[0]).toBeCloseTo(frames[0]!.f, 10);
    expect(Math.abs(of.constant.losses[1]! / frames[1]!.f - 1)).toBeLessThan(0.1);
  });

  it("agrees with the exact mean loss of the same schedule", () => {
    for (const id of SCHEDULE_IDS) {
      const exact = [
        [1, -8],
        [20, 1.5],
      ].reduce((sum, [lambda, start]) => {
        let [mean, variance] = [start!, 0];
        for (const rate of of[id].rates) {
          mean *= 1 - rate * lambda!;
          variance = (1 - rate * lambda!) ** 2 * variance + rate ** 2;
        }
        return sum + (lambda! / 2) * (mean ** 2 + variance);
      }, 0);
      // The mean of 400 runs is known to a few per cent.
      expect(Math.abs(end(id) / exact - 1), id).toBeLessThan(0.12);
    }
  });

  it("ends lowest with the exponential decay, and far above all others with the faulty recursion", () => {
    const order = ranked({ of, chosen: "constant" });
    expect(order[0]!.id).toBe("exponential");
    expect(order.at(-1)!.id).toBe("misprint");
    expect(order.at(-2)!.id).toBe("constant");
  });

  it("keeps the floor with dT near 0, and is stuck on the way with dT = 20", () => {
    expect(runOf("exponential", 0).losses[STEPS]).toBeCloseTo(end("constant"), 12);
    expect(runOf("exponential", 20).losses[STEPS]).toBeGreaterThan(end("constant"));
  });

  it("says where a run diverged", () => {
    const state: StudioState = { ...initial, schedule: "constant", eta: 0.2 };
    const runs = { of: all(0.2), chosen: "constant" as const };
    expect(divergedAt(runs.of.constant)).toBeLessThan(30);
    expect(studioSummary(state, runs)).toMatch(/diverged at step \d+\.$/);
    expect(studioTable(state, runs).rows[0]!.at(-1)).toBe("diverged");
  });

  it("rises in a warm-up, and has the highest rate at its end", () => {
    const { rates } = runOf("cosine", 0, 0.09, 50);
    expect(rates[0]).toBeCloseTo(0.09 / 50, 12);
    expect(rates[49]).toBeCloseTo(0.09, 12);
    expect(Math.max(...rates)).toBeCloseTo(0.09, 12);
  });

  it("keeps a shape from an address within what the schedule can have", () => {
    for (const id of SCHEDULE_IDS) {
      const [low, high] = studioSchedule(id).shape?.track.domain ?? [0, 0];
      expect(shapeOf({ ...initial, schedule: id, shape: 900 })).toBe(high);
      expect(shapeOf({ ...initial, schedule: id, shape: -1 })).toBe(low);
    }
  });

  it("says so in words", () => {
    expect(studioSummary(initial, { of, chosen: "exponential" })).toBe(
      "The schedule “exponential” with dT = 5, highest rate 0.09. After 500 steps: mean loss 0.00162, rate 0.000613, travel 8.98. It ends at 0.00162, number 1 of 11.",
    );
  });
});
