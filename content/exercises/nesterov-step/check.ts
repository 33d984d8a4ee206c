import { bowl, nesterov, norm, run } from "@downhill/optim";
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

type Case = readonly [lambdas: number[], theta: number[], v: number[], lr: number, beta: number];
interface Got {
  readonly theta: readonly number[];
  readonly v: readonly number[];
  readonly asked: readonly (readonly number[])[];
}

function draw(case_: Draw): Case {
  const theta = drawList(case_);
  const { length } = theta;
  const lambdas = theta.map(() => drawBetween(case_, 0, 3));
  const lr = drawBetween(case_, 0, 0.5);
  return [lambdas, theta, drawList(case_, length), lr, drawBetween(case_, 0, 1)];
}

const { call, ask: step, compare } = callsOf<Case, Got>("tryNesterovStep");
/** The curvatures and the pair of the last claim: bowl(1, 25) with η = 1/25 and β = 2/3. */
const RAVINE = [1, 25];
const START = [-4, 1];

export const check: Check = {
  name: "tryNesterovStep",
  probe: draw,
  properties: [
    {
      claim:
        "nesterovStep returns { theta, v }, two arrays of numbers as long as those it was given.",
      test(subject, case_) {
        const args = draw(case_);
        const got = step(subject, args) as Partial<Got> | undefined;
        const { length } = args[1];
        if (isFiniteList(got?.theta, length) && isFiniteList(got?.v, length)) return undefined;
        return `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "It asks for the gradient once.",
      test(subject, case_) {
        const args = draw(case_);
        return compare(args, "the number of calls", 1, step(subject, args).asked.length);
      },
    },
    {
      claim: "It asks for it where the velocity alone would carry the ball, at θ − ηβv.",
      test(subject, case_) {
        const args = draw(case_);
        const [, theta, v, lr, beta] = args;
        const expected = theta.map((entry, i) => entry - lr * beta * v[i]!);
        return compare(args, "the place", expected, step(subject, args).asked[0]);
      },
    },
    {
      claim: "With β = 0 it takes the step of gradient descent, and the velocity is the gradient.",
      test(subject, case_) {
        const [lambdas, theta, v, lr] = draw(case_);
        const args: Case = [lambdas, theta, v, lr, 0];
        const g = theta.map((entry, i) => lambdas[i]! * entry);
        const expected = { theta: theta.map((entry, i) => entry - lr * g[i]!), v: g };
        const got = step(subject, args);
        return compare(args, "the result", expected, { theta: got.theta, v: got.v });
      },
    },
    {
      claim:
        "Three steps from rest agree with the library form, once the stored point is taken back.",
      test(subject, case_) {
        const [lambdas, start, , lr, beta] = draw(case_);
        const method = nesterov({ learningRate: lr, beta, form: "pytorch" });
        const { frames } = run(method, bowl(lambdas), start, { steps: 3, gradientTolerance: 0 });
        let at: Pick<Got, "theta" | "v"> = { theta: start, v: start.map(() => 0) };
        for (const frame of frames.slice(1)) {
          const args: Case = [lambdas, [...at.theta], [...at.v], lr, beta];
          at = step(subject, args);
          const { v } = frame.state;
          const ball = [...frame.x].map((entry, i) => entry + lr * beta * v[i]!);
          const problem =
            compare(args, "theta", ball, at.theta) ?? compare(args, "v", [...v], at.v);
          if (problem !== undefined) return problem;
        }
        return undefined;
      },
    },
    {
      claim:
        "On the bowl with curvatures 1 and 25, with η = 1/25 and β = 2/3, it comes a thousand times closer in 40 to 42 steps.",
      once: true,
      test(subject) {
        let at: Pick<Got, "theta" | "v"> = { theta: START, v: [0, 0] };
        const distance = () => norm(Float64Array.from(at.theta));
        const goal = distance() / 1000;
        let steps = 0;
        while (steps < 100 && distance() > goal) {
          at = step(subject, [RAVINE, [...at.theta], [...at.v], 1 / 25, 2 / 3]);
          steps += 1;
        }
        return steps >= 40 && steps <= 42 ? undefined : `it took ${steps} steps`;
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};
