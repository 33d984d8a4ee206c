import {
  armijo,
  bfgs,
  bfgsDirection,
  type DescentState,
  type Direction,
  descend,
  type LineSearch,
  lbfgs,
  lbfgsDirection,
  lineSearch,
  type Method,
  type NonlinearCgFormula,
  nonlinearCg,
  nonlinearCgDirection,
  roundingOf,
  run,
  sameDecrease,
  strongCurvature,
  strongWolfe,
  unitLengthThenFull,
} from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { everyProblem } from "../every-problem.ts";

/** What a search saw at both ends of a step that it returned. */
interface Step {
  readonly alpha: number;
  readonly f0: number;
  readonly slope0: number;
  readonly f: number;
  readonly slope: number;
}

/** The same search, which writes its steps down. */
function recording(search: LineSearch, steps: Step[]): LineSearch {
  return lineSearch(search.name, (line, before) => {
    const alpha = search.along!(line, before);
    if (typeof alpha === "number")
      steps.push({
        alpha,
        f0: line.value(0),
        slope0: line.slope(0),
        f: line.value(alpha),
        slope: line.slope(alpha),
      });
    return alpha;
  });
}

interface Subject {
  readonly name: string;
  readonly method: Method<DescentState<unknown>>;
  readonly direction: Direction<unknown>;
  readonly search: LineSearch;
  readonly c2: number;
  /** Problems where rounding of x ends the run too early. */
  readonly tooFlat?: readonly string[];
}

const quasiNewton = strongWolfe({ firstTrial: sameDecrease({ largest: 1 }) });
const limited = strongWolfe({ firstTrial: unitLengthThenFull });
const conjugate = strongWolfe({ c2: 0.2, firstTrial: sameDecrease() });
const cg = (formula: NonlinearCgFormula, tooFlat: readonly string[] = []): Subject => ({
  name: formula,
  method: nonlinearCg({ formula }),
  direction: nonlinearCgDirection({ formula }) as Direction<unknown>,
  search: conjugate,
  c2: 0.2,
  tooFlat,
});
const subjects: readonly Subject[] = [
  {
    name: "bfgs",
    method: bfgs(),
    direction: bfgsDirection() as Direction<unknown>,
    search: quasiNewton,
    c2: 0.9,
  },
  {
    name: "bfgs, scaled",
    method: bfgs({ scaling: "first" }),
    direction: bfgsDirection({ scaling: "first" }) as Direction<unknown>,
    search: quasiNewton,
    c2: 0.9,
  },
  ...[1, 10].map((memory) => ({
    name: `lbfgs, memory ${memory}`,
    method: lbfgs({ memory }),
    direction: lbfgsDirection({ memory }) as Direction<unknown>,
    search: limited,
    c2: 0.9,
  })),
  cg("dai-yuan"),
  cg("polak-ribiere+"),
  cg("hestenes-stiefel+"),
  // There f changes with x₁ only by steps of 1e-10, and its valley is 1e-12 wide.
  cg("fletcher-reeves", ["brownBadlyScaled"]),
];

const options = {
  steps: 600,
  until: ({ gradientMax }: { gradientMax: number }) => gradientMax <= 1e-8,
};
const unbounded = ["bowl([-1, 2])", "bowl([-1, -2])", "mccormick", "monkeySaddle", "saddle"];

describe.each(subjects.map((subject) => [subject.name, subject] as const))(
  "%s",
  (_name, { method, direction, search, c2, tooFlat = [] }) => {
    const traces = everyProblem.map(([name, problem]) => {
      const steps: Step[] = [];
      const composed = descend(direction, recording(search, steps));
      return { name, problem, steps, ...run(composed, problem, problem.start, options) };
    });

    test("is its direction with strongWolfe", () => {
      for (const { name, problem, frames } of traces)
        expect(
          run(method, problem, problem.start, options).frames.map(({ x }) => x),
          name,
        ).toEqual(frames.map(({ x }) => x));
    });

    test("meets both conditions at every step, but that f may be higher by its rounding", () => {
      for (const { name, steps } of traces)
        for (const { alpha, f0, slope0, f, slope } of steps) {
          expect(armijo(f, alpha, f0, slope0, 1e-4, roundingOf(f0)), name).toBe(true);
          expect(strongCurvature(slope, slope0, c2), name).toBe(true);
        }
    });

    test("needs the rounding of f only where the decrease to be asked for is below it", () => {
      const steps = traces.flatMap((trace) => trace.steps);
      const allowed = steps.filter(
        ({ f, alpha, f0, slope0 }) => !armijo(f, alpha, f0, slope0, 1e-4),
      );
      for (const { alpha, f0, slope0 } of allowed)
        expect(1e-4 * alpha * Math.abs(slope0)).toBeLessThan(roundingOf(f0));
      expect(allowed.length).toBeLessThan(0.02 * steps.length);
    });

    test("ends at a slope of 1e-8 on every problem that has a lowest point", () => {
      for (const { name, outcome } of traces)
        if (!unbounded.includes(name))
          expect(outcome.kind, name).toBe(tooFlat.includes(name) ? "stalled" : "converged");
    });

    test("stalls in words where f falls without end", () => {
      for (const { name, outcome } of traces)
        if (name.startsWith("bowl([-1"))
          expect(outcome).toMatchObject({
            kind: "stalled",
            reason: expect.stringMatching(/^strongWolfe: f must stop falling along d/),
          });
    });
  },
);
