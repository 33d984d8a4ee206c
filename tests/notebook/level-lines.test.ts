import { describe, expect, it } from "vitest";
import { levelLines } from "#src/notebook/level-lines.ts";

const unit = [0, 1] as const;

describe("level lines", () => {
  it("go from edge to edge, and not along an edge", () => {
    const lines = levelLines((x) => x, unit, unit);
    expect(lines).toHaveLength(10);
    for (const line of lines) expect(line).toMatch(/^M\d+ (0l0 1000|1000l0-1000)$/);
  });

  it("are rings where the function has a lowest point inside", () => {
    const [smallest] = levelLines((x, y) => (x - 0.5) ** 2 + (y - 0.5) ** 2, unit, unit);
    const steps = smallest!.match(/-?\d+/g)!.map(Number).slice(2);
    const sum = (from: number) =>
      steps.filter((_, index) => index % 2 === from).reduce((all, step) => all + step, 0);
    expect([sum(0), sum(1)]).toEqual([0, 0]);
  });

  it("are none where there is no height, or one only", () => {
    expect(levelLines(() => 1, unit, unit)).toEqual([]);
    expect(levelLines(() => Number.NaN, unit, unit)).toEqual([]);
  });
});
