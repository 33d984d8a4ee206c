import { bowl, vec } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { bestBowlRun } from "#src/plotting/bowl-run.ts";
import { conditionNumber, diagonallyScaled, stepsAtBestRate } from "#src/plotting/condition.ts";
import { bowlLevels, pathLine, planeFrame, standingAt } from "#src/plotting/plane.ts";
import { series } from "#src/plotting/series.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";

const window = { x: [-2, 2], y: [-1, 1] } as const;
const margins = { marginTop: 10, marginRight: 10, marginBottom: 10, marginLeft: 10 };

describe("a plane", () => {
  it("has units of equal length upward and across", () => {
    const { width, height } = planeFrame(420, window, margins);
    expect((width - 20) / 4).toBeCloseTo((height - 20) / 2, 9);
  });

  it("has level lines that are equally far apart along the flat direction", () => {
    const { options } = bowlLevels({ xx: 1, xy: 0, yy: 4 }, window, 0.5);
    const halfWidths = (options.thresholds as readonly number[]).map((level) =>
      Math.sqrt(2 * level),
    );
    halfWidths.forEach((half, i) => {
      expect(half).toBeCloseTo(0.5 * (i + 1), 9);
    });
  });

  it("shows no more of a path and of a point than is in it", () => {
    const rows = pathLine(
      [
        { x: 0, y: 0 },
        { x: 0, y: 9 },
      ],
      window,
      {},
    ).data as readonly { y: number }[];
    expect(rows.at(-1)?.y).toBe(1);
    expect(standingAt({ x: 0, y: 9 }, window, "red")).toEqual([]);
    expect(standingAt(undefined, window, "red")).toEqual([]);
  });
});

describe("a series", () => {
  const frame = (y: PlotFrame["y"]): PlotFrame => ({
    width: 100,
    height: 100,
    ...margins,
    x: { type: "linear", domain: [0, 2] },
    y,
  });

  it("is cut off where its straight lines meet the edge of a logarithmic figure", () => {
    const rows = series([1, 1e-2, 1e-4], frame({ type: "log", domain: [1e-3, 1] }));
    expect(rows.at(-1)?.x).toBeCloseTo(1.5, 9);
    expect(rows.at(-1)?.y).toBeCloseTo(1e-3, 12);
  });

  it("goes through its values on a linear one", () => {
    const rows = series([1, 0.5, 0.25], frame({ type: "linear", domain: [0, 1] }));
    expect(rows.map(({ y }) => y)).toEqual([1, 0.5, 0.25]);
  });
});

describe("a condition number", () => {
  it("is the largest eigenvalue over the smallest, and 1.2222 for (100, 1; 1, 1) once scaled", () => {
    const H = [vec(100, 1), vec(1, 1)];
    expect(conditionNumber(H)).toBeCloseTo(101.03, 2);
    expect(conditionNumber(diagonallyScaled(H))).toBeCloseTo(1.2222, 4);
  });

  it.each([
    [1, 1],
    [2, 13],
    [20, 139],
    [1000, 6908],
  ])("of %d stands for %d steps at the best rate", (kappa, steps) => {
    expect(stepsAtBestRate(kappa)).toBe(steps);
  });

  it("counts steps beyond the digits of κ + 1", () => {
    expect(stepsAtBestRate(1e17) / 1e17).toBeCloseTo(6.9078, 3);
  });

  it("sets the pace of the run at the best rate, however the bowl is turned", () => {
    for (const angle of [0, 0.4, 2]) {
      const H = bowl([1, 20], angle).hessian(vec(0, 0));
      const path = bestBowlRun(H, { x: -3, y: 1 }, 10);
      const size = (t: number) => Math.hypot(path[t]?.x ?? 0, path[t]?.y ?? 0);
      expect(size(10) / size(0)).toBeCloseTo((19 / 21) ** 10, 9);
    }
  });
});
