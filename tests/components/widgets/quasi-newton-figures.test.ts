import { rosenbrock } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { conjugatePicture, turnOf } from "#components/widgets/conjugate-directions/model.ts";
import { conjugateFields } from "#components/widgets/conjugate-directions/state.ts";
import {
  conjugateSummary,
  conjugateTable,
} from "#components/widgets/conjugate-directions/words.ts";
import {
  contest,
  contestRun,
  cost,
  FLOOR_LIMIT,
  LIMIT,
} from "#components/widgets/contest/model.ts";
import { contestFields } from "#components/widgets/contest/state.ts";
import { contestSummary, contestTable } from "#components/widgets/contest/words.ts";
import { doglegPicture, endsOn } from "#components/widgets/dogleg/model.ts";
import { doglegFields, radiusTrack } from "#components/widgets/dogleg/state.ts";
import { doglegSummary, doglegTable } from "#components/widgets/dogleg/words.ts";
import { inverseOf, secantRun } from "#components/widgets/secant-pairs/model.ts";
import { SCENES, secantFields } from "#components/widgets/secant-pairs/state.ts";
import { secantSummary, secantTable } from "#components/widgets/secant-pairs/words.ts";
import { trustRun } from "#components/widgets/trust-region-run/model.ts";
import { trustRunFields } from "#components/widgets/trust-region-run/state.ts";
import { trustSummary, trustTable } from "#components/widgets/trust-region-run/words.ts";
import { twoLoopPicture } from "#components/widgets/two-loop/model.ts";
import { twoLoopFields } from "#components/widgets/two-loop/state.ts";
import { twoLoopSummary, twoLoopTable, written } from "#components/widgets/two-loop/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("the dogleg", () => {
  const initial = initialState(doglegFields);
  const at = (radius: number) => doglegPicture({ ...initial, radius });

  it("has the steps of the syllabus", () => {
    const { cauchy, newton } = at(3);
    expect(cauchy.x).toBeCloseTo(-1.6, 12);
    expect(cauchy.y).toBeCloseTo(-1.6, 12);
    expect([newton.x, newton.y]).toEqual([-4, -1]);
    const steps = [0.5, 2, 3, 5].map((radius) => {
      const { p, decrease } = at(radius).dogleg;
      return [p.x.toFixed(3), p.y.toFixed(3), decrease.toFixed(2)];
    });
    expect(steps).toEqual([
      ["-0.354", "-0.354", "2.52"],
      ["-1.414", "-1.414", "6.31"],
      ["-2.690", "-1.327", "8.93"],
      ["-4.000", "-1.000", "10.00"],
    ]);
  });

  it("never promises more than the best step, and most of it", () => {
    const [low, high] = radiusTrack.domain;
    for (let radius = low; radius <= high; radius += 0.25)
      for (const [x, y] of [
        [4, 1],
        [3, -2],
        [1, 2.4],
        [5.5, 0.3],
      ] as const) {
        const { dogleg, best } = doglegPicture({ x, y, radius });
        expect(dogleg.decrease).toBeLessThanOrEqual(best.decrease + 1e-9);
        expect(dogleg.decrease).toBeGreaterThan(0.75 * best.decrease);
        expect(dogleg.length).toBeLessThanOrEqual(radius + 1e-9);
      }
  });

  it("says on which leg it ends", () => {
    expect([0.5, 2.5, 5].map((radius) => endsOn(at(radius), radius))).toEqual([
      "on the first leg, down the gradient",
      "on the second leg, between the knee and Newton’s point",
      "Newton’s step fits",
    ]);
    expect(doglegSummary(initial, at(2.5))).toContain("p = (−2.000, −1.500)");
    expect(doglegTable(initial).rows).toHaveLength(5);
  });

  it("stays a figure at the minimum and on the axes", () => {
    for (const [x, y] of [
      [0, 0],
      [3, 0],
      [0, 2],
    ] as const) {
      const state = { ...initial, x, y };
      expect(doglegSummary(state, doglegPicture(state))).not.toMatch(/NaN|∞|not a number/);
    }
  });
});

