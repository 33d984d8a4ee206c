import { adadelta, bowl, run } from "@downhill/optim";
import {
  type Check,
  callsOf,
  type Draw,
  drawBetween,
  drawList,
  isFiniteList,
  leavesAlone,
  words,
} from "#src/grading/property.ts";

interface Step {
  readonly theta: readonly number[];
  readonly s: readonly number[];
  readonly q: readonly number[];
}

type Case = readonly [
  theta: number[],
  s: number[],
  q: number[],
  g: number[],
  rho: number,
  epsilon: number,
];

function draw(case_: Draw): Case {
  const theta = drawList(case_);
  const list = (from: number, to: number) => theta.map(() => drawBetween(case_, from, to));
  const g = drawList(case_, theta.length);
  const rho = drawBetween(case_, 0, 1);
  return [theta, list(0, 2), list(0, 2), g, rho, drawBetween(case_, 0, 0.1)];
}

const { call, ask: step, compare } = callsOf<Case, Step>("adadeltaStep");
export const check: Check = {
  name: "adadeltaStep",
  probe: draw,
  properties: [
    {
      claim: "It returns { theta, s, q }, three arrays of numbers as long as those it was given.",
      test(subject, case_) {
        const args = draw(case_);
        const got = step(subject, args) as Partial<Step> | undefined;
        const { length } = args[0];
        if ([got?.theta, got?.s, got?.q].every((list) => isFiniteList(list, length)))
          return undefined;
        return `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "The first step, from averages of 0, is g √ε/√((1 − ρ) g² + ε).",
      test(subject, case_) {
        const [theta, , , g, rho, epsilon] = draw(case_);
        const none = theta.map(() => 0);
        const args: Case = [theta, none, [...none], g, rho, epsilon];
        const expected = theta.map((position, i) => {
          const size = Math.sqrt((1 - rho) * g[i]! ** 2 + epsilon);
          return position - (Math.sqrt(epsilon) / size) * g[i]!;
        });
        return compare(args, "theta", expected, step(subject, args).theta);
      },
    },
    {
      claim: "s takes in the square of the gradient, and q the square of the step just taken.",
      test(subject, case_) {
        const args = draw(case_);
        const [theta, s, q, g, rho] = args;
        const got = step(subject, args);
        const taken = theta.map((position, i) => position - got.theta[i]!);
        const mean = (old: readonly number[], fresh: readonly number[]) =>
          old.map((average, i) => rho * average + (1 - rho) * fresh[i]! ** 2);
        return compare(args, "s", mean(s, g), got.s) ?? compare(args, "q", mean(q, taken), got.q);
      },
    },
    {
      claim:
        "With ε = 0, gradients three times as large, with an s nine times as large, give the same step.",
      test(subject, case_) {
        const [theta, s, q, g, rho] = draw(case_);
        const plain: Case = [theta, s, q, g, rho, 0];
        const scaled: Case = [theta, s.map((a) => 9 * a), q, g.map((a) => 3 * a), rho, 0];
        return compare(scaled, "theta", step(subject, plain).theta, step(subject, scaled).theta);
      },
    },
    {
      claim: "Three steps of a run agree with the package.",
      test(subject, case_) {
        const [start, , , , rho, epsilon] = draw(case_);
        const surface = bowl(start.map((_, i) => i + 1));
        const { frames } = run(adadelta({ rho, epsilon }), surface, start, { steps: 3 });
        let at: Step = { theta: start, s: start.map(() => 0), q: start.map(() => 0) };
        for (const { x, state } of frames.slice(1)) {
          const g = [...surface.gradient(Float64Array.from(at.theta))];
          const args: Case = [[...at.theta], [...at.s], [...at.q], g, rho, epsilon];
          at = step(subject, args);
          const problem =
            compare(args, "theta", [...x], at.theta) ?? compare(args, "q", [...state.q], at.q);
          if (problem !== undefined) return problem;
        }
        return undefined;
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};
