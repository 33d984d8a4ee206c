import { bowl, gradientDescent, momentum, objectiveOf, run } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { markup } from "#src/notebook/markup.ts";
import { isOutput } from "#src/notebook/output-check.ts";
import { placesOf } from "#src/notebook/trace-markup.ts";
import { traceOutput } from "#src/notebook/trace-output.ts";

const ravine = bowl([1, 25]);
const trace = run(momentum({ learningRate: 0.04 }), ravine, [-4, 1], { steps: 60 });

describe("the output of a trace", () => {
  it("has every frame of a short run, its path and its losses", () => {
    const output = traceOutput(trace)!;
    expect(output.steps).toEqual(trace.frames.map(({ k }) => k));
    expect(output.losses).toEqual(trace.frames.map(({ f }) => f));
    expect(output.map?.path[0]).toEqual([-4, 1]);
    expect(isOutput(structuredClone(output))).toBe(true);
  });

  it("thins a long run and keeps its first and last frame", () => {
    const long = run(momentum({ learningRate: 0.001 }), ravine, [-4, 1], { steps: 2999 });
    const { steps } = traceOutput(long)!;
    expect(steps.length).toBeLessThanOrEqual(401);
    expect([steps[0], steps.at(-1)]).toEqual([0, 2999]);
  });

  it("draws level lines of the function that it ran on; a copy of a trace has none", () => {
    expect(objectiveOf(trace)).toBe(ravine);
    expect(traceOutput(trace)!.map!.levels.length).toBeGreaterThan(5);
    expect(
      traceOutput(
        structuredClone({ ...trace, frames: trace.frames.map(({ state: _, ...f }) => f) }),
      )!.map!.levels,
    ).toEqual([]);
  });

  it("has no map in one or three variables", () => {
    for (const problem of [bowl([1]), bowl([1, 2, 3])]) {
      const { map } = traceOutput(
        run(gradientDescent({ learningRate: 0.1 }), problem, problem.start),
      )!;
      expect(map).toBeUndefined();
    }
  });

  it("a start that is the whole run is drawn too", () => {
    const still = run(gradientDescent({ learningRate: 0.1 }), ravine, [0, 0], { steps: 0 });
    expect(markup(traceOutput(still)!)).not.toMatch(/NaN|Infinity/);
  });

  it("a function that is not finite everywhere is drawn where it is", () => {
    const half = {
      dim: 2,
      value: ([x = 0, y = 0]: Float64Array) => Math.sqrt(x + 3) + y * y,
      gradient: ([x = 0, y = 0]: Float64Array) => Float64Array.of(0.5 / Math.sqrt(x + 3), 2 * y),
    };
    const output = traceOutput(
      run(gradientDescent({ learningRate: 0.5 }), half, [0, 1], { steps: 20 }),
    )!;
    expect(output.map!.levels.length).toBeGreaterThan(0);
    expect(markup(output)).not.toMatch(/NaN/);
  });
});

describe("the picture of a trace", () => {
  it("places the start and the minimum where they lie in the window", () => {
    const output = traceOutput(trace)!;
    const { x } = output.map!;
    const { path } = placesOf(output);
    expect(path[0]![0]).toBeCloseTo((300 * (-4 - x[0])) / (x[1] - x[0]), 0);
  });

  it("falls on a logarithmic axis: equal factors are equal distances", () => {
    const { curve } = placesOf({
      kind: "trace",
      method: "m",
      steps: [0, 1, 2],
      losses: [100, 1, 0.01],
      table: traceOutput(trace)!.table,
    });
    expect(curve[1]![1] - curve[0]![1]).toBeCloseTo(curve[2]![1] - curve[1]![1], 1);
  });

  it("says in words what it shows, and holds the numbers as a table", () => {
    const html = markup(traceOutput(trace)!);
    expect(html).toMatch(/aria-label="momentum, 60 steps: f from 20\.5 to [\d.e-]+"/);
    expect(html).toContain("<summary>Numbers</summary>");
    expect(html).toContain('<th scope="col" class="numeric">step</th>');
  });

  it.each([
    ["a level line that is no path", { levels: ['M0,0"><script>'] }],
    ["a path of another length", { path: [[0, 0]] }],
    ["a window of words", { x: ["a", "b"] }],
  ])("is refused with %s", (_what, change) => {
    const output = structuredClone(traceOutput(trace)!);
    expect(isOutput({ ...output, map: { ...output.map, ...change } })).toBe(false);
  });
});