describe("a run of the trust region", () => {
  const initial = initialState(trustRunFields);
  const run = trustRun(initial);

  it("arrives after 21 steps with 25 values of f: three tries are not taken", () => {
    expect(run.converged).toBe(true);
    expect(run.steps).toHaveLength(21);
    expect(run.calls.f).toBe(25);
    expect(run.steps.map(({ tries }) => tries.length).filter((n) => n > 1)).toEqual([2, 2, 2]);
  });

  it("has in its tries the steps and the radii of the run", () => {
    run.steps.forEach(({ tries, from }, k) => {
      const taken = tries.at(-1)!;
      expect(taken.to.x).toBeCloseTo(run.points[k + 1]!.x, 12);
      expect(taken.to.y).toBeCloseTo(run.points[k + 1]!.y, 12);
      expect(taken.length).toBeLessThanOrEqual(taken.radius * (1 + 1e-12));
      expect(tries[0]!.radius).toBe(run.radii[k]);
      expect(from).toEqual(run.points[k]);
      expect(taken.ratio).toBeGreaterThan(0.15);
      for (const { ratio } of tries.slice(0, -1)) expect(ratio).toBeLessThanOrEqual(0.15);
    });
  });

  it("lowers f at every step", () => {
    for (let k = 1; k < run.values.length; k++)
      expect(run.values[k]).toBeLessThan(run.values[k - 1]!);
  });

  it("starts where a try was not taken, and says why", () => {
    expect(trustSummary(initial, run, 2)).toBe(
      "From (−1.2, 1.0) with Δ = 1, the dogleg arrives after 21 steps with 25 values of f; 3 tries not taken. Step 2: Δ = 1, ratio −0.41, not taken, Δ shrinks; Δ = 0.25, ratio 1.02, as promised. Now f = 4.302.",
    );
    expect(trustTable(run).rows).toHaveLength(22);
  });

  it("arrives from elsewhere, with other first radii, by either step", () => {
    for (const solver of ["dogleg", "exact"] as const)
      for (const [x, y, radius] of [
        [1.8, 1.9, 1],
        [1.5, -0.5, 4],
        [-1.2, 1, 0.05],
        [0, 0, 1],
      ] as const)
        expect(trustRun({ x, y, radius, solver }).converged).toBe(true);
  });
});

describe("conjugate directions", () => {
  const initial = initialState(conjugateFields);

  it("arrive in two steps, from every start and for every κ", () => {
    for (const kappa of [1.5, 8, 50])
      for (const [x, y] of [
        [-3.6, -0.4],
        [2, 3],
        [4, -1],
      ] as const) {
        const { conjugate, product } = conjugatePicture({ x, y, kappa });
        expect(conjugate.values.at(-1)! / conjugate.values[0]!).toBeLessThan(1e-20);
        expect(Math.abs(product)).toBeLessThan(1e-9);
      }
  });

  it("are at a right angle in the round picture, those of steepest descent in the plane", () => {
    const { steepest, conjugate } = conjugatePicture(initial);
    expect(turnOf(steepest.points)).toBeCloseTo(90, 8);
    expect(turnOf(conjugate.stretched)).toBeCloseTo(90, 8);
    expect(Math.abs(turnOf(steepest.stretched)! - 90)).toBeGreaterThan(10);
    expect(Math.abs(turnOf(conjugate.points)! - 90)).toBeGreaterThan(10);
  });

  it("has in the round picture f as the squared distance, 1 at the start", () => {
    const { steepest } = conjugatePicture(initial);
    steepest.stretched.forEach(({ x, y }, t) => {
      expect(x * x + y * y).toBeCloseTo(steepest.values[t]! / steepest.values[0]!, 10);
    });
  });

  it("says the angles, also where the first step arrives", () => {
    expect(conjugateSummary(initial, conjugatePicture(initial), 2)).toContain(
      "steepest descent turns by 90° in the plane and by 123° in the stretched one, conjugate gradients by 76° and 90°",
    );
    const still = { ...initial, x: 0, y: 0 };
    expect(conjugateSummary(still, conjugatePicture(still), 2)).not.toMatch(/NaN|not a number/);
    expect(conjugateTable(conjugatePicture(initial)).rows).toHaveLength(13);
  });
});

describe("the ellipse that learns", () => {
  const initial = initialState(secantFields);
  const run = secantRun(initial);

  it("begins as a circle, has the numbers of the text after each pair, and arrives", () => {
    expect(run[0]!.learned).toEqual({ xx: 1, xy: -0, yy: 1 });
    const entries = [1, 2].map((t) => [run[t]!.B.xx, run[t]!.B.xy, run[t]!.B.yy]);
    expect(entries.map((one) => one.map((entry) => entry.toFixed(2)))).toEqual([
      ["1.23", "0.71", "0.55"],
      ["0.78", "0.39", "0.33"],
    ]);
    expect(run[3]!.f).toBeLessThan(1e-9);
    expect(run[3]!.stepLength).toBe(1);
  });

  it("goes through the tip of the last step: the secant equation", () => {
    for (const surface of ["bowl", "valley"] as const)
      for (const { learned, seen } of secantRun({ surface, ...SCENES[surface].start })) {
        if (seen === undefined) continue;
        const { x, y } = seen;
        const height = learned.xx * x * x + 2 * learned.xy * x * y + learned.yy * y * y;
        expect(Math.abs(height - 1)).toBeLessThan(1e-5);
      }
  });

  it("meets the true ellipse there on the bowl", () => {
    for (const { truth, seen } of run.slice(1)) {
      const { x, y } = seen!;
      expect(truth.xx * x * x + 2 * truth.xy * x * y + truth.yy * y * y).toBeCloseTo(1, 6);
    }
  });

  it("ends in the valley near the inverse Hessian", () => {
    const end = secantRun({ surface: "valley", ...SCENES.valley.start }).at(-1)!;
    const truth = inverseOf(end.truth);
    for (const name of ["xx", "xy", "yy"] as const)
      expect(Math.abs(end.B[name] / truth[name] - 1)).toBeLessThan(0.02);
  });

  it("says where the Hessian makes no ellipse", () => {
    const valley = { ...initial, surface: "valley" as const, ...SCENES.valley.start };
    const there = secantRun(valley);
    expect(secantSummary(valley, there, 1)).toContain("no true ellipse");
    expect(secantTable(there).rows.length).toBeGreaterThan(10);
    const lowest = { ...initial, x: 0, y: 0 };
    expect(secantRun(lowest).length).toBeGreaterThan(0);
  });
});

