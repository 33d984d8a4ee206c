import { describe, expect, it } from "vitest";
import { bowlRuns } from "#components/widgets/bowl-runs/model.ts";
import { type Runner, type SceneName, scenes } from "#components/widgets/bowl-runs/scenes.ts";
import { type BowlRunsState, bowlRunsFields } from "#components/widgets/bowl-runs/state.ts";
import { bowlRunsSummary, bowlRunsTable } from "#components/widgets/bowl-runs/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = (name: SceneName) => initialState(bowlRunsFields[name]);
const runsOf = (name: SceneName, change: Partial<BowlRunsState> = {}) =>
  bowlRuns(name, { ...initial(name), ...change });
function runOf(name: SceneName, runner: Runner, change: Partial<BowlRunsState> = {}) {
  const found = runsOf(name, change).find((run) => run.name === runner);
  if (found === undefined) throw new Error(`no ${runner} in ${name}`);
  return found;
}

describe("three methods and a factor before the loss", () => {
  it("leaves the paths of RMSprop and Adam where they are, and moves momentum’s", () => {
    for (const c of [0.01, 10, 100])
      for (const runner of scenes["three-methods"].runners) {
        const one = runOf("three-methods", runner);
        const other = runOf("three-methods", runner, { c });
        const apart = Math.max(
          ...one.points.map(({ x, y }, t) => {
            const there = other.points[t];
            return there === undefined ? 9 : Math.hypot(there.x - x, there.y - y);
          }),
        );
        // ε weighs more where gradients are smaller; a thousandth is a tenth of a pixel.
        if (runner === "momentum") expect(apart).toBeGreaterThan(1);
        else expect(apart).toBeLessThan(1e-3);
      }
  });

  it("lets momentum crawl at c = 0.01 and leave at 20, and stay within the picture at 10", () => {
    const momentum = (c: number) => runOf("three-methods", "momentum", { c });
    expect(momentum(0.01).points[60]?.x).toBeLessThan(-3.7);
    expect(momentum(10).diverged).toBeUndefined();
    expect(momentum(20).diverged).toBeGreaterThan(0);
  });

  it("has RMSprop come close first and then hop, and Adam swing past and go on down", () => {
    const [rmsprop, adam] = [
      runOf("three-methods", "RMSprop"),
      runOf("three-methods", "Adam"),
    ] as const;
    const close = (losses: readonly number[]) => losses.findIndex((loss) => loss < 1e-2);
    expect(close(rmsprop.losses)).toBeLessThan(close(adam.losses));
    const [before, last] = rmsprop.points.slice(-2);
    expect((before?.y ?? 0) * (last?.y ?? 0)).toBeLessThan(0);
    expect(rmsprop.losses[150]).toBeGreaterThan(1e-3);
    expect(Math.max(...adam.points.map(({ x }) => x))).toBeGreaterThan(0.05);
    expect(adam.losses[150]).toBeLessThan(1e-6);
  });
});

describe("the first twenty steps", () => {
  // Chapter C10, W10.1.
  it("leads to (−3.017, 0.111) with the correction and past the minimum without", () => {
    const end = (runner: Runner) => runOf("cold-start", runner).points[20];
    expect(end("Adam")?.x).toBeCloseTo(-3.017, 3);
    expect(end("Adam")?.y).toBeCloseTo(0.111, 3);
    expect(end("Adam, not corrected")?.x).toBeCloseTo(0.685, 3);
    expect(end("Adam, not corrected")?.y).toBeCloseTo(0.308, 3);
  });

  it("starts in the same direction, with a first step 3.16 times as long", () => {
    const first = (runner: Runner) => {
      const [from, to] = runOf("cold-start", runner).points;
      return { x: (to?.x ?? 0) - (from?.x ?? 0), y: (to?.y ?? 0) - (from?.y ?? 0) };
    };
    const [right, wrong] = [first("Adam"), first("Adam, not corrected")];
    expect(wrong.x / right.x).toBeCloseTo(0.1 / Math.sqrt(0.001), 6);
    expect(wrong.y / right.y).toBeCloseTo(0.1 / Math.sqrt(0.001), 6);
  });

  it("has steps that are too short, not too long, where β₂ is as short as 0.9", () => {
    const path = (runner: Runner) => runOf("cold-start", runner, { beta2: 0.9 }).points;
    expect(path("Adam, not corrected")[20]?.x).toBeLessThan(path("Adam")[20]?.x ?? 0);
  });
});

describe("the same bowl along other axes", () => {
  const apart = (one: readonly { x: number; y: number }[], other: typeof one) =>
    Math.max(
      ...one.map(({ x, y }, t) => Math.hypot((other[t]?.x ?? 9) - x, (other[t]?.y ?? 9) - y)),
    );

  it("moves Adam when the axes turn, and not momentum; moves momentum with c, and not Adam", () => {
    const path = (runner: Runner, change: Partial<BowlRunsState>) =>
      runOf("own-axes", runner, change).points;
    expect(apart(path("momentum", { angle: 0 }), path("momentum", { angle: 45 }))).toBeLessThan(
      1e-12,
    );
    expect(apart(path("Adam", { angle: 0 }), path("Adam", { angle: 45 }))).toBeGreaterThan(0.5);
    expect(apart(path("Adam", {}), path("Adam", { c: 10 }))).toBeLessThan(1e-5);
    expect(apart(path("momentum", {}), path("momentum", { c: 3 }))).toBeGreaterThan(0.5);
  });

  it("draws Adam twice on one line where the axes lie along the ravine", () => {
    const [, adam, along] = runsOf("own-axes", { angle: 0 });
    expect(adam?.points).toEqual(along?.points);
  });

  it("starts along a diagonal of the axes, which at 45° is straight across the ravine or along it", () => {
    const [from, to] = runOf("own-axes", "Adam").points;
    const step = { x: (to?.x ?? 0) - (from?.x ?? 0), y: (to?.y ?? 0) - (from?.y ?? 0) };
    expect(Math.hypot(step.x, step.y)).toBeCloseTo(0.1 * Math.SQRT2, 6);
    expect(Math.min(Math.abs(step.x), Math.abs(step.y))).toBeLessThan(1e-6);
  });
});

describe("an Adam that forgets", () => {
  // Chapter C10, W10.3.
  it("has the losses of the book, with and without its memory", () => {
    const right = runOf("forgetful-adam", "Adam").losses;
    const wrong = runOf("forgetful-adam", "Adam that forgets").losses;
    const at = [10, 50, 100, 200, 300];
    [4.6, 2.67e-2, 3.37e-4, 9.58e-9, 2.96e-13].forEach((loss, i) => {
      expect((right[at[i] ?? 0] ?? 0) / loss).toBeCloseTo(1, 2);
    });
    [7.77, 0.602, 1.57e-2, 3.68e-2, 5.72e-2].forEach((loss, i) => {
      expect((wrong[at[i] ?? 0] ?? 0) / loss).toBeCloseTo(1, 2);
    });
  });

  it("says where it is", () => {
    const name = "forgetful-adam";
    const runs = runsOf(name);
    expect(bowlRunsSummary(name, initial(name), runs, 300)).toContain("loss 0.0572");
    expect(bowlRunsTable(name, runs).rows.at(-1)?.[0]).toBe("300");
  });
});
