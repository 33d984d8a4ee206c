import { bowl, momentum, run } from "@downhill/optim";
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
  readonly v: readonly number[];
}

type Case = readonly [theta: number[], v: number[], g: number[], lr: number, beta: number];

function draw(case_: Draw): Case {
  const theta = drawList(case_);
  const { length } = theta;
  const lr = drawBetween(case_, 0, 0.5);
  return [theta, drawList(case_, length), drawList(case_, length), lr, drawBetween(case_, 0, 1)];
}

const { call, ask: step, compare } = callsOf<Case, Step>("momentumStep");

export const check: Check = {
  name: "momentumStep",
  probe: draw,
  properties: [
    {
      claim: "It returns { theta, v }, two arrays of numbers as long as those it was given.",
      test(subject, case_) {
        const args = draw(case_);
        const got = step(subject, args) as Partial<Step> | undefined;
        const { length } = args[0];
        if (isFiniteList(got?.theta, length) && isFiniteList(got?.v, length)) return undefined;
        return `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "With β = 0 it takes the step of gradient descent, and the velocity is the gradient.",
      test(subject, case_) {
        const [theta, v, g, lr] = draw(case_);
        const args: Case = [theta, v, g, lr, 0];
        const expected = { theta: theta.map((entry, i) => entry - lr * g[i]!), v: g };
        const got = step(subject, args);
        return compare(args, "the result", expected, { theta: got.theta, v: got.v });
      },
    },
    {
      claim:
        "Two steps from rest agree with the sum over both gradients: the first has moved θ by η(1 + β), the second by η.",
      test(subject, case_) {
        const [theta, second, first, lr, beta] = draw(case_);
        const rest = theta.map(() => 0);
        const one = step(subject, [theta, rest, first, lr, beta]);
        const args: Case = [[...one.theta], [...one.v], second, lr, beta];
        const expected = theta.map(
          (entry, i) => entry - lr * (1 + beta) * first[i]! - lr * second[i]!,
        );
        return compare(
          args,
          "theta, after a first step from rest,",
          expected,
          step(subject, args).theta,
        );
      },
    },
    {
      claim:
        "A run agrees with the average of convention C at the rate η/(1 − β), and hands on the velocity of convention B.",
      test(subject, case_) {
        const [start, , , lr, beta] = draw(case_);
        const surface = bowl(start.map((_, i) => i + 1));
        const average = momentum({ learningRate: lr / (1 - beta), beta, convention: "ewa" });
        const sum = momentum({ learningRate: lr, beta });
        const path = run(average, surface, start, { steps: 3 }).frames;
        const velocities = run(sum, surface, start, { steps: 3 }).frames;
        let at: Step = { theta: start, v: start.map(() => 0) };
        for (let k = 1; k <= 3; k++) {
          const g = [...surface.gradient(Float64Array.from(at.theta))];
          const args: Case = [[...at.theta], [...at.v], g, lr, beta];
          at = step(subject, args);
          const problem =
            compare(args, "theta", [...path[k]!.x], at.theta) ??
            compare(args, "v", [...velocities[k]!.state.v], at.v);
          if (problem !== undefined) return problem;
        }
        return undefined;
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};