describe("the two loops in the figure", () => {
  const initial = initialState(twoLoopFields);

  it("end where the matrix leads, for any −g and every memory", () => {
    for (const m of [1, 2, 3])
      for (const [x, y] of [
        [initial.x, initial.y],
        [-1, 0.5],
        [2, 2],
      ] as const) {
        const { lines, byMatrix } = twoLoopPicture({ x, y, m });
        expect(lines).toHaveLength(2 + 2 * m);
        expect(lines.at(-1)!.after.x).toBeCloseTo(byMatrix.x, 9);
        expect(lines.at(-1)!.after.y).toBeCloseTo(byMatrix.y, 9);
      }
  });

  it("start at the gradient of the run, and come near Newton's step", () => {
    const { lines, newton } = twoLoopPicture(initial);
    const end = lines.at(-1)!.after;
    expect(Math.hypot(end.x - newton.x, end.y - newton.y)).toBeLessThan(0.05);
    expect(lines[0]!.after).toEqual({ x: initial.x, y: initial.y });
    expect([initial.x, initial.y]).toEqual([1.1, 1.38]);
  });

  it("name their lines, the newest pair first and last", () => {
    const picture = twoLoopPicture(initial);
    expect(picture.lines.map(written)).toEqual([
      "d = −g",
      "a₃ = ϱ₃δ₃ᵀd,  d = d − a₃y₃",
      "a₂ = ϱ₂δ₂ᵀd,  d = d − a₂y₂",
      "a₁ = ϱ₁δ₁ᵀd,  d = d − a₁y₁",
      "d = γ d",
      "b = ϱ₁y₁ᵀd,  d = d + (a₁ − b) δ₁",
      "b = ϱ₂y₂ᵀd,  d = d + (a₂ − b) δ₂",
      "b = ϱ₃y₃ᵀd,  d = d + (a₃ − b) δ₃",
    ]);
    expect(twoLoopSummary(picture, 1)).toContain("a₃ = 3.65; d = (−0.672, 1.589)");
    expect(twoLoopTable(picture).rows).toHaveLength(8);
  });
});

describe("the contest", () => {
  const initial = initialState(contestFields);
  const runs = contest(initial);

  it("has the five with curvature arrive within two hundred evaluations, and backtracking not at all", () => {
    for (const { name, converged, calls } of runs) {
      if (name === "backtracking") expect(converged).toBe(false);
      else expect(converged, name).toBe(true);
      if (name !== "backtracking" && name !== "fixed rate") expect(cost(calls)).toBeLessThan(200);
    }
    expect(runs[0]!.steps).toBe(21_374);
    expect(contestSummary(initial, runs)).toContain(
      "BFGS arrives after 33 steps and 80 evaluations",
    );
    expect(contestTable(runs).rows).toHaveLength(7);
  });

  it("starts every curve at the start and ends it within the limit", () => {
    for (const { curve } of runs) {
      expect(curve[0]!.y).toBeCloseTo(rosenbrock.value(Float64Array.of(-1.2, 1)), 12);
      expect(curve.at(-1)!.x).toBeLessThan(LIMIT + 20);
    }
  });

  it("counts a value and a gradient once and a Hessian of two variables twice", () => {
    expect(cost({ f: 3, g: 2, h: 1, hv: 0 })).toBe(7);
  });

  it("leaves with noise a floor for the fast ones, at which they are soon, and below which the fixed rate ends", () => {
    const noisy = { ...initial, sigma: 0.1 };
    const [fixed, bfgs] = (["fixed rate", "BFGS"] as const).map((name) => contestRun(name, noisy));
    expect(bfgs!.converged).toBe(false);
    expect(cost(bfgs!.calls)).toBeLessThan(FLOOR_LIMIT + 20);
    expect(bfgs!.curve.filter(({ x }) => x <= 200).at(-1)!.y).toBeLessThan(30 * bfgs!.settled);
    expect(fixed!.settled).toBeLessThan(bfgs!.settled / 50);
    expect(fixed!.curve.filter(({ x }) => x <= 200).at(-1)!.y).toBeGreaterThan(1);
  });
});
