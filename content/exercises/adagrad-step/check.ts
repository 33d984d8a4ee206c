import { adagradKernel } from "@downhill/optim";
import {
  type Check,
  callsOf,
  contrast,
  type Draw,
  drawBetween,
  drawList,
  isFiniteList,
  leavesAlone,
  words,
} from "#src/grading/property.ts";

type Case = readonly [theta: number[], s: number[], g: number[], lr: number, eps: number];
interface Got {
  readonly theta: readonly number[];
  readonly s: readonly number[];
}

function draw(case_: Draw): Case {
  const theta = drawList(case_);
  const { length } = theta;
  const s = drawList(case_, length).map(Math.abs);
  return [theta, s, drawList(case_, length), drawBetween(case_, 0, 1), 1e-8];
}

const { call, ask: step, compare } = callsOf<Case, Got>("adagradStep");
export const check: Check = {
  name: "adagradStep",
  probe: draw,
  properties: [
    {
      claim:
        "adagradStep returns { theta, s }, two arrays of numbers as long as those it was given.",
      test(subject, case_) {
        const args = draw(case_);
        const got = step(subject, args) as Partial<Got> | undefined;
        const { length } = args[0];
        if (isFiniteList(got?.theta, length) && isFiniteList(got?.s, length)) return undefined;
        return `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "Each entry of s grows by the square of its own gradient, so that none ever falls.",
      test(subject, case_) {
        const args = draw(case_);
        const [, s, g] = args;
        const expected = s.map((sum, i) => sum + g[i]! ** 2);
        return compare(args, "s", expected, step(subject, args).s);
      },
    },
    {
      claim: "The first step has the length η in every coordinate whose gradient is not 0.",
      test(subject, case_) {
        const [theta, s, drawn, lr] = draw(case_);
        const g = drawn.map((gi) => gi || 1);
        const args: Case = [theta, s.map(() => 0), g, lr, 0];
        const expected = theta.map((position, i) => position - lr * Math.sign(g[i]!));
        return compare(args, "theta", expected, step(subject, args).theta);
      },
    },
    {
      claim: "A gradient of 0 leaves its coordinate where it is, also before any other gradient.",
      test(subject, case_) {
        const [theta, s, , lr, eps] = draw(case_);
        const none = theta.map(() => 0);
        const args: Case = [theta, case_.size % 2 === 0 ? s : none, none, lr, eps];
        return compare(args, "theta", theta, step(subject, args).theta);
      },
    },
    {
      claim: "With ε = 0 multiplying all gradients by the same number changes no step.",
      test(subject, case_) {
        const [theta, , drawn, lr] = draw(case_);
        const g = drawn.map((gi) => gi || 1);
        const two = (factor: number) => {
          let at: Got = { theta, s: theta.map(() => 0) };
          for (const turn of [1, -2]) {
            const gradient = g.map((gi) => factor * turn * gi);
            at = step(subject, [[...at.theta], [...at.s], gradient, lr, 0]);
          }
          return at.theta;
        };
        const args: Case = [theta, theta.map(() => 0), g.map((gi) => 10 * gi), lr, 0];
        return compare(args, "after two steps, theta", two(1), two(10));
      },
    },
    {
      claim: "The guard stands outside the root: at g = ε the first step is η/2.",
      test(subject, case_) {
        const [theta, , , lr] = draw(case_);
        const args: Case = [
          [...theta.map(() => 0)],
          theta.map(() => 0),
          theta.map(() => 1e-3),
          lr,
          1e-3,
        ];
        const expected = theta.map(() => -lr / 2);
        return compare(args, "theta", expected, step(subject, args).theta);
      },
    },
    {
      claim: "Without a fifth argument ε is 1e-8.",
      test(subject, case_) {
        const [theta, , , lr] = draw(case_);
        const zeros = theta.map(() => 0);
        const tiny = theta.map(() => 1e-8);
        const got = subject([...zeros], [...zeros], tiny, lr) as Got;
        const expected = theta.map(() => -lr / 2);
        return contrast(
          `adagradStep(${[zeros, zeros, tiny, lr].map(words).join(", ")})`,
          "theta",
          expected,
          got.theta,
        );
      },
    },
    {
      claim: "For a constant gradient step t has the length η/√t.",
      test(subject, case_) {
        const lr = drawBetween(case_, 0.01, 1);
        const g = drawBetween(case_, 0.5, 3);
        let at: Got = { theta: [0], s: [0] };
        let args: Case = [[0], [0], [g], lr, 0];
        for (let t = 1; t <= 9; t++) {
          args = [[...at.theta], [...at.s], [g], lr, 0];
          const next = step(subject, args);
          const problem = compare(
            args,
            "the length of the step",
            lr / Math.sqrt(t),
            at.theta[0]! - next.theta[0]!,
          );
          if (problem !== undefined) return problem;
          at = next;
        }
        return undefined;
      },
    },
    {
      claim: "It agrees with the package.",
      test(subject, case_) {
        const args = draw(case_);
        const [theta, s, g, lr, eps] = args;
        const x = Float64Array.from(theta);
        const sums = Float64Array.from(s);
        adagradKernel(x, Float64Array.from(g), sums, lr, eps);
        return compare(args, "the result", { theta: [...x], s: [...sums] }, step(subject, args));
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};
