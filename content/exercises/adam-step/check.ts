import { adam, bowl, run } from "@downhill/optim";
import {
  type Check,
  callsOf,
  contrast,
  type Draw,
  drawBetween,
  drawList,
  drawNumber,
  isFiniteList,
  leavesAlone,
  type Subject,
  words,
} from "#src/grading/property.ts";

interface Averages {
  readonly m: readonly number[];
  readonly s: readonly number[];
}
interface Options {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}
interface Step {
  readonly theta: readonly number[];
  readonly state: Averages;
}
type Case = readonly [theta: number[], state: Averages, g: number[], t: number, options: Options];

function drawOptions(case_: Draw): Options {
  const lr = drawBetween(case_, 0, 0.5);
  const beta1 = drawBetween(case_, 0, 1);
  return { lr, beta1, beta2: drawBetween(case_, 0, 1), epsilon: drawBetween(case_, 0, 0.2) };
}

function draw(case_: Draw): Case {
  const theta = drawList(case_);
  const { length } = theta;
  const m = drawList(case_, length);
  const s = drawList(case_, length).map((entry) => entry * entry);
  const t = 1 + Math.floor(case_.random() * case_.size);
  return [theta, { m, s }, drawList(case_, length), t, drawOptions(case_)];
}

const zeros = (like: readonly number[]): Averages => ({
  m: like.map(() => 0),
  s: like.map(() => 0),
});
const { call, ask: step, compare } = callsOf<Case, Step>("adamStep");

/** Where several steps lead, each with the averages that the one before handed on. */
function walk(
  subject: Subject,
  theta: number[],
  gradients: readonly (readonly number[])[],
  options: Options,
): readonly number[] {
  let at: Step = { theta, state: zeros(theta) };
  gradients.forEach((g, i) => {
    at = step(subject, [[...at.theta], at.state, [...g], i + 1, options]);
  });
  return at.theta;
}

export const check: Check = {
  name: "adamStep",
  probe: draw,
  properties: [
    {
      claim:
        "It returns { theta, state: { m, s } }, three arrays of numbers as long as those it was given.",
      test(subject, case_) {
        const args = draw(case_);
        const got = step(subject, args) as Partial<Step> | undefined;
        const { length } = args[0];
        const lists = [got?.theta, got?.state?.m, got?.state?.s];
        return lists.every((list) => isFiniteList(list, length))
          ? undefined
          : `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "The first step, from averages of 0, is −η times the sign of the gradient, for ε = 0.",
      test(subject, case_) {
        const size = Math.abs(drawNumber(case_)) + 1;
        const g = drawList(case_).map((entry) => (entry < 0 ? -size : size));
        const options = { ...drawOptions(case_), epsilon: 0 };
        const theta = g.map(() => 0);
        const args: Case = [theta, zeros(theta), g, 1, options];
        const expected = g.map((entry) => -options.lr * Math.sign(entry));
        return compare(args, "theta", expected, step(subject, args).theta);
      },
    },
    {
      claim: "Where the gradients have always been 0, nothing moves.",
      test(subject, case_) {
        const theta = drawList(case_);
        const none = theta.map(() => 0);
        const options = drawOptions(case_);
        const got = walk(subject, theta, [none, none, none], options);
        return contrast("three steps with gradients of 0", "theta", theta, got);
      },
    },
    {
      claim: "All gradients multiplied by one number leave the path as it is, for ε = 0.",
      test(subject, case_) {
        const theta = drawList(case_);
        const options = { ...drawOptions(case_), epsilon: 0 };
        const gradients = [1, 2, 3].map(() => theta.map(() => drawNumber(case_) + 20));
        const factor = Math.abs(drawNumber(case_)) + 2;
        const larger = gradients.map((g) => g.map((entry) => factor * entry));
        return contrast(
          `three steps with gradients ${words(gradients)}, all times ${words(factor)}`,
          "theta",
          walk(subject, theta, gradients, options),
          walk(subject, theta, larger, options),
        );
      },
    },
    {
      claim: "A run on a bowl is Adam's, and each step hands on the averages as they are.",
      test(subject, case_) {
        const start = drawList(case_);
        const surface = bowl(start.map((_, i) => i + 1));
        const { lr, ...rest } = drawOptions(case_);
        const method = adam({ learningRate: lr, ...rest });
        const { frames } = run(method, surface, start, { steps: 4, gradientTolerance: 0 });
        let at: Step = { theta: start, state: zeros(start) };
        for (const { k, x, state } of frames.slice(1)) {
          const g = [...surface.gradient(Float64Array.from(at.theta))];
          const args: Case = [[...at.theta], at.state, g, k, { lr, ...rest }];
          at = step(subject, args);
          const { m, s } = at.state;
          const problem =
            compare(args, "theta", [...x], at.theta) ??
            compare(args, "m", [...state.m], m) ??
            compare(args, "s", [...state.s], s);
          if (problem !== undefined) return problem;
        }
        return undefined;
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};
